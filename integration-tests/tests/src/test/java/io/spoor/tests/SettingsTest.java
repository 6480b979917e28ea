package io.spoor.tests;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where settings come from, and what becomes of wrong ones: one sentence, and the job goes on. */
class SettingsTest {

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

  @ParameterizedTest
  @MethodSource(ENDS)
  void unknownSettingNamesTheNearest(Jdk jdk) throws Exception {
    new Trial(jdk, folder)
        .given(Data::orders)
        .with("sinks", "file")
        .with("jobname", "x")
        .run(COPY)
        .exits(0)
        .recorded(LINEAGE)
        .logged("sinks", "did you mean sink?")
        .logged("jobname", "did you mean job.name?");
  }

  @ParameterizedTest
  @MethodSource(ENDS)
  void unknownSinkNamesTheNearest(Jdk jdk) throws Exception {
    new Trial(jdk, folder)
        .given(Data::orders)
        .with("sink", "file+htttp")
        .run(COPY)
        .exits(0)
        .recorded(LINEAGE)
        .logged("htttp", "did you mean 'http'?");
  }

  @ParameterizedTest
  @MethodSource(ENDS)
  void numberThatIsNone(Jdk jdk) throws Exception {
    new Trial(jdk, folder)
        .given(Data::orders)
        .with("exit.budget", "soon")
        .run(COPY)
        .exits(0)
        .recorded(LINEAGE)
        .logged("exit.budget", "soon");
  }

  @ParameterizedTest
  @MethodSource(ENDS)
  void corruptPropertiesFile(Jdk jdk) throws Exception {
    Trial trial = new Trial(jdk, folder).given(Data::orders);
    properties(trial, "job.name=nightly\\u00zz\n");
    trial.run(COPY).exits(0).recorded(LINEAGE).logged("spoor.properties");
  }

  @ParameterizedTest
  @MethodSource(ENDS)
  void argumentBeatsPropertyBeatsEnvironmentBeatsFile(Jdk jdk) throws Exception {
    String named = LINEAGE.replace("jobs.FileCopyStreams", "by %s");
    Trial trial = new Trial(jdk, folder).given(Data::orders);
    properties(trial, "job.name=by file\n");
    trial.run(COPY).recorded(named.formatted("file"));

    deleteEvents(trial);
    Job withEnvironment = COPY.withEnvironment("SPOOR_JOB_NAME", "by environment");
    trial.run(withEnvironment).recorded(named.formatted("environment"));

    deleteEvents(trial);
    Job withProperty = withEnvironment.withJvm("-Dspoor.job.name=by property");
    trial.run(withProperty).recorded(named.formatted("property"));

    deleteEvents(trial);
    trial.with("job.name", "by argument, quoted \"so\"");
    trial.run(withProperty).recorded(named.formatted("argument, quoted \"so\""));
  }

  @ParameterizedTest
  @MethodSource(ENDS)
  void includeAndExclude(Jdk jdk) throws Exception {
    new Trial(jdk, folder)
        .given(
            place -> {
              Data.orders(place);
              Data.customers(place);
            })
        .with("exclude", "**/customers.csv")
        .run(Job.of("TwoInputsOneOutput", "in/orders.csv", "in/customers.csv", "out/joined.csv"))
        .exits(0)
        .recorded(
            """
            jobs.TwoInputsOneOutput COMPLETE
            input file $WORK/in/orders.csv
            output file $WORK/out/joined.csv
            file $WORK/in/orders.csv -> file $WORK/out/joined.csv [exclusive]
            """);
  }

  private static void properties(Trial trial, String text) throws Exception {
    Files.createDirectories(trial.home().folder());
    Files.writeString(trial.home().folder().resolve("spoor.properties"), text);
  }

  private static void deleteEvents(Trial trial) throws Exception {
    for (Path file : trial.home().filesIn("events")) {
      Files.delete(file);
    }
  }
}
