package io.spoor.flow;

import io.spoor.ledger.Access;
import io.spoor.model.Belief;
import io.spoor.model.ColumnFlow;
import io.spoor.model.Flow;
import io.spoor.model.RefutedInput;
import io.spoor.model.Transformation;
import io.spoor.model.UnexplainedColumn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The flows that sampled rows tell of: what an {@link OutputSearch} finds in each output. Not
 * thread-safe.
 */
public final class RowFlows {

  private final List<Flow> flows = new ArrayList<Flow>();
  private final Set<Access> explained = new LinkedHashSet<Access>();
  private final List<UnexplainedColumn> unexplained = new ArrayList<UnexplainedColumn>();
  private final List<RefutedInput> refuted = new ArrayList<RefutedInput>();
  private long unfinished;

  private static final class Found {
    final Map<ColumnFlow, ColumnFlow> columns = new TreeMap<ColumnFlow, ColumnFlow>();
    Belief best;

    /** A pair that two statements show is believed for the stronger of the two. */
    void add(ColumnFlow column) {
      ColumnFlow before = columns.get(column);
      if (before == null || before.belief().confidence() < column.belief().confidence()) {
        columns.remove(column);
        columns.put(column, column);
      }
    }
  }

  /**
   * Compares all inputs with all outputs.
   *
   * @param until System.nanoTime() at which the rest is left
   */
  public RowFlows(List<RowSide> inputs, List<RowSide> outputs, long until) {
    Map<Access, List<RowSide>> byOutput = new LinkedHashMap<Access, List<RowSide>>();
    for (RowSide output : outputs) {
      for (Access access : output.accesses()) {
        List<RowSide> sides = byOutput.get(access);
        if (sides == null) {
          sides = new ArrayList<RowSide>();
          byOutput.put(access, sides);
        }
        sides.add(output);
      }
    }
    for (Map.Entry<Access, List<RowSide>> each : byOutput.entrySet()) {
      if (System.nanoTime() - until > 0) {
        unfinished++;
        continue;
      }
      Map<Access, Found> found = new LinkedHashMap<Access, Found>();
      boolean all = true;
      Unexplained left = new Unexplained(each.getKey(), OutputSearch.FEWEST);
      for (RowSide output : each.getValue()) {
        OutputSearch search = new OutputSearch(inputs, output, each.getKey());
        for (Finding finding : search.findings()) {
          add(found, finding, output, each.getKey());
        }
        for (OutputSearch.Condition join : search.joins()) {
          addJoin(found, join);
        }
        for (int column = 0; column < output.table().width(); column++) {
          left.looked(output, column, search.isKnown(column), search.ties(column));
        }
        all &= search.isComplete();
      }
      tell(each.getKey(), found);
      if (all && !found.isEmpty()) {
        explained.add(each.getKey());
        refute(inputs, each.getKey(), found.keySet());
      }
      for (Found of : found.values()) {
        left.explainedBy(of.columns.keySet());
      }
      unexplained.addAll(left.columns());
    }
  }

  /** Outputs for which there was no time. */
  public long unfinished() {
    return unfinished;
  }

  /** Edges, each with the columns that are known. */
  public List<Flow> flows() {
    return flows;
  }

  /** Whether all columns of an output are explained: then no other input is in it. */
  public boolean isExplained(Access output) {
    return explained.contains(output);
  }

  /** Columns of outputs that vary and that no input was found for, those of an output together. */
  public List<UnexplainedColumn> unexplained() {
    return unexplained;
  }

  /** Inputs that were compared with an output whose columns others explain. */
  public List<RefutedInput> refuted() {
    return refuted;
  }

  /** All columns are explained: what else was compared is not in it. */
  private void refute(List<RowSide> inputs, Access target, Set<Access> sources) {
    Map<Access, Integer> compared = new LinkedHashMap<Access, Integer>();
    for (RowSide input : inputs) {
      for (Access access : input.accesses()) {
        Integer before = compared.get(access);
        compared.put(access, (before == null ? 0 : before) + input.table().size());
      }
    }
    for (Map.Entry<Access, Integer> each : compared.entrySet()) {
      Access input = each.getKey();
      boolean mayBe = !input.id().equals(target.id()) && input.first() <= target.last();
      boolean isSource = false;
      for (Access source : sources) {
        isSource |= source.id().equals(input.id());
      }
      if (mayBe && !isSource && each.getValue() >= OutputSearch.FEWEST) {
        refuted.add(
            new RefutedInput(
                target.id(),
                input.id(),
                each.getValue(),
                "other inputs explain every column that varies; it explains none better"));
      }
    }
  }

  private static void addJoin(Map<Access, Found> found, OutputSearch.Condition join) {
    for (RowColumn from : join.input.columns(join.column)) {
      Found of = found.get(from.access());
      if (of != null && from.name() != null) {
        of.add(
            new ColumnFlow(from.name(), null, Transformation.JOIN, from.isMasking())
                .believed(RowEvidence.ofJoin(join.match)));
      }
    }
  }

  private static void add(
      Map<Access, Found> found, Finding finding, RowSide output, Access target) {
    ColumnMatch column = finding.column;
    Belief why = RowEvidence.of(finding);
    boolean isComputed = finding.rule != null;
    Transformation own = isComputed ? Transformation.TRANSFORMATION : Transformation.IDENTITY;
    for (RowColumn to : output.columns(column.output())) {
      if (to.access() != target) {
        continue;
      }
      for (RowColumn from : finding.input.columns(column.input())) {
        Access source = from.access();
        if (source.id().equals(target.id())) {
          continue;
        }
        Found of = found.get(source);
        if (of == null) {
          of = new Found();
          found.put(source, of);
        }
        if (of.best == null || isStronger(why, of.best)) {
          of.best = why;
        }
        boolean isNamed = from.name() != null && to.name() != null;
        if (isNamed && (isComputed || !isCount(column, from, to, output))) {
          boolean isMasking = isComputed && finding.rule.isMasking;
          of.add(
              new ColumnFlow(
                      from.name(),
                      to.name(),
                      combined(own, combined(from.transformation(), to.transformation())),
                      isMasking || from.isMasking() || to.isMasking())
                  .believed(why));
        }
      }
    }
  }

  /**
   * Whether an output's column may as well be a count of its rows: a number that is the row's
   * place, and called otherwise than the column with the same numbers.
   */
  private static boolean isCount(ColumnMatch column, RowColumn from, RowColumn to, RowSide output) {
    String one = from.name().toLowerCase(Locale.ROOT).replace("_", "");
    String other = to.name().toLowerCase(Locale.ROOT).replace("_", "");
    return !column.isIdentity()
        && !one.contains(other)
        && !other.contains(one)
        && Sequences.isCount(output.table(), column.output());
  }

  private static boolean isStronger(Belief one, Belief other) {
    int higher = one.evidence().get(0).rung().compareTo(other.evidence().get(0).rung());
    return one.confidence() > other.confidence()
        || one.confidence() == other.confidence() && higher < 0;
  }

  private static Transformation combined(Transformation one, Transformation other) {
    return one == Transformation.IDENTITY ? other : one;
  }

  private void tell(Access target, Map<Access, Found> found) {
    for (Map.Entry<Access, Found> each : found.entrySet()) {
      Found of = each.getValue();
      flows.add(
          new Flow(
              each.getKey().id(),
              target.id(),
              of.best.evidence(),
              of.best.confidence(),
              new ArrayList<ColumnFlow>(of.columns.values())));
    }
  }
}
