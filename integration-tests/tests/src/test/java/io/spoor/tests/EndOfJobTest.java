package io.spoor.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The ways in which a JVM ends, and what becomes of the run's last event. */
class EndOfJobTest {

  private static final String ALL = "io.spoor.tests.Jdks#all";

  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource(ALL)
  void uncaughtException(Jdk jdk) throws Exception {
    new Trial(jdk, folder)
        .given(Data::orders)
        .run(Job.of("FailsWithException", "in/orders.csv", "out/half.csv"))
        .exits(1)
        .complains("card 4111-1111-1111-1111 was refused")
        .recorded(
            """
            jobs.FailsWithException FAIL
            input file $WORK/in/orders.csv
            output file $WORK/out/half.csv
            file $WORK/in/orders.csv -> file $WORK/out/half.csv [exclusive]
            """)
        .hides("4111-1111");
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void exitWithZero(Jdk jdk) throws Exception {
    endsItself(jdk, "exit", 0, "COMPLETE");
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void exitWithAnother(Jdk jdk) throws Exception {
    endsItself(jdk, "exit", 3, "FAIL");
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void haltWithZero(Jdk jdk) throws Exception {
    endsItself(jdk, "halt", 0, "COMPLETE");
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void haltWithAnother(Jdk jdk) throws Exception {
    endsItself(jdk, "halt", 3, "FAIL");
  }

  private void endsItself(Jdk jdk, String how, int code, String state) throws Exception {
    new Trial(jdk, folder)
        .given(Data::orders)
        .run(Job.of("ExitsWith", "in/orders.csv", "out/copy.csv", how, Integer.toString(code)))
        .exits(code)
        .prints("ending by " + how + "\n")
        .recorded(
            """
            jobs.ExitsWith %s
            input file $WORK/in/orders.csv
            output file $WORK/out/copy.csv
            file $WORK/in/orders.csv -> file $WORK/out/copy.csv [exclusive]
            """
                .formatted(state));
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void shutdownHookOfTheJob(Jdk jdk) throws Exception {
    new Trial(jdk, folder)
        .given(Data::orders)
        .run(Job.of("ShutdownHookWrites", "in/orders.csv", "out/size.csv"))
        .exits(0)
        .prints("main is over\n")
        .recorded(
            """
            jobs.ShutdownHookWrites COMPLETE
            input file $WORK/in/orders.csv
            output file $WORK/out/size.csv
            file $WORK/in/orders.csv -> file $WORK/out/size.csv [exclusive]
            """);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void temporaryFileIsNoDataset(Jdk jdk) throws Exception {
    new Trial(jdk, folder)
        .given(Data::orders)
        .run(Job.of("DeleteOnExit", "in/orders.csv", "out/copy.csv"))
        .exits(0)
        .prints("staged 43 bytes\n")
        .recorded(
            """
            jobs.DeleteOnExit COMPLETE
            input file $WORK/in/orders.csv
            output file $WORK/out/copy.csv
            file $WORK/in/orders.csv -> file $WORK/out/copy.csv [exclusive]
            """);
  }

  @ParameterizedTest
  @MethodSource("io.spoor.tests.Jdks#ends")
  void killedRunIsFoundByShow(Jdk jdk) throws Exception {
    Trial trial = killedRun(jdk);
    Outcome show =
        Agent.run(jdk, trial.place(), "show", "--home", trial.home().folder().toString());
    assertEquals(0, show.exit(), show::toString);
    assertTrue(show.stdout().contains("FAIL"), show::toString);
    assertFailed(trial, trial.home().runs());
  }

  @ParameterizedTest
  @MethodSource("io.spoor.tests.Jdks#ends")
  void killedRunIsFoundByTheNextJob(Jdk jdk) throws Exception {
    Trial trial = killedRun(jdk);
    trial.start(Job.of("FilesCopyApi", "in/orders.csv", "out/next.csv")).await();
    List<RecordedRun> runs = trial.home().runs();
    assertEquals(2, runs.size(), runs::toString);
    assertFailed(trial, runs.subList(0, 1));
    Lineage.of(runs.get(1), trial.place().work())
        .assertIs(
            """
            jobs.FilesCopyApi COMPLETE
            input file $WORK/in/orders.csv
            output file $WORK/out/next.csv
            file $WORK/in/orders.csv -> file $WORK/out/next.csv [copy]
            """);
    Spec.check(runs.get(1));
  }

  /** Nobody will commit what was open when the JVM was killed: the database rolls it back. */
  @Test
  void whatAKilledTransactionWroteIsNoOutput() throws Exception {
    Trial trial = new Trial(Jdks.newest(), folder);
    Running job =
        trial.start(
            Product.H2
                .job("SqlSteps")
                .withStdin(
                    """
                    open
                    execute create table source (id int)
                    execute create table undone (id int)
                    execute create table done (id int)
                    update insert into source values (1)
                    auto off
                    update insert into undone select id from source
                    open
                    update insert into done select id from source
                    wait
                    """));
    job.awaitThat("the job waits", () -> job.printed().contains("waiting"));
    job.awaitThat("a checkpoint knows of what is done", () -> isInCheckpoint(trial, ".DONE"));
    job.kill();
    Agent.run(trial.jdk(), trial.place(), "show", "--home", trial.home().folder().toString());
    List<RecordedRun> runs = trial.home().runs();
    assertEquals(1, runs.size(), runs::toString);
    Lineage.of(runs.get(0), trial.place().work())
        .assertIs(
            Product.H2.datasets(
                """
                jobs.SqlSteps FAIL
                input <source>
                output <done>
                output <source>
                <source> -> <done> [sql]
                <source.id> -> <done.id> (identity)
                """));
    Spec.check(runs.get(0));
  }

  /** What the driver says of it is waited for, but not for ever. */
  @Test
  void aQueryWhoseResultTheJobNeverAskedForIsInTheCheckpoint() throws Exception {
    Trial trial = new Trial(Jdks.newest(), folder).given(Data::h2);
    Running job =
        trial.start(
            Job.of("SqlSteps", Data.h2Url(trial.place(), "shop"))
                .with("h2")
                .withStdin("open\nexecute select id from orders\nwait\n"));
    job.awaitThat("the job waits", () -> job.printed().contains("waiting"));
    job.awaitThat("a checkpoint knows of it", () -> isInCheckpoint(trial, "PUBLIC.ORDERS"));
    job.kill();
  }

  /** Kills a job as kill -9 does, after its output has got into the checkpoint. */
  private Trial killedRun(Jdk jdk) throws Exception {
    Trial trial = new Trial(jdk, folder).given(Data::orders);
    Running job = trial.start(Job.of("WaitsToBeKilled", "in/orders.csv", "out/copy.csv"));
    job.awaitThat("the job has copied", () -> job.printed().contains("copied"));
    job.awaitThat("a checkpoint knows of it", () -> isInCheckpoint(trial, "out/copy.csv"));
    job.kill();
    return trial;
  }

  private static boolean isInCheckpoint(Trial trial, String text) {
    try {
      for (Path file : trial.home().checkpoints()) {
        if (Place.latin1(file).contains(text)) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void assertFailed(Trial trial, List<RecordedRun> runs) throws IOException {
    assertEquals(1, runs.size(), runs::toString);
    Lineage.of(runs.get(0), trial.place().work())
        .assertIs(
            """
            jobs.WaitsToBeKilled FAIL
            input file $WORK/in/orders.csv
            output file $WORK/out/copy.csv
            file $WORK/in/orders.csv -> file $WORK/out/copy.csv [exclusive]
            """);
    Spec.check(runs.get(0));
    assertEquals(List.of(), trial.home().checkpoints());
  }
}
