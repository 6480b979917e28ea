package io.spoor.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Which accesses each of the JDK's ways to use a file makes: one row a way, in one job on every
 * JDK. The steps are in {@code jobs.EveryFileApi}.
 */
class EveryFileApiTest {

  /**
   * Step, what it reads and what it writes: {@code r} and {@code w}, bytes behind where they are
   * counted, and the folder where it is not the usual one; an access that is none has no letter.
   * Empty is what was opened, and nothing more.
   */
  private static final String EXPECTED =
      """
      FileInputStream.read           | r 11
      FileInputStream.read-one       | r 1
      FileInputStream.open           | r empty
      FileInputStream.skip           | r empty
      FileInputStream.missing        |
      FileReader                     | r 11
      Scanner                        | r 11
      FileOutputStream.write         | w 5
      FileOutputStream.append        | w 5 in
      FileOutputStream.open          | w empty
      FileWriter                     | w 5
      PrintWriter                    | w 5
      PrintStream                    | w 5
      DataOutputStream               | w 5
      RandomAccessFile.r             | r 11
      RandomAccessFile.rw-read       | r 11
      RandomAccessFile.rw-write      | w 5
      RandomAccessFile.rw-both       | r 11, w 5 in
      RandomAccessFile.rw-open       | r empty
      RandomAccessFile.readLine      | r 11
      Files.readAllBytes             | r 11
      Files.readAllLines             | r 11
      Files.lines                    | r 11
      Files.newBufferedReader        | r 11
      Files.newInputStream           | r 11
      Files.write                    | w 5
      Files.newBufferedWriter        | w 5
      Files.newOutputStream          | w 5
      Files.newByteChannel           | r 11
      Files.copy                     | r, w
      Files.copy-out                 | r 11
      Files.copy-in                  | w 5
      Files.move                     | r, w
      Files.move-written             | w 5
      Files.walk                     |
      SecureDirectoryStream          | r 11
      FileChannel.read               | r 11
      FileChannel.write              | w 5
      FileChannel.rw-read            | r 11
      FileChannel.scatter            | r 11
      FileChannel.gather             | w 5
      FileChannel.read-at            | r 11
      FileChannel.write-at           | w 5
      FileChannel.of-streams         | r 11, w 11
      FileChannel.transferTo         | r 11, w 11
      FileChannel.transferFrom       | r 11, w 11
      FileChannel.map-read           | r 11
      FileChannel.map-write          | w 5
      FileChannel.truncate           | w empty in
      AsynchronousFileChannel.read   | r
      AsynchronousFileChannel.write  | w
      DELETE_ON_CLOSE                |
      File.createNewFile             |
      Files.createFile               | w empty
      Files.delete                   |
      Files.createLink               |
      File.renameTo                  | w 5
      File.createTempFile            |
      URL.openStream                 | r 11
      Properties                     | r 11, w 5
      ZipOutputStream                | w
      ZipFile                        | r
      ZipInputStream                 | r, w in
      zipfs                          | w in
      GZIP                           | r out, w
      Process.redirectOutput         | w
      Process.redirectInput          | r
      """;

  @TempDir private Path folder;

  private static Map<String, String> expected() {
    Map<String, String> rows = new TreeMap<>();
    EXPECTED
        .lines()
        .forEach(
            line -> {
              String[] parts = line.split("\\|", -1);
              rows.put(parts[0].strip(), parts[1].strip());
            });
    return rows;
  }

  @ParameterizedTest
  @MethodSource("io.spoor.tests.Jdks#all")
  void everyWayIsOneAccess(Jdk jdk) throws Exception {
    Map<String, String> expected = expected();
    Trial trial = new Trial(jdk, folder);
    trial
        .given(
            place -> {
              for (String step : expected.keySet()) {
                Files.writeString(place.work().resolve("in").resolve(step), "0123456789\n");
              }
              try (OutputStream out =
                      Files.newOutputStream(place.work().resolve("in").resolve("some.zip"));
                  ZipOutputStream zip = new ZipOutputStream(out)) {
                zip.putNextEntry(new ZipEntry("a"));
                zip.write('A');
              }
            })
        .run(Job.of("EveryFileApi"))
        .exits(0)
        .prints(expected.size() + " steps\n");
    assertEquals(table(expected), table(found(trial, expected)));
    System.out.println(expected.size() + " ways to use a file x " + jdk);
  }

  private static Map<String, String> found(Trial trial, Map<String, String> steps)
      throws Exception {
    Map<String, List<String>> found = new TreeMap<>();
    steps.keySet().forEach(step -> found.put(step, new ArrayList<>()));
    JsonNode event = trial.home().runs().get(0).last();
    for (String direction : List.of("input", "output")) {
      for (JsonNode dataset : event.path(direction + "s")) {
        Path path = Path.of(dataset.path("name").asText());
        String step = path.getFileName().toString();
        if (step.equals("some.zip")) {
          step = "ZipFile";
        }
        JsonNode size =
            dataset.path(direction + "Facets").path(direction + "Statistics").path("size");
        boolean empty =
            dataset.path("facets").path("spoor_role").path("role").asText().equals("empty");
        boolean packed = step.startsWith("Zip") || step.equals("zipfs") || step.equals("GZIP");
        String usual = direction.equals("input") ? "in" : "out";
        String where = path.getParent().getFileName().toString();
        found
            .computeIfAbsent(step, ignored -> new ArrayList<>())
            .add(
                (direction.equals("input") ? "r" : "w")
                    + (empty ? " empty" : size.isMissingNode() || packed ? "" : " " + size.asLong())
                    + (where.equals(usual) ? "" : " " + where));
      }
    }
    Map<String, String> rows = new TreeMap<>();
    found.forEach((step, accesses) -> rows.put(step, String.join(", ", accesses)));
    return rows;
  }

  private static String table(Map<String, String> rows) {
    StringBuilder table = new StringBuilder();
    rows.forEach(
        (step, accesses) -> table.append(step).append(" | ").append(accesses).append('\n'));
    return table.toString();
  }
}
