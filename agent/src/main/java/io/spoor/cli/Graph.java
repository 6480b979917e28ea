package io.spoor.cli;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The datasets of some runs and the edges between them, with or without the columns that take part:
 * what both graph formats draw.
 */
final class Graph {
  /** How an arrow is drawn. */
  enum Line {
    FLOW,
    CANDIDATE,
    INDIRECT
  }

  /** A dataset; its name is unique in the picture. */
  static final class Node {
    final String name;
    final String label;
    private final Map<String, String> columns = new TreeMap<>();

    Node(String name, String label) {
      this.name = name;
      this.label = label;
    }

    /** Columns that take part in an arrow: label to name, sorted. */
    Map<String, String> columns() {
      return columns;
    }
  }

  /** One arrow, by the names of its ends. */
  static final class Arrow {
    final String from;
    final String to;
    final String label;
    final Line line;

    Arrow(String from, String to, String label, Line line) {
      this.from = from;
      this.to = to;
      this.label = label;
      this.line = line;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Arrow && key().equals(((Arrow) other).key());
    }

    @Override
    public int hashCode() {
      return key().hashCode();
    }

    private String key() {
      return from + ">" + to + line + label;
    }
  }

  private final Map<DatasetView, Node> nodes = new TreeMap<>();
  private final Set<Arrow> arrows = new LinkedHashSet<>();
  private final Set<String> jobs = new LinkedHashSet<>();

  /**
   * @param columns whether columns are drawn
   */
  Graph(List<RunView> runs, boolean columns) {
    Set<DatasetView> datasets = new TreeSet<>();
    for (RunView run : runs) {
      datasets.addAll(run.inputs());
      datasets.addAll(run.outputs());
      jobs.add(Plain.line(run.jobName()));
    }
    for (DatasetView dataset : datasets) {
      nodes.put(dataset, new Node("n" + nodes.size(), dataset.label()));
    }
    if (columns) {
      nameColumns(runs);
    }
    for (RunView run : runs) {
      String job = jobs.size() > 1 ? Plain.line(run.jobName()) + ": " : "";
      for (EdgeView edge : run.edges()) {
        add(edge, job, columns);
      }
      for (CandidateView candidate : run.candidates()) {
        for (DatasetView input : candidate.inputs()) {
          add(name(input), name(candidate.output()), job + "candidate", Line.CANDIDATE);
        }
      }
    }
  }

  /** Names are given in sorted order, so that the same runs give the same text. */
  private void nameColumns(List<RunView> runs) {
    for (RunView run : runs) {
      for (EdgeView edge : run.edges()) {
        for (ColumnView column : edge.columns()) {
          nodes.get(edge.input()).columns.put(column.input(), "");
          if (column.output() != null) {
            nodes.get(edge.output()).columns.put(column.output(), "");
          }
        }
      }
    }
    for (Node node : nodes.values()) {
      int number = 0;
      for (Map.Entry<String, String> column : node.columns.entrySet()) {
        column.setValue(node.name + "c" + number++);
      }
    }
  }

  private void add(EdgeView edge, String job, boolean columns) {
    StringBuilder label = new StringBuilder(job);
    // Only the rung: figures and reasons would drown the picture.
    label.append(edge.evidence().isEmpty() ? "?" : rung(edge.evidence().get(0)));
    if (edge.confidence() != null) {
      label.append(' ').append(Plain.confidence(edge.confidence()));
    }
    add(
        name(edge.input()),
        name(edge.output()),
        label.toString(),
        edge.isIndirect() ? Line.INDIRECT : Line.FLOW);
    if (!columns) {
      return;
    }
    Map<String, String> from = nodes.get(edge.input()).columns;
    Map<String, String> to = nodes.get(edge.output()).columns;
    for (ColumnView column : edge.columns()) {
      String end = column.output() == null ? name(edge.output()) : to.get(column.output());
      String word = (column.word().isEmpty() ? "?" : column.word());
      add(
          from.get(column.input()),
          end,
          job + word + (column.isMasked() ? ", masked" : ""),
          column.isIndirect() ? Line.INDIRECT : Line.FLOW);
    }
  }

  private void add(String from, String to, String label, Line line) {
    arrows.add(new Arrow(from, to, label, line));
  }

  private String name(DatasetView dataset) {
    return nodes.get(dataset).name;
  }

  private static String rung(String evidence) {
    int colon = evidence.indexOf(':');
    return Plain.line(colon < 0 ? evidence : evidence.substring(0, colon));
  }

  /** Datasets, sorted. */
  Collection<Node> nodes() {
    return nodes.values();
  }

  /** Arrows, each once. */
  Set<Arrow> arrows() {
    return arrows;
  }

  /** The jobs drawn, for the title. */
  String title() {
    return String.join(", ", jobs);
  }
}
