package io.spoor.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spoor.model.Dataset;
import io.spoor.model.DatasetId;
import io.spoor.model.Evidence;
import io.spoor.model.Facet;
import io.spoor.model.Flow;
import io.spoor.model.Job;
import io.spoor.model.RunEvent;
import io.spoor.model.Rung;
import io.spoor.openlineage.AgentRunFacet;
import io.spoor.openlineage.ErrorMessageRunFacet;
import io.spoor.openlineage.EventWriter;
import io.spoor.openlineage.JobTypeJobFacet;
import io.spoor.openlineage.LineageJobFacet;
import io.spoor.openlineage.ParentRunFacet;
import io.spoor.openlineage.RoleDatasetFacet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A run's events, and those of the runs that stand for its outputs. */
class EdgeRunsTest {

  private static final UUID RUN = UUID.fromString("0195f3a0-7b1c-7d2e-8f3a-4b5c6d7e8f90");
  private static final UUID ABOVE = UUID.fromString("0195f3a0-7b1c-7d2e-8f3a-000000000001");
  private static final long START = 1769903990000L;
  private static final Instant TIME = Instant.ofEpochMilli(1769903999123L);

  private final List<Facet> runFacets =
      new ArrayList<>(List.of(new AgentRunFacet("0.1.0", 12, 34, Map.of("errors", 2L))));

  private static DatasetId id(String name) {
    return new DatasetId("db", name);
  }

  private static Dataset dataset(DatasetId id, Facet... facets) {
    return new Dataset(id, List.of(facets), List.of());
  }

  private static Flow flow(DatasetId from, DatasetId to, Rung rung) {
    return new Flow(from, to, List.of(new Evidence(rung, null)), 1.0);
  }

  private RunEvent event(RunEvent.Type type, List<Flow> flows, Dataset... outputs) {
    List<Facet> job =
        List.of(new JobTypeJobFacet("SERVICE", "JVM", "JOB"), new LineageJobFacet(flows));
    return new RunEvent(
        type,
        TIME,
        RUN,
        runFacets,
        new Job("ns", "nightly", job),
        List.of(dataset(id("a")), dataset(id("b"))),
        List.of(outputs));
  }

  private static List<String> told(List<RunEvent> events) {
    List<String> told = new ArrayList<>();
    for (RunEvent event : events) {
      List<String> inputs = new ArrayList<>();
      List<String> outputs = new ArrayList<>();
      event.inputs().forEach(input -> inputs.add(input.id().name()));
      event.outputs().forEach(output -> outputs.add(output.id().name()));
      told.add(event.job().name() + " " + event.type() + " " + inputs + " " + outputs);
    }
    return told;
  }

  private static final List<Flow> FLOWS =
      List.of(
          flow(id("a"), id("x"), Rung.SQL),
          flow(id("b"), id("y"), Rung.SQL),
          flow(id("x"), id("y"), Rung.LIBRARY),
          flow(id("a"), id("z"), Rung.CANDIDATE));

  @Test
  void anEndIsSplit() {
    RunEvent end =
        event(RunEvent.Type.COMPLETE, FLOWS, dataset(id("x")), dataset(id("y")), dataset(id("z")));
    List<RunEvent> events = new EdgeRuns("0.1.0").split(end, START);
    assertEquals(
        List.of(
            "nightly COMPLETE [a, b] []",
            "nightly.x START [] []",
            "nightly.x COMPLETE [a] [x]",
            "nightly.y START [] []",
            "nightly.y COMPLETE [b, x] [y]",
            "nightly.z START [] []",
            "nightly.z COMPLETE [] [z]"),
        told(events));
    assertEquals(RUN, events.get(0).runId());
    assertEquals(events.get(1).runId(), events.get(2).runId());
    assertTrue(!events.get(1).runId().equals(events.get(3).runId()));
    assertEquals(START, events.get(1).time().toEpochMilli());
    assertEquals(TIME, events.get(2).time());
    String x = new EventWriter("0.1.0").write(events.get(2));
    assertTrue(x.contains("\"processingType\":\"SERVICE\",\"integration\":\"JVM\""), x);
    assertTrue(x.contains("\"jobType\":\"OUTPUT\""), x);
    assertTrue(!x.contains("\"name\":\"y\""), x);
    String z = new EventWriter("0.1.0").write(events.get(6));
    assertTrue(!z.contains("\"lineage\""), z);
  }

  @Test
  void beforeTheEndThereIsTheRunAlone() {
    for (RunEvent.Type type : List.of(RunEvent.Type.START, RunEvent.Type.RUNNING)) {
      RunEvent event = event(type, FLOWS, dataset(id("x")));
      assertEquals(
          List.of("nightly " + type + " [a, b] []"),
          told(new EdgeRuns("0.1.0").split(event, START)));
    }
  }

  @Test
  void theWholeTreeHasOneRoot() {
    runFacets.add(new ParentRunFacet(new ParentRunFacet.Ancestor(ABOVE, "ns", "dag"), null));
    RunEvent end = event(RunEvent.Type.COMPLETE, FLOWS, dataset(id("x")));
    String x = new EventWriter("0.1.0").write(new EdgeRuns("0.1.0").split(end, START).get(2));
    String parent = "\"run\":{\"runId\":\"%s\"},\"job\":{\"namespace\":\"ns\",\"name\":\"%s\"}";
    assertTrue(x.contains(parent.formatted(RUN, "nightly")), x);
    assertTrue(x.contains("\"root\":{" + parent.formatted(ABOVE, "dag")), x);
  }

  @Test
  void aFailureIsThatOfItsOutputsToo() {
    runFacets.add(new ErrorMessageRunFacet("java.lang.IllegalStateException", null));
    List<RunEvent> events =
        new EdgeRuns("0.1.0").split(event(RunEvent.Type.FAIL, FLOWS, dataset(id("x"))), START);
    assertEquals("nightly.x FAIL [a] [x]", told(events).get(2));
    assertTrue(new EventWriter("0.1.0").write(events.get(2)).contains("IllegalStateException"));
  }

  @Test
  void namesThatMeetHaveTheirNamespace() {
    RunEvent end =
        event(
            RunEvent.Type.COMPLETE,
            FLOWS,
            dataset(id("x")),
            dataset(new DatasetId("mart", "x")),
            dataset(id("y")));
    assertEquals(
        List.of("nightly.db x COMPLETE [a] [x]", "nightly.mart x COMPLETE [] [x]"),
        told(new EdgeRuns("0.1.0").split(end, START)).stream()
            .filter(line -> line.contains(" x COMPLETE"))
            .toList());
  }

  @Test
  void whatWasOnlyOpenedHasNone() {
    RunEvent end =
        event(
            RunEvent.Type.COMPLETE,
            FLOWS,
            dataset(id("x"), new RoleDatasetFacet("empty", "opened, nothing was written")));
    assertEquals(1, new EdgeRuns("0.1.0").split(end, START).size());
  }

  @Test
  void theyAreLimitedAndTheRestIsCounted() {
    RunEvent end =
        event(RunEvent.Type.COMPLETE, FLOWS, dataset(id("x")), dataset(id("y")), dataset(id("z")));
    List<RunEvent> events = new EdgeRuns("0.1.0", 1).split(end, START);
    assertEquals(3, events.size());
    String own = new EventWriter("0.1.0").write(events.get(0));
    assertTrue(own.contains("\"dropped\":{\"childRuns\":2,\"errors\":2}"), own);
  }
}
