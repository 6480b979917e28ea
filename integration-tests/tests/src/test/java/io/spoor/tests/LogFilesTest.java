package io.spoor.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a logging framework writes, rolls and packs is no data, whatever its name. */
class LogFilesTest {

  @TempDir private Path folder;

  static Stream<Arguments> frameworks() {
    return Jdks.ends().stream()
        .flatMap(
            jdk ->
                Stream.of("jul", "logback", "log4j2", "log4j1")
                    .map(framework -> Arguments.of(framework, jdk)));
  }

  @ParameterizedTest
  @MethodSource("frameworks")
  void logsAreNoData(String framework, Jdk jdk) throws Exception {
    Trial trial = new Trial(jdk, folder).given(Data::orders);
    trial
        .start(
            Job.of("WritesLogs", framework, "in/orders.csv", "orders.log")
                .with("logback-classic", "logback-core", "slf4j-api")
                .with("log4j-core", "log4j-api", "reload4j"))
        .await();
    try (Stream<Path> logs = Files.list(trial.place().work().resolve("logs"))) {
      assertTrue(logs.count() > 1, "the log was not rolled");
    }
    List<RecordedRun> runs = trial.home().runs();
    assertEquals(1, runs.size());
    // What the job itself calls a log is data.
    Lineage.of(runs.get(0), trial.place().work())
        .assertIs(
            """
            jobs.WritesLogs COMPLETE
            input file $WORK/in/orders.csv
            output file $WORK/orders.log
            file $WORK/in/orders.csv -> file $WORK/orders.log [exclusive]
            """);
    JsonNode rules =
        runs.get(0).last().path("run").path("facets").path("spoor_leftOut").path("rules");
    boolean told = false;
    for (JsonNode rule : rules) {
      told |= rule.path("rule").asText().equals("logging");
    }
    assertTrue(told, rules::toString);
  }
}
