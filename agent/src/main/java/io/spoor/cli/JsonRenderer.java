package io.spoor.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** {@code --format json}: an array of runs, members always in the same order. */
final class JsonRenderer implements Renderer {
  // Escaped, the document is right whatever character set the terminal or file has.
  private final ObjectMapper json =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  @Override
  public String render(List<RunView> runs) {
    ArrayNode document = json.createArrayNode();
    for (RunView run : runs) {
      run(run, document.addObject());
    }
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
    try {
      return json.writer(printer).writeValueAsString(document) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values could not be written", e);
    }
  }

  private static void run(RunView run, ObjectNode node) {
    ObjectNode job = node.putObject("job");
    job.put("namespace", run.jobNamespace());
    job.put("name", run.jobName());
    node.put("runId", run.runId());
    node.put("state", run.state());
    node.put("startTime", run.start().toString());
    node.put("lastEventTime", run.last().toString());
    node.put("durationMillis", run.duration().toMillis());
    if (!run.units().isEmpty()) {
      ArrayNode units = node.putArray("units");
      run.units().forEach(unit -> run(unit, units.addObject()));
    }
    ArrayNode outputs = node.putArray("outputs");
    for (DatasetView output : run.outputs()) {
      dataset(output, outputs.addObject());
    }
    ArrayNode inputs = node.putArray("inputs");
    for (DatasetView input : run.inputs()) {
      dataset(input, inputs.addObject());
    }
    ArrayNode edges = node.putArray("edges");
    for (EdgeView edge : run.edges()) {
      ObjectNode one = edges.addObject();
      id(edge.input(), one.putObject("input"));
      id(edge.output(), one.putObject("output"));
      one.put("indirect", edge.isIndirect());
      if (edge.confidence() != null) {
        one.put("confidence", edge.confidence());
      }
      ArrayNode evidence = one.putArray("evidence");
      edge.evidence().forEach(evidence::add);
      ArrayNode columns = one.putArray("columns");
      edge.columns().forEach(column -> column(column, columns.addObject()));
    }
    ArrayNode candidates = node.putArray("candidates");
    for (CandidateView candidate : run.candidates()) {
      ObjectNode one = candidates.addObject();
      id(candidate.output(), one.putObject("output"));
      ArrayNode possible = one.putArray("inputs");
      candidate.inputs().forEach(input -> id(input, possible.addObject()));
      one.put("reason", candidate.reason());
    }
    ArrayNode unexplained = node.putArray("unexplained");
    for (UnexplainedView each : run.unexplained()) {
      ObjectNode one = unexplained.addObject();
      id(each.output(), one.putObject("output"));
      one.put("column", each.column());
      one.put("sampledRows", each.sampledRows());
      one.put("reason", each.reason());
    }
    ArrayNode refuted = node.putArray("refuted");
    for (RefutedView each : run.refuted()) {
      ObjectNode one = refuted.addObject();
      id(each.output(), one.putObject("output"));
      id(each.input(), one.putObject("input"));
      one.put("sampledRows", each.sampledRows());
      one.put("reason", each.reason());
    }
    ArrayNode resemblances = node.putArray("resemblances");
    run.resemblances().forEach(each -> resemblance(each, resemblances.addObject()));
    ArrayNode unlinked = node.putArray("unlinkedInputs");
    run.unlinkedInputs().forEach(input -> id(input, unlinked.addObject()));
    node.put("error", run.error());
    node.put("errorFrame", run.errorFrame());
    ArrayNode notUnderstood = node.putArray("notUnderstood");
    run.notUnderstood().forEach(notUnderstood::add);
    node.put("notUnderstoodCount", run.notUnderstoodCount());
    ObjectNode dropped = node.putObject("dropped");
    run.dropped().forEach(dropped::put);
    ObjectNode processes = node.putObject("processes");
    run.processes().forEach(processes::put);
    ArrayNode leftOut = node.putArray("leftOut");
    for (LeftOutView rule : run.leftOut()) {
      ObjectNode one = leftOut.addObject();
      one.put("rule", rule.rule());
      one.put("reason", rule.reason());
      one.put("count", rule.count());
      ArrayNode examples = one.putArray("examples");
      rule.examples().forEach(examples::add);
    }
    node.put("parent", run.parent());
    node.put("engine", run.engine());
    ObjectNode agent = node.putObject("agent");
    agent.put("version", run.agentVersion());
    agent.put("cpuMillis", run.agentCpuMillis());
    agent.put("heapBytes", run.agentHeapBytes());
  }

  private static void resemblance(ResemblanceView each, ObjectNode node) {
    id(each.input(), node.putObject("input"));
    node.put("job", each.job());
    id(each.written(), node.putObject("written"));
    node.put("time", each.time());
    ArrayNode columns = node.putArray("columns");
    for (ResemblanceView.Pair pair : each.columns()) {
      ObjectNode one = columns.addObject();
      one.put("column", pair.column);
      one.put("holds", pair.holds);
      one.put("agreeing", pair.agreeing);
      one.put("compared", pair.compared);
    }
  }

  private static void id(DatasetView dataset, ObjectNode node) {
    node.put("namespace", dataset.namespace());
    node.put("name", dataset.name());
  }

  private static void column(ColumnView column, ObjectNode node) {
    node.put("input", column.input());
    node.put("output", column.output());
    node.put("type", column.type());
    node.put("subtype", column.subtype());
    node.put("masking", column.isMasked());
    if (column.confidence() != null) {
      node.put("confidence", column.confidence());
    }
    ArrayNode evidence = node.putArray("evidence");
    column.evidence().forEach(evidence::add);
  }

  private static void dataset(DatasetView dataset, ObjectNode node) {
    id(dataset, node);
    node.put("type", dataset.type());
    node.put("rows", dataset.rows());
    if (dataset.rowsEstimate() != null) {
      node.put("rowsEstimate", dataset.rowsEstimate());
    }
    node.put("bytes", dataset.bytes());
    node.put("files", dataset.files());
    node.put("program", dataset.program());
    node.put("empty", dataset.empty());
    ArrayNode sites = node.putArray("callSites");
    dataset.sites().forEach(sites::add);
    if (dataset.members() != null) {
      ObjectNode members = node.putObject("members");
      members.put("count", dataset.members().count());
      members.put("reason", dataset.members().reason());
      ArrayNode names = members.putArray("names");
      dataset.members().names().forEach(names::add);
    }
    if (dataset.model() != null) {
      node.set("model", dataset.model().facet());
    }
    ArrayNode columns = node.putArray("columns");
    for (String[] column : dataset.columns()) {
      ObjectNode one = columns.addObject();
      one.put("name", column[0]);
      one.put("type", column[1]);
    }
  }
}
