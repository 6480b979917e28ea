package io.spoor.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code --why}: in sentences, why an output of a run is said to come from where it is said to come
 * from, what is not known of it, and what is known not to be in it. A paragraph for each edge.
 */
final class WhyText {
  private static final int FEW = 20;

  private final RunView run;
  private final DatasetView output;
  private final String column;
  private final List<String> paragraphs = new ArrayList<>();

  /**
   * @param of an output of the run
   */
  WhyText(RunView run, OutputColumn of) {
    this.run = run;
    this.output = of.output();
    this.column = of.column();
  }

  /** The whole text, ending with a newline. */
  String render() {
    for (EdgeView edge : run.edgesInto(output)) {
      if (column == null) {
        paragraphs.add(edge(edge));
      } else {
        ofColumn(edge);
      }
    }
    boolean isEdge = !paragraphs.isEmpty();
    unexplained();
    boolean isTold = !paragraphs.isEmpty();
    candidates();
    refuted();
    if (!isEdge && !isTold) {
      paragraphs.add(0, nothing());
    }
    Layout layout = new Layout(0);
    String asked = column == null ? "" : ", column " + column;
    String job = " (" + run.jobName() + ", run " + run.runId() + ")";
    layout.line(Plain.line(output.label() + asked + job));
    for (String paragraph : paragraphs) {
      layout.line("");
      layout.line(Plain.line(paragraph));
    }
    return layout.render();
  }

  private String edge(EdgeView edge) {
    String how = edge.isIndirect() ? " decides which rows are in " : " fed ";
    StringBuilder text = new StringBuilder();
    text.append(name(edge.input())).append(how).append(name(output));
    text.append(confidence(edge.confidence())).append(": ");
    text.append(EvidenceWords.of(edge.evidence())).append('.');
    List<String> columns = new ArrayList<>();
    Map<String, List<String>> deciding = new LinkedHashMap<>();
    for (ColumnView each : edge.columns()) {
      if (each.output() == null) {
        deciding.computeIfAbsent(each.word(), word -> new ArrayList<>()).add(each.input());
      } else {
        columns.add(brief(each, edge));
      }
    }
    if (!columns.isEmpty()) {
      text.append(' ').append(list(columns)).append('.');
    }
    if (!deciding.isEmpty()) {
      text.append(" Which rows there are depends on ").append(columns(deciding)).append('.');
    }
    if (edge.columns().isEmpty()) {
      text.append(" Which columns is not known.");
    }
    return text.toString();
  }

  /** {@code CITY is in TOWN (60 of 63 agree, 20 % by chance)}. */
  private static String brief(ColumnView column, EdgeView edge) {
    String text = column.input() + how(column) + column.output();
    if (column.evidence().isEmpty() || column.evidence().equals(edge.evidence())) {
      return text;
    }
    String figures = EvidenceWords.brief(column.evidence());
    return text + " (" + (figures.isEmpty() ? EvidenceText.line(column.evidence()) : figures) + ")";
  }

  private void ofColumn(EdgeView edge) {
    Map<String, List<String>> deciding = new LinkedHashMap<>();
    boolean any = false;
    for (ColumnView each : edge.columns()) {
      if (each.output() == null) {
        deciding.computeIfAbsent(each.word(), word -> new ArrayList<>()).add(each.input());
      } else if (each.output().equals(column)) {
        any = true;
        Double confidence = each.confidence() == null ? edge.confidence() : each.confidence();
        List<String> why = each.evidence().isEmpty() ? edge.evidence() : each.evidence();
        paragraphs.add(
            name(edge.input())
                + "."
                + each.input()
                + how(each)
                + name(output)
                + "."
                + column
                + confidence(confidence)
                + ": "
                + EvidenceWords.of(why)
                + ".");
      }
    }
    if (!deciding.isEmpty()) {
      paragraphs.add(
          "Which rows there are in "
              + name(output)
              + " depends on "
              + columns(deciding)
              + " of "
              + name(edge.input())
              + confidence(edge.confidence())
              + ": "
              + EvidenceWords.of(edge.evidence())
              + ".");
    }
    if (!any && edge.columns().isEmpty()) {
      paragraphs.add(edge(edge));
    }
  }

  /** A verb for how the input's column takes part. */
  private static String how(ColumnView column) {
    String masked = column.isMasked() ? ", masked," : "";
    switch (column.word()) {
      case "identity":
        return masked + " is in ";
      case "transformation":
        return masked + " is used to make ";
      case "aggregation":
        return masked + " is aggregated into ";
      default:
        return masked + " (" + (column.word().isEmpty() ? "?" : column.word()) + ") decides on ";
    }
  }

  private void unexplained() {
    Map<String, List<String>> byReason = new LinkedHashMap<>();
    for (UnexplainedView each : run.unexplainedOf(output)) {
      if (column == null || column.equals(each.column())) {
        String reason = each.reason() == null ? "no reason is told" : each.reason();
        String rows =
            each.sampledRows() == null
                ? ""
                : " (" + Plain.count(each.sampledRows(), "row") + " sampled)";
        byReason.computeIfAbsent(reason + rows, key -> new ArrayList<>()).add(each.column());
      }
    }
    for (Map.Entry<String, List<String>> each : byReason.entrySet()) {
      paragraphs.add("Not explained: " + list(each.getValue()) + ": " + each.getKey() + ".");
    }
  }

  private void candidates() {
    for (CandidateView candidate : run.candidatesFor(output)) {
      Set<String> names = new LinkedHashSet<>();
      candidate.inputs().forEach(input -> names.add(name(input)));
      paragraphs.add(
          "Candidates: "
              + list(new ArrayList<>(names))
              + " could have fed "
              + name(output)
              + (candidate.reason() == null ? "" : ": " + candidate.reason())
              + ". They are no edges.");
    }
  }

  private void refuted() {
    for (RefutedView each : run.refutedOf(output)) {
      String rows =
          each.sampledRows() == null
              ? ""
              : " (" + Plain.count(each.sampledRows(), "row") + " compared)";
      paragraphs.add(
          "Refuted: "
              + name(each.input())
              + " was read before, and nothing of it is in "
              + name(output)
              + (each.reason() == null ? "" : ": " + each.reason())
              + rows
              + ".");
    }
  }

  private String nothing() {
    if (column == null) {
      return "No input is known to feed " + name(output) + ".";
    }
    return "No input is known to be in "
        + name(output)
        + "."
        + column
        + ": its values were not seen, or were the same in every row.";
  }

  /** {@code CITY and CREDIT (filter), ID (join)}. */
  private static String columns(Map<String, List<String>> byWord) {
    List<String> parts = new ArrayList<>();
    for (Map.Entry<String, List<String>> each : byWord.entrySet()) {
      String word = each.getKey().isEmpty() ? "" : " (" + each.getKey() + ")";
      parts.add(list(each.getValue()) + word);
    }
    return String.join(", ", parts);
  }

  private static String confidence(Double confidence) {
    return confidence == null ? "" : " (confidence " + Plain.confidence(confidence) + ")";
  }

  private static String list(List<String> all) {
    if (all.size() > FEW) {
      return String.join(", ", all.subList(0, FEW)) + " and " + (all.size() - FEW) + " more";
    }
    int last = all.size() - 1;
    return last == 0
        ? all.get(0)
        : String.join(", ", all.subList(0, last)) + " and " + all.get(last);
  }

  /** The last part of a dataset's name, where no other of the run ends so; else all of it. */
  private String name(DatasetView dataset) {
    String name = tail(dataset);
    for (List<DatasetView> side : java.util.Arrays.asList(run.inputs(), run.outputs())) {
      for (DatasetView other : side) {
        if (!other.same(dataset) && tail(other).equals(name)) {
          return dataset.label();
        }
      }
    }
    return name;
  }

  private static String tail(DatasetView dataset) {
    String name = dataset.name();
    int end = name.endsWith("/") ? name.length() - 1 : name.length();
    int cut = name.lastIndexOf(name.indexOf('/') >= 0 ? '/' : '.', end - 1);
    return name.substring(cut + 1);
  }
}
