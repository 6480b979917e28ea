package io.spoor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The runs of one file: that of a JVM, and those beneath it, which are its outputs or its units of
 * work.
 */
final class RunTree {
  private final Map<String, List<JsonNode>> runs;
  private final OutputRuns parts;
  private final Map<String, List<String>> beneath = new LinkedHashMap<>();
  private final Map<String, RunView> views = new LinkedHashMap<>();

  /**
   * @param runs events by run, in the order in which they begin
   */
  RunTree(Map<String, List<JsonNode>> runs) {
    this.runs = runs;
    this.parts = new OutputRuns(runs);
    for (String run : runs.keySet()) {
      String parent = parent(run);
      if (parent != null) {
        beneath.computeIfAbsent(parent, id -> new ArrayList<>()).add(run);
      }
    }
  }

  /** The run of the same file that a unit of work is beneath; null when it is none. */
  private String parent(String run) {
    JsonNode facets = RunReader.decisive(runs.get(run)).path("run").path("facets");
    String parent = facets.path("parent").path("run").path("runId").asText();
    return parts.isPart(run) || parent.equals(run) || !runs.containsKey(parent) ? null : parent;
  }

  /** All of them. */
  List<RunView> views() {
    List<RunView> all = new ArrayList<>();
    for (String run : runs.keySet()) {
      all.add(view(run, 0));
    }
    return all;
  }

  private RunView view(String run, int depth) {
    RunView known = views.get(run);
    if (known == null) {
      List<RunView> units = new ArrayList<>();
      // A file that somebody has changed may go in circles.
      List<String> all = depth > 100 ? null : beneath.get(run);
      for (String unit : all == null ? Collections.<String>emptyList() : all) {
        units.add(view(unit, depth + 1));
      }
      known = RunReader.read(runs.get(run), parts.isPart(run), parent(run) != null, units);
      views.put(run, known);
    }
    return known;
  }
}
