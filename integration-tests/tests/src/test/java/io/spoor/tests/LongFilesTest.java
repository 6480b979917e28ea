package io.spoor.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files of which the first 64 KiB tell nothing: their rows are found as far as 4 MiB, their records
 * are counted, and what was not looked at is told.
 */
class LongFilesTest {

  private static final String ALL = "io.spoor.tests.Jdks#all";

  /** Orders that are not paid: more than 64 KiB of them. */
  private static final int UNPAID = 5000;

  private static final String PAID =
      """
      jobs.LongFiles COMPLETE
      input file $WORK/in/FILE
      input file $WORK/in/other.csv
      output file $WORK/out/paid.csv
      file $WORK/in/FILE -> file $WORK/out/paid.csv [row match]
      file $WORK/in/FILE.id -> file $WORK/out/paid.csv.order (identity)
      file $WORK/in/FILE.amount -> file $WORK/out/paid.csv.sum (identity)
      file $WORK/in/FILE.note -> file $WORK/out/paid.csv.text (identity)
      """;

  private static final String COUNTED =
      """
      input file $WORK/in/FILE COUNT
      input file $WORK/in/other.csv 1999
      output file $WORK/out/paid.csv PAID
      """;

  @TempDir private Path folder;

  /** Orders: the first ones have no amount, and all the same note. */
  private static String orders(int count, String note, int seed) {
    StringBuilder text = new StringBuilder("id,note,amount\n");
    Random random = new Random(seed);
    for (int i = 0; i < count; i++) {
      int number = 1_000_000 + random.nextInt(9_000_000) / 10 * 10 + i % 10;
      if (i < UNPAID) {
        text.append(number).append(",none,0\n");
      } else {
        String word = Long.toString(random.nextLong() >>> 20, 36);
        text.append(number).append(',').append(i == UNPAID + 25 ? note : word + " paid");
        text.append(',').append(1 + random.nextInt(100_000)).append(".5\n");
      }
    }
    return text.toString();
  }

  private Trial trial(Jdk jdk, String file, byte[] content) throws IOException {
    return new Trial(jdk, folder)
        .given(
            place -> {
              Files.write(place.work().resolve("in/" + file), content);
              Files.writeString(place.work().resolve("in/other.csv"), orders(1999, "", 6));
              Files.createDirectories(place.work().resolve("out"));
            });
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static List<Jdk> newest() {
    return Jdks.all().subList(Jdks.all().size() - 1, Jdks.all().size());
  }

  private static String show(Trial trial) throws Exception {
    String home = trial.home().folder().toString();
    return Agent.run(trial.jdk(), trial.place(), "show", "--home", home).stdout();
  }

  private static JsonNode input(Trial trial) throws IOException {
    return trial.home().runs().get(0).last().path("inputs").get(0).path("inputFacets");
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void whatIsSelectedFarBehindTheBeginning(Jdk jdk) throws Exception {
    byte[] content = utf8(orders(110_000, "first", 5));
    assertTrue(content.length > 3 << 20 && content.length < 4 << 20, "" + content.length);
    Trial trial = trial(jdk, "orders.csv", content);
    trial
        .run(Job.of("LongFiles", "in/orders.csv", "slowly"))
        .exits(0)
        .recorded(PAID.replace("FILE", "orders.csv"));
    Counted.in(trial)
        .rows(
            COUNTED
                .replace("FILE", "orders.csv")
                .replace("COUNT", "110000")
                .replace("PAID", "105000"))
        .dropped("{}");
  }

  /** A text in quotes has lines that look like rows, and goes on behind the first 64 KiB. */
  @ParameterizedTest
  @MethodSource("newest")
  void aTextOfManyLinesOverTheBorder(Jdk jdk) throws Exception {
    String start = orders(UNPAID, "", 5);
    String lines = "\"" + "\n1234567,other,7.5".repeat(1500) + "\"";
    String content = orders(20_000, lines, 5);
    // Moved so that the text begins before the border.
    content = "id,note,amount\n" + content.substring(start.length() - 60_000);
    content = content.replaceFirst("(?s)\n[^\n]*\n", "\n");
    long count = content.lines().count() - 1 - 1500;
    Trial trial = trial(jdk, "orders.csv", utf8(content));
    trial
        .run(Job.of("LongFiles", "in/orders.csv", "slowly"))
        .exits(0)
        .recorded(PAID.replace("FILE", "orders.csv"));
    Counted.in(trial)
        .rows(
            COUNTED
                .replace("FILE", "orders.csv")
                .replace("COUNT", "" + count)
                .replace("PAID", "15000"))
        .dropped("{}");
  }

  @ParameterizedTest
  @MethodSource("newest")
  void whatIsPacked(Jdk jdk) throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(utf8(orders(110_000, "first", 5)));
    }
    assertTrue(packed.size() > 1 << 20, () -> "" + packed.size());
    Trial trial = trial(jdk, "orders.csv.gz", packed.toByteArray());
    trial
        .run(Job.of("LongFiles", "in/orders.csv.gz", "slowly"))
        .exits(0)
        .recorded(PAID.replace("FILE", "orders.csv.gz"));
    Counted.in(trial)
        .rows(COUNTED.replace("FILE COUNT", "orders.csv.gz").replace("PAID", "105000"))
        .dropped("{}");
  }

  /** Of more than 4 MiB the number of records is an estimate, and never a count. */
  @ParameterizedTest
  @MethodSource("newest")
  void recordsOfMoreThanIsLookedAt(Jdk jdk) throws Exception {
    byte[] content = utf8(orders(150_000, "first", 5));
    Trial trial = trial(jdk, "orders.csv", content);
    trial
        .run(Job.of("LongFiles", "in/orders.csv", "slowly"))
        .exits(0)
        .recorded(PAID.replace("FILE", "orders.csv"));
    Counted.in(trial)
        .rows(COUNTED.replace("FILE COUNT", "orders.csv").replace(" PAID", ""))
        .dropped("{}");
    JsonNode estimate = input(trial).path("spoor_recordEstimate");
    assertEquals(4 << 20, estimate.path("examinedBytes").asInt());
    assertEquals(150_000, estimate.path("records").asDouble(), 4000);
    String shown = show(trial);
    assertTrue(shown.matches("(?s).*~1[45]\\d,\\d{3} .*"), shown);
  }

  /**
   * Whoever reads faster than Spoor looks at it does not wait: it is told how much was not seen.
   */
  @ParameterizedTest
  @MethodSource("newest")
  void whatComesFasterIsTold(Jdk jdk) throws Exception {
    byte[] content = utf8(orders(110_000, "first", 5));
    Trial trial = trial(jdk, "orders.csv", content);
    trial
        .run(Job.of("LongFiles", "in/orders.csv", "atOnce"))
        .exits(0)
        .recorded(
            """
            jobs.LongFiles COMPLETE
            input file $WORK/in/orders.csv
            input file $WORK/in/other.csv
            """);
    Counted.in(trial).dropped("{\"contentsInPart\":1}");
    JsonNode estimate = input(trial).path("spoor_recordEstimate");
    int examined = estimate.path("examinedBytes").asInt();
    assertTrue(examined >= 64 << 10 && examined <= 1 << 20, () -> "" + examined);
    assertTrue(estimate.path("records").asInt() > 0);
    assertEquals(true, input(trial).path("inputStatistics").path("rowCount").isMissingNode());
    String shown = show(trial);
    assertTrue(shown.contains("dropped at a limit, so that lineage may lack: contentsInPart 1"));
  }
}
