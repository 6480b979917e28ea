package io.spoor.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** While a driver loads, Spoor gets ready for the job's first statement, and for its end. */
class AheadTest {

  @TempDir private Path folder;

  static List<Arguments> withLogs() {
    return Jdks.ofReleases(17, 21, 25).stream()
        .flatMap(jdk -> Stream.of("query", "connect").map(first -> Arguments.of(jdk, first)))
        .collect(Collectors.toList());
  }

  /**
   * What this names is missing in {@code io.spoor.agent.Ahead}; or a job that connects before all
   * of it is there stops it, however long it does nothing then.
   */
  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("withLogs")
  void allIsLoadedBeforeTheFirstStatement(Jdk jdk, String first) throws Exception {
    Trial trial = new Trial(jdk, folder);
    Path log = trial.place().root().resolve("classes.log");
    trial
        .run(
            Job.of("LoadsItsDriverFirst", first)
                .with("h2")
                .withJvm("-Xlog:class+load:file=" + log + ":none"))
        .exits(0)
        .prints("1 one\ndone\n");
    List<String> loaded =
        Files.readAllLines(log).stream()
            .map(line -> line.substring(0, Math.max(0, line.indexOf(' '))))
            .collect(Collectors.toList());
    // The last one stands for what creating a private file needs of the JDK.
    List<String> late =
        loaded.subList(loaded.indexOf("jobs.H2Once"), loaded.size()).stream()
            .filter(
                name ->
                    name.startsWith("io.spoor.")
                        || name.equals("sun.nio.fs.UnixFileAttributeViews$Posix"))
            .collect(Collectors.toList());
    assertEquals(List.of(), late);
  }

  @ParameterizedTest
  @MethodSource("io.spoor.tests.Jdks#all")
  void aDriverThatNobodyUses(Jdk jdk) throws Exception {
    new Trial(jdk, folder)
        .run(Job.of("LoadsItsDriverFirst").with("h2"))
        .exits(0)
        .prints("done\n")
        .recordedNothing();
  }
}
