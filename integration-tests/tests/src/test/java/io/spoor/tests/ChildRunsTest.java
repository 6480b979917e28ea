package io.spoor.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code edges=child-runs}: edges for those who know only inputs and outputs of a run. */
class ChildRunsTest {

  @TempDir private Path folder;

  private Trial trial(Jdk jdk) throws Exception {
    Job setup = Job.of("RowShapes", "setup").with("h2");
    return new Trial(jdk, folder)
        .given(
            place -> {
              Outcome outcome = setup.start(jdk, place, null).await();
              assertEquals(0, outcome.exit(), outcome::toString);
            });
  }

  /** The runs of one file, in the order of their first events. */
  private static List<RecordedRun> runs(RecordedRun file) throws Exception {
    Map<String, List<String>> lines = new LinkedHashMap<>();
    for (int i = 0; i < file.lines().size(); i++) {
      String id = file.events().get(i).path("run").path("runId").asText();
      lines.computeIfAbsent(id, key -> new ArrayList<>()).add(file.lines().get(i));
    }
    List<RecordedRun> runs = new ArrayList<>();
    for (List<String> each : lines.values()) {
      runs.add(RecordedRun.of(file.file(), each));
    }
    return runs;
  }

  private static List<String> names(JsonNode datasets) {
    List<String> names = new ArrayList<>();
    datasets.forEach(dataset -> names.add(dataset.path("name").asText()));
    return names;
  }

  private static List<String> told(List<RecordedRun> runs) {
    List<String> told = new ArrayList<>();
    for (RecordedRun run : runs) {
      JsonNode last = run.last();
      told.add(
          last.path("job").path("name").asText()
              + " "
              + run.types()
              + " "
              + names(last.path("inputs"))
              + " -> "
              + names(last.path("outputs")));
    }
    return told;
  }

  @ParameterizedTest
  @MethodSource("io.spoor.tests.Jdks#ends")
  void eachOutputHasTheInputsThatFedItAlone(Jdk jdk) throws Exception {
    try (Collector collector = Collector.takes()) {
      Trial trial =
          trial(jdk)
              .with("edges", "child-runs")
              .with("sink", "file+http")
              .with("sink.http.url", collector.url());
      trial.run(Job.of("RowShapes", "interleave").with("h2")).exits(0);

      assertEquals(1, trial.home().runs().size(), "files");
      RecordedRun file = trial.home().runs().get(0);
      assertEquals(file.lines(), collector.bodies());
      List<RecordedRun> runs = runs(file);
      assertEquals(
          List.of(
              "jobs.RowShapes [START, COMPLETE] [PUBLIC.CUSTOMERS, PUBLIC.ORDERS] -> []",
              "jobs.RowShapes.PUBLIC.BILLS [START, COMPLETE] [PUBLIC.ORDERS] -> [PUBLIC.BILLS]",
              "jobs.RowShapes.PUBLIC.COPIES [START, COMPLETE] [PUBLIC.CUSTOMERS]"
                  + " -> [PUBLIC.COPIES]"),
          told(runs));
      RecordedRun own = runs.get(0);
      Spec.check(own);
      assertEquals(List.of(), names(own.events().get(0).path("outputs")), "of START");
      for (RecordedRun child : runs.subList(1, 3)) {
        Spec.checkEvents(child);
        for (JsonNode event : child.events()) {
          JsonNode parent = event.path("run").path("facets").path("parent");
          assertEquals(own.id(), parent.path("run").path("runId").asText());
          assertEquals("jobs.RowShapes", parent.path("job").path("name").asText());
          assertEquals(own.id(), parent.path("root").path("run").path("runId").asText());
        }
        JsonNode end = child.last();
        assertEquals(own.last().path("eventTime"), end.path("eventTime"));
        assertTrue(end.path("outputs").path(0).path("facets").has("columnLineage"), end::toString);
        JsonNode lineage = end.path("job").path("facets").path("lineage").path("entries");
        assertEquals(names(end.path("outputs")), names(lineage));
      }
    }
  }

  /** To people it is one run with the outputs that it has. */
  @Test
  void showPutsThemBackIntoTheirRun() throws Exception {
    Job job = Job.of("RowShapes", "interleave").with("h2");
    Trial trial = trial(Jdks.newest());
    trial.run(job).exits(0);
    JsonNode plain = shown(trial).get(0);
    trial = trial(Jdks.newest()).with("edges", "child-runs");
    trial.run(job).exits(0);
    JsonNode split = shown(trial);
    assertEquals(2, plain.get("outputs").size());
    for (String part : List.of("job", "state", "outputs", "inputs", "edges", "refuted")) {
      assertEquals(plain.get(part), split.get(0).get(part), part);
    }
    String list = show(trial, "--all-runs").stdout();
    assertEquals(3, list.lines().count(), "a head and both: " + list);
    String why = show(trial, "--why", "COPIES.MAIL").stdout();
    assertTrue(why.contains("CUSTOMERS.EMAIL is in COPIES.MAIL"), why);
    String child = runs(trial.home().runs().get(1)).get(1).id();
    String alone = show(trial, "--run", child).stdout();
    assertTrue(alone.startsWith("jobs.RowShapes.PUBLIC.BILLS  COMPLETE\n"), alone);
  }

  private static Outcome show(Trial trial, String... more) throws Exception {
    List<String> arguments =
        new ArrayList<>(List.of("show", "--home", trial.home().folder().toString()));
    arguments.addAll(List.of(more));
    Outcome shown = Agent.run(trial.jdk(), trial.place(), arguments.toArray(new String[0]));
    assertEquals(0, shown.exit(), shown::toString);
    assertEquals("", shown.stderr());
    return shown;
  }

  private static JsonNode shown(Trial trial) throws Exception {
    return new JsonMapper().readTree(show(trial, "--format", "json").stdout());
  }

  /** Nothing decides: the output has a run, and no input in it. */
  @Test
  void candidatesAreNoInputs() throws Exception {
    Trial trial = trial(Jdks.newest()).with("edges", "child-runs");
    trial.run(Job.of("RowShapes", "numbers").with("h2")).exits(0);
    assertEquals(
        List.of(
            "jobs.RowShapes [START, COMPLETE] [PUBLIC.CUSTOMERS, PUBLIC.SUPPLIERS] -> []",
            "jobs.RowShapes.PUBLIC.NUMBERS [START, COMPLETE] [] -> [PUBLIC.NUMBERS]"),
        told(runs(trial.home().runs().get(0))));
  }

  /** Who wants no flows has none to tell. */
  @Test
  void withoutFlowsTheRunIsWhole() throws Exception {
    Trial trial = trial(Jdks.newest()).with("edges", "child-runs").with("flows", "off");
    trial.run(Job.of("RowShapes", "numbers").with("h2")).exits(0);
    assertEquals(
        List.of(
            "jobs.RowShapes [START, COMPLETE] [PUBLIC.CUSTOMERS, PUBLIC.SUPPLIERS]"
                + " -> [PUBLIC.NUMBERS]"),
        told(runs(trial.home().runs().get(0))));
  }

  /** Its outputs had no runs yet: the lineage facet of its last state names them. */
  @Test
  void killedRun() throws Exception {
    Trial trial = new Trial(Jdks.newest(), folder).given(Data::orders).with("edges", "child-runs");
    Running job = trial.start(Job.of("WaitsToBeKilled", "in/orders.csv", "out/copy.csv"));
    job.awaitThat("the job has copied", () -> job.printed().contains("copied"));
    job.awaitThat("a checkpoint knows of it", () -> isInCheckpoint(trial, "out/copy.csv"));
    job.kill();
    String home = trial.home().folder().toString();
    Outcome shown = Agent.run(trial.jdk(), trial.place(), "show", "--home", home);
    assertEquals(0, shown.exit(), shown::toString);
    assertTrue(shown.stdout().contains("Outputs (1)"), shown::toString);
    RecordedRun run = trial.home().runs().get(0);
    Spec.check(run);
    assertEquals("FAIL", run.types().get(run.types().size() - 1));
    assertEquals(List.of(), names(run.last().path("outputs")));
    JsonNode lineage = run.last().path("job").path("facets").path("lineage").path("entries");
    assertTrue(names(lineage).get(0).endsWith("out/copy.csv"), lineage::toString);
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
}
