package io.spoor.cli;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code --format text}: what an engineer wants to know of a run at a glance. */
final class TextRenderer implements Renderer {
  private static final int MAX_NOT_UNDERSTOOD = 20;
  private static final int SHOWN_MEMBERS = 3;
  private static final int SHOWN_UNITS = 50;
  private static final String[] NO_FIGURES = {"", "", "", ""};

  private final ColumnLines columnLines;
  private final boolean withLeftOut;

  /**
   * @param allColumns whether the columns of wide tables are all written
   * @param withLeftOut whether what is no data is listed
   */
  TextRenderer(boolean allColumns, boolean withLeftOut) {
    columnLines = new ColumnLines(allColumns);
    this.withLeftOut = withLeftOut;
  }

  @Override
  public String render(List<RunView> runs) {
    StringBuilder out = new StringBuilder();
    for (RunView run : runs) {
      if (out.length() > 0) {
        out.append('\n');
      }
      out.append(render(run));
    }
    return out.toString();
  }

  private String render(RunView run) {
    Layout layout = new Layout(NO_FIGURES.length);
    // What is told of a dataset beside its name is told once.
    Set<DatasetView> told = Collections.newSetFromMap(new IdentityHashMap<>());
    outputs(run, layout, told);
    unlinked(run, layout, told);
    resemblances(run, layout);
    programs(run, layout);
    if (!run.units().isEmpty()) {
      layout.line("");
      layout.line("Units of work (" + count(run.units()) + "), each a run of its own");
      units(run.units(), "  ", layout, SHOWN_UNITS);
    }
    if (withLeftOut) {
      leftOut(run, layout);
    }
    processes(run, layout);
    problems(run, layout);
    return head(run) + layout.render();
  }

  private static int count(List<RunView> units) {
    int count = units.size();
    for (RunView unit : units) {
      count += count(unit.units());
    }
    return count;
  }

  /** Returns how many more there is room for. */
  private static int units(List<RunView> units, String indent, Layout layout, int room) {
    int left = room;
    for (RunView unit : units) {
      if (left-- == 0) {
        layout.line(indent + "… --all-runs lists all");
      }
      if (left >= 0) {
        layout.line(
            indent
                + Plain.line(unit.jobName() + "  " + unit.state() + "  " + unit.runId())
                + (unit.error() == null ? "" : "  " + Plain.line(unit.error())));
        left = units(unit.units(), indent + "  ", layout, left);
      }
    }
    return left;
  }

  private static String head(RunView run) {
    Layout head = new Layout(0);
    head.line(Plain.line(run.jobName()) + "  " + Plain.line(run.state()));
    head.row("  run", run.runId());
    head.row("  namespace", Plain.line(run.jobNamespace()));
    if (run.parent() != null) {
      head.row("  parent", Plain.line(run.parent()));
    }
    head.row("  started", Plain.time(run.start()));
    if (run.ended()) {
      head.row("  duration", Plain.duration(run.duration()));
    } else {
      head.row("  last heard", Plain.time(run.last()) + ", no end reported since");
    }
    if (run.engine() != null) {
      head.row("  engine", Plain.line(run.engine()));
    }
    if (run.error() != null) {
      String frame = run.errorFrame() == null ? "" : " at " + run.errorFrame();
      head.row("  error", Plain.line(run.error() + frame));
    }
    String agent = agent(run);
    if (!agent.isEmpty()) {
      head.row("  agent", agent);
    }
    return head.render();
  }

  private static String agent(RunView run) {
    StringBuilder agent = new StringBuilder();
    if (run.agentVersion() != null) {
      agent.append("Spoor ").append(Plain.line(run.agentVersion()));
    }
    if (run.agentCpuMillis() != null) {
      agent.append(agent.length() == 0 ? "" : ", ");
      agent.append(Plain.count(run.agentCpuMillis())).append(" ms CPU");
    }
    if (run.agentHeapBytes() != null) {
      agent.append(agent.length() == 0 ? "" : ", ");
      agent.append(Plain.bytes(run.agentHeapBytes())).append(" heap");
    }
    return agent.toString();
  }

  private void outputs(RunView run, Layout layout, Set<DatasetView> told) {
    layout.line("");
    if (run.outputs().isEmpty()) {
      layout.line("No outputs" + (run.ended() ? "" : " yet"));
      return;
    }
    layout.row(
        "Outputs (" + run.outputs().size() + ")",
        "evidence",
        "confidence",
        "rows",
        "size",
        "columns");
    for (DatasetView output : run.outputs()) {
      dataset("  ", output, layout, told);
      List<EdgeView> edges = run.edgesInto(output);
      for (EdgeView edge : edges) {
        DatasetView input = edge.input();
        layout.row(
            "    <- " + label(input),
            EvidenceText.line(edge.evidence())
                + (edge.isIndirect() ? " (decides on rows only)" : ""),
            edge.confidence() == null ? "" : Plain.confidence(edge.confidence()),
            rows(input),
            size(input),
            columns(input));
        details("       ", input, layout, told);
        for (String line : columnLines.of(edge)) {
          layout.line("       " + line);
        }
      }
      String open = columnLines.unexplained(run.unexplainedOf(output));
      if (open != null) {
        layout.line("    not explained: " + open);
      }
      List<CandidateView> candidates = run.candidatesFor(output);
      for (CandidateView candidate : candidates) {
        String reason = candidate.reason() == null ? "" : " (" + candidate.reason() + ")";
        layout.line("    could have come from, nothing decides" + Plain.line(reason) + ":");
        for (DatasetView input : candidate.inputs()) {
          dataset("      ? ", input, layout, told);
        }
      }
      if (edges.isEmpty() && candidates.isEmpty() && output.empty() == null) {
        layout.line("    no input is known to feed it");
      }
    }
  }

  private static void unlinked(RunView run, Layout layout, Set<DatasetView> told) {
    List<DatasetView> inputs = run.unlinkedInputs();
    if (run.inputs().isEmpty()) {
      layout.line("");
      layout.line("No inputs" + (run.ended() ? "" : " yet"));
    } else if (!inputs.isEmpty()) {
      layout.line("");
      layout.row("Inputs that fed nothing known (" + inputs.size() + ")", "", NO_FIGURES);
      for (DatasetView input : inputs) {
        dataset("  ", input, layout, told);
      }
    }
  }

  /** Inputs that came from other jobs on ways that were not seen. */
  private static void resemblances(RunView run, Layout layout) {
    if (run.resemblances().isEmpty()) {
      return;
    }
    layout.line("");
    layout.line("Inputs that hold what other jobs wrote under other names");
    for (DatasetView input : run.inputs()) {
      List<ResemblanceView> found = run.resemblancesOf(input);
      if (!found.isEmpty()) {
        layout.line("  " + label(input));
      }
      for (ResemblanceView each : found) {
        layout.line("    " + Plain.line(each.line()));
      }
    }
  }

  /** What says what the job does, apart from what it does it with. */
  private static void programs(RunView run, Layout layout) {
    if (run.programs().isEmpty()) {
      return;
    }
    layout.line("");
    layout.row("Program (" + run.programs().size() + ")", "", NO_FIGURES);
    for (DatasetView program : run.programs()) {
      layout.row("  " + label(program), Plain.line(program.program()), NO_FIGURES);
    }
  }

  private static void processes(RunView run, Layout layout) {
    if (run.processes().isEmpty()) {
      return;
    }
    layout.line("");
    layout.line("Started processes; files that they open themselves are not seen");
    for (Map.Entry<String, Long> each : run.processes().entrySet()) {
      String times = each.getValue() == 1 ? "" : "  " + Plain.count(each.getValue()) + " times";
      layout.line("  " + Plain.line(each.getKey()) + times);
    }
  }

  private static void leftOut(RunView run, Layout layout) {
    layout.line("");
    if (run.leftOut().isEmpty()) {
      layout.line("Nothing was left out");
      return;
    }
    layout.line("Left out as no data, by rule, accesses");
    for (LeftOutView rule : run.leftOut()) {
      layout.line(
          "  "
              + Plain.line(rule.rule())
              + "  "
              + Plain.count(rule.count())
              + "  "
              + Plain.line(rule.reason()));
      for (String example : rule.examples()) {
        layout.line("    " + Plain.line(example));
      }
      if (!rule.examples().isEmpty() && rule.count() > rule.examples().size()) {
        layout.line("    ...");
      }
    }
  }

  private static void problems(RunView run, Layout layout) {
    if (run.notUnderstoodCount() > 0 || !run.dropped().isEmpty()) {
      layout.line("");
    }
    int shown = Math.min(run.notUnderstood().size(), MAX_NOT_UNDERSTOOD);
    for (String what : run.notUnderstood().subList(0, shown)) {
      layout.line("not understood: " + Plain.line(what));
    }
    long more = run.notUnderstoodCount() - shown;
    if (more > 0) {
      layout.line("not understood: " + Plain.count(more) + (shown > 0 ? " more" : ""));
    }
    if (!run.dropped().isEmpty()) {
      StringBuilder dropped = new StringBuilder("dropped at a limit, so that lineage may lack:");
      String comma = " ";
      for (Map.Entry<String, Long> one : run.dropped().entrySet()) {
        dropped.append(comma).append(one.getKey()).append(' ').append(Plain.count(one.getValue()));
        comma = ", ";
      }
      layout.line(Plain.line(dropped.toString()));
    }
  }

  private static void dataset(
      String indent, DatasetView dataset, Layout layout, Set<DatasetView> told) {
    Long files = dataset.files();
    String text = files == null || files < 2 ? "" : Plain.count(files, "file");
    if (dataset.empty() != null) {
      text = Plain.line(dataset.empty());
    }
    layout.row(indent + label(dataset), text, "", rows(dataset), size(dataset), columns(dataset));
    details(indent.replace('?', ' ') + "  ", dataset, layout, told);
  }

  /** Where it was used; why several files are one dataset, and the first of them. */
  private static void details(
      String indent, DatasetView dataset, Layout layout, Set<DatasetView> told) {
    if (!told.add(dataset)) {
      return;
    }
    for (String site : dataset.sites()) {
      layout.line(indent + "at " + Plain.line(site));
    }
    if (dataset.model() != null) {
      for (String line : dataset.model().lines()) {
        layout.line(indent + Plain.line(line));
      }
    }
    MembersView members = dataset.members();
    if (members == null) {
      return;
    }
    StringBuilder line = new StringBuilder(indent).append("one dataset");
    if (members.reason() != null) {
      line.append(" by ").append(members.reason());
    }
    String name = dataset.name();
    int star = name.indexOf('*');
    String folder = star < 0 ? name + "/" : name.substring(0, name.lastIndexOf('/', star) + 1);
    int shown = Math.min(members.names().size(), SHOWN_MEMBERS);
    for (int i = 0; i < shown; i++) {
      String member = members.names().get(i);
      line.append(i == 0 ? ": " : ", ");
      line.append(member.startsWith(folder) ? member.substring(folder.length()) : member);
    }
    layout.line(Plain.line(line + (members.count() > shown ? ", ..." : "")));
  }

  private static String label(DatasetView dataset) {
    String type = dataset.type();
    boolean plain = type == null || type.equals("FILE") || type.equals("TABLE");
    return dataset.label() + (plain ? "" : " [" + Plain.line(type) + "]");
  }

  private static String rows(DatasetView dataset) {
    if (dataset.rows() != null) {
      return Plain.count(dataset.rows());
    }
    return dataset.rowsEstimate() == null ? "" : "~" + Plain.count(dataset.rowsEstimate());
  }

  private static String size(DatasetView dataset) {
    return dataset.bytes() == null ? "" : Plain.bytes(dataset.bytes());
  }

  private static String columns(DatasetView dataset) {
    return dataset.columns().isEmpty() ? "" : Plain.count(dataset.columns().size());
  }
}
