package io.spoor.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is known of one run after all its events: what every renderer shows. Immutable. */
final class RunView {
  /** A run that has said nothing since its start, or since a RUNNING event. */
  static final String RUNNING_OR_LOST = "RUNNING OR LOST";

  private final Builder of;

  private RunView(Builder of) {
    this.of = of;
  }

  String runId() {
    return of.runId;
  }

  /** Whether it stands for one output of another run of the same file. */
  boolean isPart() {
    return of.part;
  }

  /** Whether it is a unit of work of another run of the same file. */
  boolean isUnit() {
    return of.unit;
  }

  /** Its units of work, in the order in which they began. */
  List<RunView> units() {
    return of.units;
  }

  String jobNamespace() {
    return of.jobNamespace;
  }

  String jobName() {
    return of.jobName;
  }

  /** COMPLETE, FAIL, ABORT or {@link #RUNNING_OR_LOST}. */
  String state() {
    return of.state;
  }

  /** Whether the run has said that it ended. */
  boolean ended() {
    return !of.state.equals(RUNNING_OR_LOST);
  }

  /** When the run began: the time of its first event. */
  Instant start() {
    return of.start;
  }

  /** When the run was last heard of: the time of its last event. */
  Instant last() {
    return of.last;
  }

  /** From first to last event; never negative. */
  Duration duration() {
    Duration duration = Duration.between(of.start, of.last);
    return duration.isNegative() ? Duration.ZERO : duration;
  }

  /** Sorted by namespace and name. */
  List<DatasetView> inputs() {
    return of.inputs;
  }

  /** Sorted by namespace and name. */
  List<DatasetView> outputs() {
    return of.outputs;
  }

  /** All edges, sorted by output and then input. */
  List<EdgeView> edges() {
    return of.edges;
  }

  /** Sorted by output. */
  List<CandidateView> candidates() {
    return of.candidates;
  }

  /** Edges into one output. */
  List<EdgeView> edgesInto(DatasetView output) {
    List<EdgeView> into = new ArrayList<>();
    for (EdgeView edge : of.edges) {
      if (edge.output().same(output)) {
        into.add(edge);
      }
    }
    return into;
  }

  /** Candidates for one output. */
  List<CandidateView> candidatesFor(DatasetView output) {
    List<CandidateView> found = new ArrayList<>();
    for (CandidateView candidate : of.candidates) {
      if (candidate.output().same(output)) {
        found.add(candidate);
      }
    }
    return found;
  }

  /** Columns of all outputs of which nothing is known, sorted by output and then name. */
  List<UnexplainedView> unexplained() {
    return of.unexplained;
  }

  /** Those of one output. */
  List<UnexplainedView> unexplainedOf(DatasetView output) {
    List<UnexplainedView> found = new ArrayList<>(of.unexplained);
    found.removeIf(each -> !each.output().same(output));
    return found;
  }

  /** What is known not to be in outputs, sorted by output and then input. */
  List<RefutedView> refuted() {
    return of.refuted;
  }

  /** What is known not to be in one output. */
  List<RefutedView> refutedOf(DatasetView output) {
    List<RefutedView> found = new ArrayList<>(of.refuted);
    found.removeIf(each -> !each.output().same(output));
    return found;
  }

  /** Inputs that hold what other jobs wrote to datasets of other names, sorted by input. */
  List<ResemblanceView> resemblances() {
    return of.resemblances;
  }

  /** Those of one input. */
  List<ResemblanceView> resemblancesOf(DatasetView input) {
    List<ResemblanceView> found = new ArrayList<>(of.resemblances);
    found.removeIf(each -> !each.input().same(input));
    return found;
  }

  /** Inputs that are a part of the job's program. */
  List<DatasetView> programs() {
    List<DatasetView> programs = new ArrayList<>(of.inputs);
    programs.removeIf(input -> input.program() == null);
    return programs;
  }

  /** What is no data, by rule. */
  List<LeftOutView> leftOut() {
    return of.leftOut;
  }

  /** Commands of processes that were started, and how often each. */
  Map<String, Long> processes() {
    return of.processes;
  }

  /** Inputs of data that neither reached an output nor are candidates for one. */
  List<DatasetView> unlinkedInputs() {
    List<DatasetView> unlinked = new ArrayList<>(of.inputs);
    unlinked.removeIf(input -> input.program() != null);
    for (EdgeView edge : of.edges) {
      unlinked.remove(edge.input());
    }
    for (CandidateView candidate : of.candidates) {
      unlinked.removeAll(candidate.inputs());
    }
    return unlinked;
  }

  /** Class or exit code the run failed with, or null. */
  String error() {
    return of.error;
  }

  /** The failure's first stack frame, {@code com.acme.Job.main(Job.java:12)}, or null. */
  String errorFrame() {
    return of.errorFrame;
  }

  /** What the agent saw but did not understand, one line each, in the order met. */
  List<String> notUnderstood() {
    return of.notUnderstood;
  }

  /** How many things were not understood; more than the lines above when the list was cut. */
  long notUnderstoodCount() {
    return Math.max(of.notUnderstoodCount, of.notUnderstood.size());
  }

  /** What a limit made the agent drop: name to count, none of them zero, sorted by name. */
  Map<String, Long> dropped() {
    return of.dropped;
  }

  /** Agent's version, or null. */
  String agentVersion() {
    return of.agentVersion;
  }

  /** CPU the agent used in this run, or null when not reported. */
  Long agentCpuMillis() {
    return of.agentCpuMillis;
  }

  /** Heap the agent held in this run, or null when not reported. */
  Long agentHeapBytes() {
    return of.agentHeapBytes;
  }

  /** Name and version of what ran the job, or null. */
  String engine() {
    return of.engine;
  }

  /** Namespace and name of the parent's job and its run, or null. */
  String parent() {
    return of.parent;
  }

  /** Collects what the reader finds; used once. */
  static final class Builder {
    String runId;
    boolean part;
    boolean unit;
    List<RunView> units = new ArrayList<>();
    String jobNamespace;
    String jobName;
    String state;
    Instant start;
    Instant last;
    List<DatasetView> inputs = new ArrayList<>();
    List<DatasetView> outputs = new ArrayList<>();
    List<EdgeView> edges = new ArrayList<>();
    List<CandidateView> candidates = new ArrayList<>();
    List<UnexplainedView> unexplained = new ArrayList<>();
    List<RefutedView> refuted = new ArrayList<>();
    List<ResemblanceView> resemblances = new ArrayList<>();
    List<LeftOutView> leftOut = new ArrayList<>();
    Map<String, Long> processes = new LinkedHashMap<>();
    String error;
    String errorFrame;
    List<String> notUnderstood = new ArrayList<>();
    long notUnderstoodCount;
    Map<String, Long> dropped = new TreeMap<>();
    String agentVersion;
    Long agentCpuMillis;
    Long agentHeapBytes;
    String engine;
    String parent;

    RunView build() {
      Collections.sort(inputs);
      Collections.sort(outputs);
      edges.sort(
          (a, b) -> {
            int byOutput = a.output().compareTo(b.output());
            return byOutput != 0 ? byOutput : a.input().compareTo(b.input());
          });
      candidates.sort((a, b) -> a.output().compareTo(b.output()));
      unexplained.sort(
          Comparator.comparing(UnexplainedView::output).thenComparing(UnexplainedView::column));
      refuted.sort(Comparator.comparing(RefutedView::output).thenComparing(RefutedView::input));
      inputs = Collections.unmodifiableList(inputs);
      outputs = Collections.unmodifiableList(outputs);
      edges = Collections.unmodifiableList(edges);
      candidates = Collections.unmodifiableList(candidates);
      unexplained = Collections.unmodifiableList(unexplained);
      refuted = Collections.unmodifiableList(refuted);
      resemblances = Collections.unmodifiableList(resemblances);
      leftOut = Collections.unmodifiableList(leftOut);
      units = Collections.unmodifiableList(units);
      processes = Collections.unmodifiableMap(processes);
      notUnderstood = Collections.unmodifiableList(notUnderstood);
      dropped = Collections.unmodifiableMap(dropped);
      return new RunView(this);
    }
  }
}
