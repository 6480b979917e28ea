package io.spoor.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The datasets of some runs and the edges between them: what both graph formats draw. */
final class Graph {
  /** One arrow; a candidate is drawn dashed. */
  static final class Arrow {
    final int from;
    final int to;
    final String label;
    final boolean candidate;

    Arrow(int from, int to, String label, boolean candidate) {
      this.from = from;
      this.to = to;
      this.label = label;
      this.candidate = candidate;
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
      return from + ">" + to + (candidate ? "?" : "=") + label;
    }
  }

  private final List<DatasetView> nodes;
  private final Set<Arrow> arrows = new LinkedHashSet<>();
  private final Set<String> jobs = new LinkedHashSet<>();

  Graph(List<RunView> runs) {
    Map<DatasetView, DatasetView> datasets = new TreeMap<>();
    for (RunView run : runs) {
      run.inputs().forEach(dataset -> datasets.putIfAbsent(dataset, dataset));
      run.outputs().forEach(dataset -> datasets.putIfAbsent(dataset, dataset));
    }
    nodes = new ArrayList<>(datasets.keySet());
    for (RunView run : runs) {
      jobs.add(Plain.line(run.jobName()));
    }
    for (RunView run : runs) {
      String job = jobs.size() > 1 ? Plain.line(run.jobName()) + ": " : "";
      for (EdgeView edge : run.edges()) {
        StringBuilder label = new StringBuilder(job);
        // Only the rung: figures and reasons would drown the picture.
        label.append(edge.evidence().isEmpty() ? "?" : rung(edge.evidence().get(0)));
        if (edge.confidence() != null) {
          label.append(' ').append(Plain.confidence(edge.confidence()));
        }
        add(edge.input(), edge.output(), label.toString(), false);
      }
      for (CandidateView candidate : run.candidates()) {
        for (DatasetView input : candidate.inputs()) {
          add(input, candidate.output(), job + "candidate", true);
        }
      }
    }
  }

  private void add(DatasetView from, DatasetView to, String label, boolean candidate) {
    arrows.add(new Arrow(nodes.indexOf(from), nodes.indexOf(to), label, candidate));
  }

  private static String rung(String evidence) {
    int colon = evidence.indexOf(':');
    return Plain.line(colon < 0 ? evidence : evidence.substring(0, colon));
  }

  /** Datasets, sorted; an arrow names them by their place here. */
  List<DatasetView> nodes() {
    return nodes;
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
