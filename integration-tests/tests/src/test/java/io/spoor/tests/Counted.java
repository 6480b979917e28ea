package io.spoor.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a run's last event says besides lineage: rows of every dataset, columns of the outputs,
 * failures and what was dropped.
 */
record Counted(JsonNode event, Path work) {

  static Counted in(Trial trial) throws IOException {
    return new Counted(trial.home().runs().get(0).last(), trial.place().work());
  }

  /** Row counts, one line a dataset: {@code output DATASET 3}; without a number where unknown. */
  Counted rows(String expected) {
    List<String> lines = new ArrayList<>();
    for (String direction : new String[] {"input", "output"}) {
      for (JsonNode dataset : event.path(direction + "s")) {
        JsonNode rows =
            dataset.path(direction + "Facets").path(direction + "Statistics").path("rowCount");
        lines.add(
            direction
                + (" " + dataset.path("namespace").asText())
                + (" " + dataset.path("name").asText())
                + (rows.isMissingNode() ? "" : " " + rows.asLong()));
      }
    }
    return check(expected, lines);
  }

  /** Columns known of the outputs, one line a dataset: {@code DATASET ID NAME}. */
  Counted columns(String expected) {
    List<String> lines = new ArrayList<>();
    for (JsonNode dataset : event.path("outputs")) {
      StringBuilder line =
          new StringBuilder(dataset.path("namespace").asText())
              .append(' ')
              .append(dataset.path("name").asText());
      dataset
          .path("facets")
          .path("schema")
          .path("fields")
          .forEach(field -> line.append(' ').append(field.path("name").asText()));
      lines.add(line.toString());
    }
    return check(expected, lines);
  }

  /** SQL of the statements that failed or were not understood; messages where none tells. */
  Counted failures(String... expected) {
    List<String> found = new ArrayList<>();
    event
        .path("run")
        .path("facets")
        .path("extractionError")
        .path("errors")
        .forEach(
            error -> found.add(error.path(error.has("task") ? "task" : "errorMessage").asText()));
    assertEquals(List.of(expected), found);
    return this;
  }

  /** The counters of what was dropped, as JSON. */
  Counted dropped(String expected) {
    assertEquals(
        expected, event.path("run").path("facets").path("spoor_agent").path("dropped").toString());
    return this;
  }

  private Counted check(String expected, List<String> lines) {
    lines.replaceAll(line -> line.replace(work.toString(), "$WORK"));
    assertEquals(
        String.join("\n", expected.lines().sorted().toList()),
        String.join("\n", lines.stream().sorted().toList()));
    return this;
  }
}
