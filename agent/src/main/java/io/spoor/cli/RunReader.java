package io.spoor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Makes one {@link RunView} of the events of one run. Unknown members and facets are passed over.
 */
final class RunReader {
  private RunReader() {}

  /** Why a JSON value is not a RunEvent this reader can use, or null when it is one. */
  static String objection(JsonNode event) {
    if (!event.isObject()) {
      return "no JSON object";
    }
    if (text(event.path("run"), "runId") == null) {
      return "no run.runId";
    }
    if (text(event.path("job"), "name") == null) {
      return "no job.name";
    }
    if (text(event, "eventType") == null) {
      return "no eventType";
    }
    return time(event) == null ? "no valid eventTime" : null;
  }

  /** The run an event belongs to; only of events without {@link #objection}. */
  static String runId(JsonNode event) {
    return text(event.path("run"), "runId");
  }

  /**
   * Reads a run.
   *
   * @param events of one run, in the order written, at least one, none with an {@link #objection}
   * @param isPart whether it stands for one output of another run
   * @param isUnit whether it is a unit of work of another run of its file
   * @param units the runs that are beneath it
   */
  static RunView read(List<JsonNode> events, boolean isPart, boolean isUnit, List<RunView> units) {
    JsonNode decisive = decisive(events);
    RunView.Builder run = new RunView.Builder();
    run.runId = runId(decisive);
    run.part = isPart;
    run.unit = isUnit;
    run.units = units;
    run.jobNamespace = orEmpty(text(decisive.path("job"), "namespace"));
    run.jobName = text(decisive.path("job"), "name");
    run.state = ends(decisive) ? text(decisive, "eventType") : RunView.RUNNING_OR_LOST;
    for (JsonNode event : events) {
      Instant time = time(event);
      if (run.start == null || time.isBefore(run.start)) {
        run.start = time;
      }
      if (run.last == null || time.isAfter(run.last)) {
        run.last = time;
      }
    }
    for (JsonNode dataset : decisive.path("inputs")) {
      run.inputs.add(dataset(dataset, "input"));
    }
    for (JsonNode dataset : decisive.path("outputs")) {
      run.outputs.add(dataset(dataset, "output"));
    }
    run.edges.addAll(edges(decisive, run));
    JsonNode facets = decisive.path("run").path("facets");
    candidates(facets.path("spoor_candidates"), run);
    against(facets, run);
    resemblances(facets.path("spoor_resemblance"), run);
    problems(facets, run);
    agent(facets.path("spoor_agent"), run);
    leftOut(facets.path("spoor_leftOut"), run);
    processes(facets.path("spoor_processes"), run);
    return run.build();
  }

  /** The last event that ended the run; without one, the last that has lists; else the last. */
  static JsonNode decisive(List<JsonNode> events) {
    JsonNode withLists = null;
    for (int i = events.size() - 1; i >= 0; i--) {
      JsonNode event = events.get(i);
      if (ends(event)) {
        return event;
      }
      boolean lists = event.path("inputs").size() + event.path("outputs").size() > 0;
      if (lists && withLists == null) {
        withLists = event;
      }
    }
    return withLists != null ? withLists : events.get(events.size() - 1);
  }

  private static boolean ends(JsonNode event) {
    String type = event.path("eventType").asText();
    return type.equals("COMPLETE") || type.equals("FAIL") || type.equals("ABORT");
  }

  private static DatasetView dataset(JsonNode dataset, String side) {
    JsonNode ofThisRun = dataset.path(side + "Facets");
    JsonNode statistics = ofThisRun.path(side + "Statistics");
    List<String[]> columns = new ArrayList<>();
    JsonNode facets = dataset.path("facets");
    for (JsonNode field : facets.path("schema").path("fields")) {
      columns.add(new String[] {field.path("name").asText(), text(field, "type")});
    }
    return new DatasetView(
        dataset.path("namespace").asText(),
        dataset.path("name").asText(),
        text(facets.path("datasetType"), "datasetType"),
        columns,
        number(statistics, "rowCount"),
        number(ofThisRun.path("spoor_recordEstimate"), "records"),
        number(statistics, "size"),
        number(statistics, "fileCount"),
        reason(facets.path("spoor_role"), "program"),
        reason(facets.path("spoor_role"), "empty"),
        sites(ofThisRun.path("spoor_access")),
        members(ofThisRun.path("subset"), side),
        ModelView.of(facets.path("spoor_model")));
  }

  private static MembersView members(JsonNode subset, String side) {
    JsonNode condition = subset.path(side + "Condition");
    if (!"location".equals(text(condition, "type"))) {
      return null;
    }
    List<String> names = new ArrayList<>();
    condition.path("locations").forEach(location -> names.add(location.asText()));
    Long count = number(subset, "count");
    return new MembersView(names, count == null ? names.size() : count, text(subset, "reason"));
  }

  private static List<String> sites(JsonNode facet) {
    List<String> sites = new ArrayList<>();
    facet.path("callSites").forEach(site -> sites.add(site.asText()));
    return sites;
  }

  private static String reason(JsonNode role, String wanted) {
    String reason = text(role, "reason");
    return wanted.equals(text(role, "role")) ? reason == null ? "" : reason : null;
  }

  private static void processes(JsonNode facet, RunView.Builder run) {
    for (JsonNode process : facet.path("processes")) {
      run.processes.put(text(process, "command"), process.path("count").asLong());
    }
    if (facet.path("others").asLong() > 0) {
      run.processes.put("others", facet.path("others").asLong());
    }
  }

  private static void leftOut(JsonNode facet, RunView.Builder run) {
    for (JsonNode rule : facet.path("rules")) {
      List<String> examples = new ArrayList<>();
      rule.path("examples").forEach(example -> examples.add(example.asText()));
      run.leftOut.add(
          new LeftOutView(
              rule.path("rule").asText(),
              rule.path("reason").asText(),
              rule.path("count").asLong(),
              examples));
    }
  }

  private static List<EdgeView> edges(JsonNode event, RunView.Builder run) {
    LineageReader lineage = new LineageReader(run.inputs, run.outputs);
    lineage.job(event.path("job").path("facets").path("lineage"));
    for (JsonNode output : event.path("outputs")) {
      lineage.output(output);
    }
    return lineage.edges();
  }

  private static void candidates(JsonNode facet, RunView.Builder run) {
    for (JsonNode entry : facet.path("entries")) {
      List<DatasetView> inputs = new ArrayList<>();
      for (JsonNode input : entry.path("inputs")) {
        inputs.add(find(run.inputs, input));
      }
      DatasetView output = find(run.outputs, entry);
      run.candidates.add(new CandidateView(output, inputs, text(entry, "reason")));
    }
  }

  private static void against(JsonNode facets, RunView.Builder run) {
    for (JsonNode entry : facets.path("spoor_unexplained").path("entries")) {
      DatasetView output = find(run.outputs, entry);
      for (JsonNode field : entry.path("fields")) {
        run.unexplained.add(
            new UnexplainedView(
                output,
                field.path("name").asText(),
                number(field, "sampledRows"),
                text(field, "reason")));
      }
    }
    for (JsonNode entry : facets.path("spoor_refuted").path("entries")) {
      DatasetView output = find(run.outputs, entry);
      for (JsonNode input : entry.path("inputs")) {
        run.refuted.add(
            new RefutedView(
                output,
                find(run.inputs, input),
                number(input, "sampledRows"),
                text(input, "reason")));
      }
    }
  }

  private static void resemblances(JsonNode facet, RunView.Builder run) {
    for (JsonNode entry : facet.path("entries")) {
      DatasetView input = find(run.inputs, entry);
      for (JsonNode written : entry.path("holdsValuesOf")) {
        List<ResemblanceView.Pair> columns = new ArrayList<>();
        for (JsonNode pair : written.path("columns")) {
          columns.add(
              new ResemblanceView.Pair(
                  pair.path("column").asText(),
                  pair.path("holds").asText(),
                  number(pair, "agreeing"),
                  number(pair, "compared")));
        }
        run.resemblances.add(
            new ResemblanceView(
                input,
                written.path("job").path("name").asText(),
                DatasetView.named(
                    written.path("namespace").asText(), written.path("name").asText()),
                text(written, "written"),
                columns));
      }
    }
  }

  private static void problems(JsonNode facets, RunView.Builder run) {
    JsonNode error = facets.path("errorMessage");
    run.error = text(error, "message");
    for (String line : error.path("stackTrace").asText().split("\n")) {
      String frame = line.trim();
      if (frame.startsWith("at ") && run.errorFrame == null) {
        run.errorFrame = frame.substring(3);
      }
    }
    JsonNode extraction = facets.path("extractionError");
    run.notUnderstoodCount = extraction.path("failedTasks").asLong();
    for (JsonNode one : extraction.path("errors")) {
      String task = text(one, "task");
      String message = one.path("errorMessage").asText();
      run.notUnderstood.add(task == null ? message : message + ": " + task);
    }
    JsonNode engine = facets.path("processing_engine");
    if (text(engine, "version") != null) {
      String name = text(engine, "name");
      run.engine = (name == null ? "" : name + " ") + text(engine, "version");
    }
    JsonNode parent = facets.path("parent");
    if (text(parent.path("run"), "runId") != null) {
      run.parent =
          parent.path("job").path("namespace").asText()
              + "/"
              + parent.path("job").path("name").asText()
              + ", run "
              + text(parent.path("run"), "runId");
    }
  }

  private static void agent(JsonNode facet, RunView.Builder run) {
    run.agentVersion = text(facet, "version");
    run.agentCpuMillis = number(facet, "cpuMillis");
    run.agentHeapBytes = number(facet, "heapBytes");
    for (Map.Entry<String, JsonNode> one : facet.path("dropped").properties()) {
      if (one.getValue().asLong() != 0) {
        run.dropped.put(one.getKey(), one.getValue().asLong());
      }
    }
  }

  /** The run's dataset of that identity; a facet that names one the lists lack adds it to them. */
  private static DatasetView find(List<DatasetView> datasets, JsonNode id) {
    DatasetView wanted = DatasetView.named(id.path("namespace").asText(), id.path("name").asText());
    int found = datasets.indexOf(wanted);
    if (found >= 0) {
      return datasets.get(found);
    }
    datasets.add(wanted);
    return wanted;
  }

  private static Instant time(JsonNode event) {
    String text = text(event, "eventTime");
    try {
      return text == null ? null : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static String text(JsonNode object, String member) {
    JsonNode value = object.path(member);
    return value.isTextual() && !value.textValue().isEmpty() ? value.textValue() : null;
  }

  private static Long number(JsonNode object, String member) {
    JsonNode value = object.path(member);
    return value.isIntegralNumber() ? Long.valueOf(value.longValue()) : null;
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }
}
