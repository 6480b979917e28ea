package io.spoor.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.spoor.testing.OpenLineageSpec;
import java.util.List;

/** What every file of events has to be, whatever the job did. The one place that checks it. */
final class Spec {

  private static final OpenLineageSpec OPEN_LINEAGE = OpenLineageSpec.load();

  private Spec() {}

  /** Checks each event by itself and the order of them. */
  static void check(RecordedRun run) {
    checkEvents(run);
    assertTrue(
        run.file().getFileName().toString().endsWith("-" + run.id() + ".jsonl"),
        () -> "a file is named by its run: " + run.file());
  }

  /** The same of a run that is kept with another. */
  static void checkEvents(RecordedRun run) {
    for (int i = 0; i < run.events().size(); i++) {
      String line = run.lines().get(i);
      assertEquals(List.of(), OPEN_LINEAGE.problems(line), line);
      check(line, run.events().get(i), run.id());
    }
    List<String> types = run.types();
    assertEquals("START", types.get(0), () -> "first event of " + types);
    for (int i = 1; i < types.size() - 1; i++) {
      assertEquals("RUNNING", types.get(i), () -> "events between first and last of " + types);
    }
    String last = types.get(types.size() - 1);
    assertTrue(List.of("COMPLETE", "FAIL").contains(last), () -> "last event of " + types);
  }

  private static void check(String line, JsonNode event, String runId) {
    assertEquals(runId, event.path("run").path("runId").asText(), line);
    assertTrue(event.path("eventTime").asText().endsWith("Z"), line);
    assertFalse(event.path("job").path("namespace").asText().isEmpty(), line);
    assertTrue(event.path("run").path("facets").has("processing_engine"), line);
    assertTrue(event.path("run").path("facets").has("spoor_agent"), line);
    assertTrue(event.path("job").path("facets").has("jobType"), line);
    for (String side : List.of("inputs", "outputs")) {
      for (JsonNode dataset : event.path(side)) {
        assertTrue(dataset.path("facets").has("dataSource"), () -> dataset + " of " + line);
        assertTrue(dataset.path("facets").has("datasetType"), () -> dataset + " of " + line);
      }
    }
  }
}
