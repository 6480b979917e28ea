package io.spoor.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An archive of classes that was made without the agent goes on serving the job: only the classes
 * that are woven leave it.
 */
class AppCdsTest {

  @TempDir private Path folder;

  static List<Jdk> jdks() {
    return Jdks.ofReleases(17, 25);
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("jdks")
  void onlyWovenClassesLeaveTheArchive(Jdk jdk) throws Exception {
    Trial trial = new Trial(jdk, folder);
    // The archive takes no classes from folders.
    Path jar = jar(trial.place().root().resolve("job.jar"), "jobs/H2Once.class");
    Path archive = trial.place().root().resolve("job.jsa");
    Job job = Job.of("H2Once").withClasses(jar).with("h2");
    Outcome dump = trial.runWithout(job.withJvm("-XX:ArchiveClassesAtExit=" + archive));
    assertTrue(Files.exists(archive), dump::toString);

    Job archived = job.withJvm("-XX:SharedArchiveFile=" + archive);
    Path before = trial.place().root().resolve("before.log");
    Outcome without = trial.runWithout(archived.withJvm(loadLog(before)));
    Path after = trial.place().root().resolve("after.log");
    Outcome with = trial.start(archived.withJvm(loadLog(after))).await();

    assertEquals(0, without.exit(), without::toString);
    assertEquals(0, with.exit(), with::toString);
    TreeSet<String> sharedBefore = sharedOfTheJob(before);
    TreeSet<String> left = new TreeSet<>(sharedBefore);
    left.removeAll(sharedOfTheJob(after));
    assertTrue(sharedBefore.size() > 300, () -> "classes in the archive: " + sharedBefore.size());
    assertEquals(
        List.of("org.h2.Driver", "org.h2.jdbc.JdbcConnection", "org.h2.jdbc.JdbcResultSet")
            .toString(),
        left.stream()
            .filter(name -> !name.endsWith("Statement"))
            .collect(Collectors.toList())
            .toString(),
        "classes that were woven, statements apart");
    assertTrue(left.size() <= 6, () -> "woven: " + left);
  }

  private static String loadLog(Path file) {
    return "-Xlog:class+load:file=" + file + ":none";
  }

  /** Classes of the job and its libraries that came from the archive. */
  private static TreeSet<String> sharedOfTheJob(Path log) throws IOException {
    TreeSet<String> shared = new TreeSet<>();
    for (String line : Files.readAllLines(log)) {
      int source = line.indexOf(" source: shared objects file");
      if (source > 0 && (line.startsWith("org.h2.") || line.startsWith("jobs."))) {
        shared.add(line.substring(0, source));
      }
    }
    return shared;
  }

  private static Path jar(Path jar, String entry) throws IOException {
    Path classes = Path.of(System.getProperty("jobs.classes"));
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      out.putNextEntry(new JarEntry(entry));
      Files.copy(classes.resolve(entry), out);
      out.closeEntry();
    }
    return jar;
  }
}
