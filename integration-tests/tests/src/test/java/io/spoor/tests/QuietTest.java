package io.spoor.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What leaves no trace, and who may read the traces. */
class QuietTest {

  private static final String ALL = "io.spoor.tests.Jdks#all";

  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource(ALL)
  void jobWithoutData(Jdk jdk) throws Exception {
    new Trial(jdk, folder)
        .run(Job.of("NoAccess"))
        .exits(0)
        .prints("sum 500500\n")
        .recordedNothing();
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void standardStreamsAreNoDatasets(Jdk jdk) throws Exception {
    new Trial(jdk, folder)
        .run(Job.of("PrintsToBothStreams").withStdin("one\ntwo\n"))
        .exits(7)
        .complains("read 8 bytes")
        .recordedNothing();
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void disabled(Jdk jdk) throws Exception {
    new Trial(jdk, folder)
        .given(Data::orders)
        .with("enabled", "false")
        .run(Job.of("FileCopyStreams", "in/orders.csv", "out/copy.csv"))
        .exits(0)
        .recordedNothing();
  }

  @ParameterizedTest
  @MethodSource("io.spoor.tests.Jdks#ends")
  void secondAgentIsLeftOut(Jdk jdk) throws Exception {
    Trial trial = new Trial(jdk, folder).given(Data::orders);
    trial
        .run(Job.of("FileCopyStreams", "in/orders.csv", "out/copy.csv"), trial.agent())
        .exits(0)
        .recorded(
            """
            jobs.FileCopyStreams COMPLETE
            input file $WORK/in/orders.csv
            output file $WORK/out/copy.csv
            file $WORK/in/orders.csv -> file $WORK/out/copy.csv [exclusive]
            """)
        .logged("second");
  }

  static List<Jdk> withModules() {
    return Jdks.ofReleases(11, 17, 21, 25);
  }

  /** A runtime image with the modules alone that the job needs: there is no Unsafe in it. */
  @ParameterizedTest
  @MethodSource("withModules")
  void runtimeImageOfFewModules(Jdk jdk) throws Exception {
    new Trial(jdk, folder)
        .given(Data::orders)
        .run(
            Job.of("FileCopyStreams", "in/orders.csv", "out/copy.csv"),
            "--limit-modules=java.base,java.instrument,java.logging")
        .exits(0)
        .recorded(
            """
            jobs.FileCopyStreams COMPLETE
            input file $WORK/in/orders.csv
            output file $WORK/out/copy.csv
            file $WORK/in/orders.csv -> file $WORK/out/copy.csv [exclusive]
            """);
  }

  @Test
  void filesAreTheOwnersAlone() throws Exception {
    Trial trial = new Trial(Jdks.newest(), folder).given(Data::orders);
    trial.run(Job.of("FileCopyStreams", "in/orders.csv", "out/copy.csv"));
    for (Path file : trial.home().filesIn("")) {
      assertEquals(owner("rw-------"), Files.getPosixFilePermissions(file), file::toString);
      assertEquals(
          owner("rwx------"), Files.getPosixFilePermissions(file.getParent()), file::toString);
    }
    assertEquals(1, trial.home().runs().size());
  }

  private static Set<PosixFilePermission> owner(String permissions) {
    return PosixFilePermissions.fromString(permissions);
  }
}
