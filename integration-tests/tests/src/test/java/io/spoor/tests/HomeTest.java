package io.spoor.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Homes that cannot be written to: the job is not affected and the events are elsewhere. */
class HomeTest {

  private static final String ENDS = "io.spoor.tests.Jdks#ends";
  private static final Job COPY = Job.of("FileCopyStreams", "in/orders.csv", "out/copy.csv");
  private static final String LINEAGE =
      """
      jobs.FileCopyStreams COMPLETE
      input file $WORK/in/orders.csv
      output file $WORK/out/copy.csv
      file $WORK/in/orders.csv -> file $WORK/out/copy.csv [exclusive]
      """;

  @TempDir private Path folder;

  /** A file in the way stops even a user who may write everywhere. */
  @ParameterizedTest
  @MethodSource(ENDS)
  void homeThatCannotBeMade(Jdk jdk) throws Exception {
    Trial trial = new Trial(jdk, folder).given(Data::orders);
    Path inTheWay = Files.writeString(trial.place().root().resolve("file"), "in the way");
    trial.withHome(inTheWay.resolve("home"));
    trial
        .run(COPY)
        .exits(0)
        .recordedIn(trial.fallbackHome(), LINEAGE)
        .loggedIn(trial.fallbackHome(), inTheWay.toString());
  }

  @ParameterizedTest
  @MethodSource(ENDS)
  void withoutAnyHomeTheOtherSinksGoOn(Jdk jdk) throws Exception {
    try (Collector collector = Collector.takes()) {
      Trial trial =
          new Trial(jdk, folder).with("sink", "file+http").with("sink.http.url", collector.url());
      Path inTheWay = Files.writeString(trial.place().root().resolve("file"), "in the way");
      trial.withHome(inTheWay.resolve("home"));
      trial.given(
          place -> {
            Data.orders(place);
            Files.writeString(trial.fallbackHome().folder(), "in the way, too");
          });
      trial.run(COPY).exits(0);
      RecordedRun run = RecordedRun.of(Path.of("none"), collector.bodies());
      assertEquals(java.util.List.of("START", "COMPLETE"), run.types());
      Lineage.of(run, trial.place().work()).assertIs(LINEAGE);
    }
  }

  @ParameterizedTest
  @MethodSource(ENDS)
  void fullDisk(Jdk jdk) throws Exception {
    Trial trial = new Trial(jdk, folder).given(Data::orders);
    Path disk = Files.createDirectory(trial.place().root().resolve("disk"));
    Assumptions.assumeTrue(
        exec("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk.toString()) == 0,
        "A full disk needs a small file system to be mounted, which this user may not do");
    try {
      trial.withHome(disk.resolve("home"));
      fill(disk.resolve("filler"));
      trial.run(COPY).exits(0).recordedIn(trial.fallbackHome(), LINEAGE);
    } finally {
      exec("umount", disk.toString());
    }
  }

  private static void fill(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      while (true) {
        out.write(new byte[4096]);
      }
    } catch (IOException e) {
      if (!e.getMessage().contains("No space left")) {
        throw e;
      }
    }
  }

  private static int exec(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      return -1;
    }
  }
}
