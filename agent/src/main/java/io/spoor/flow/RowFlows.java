package io.spoor.flow;

import io.spoor.ledger.Access;
import io.spoor.model.ColumnFlow;
import io.spoor.model.Evidence;
import io.spoor.model.Flow;
import io.spoor.model.Rung;
import io.spoor.model.Transformation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The flows that sampled rows tell of: what an {@link OutputSearch} finds in each output. Not
 * thread-safe.
 */
public final class RowFlows {

  private static final double MOST_CERTAIN = 0.99;

  private final List<Flow> flows = new ArrayList<Flow>();
  private final Set<Access> explained = new LinkedHashSet<Access>();
  private long unfinished;

  private static final class Found {
    final Set<ColumnFlow> columns = new TreeSet<ColumnFlow>();

    /** The column that says most of linked rows; null when none was linked. */
    Finding linked;

    /** The column that says most of those that were computed; null when none was. */
    Rule derived;

    /** The column of which most objects were found again; null when none were. */
    ColumnMatch same;

    void add(Finding finding) {
      ColumnMatch column = finding.column;
      boolean isLinked = finding.link != null;
      if (finding.rule != null && (derived == null || finding.rule.bits > derived.bits)) {
        derived = finding.rule;
      }
      if (isLinked && (linked == null || column.bits() > linked.column.bits())) {
        linked = finding;
      }
      if (column.isIdentity() && (same == null || column.agreeing() > same.agreeing())) {
        same = column;
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
      for (RowSide output : each.getValue()) {
        OutputSearch search = new OutputSearch(inputs, output, each.getKey());
        for (Finding finding : search.findings()) {
          add(found, finding, output, each.getKey());
        }
        for (OutputSearch.Condition join : search.joins()) {
          addJoin(found, join);
        }
        all &= search.isComplete();
      }
      tell(each.getKey(), found);
      if (all && !found.isEmpty()) {
        explained.add(each.getKey());
      }
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

  private static void addJoin(Map<Access, Found> found, OutputSearch.Condition join) {
    for (RowColumn from : join.input.columns(join.column)) {
      Found of = found.get(from.access());
      if (of != null && from.name() != null) {
        of.columns.add(new ColumnFlow(from.name(), null, Transformation.JOIN, from.isMasking()));
      }
    }
  }

  private static void add(
      Map<Access, Found> found, Finding finding, RowSide output, Access target) {
    ColumnMatch column = finding.column;
    Transformation own =
        finding.rule == null ? Transformation.IDENTITY : Transformation.TRANSFORMATION;
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
        of.add(finding);
        if (from.name() != null
            && to.name() != null
            && (finding.rule != null || !isCount(column, from, to, output))) {
          of.columns.add(
              new ColumnFlow(
                  from.name(),
                  to.name(),
                  combined(own, combined(from.transformation(), to.transformation())),
                  from.isMasking()
                      || to.isMasking()
                      || finding.rule != null && finding.rule.isMasking));
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

  private static Transformation combined(Transformation one, Transformation other) {
    return one == Transformation.IDENTITY ? other : one;
  }

  private void tell(Access target, Map<Access, Found> found) {
    for (Map.Entry<Access, Found> each : found.entrySet()) {
      Found of = each.getValue();
      List<Evidence> evidence = new ArrayList<Evidence>(2);
      double confidence = MOST_CERTAIN;
      if (of.same != null) {
        String text = of.same.same() + " objects that were read were written";
        evidence.add(new Evidence(Rung.IDENTITY, text));
      }
      if (of.linked != null) {
        ColumnMatch best = of.linked.column;
        String text =
            String.format(
                Locale.ROOT,
                "by %s, %d of %d rows agree, chance %.3f",
                of.linked.link.label(),
                best.agreeing(),
                best.linked(),
                best.chance());
        evidence.add(new Evidence(Rung.ROW_MATCH, text));
        if (of.same == null) {
          confidence = Math.min(MOST_CERTAIN, 1 - Math.pow(2, -best.bits() / 10));
        }
      }
      if (of.derived != null) {
        String text =
            String.format(
                Locale.ROOT,
                "%s, %d of %d rows, chance %.3f",
                of.derived.name,
                of.derived.agreeing,
                of.derived.linked,
                of.derived.chance);
        evidence.add(new Evidence(Rung.DERIVATION, text));
      }
      flows.add(
          new Flow(
              each.getKey().id(),
              target.id(),
              evidence,
              Math.round(confidence * 100) / 100.0,
              new ArrayList<ColumnFlow>(of.columns)));
    }
  }
}
