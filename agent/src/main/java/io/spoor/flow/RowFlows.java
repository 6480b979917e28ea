package io.spoor.flow;

import io.spoor.ledger.Access;
import io.spoor.model.Belief;
import io.spoor.model.ColumnFlow;
import io.spoor.model.Flow;
import io.spoor.model.RefutedInput;
import io.spoor.model.Transformation;
import io.spoor.model.UnexplainedColumn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
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

    /** Whether values of the input are in the output, rather than that it decides on rows. */
    boolean isDirect;

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
   * @param all inputs; what is gone at the end of the run is looked through
   * @param until System.nanoTime() at which the rest is left
   */
  public RowFlows(List<RowSide> all, List<RowSide> outputs, long until) {
    List<RowSide> inputs = new ArrayList<RowSide>();
    for (RowSide input : all) {
      boolean isThere = false;
      for (Access access : input.accesses()) {
        isThere |= !access.isGone();
      }
      if (isThere) {
        inputs.add(input);
      }
    }
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
    List<Map.Entry<Access, List<RowSide>>> inOrder =
        new ArrayList<Map.Entry<Access, List<RowSide>>>(byOutput.entrySet());
    Collections.sort(
        inOrder,
        new Comparator<Map.Entry<Access, List<RowSide>>>() {
          @Override
          public int compare(
              Map.Entry<Access, List<RowSide>> one, Map.Entry<Access, List<RowSide>> other) {
            return Long.compare(one.getKey().last(), other.getKey().last());
          }
        });
    SharedRows shared = new SharedRows();
    for (Map.Entry<Access, List<RowSide>> each : inOrder) {
      if (System.nanoTime() - until > 0) {
        unfinished++;
        continue;
      }
      Map<Access, Found> found = new LinkedHashMap<Access, Found>();
      boolean isAll = true;
      Unexplained left = new Unexplained(each.getKey(), OutputSearch.FEWEST);
      for (RowSide output : each.getValue()) {
        OutputSearch search = new OutputSearch(inputs, output, each.getKey(), shared, flows);
        for (Finding finding : search.findings()) {
          add(found, finding, output, each.getKey());
        }
        for (Condition filter : search.filters()) {
          add(found, filter, Transformation.FILTER);
        }
        for (Condition join : search.joins()) {
          add(found, join, Transformation.JOIN);
        }
        for (Condition group : search.groups()) {
          add(found, group, Transformation.GROUP_BY);
        }
        for (int column = 0; column < output.table().width(); column++) {
          left.looked(output, column, search.isKnown(column), search.ties(column));
        }
        isAll &= search.isComplete();
      }
      tell(each.getKey(), found);
      if (isAll && !found.isEmpty()) {
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

  private static void add(Map<Access, Found> found, Condition condition, Transformation how) {
    Belief why =
        condition.of == null ? RowEvidence.of(condition.match, how) : RowEvidence.of(condition.of);
    for (RowColumn from : condition.input.columns(condition.column)) {
      Found of = found.get(from.access());
      if (of == null && how == Transformation.FILTER) {
        of = new Found();
        of.best = why;
        found.put(from.access(), of);
      }
      if (of != null && from.name() != null) {
        of.add(new ColumnFlow(from.name(), null, how, from.isMasking()).believed(why));
      }
    }
  }

  private static void add(
      Map<Access, Found> found, Finding finding, RowSide output, Access target) {
    ColumnMatch column = finding.column;
    Belief why = RowEvidence.of(finding);
    boolean isComputed = finding.rule != null;
    Transformation computed =
        finding.isAggregated ? Transformation.AGGREGATION : Transformation.TRANSFORMATION;
    Transformation own = isComputed ? computed : Transformation.IDENTITY;
    for (RowColumn to : output.columns(column.output())) {
      if (to.access() != target) {
        continue;
      }
      for (RowColumn from : finding.input.columns(named(finding, to))) {
        Access source = from.access();
        if (source.id().equals(target.id())) {
          continue;
        }
        Found of = found.get(source);
        if (of == null) {
          of = new Found();
          found.put(source, of);
        }
        if (!of.isDirect || isStronger(why, of.best)) {
          of.best = why;
        }
        of.isDirect = true;
        boolean isSure = column.other() < 0 || isCalled(from, to);
        boolean isNamed = from.name() != null && to.name() != null && isSure;
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

  /** Of two columns of an input that are the same the one that is called as the output's. */
  private static int named(Finding finding, RowColumn to) {
    int other = finding.column.other();
    if (other >= 0) {
      for (RowColumn each : finding.input.columns(other)) {
        if (isCalled(each, to)) {
          return other;
        }
      }
    }
    return finding.column.input();
  }

  private static boolean isCalled(RowColumn from, RowColumn to) {
    return from.name() != null && from.name().equalsIgnoreCase(to.name());
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
              new ArrayList<ColumnFlow>(of.columns.values()),
              of.isDirect));
    }
  }
}
