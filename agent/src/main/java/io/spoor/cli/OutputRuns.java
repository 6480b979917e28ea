package io.spoor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Runs that stand for one output of another run, as the setting edges=child-runs makes them: to
 * people the other run has the output, and they are no runs.
 */
final class OutputRuns {
  private final Set<String> parts = new HashSet<>();

  /**
   * Puts the outputs back into the runs that they are outputs of.
   *
   * @param runs events by run; those that ended their run are changed
   */
  OutputRuns(Map<String, List<JsonNode>> runs) {
    for (Map.Entry<String, List<JsonNode>> run : runs.entrySet()) {
      JsonNode last = RunReader.decisive(run.getValue());
      JsonNode type = last.path("job").path("facets").path("jobType");
      JsonNode parent = last.path("run").path("facets").path("parent").path("run");
      List<JsonNode> whole = runs.get(parent.path("runId").asText());
      if (whole != null && type.path("jobType").asText().equals("OUTPUT")) {
        parts.add(run.getKey());
        ArrayNode outputs = ((ObjectNode) RunReader.decisive(whole)).withArrayProperty("outputs");
        last.path("outputs").forEach(outputs::add);
      }
    }
  }

  /** Whether a run is a part of another. */
  boolean isPart(String runId) {
    return parts.contains(runId);
  }
}
