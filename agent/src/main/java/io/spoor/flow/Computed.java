package io.spoor.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Columns of an output that were computed from columns of the inputs that are in it, or from those
 * of inputs that these lead to. Not thread-safe.
 */
final class Computed {

  /** Rows that rules are looked for in. */
  private static final int MOST_DERIVED = 100;

  private final List<RowSide> inputs;
  private final List<Candidate> accepted;
  private final RowSide output;
  private final RowTable table;
  private final Rivals rivals;
  private final List<Finding> findings;
  private final boolean[] known;

  /**
   * @param accepted inputs that are in the output
   * @param findings what was found so far; more is added
   * @param known columns of the output that are explained; more become so
   */
  Computed(
      List<RowSide> inputs,
      List<Candidate> accepted,
      RowSide output,
      Rivals rivals,
      List<Finding> findings,
      boolean[] known) {
    this.inputs = inputs;
    this.accepted = accepted;
    this.output = output;
    this.table = output.table();
    this.rivals = rivals;
    this.findings = findings;
    this.known = known;
  }

  /** Columns that were made of others in linked rows, in each part of a union for itself. */
  void find() {
    List<Candidate> bases = new ArrayList<Candidate>();
    boolean[] done = new boolean[table.size()];
    for (Candidate each : accepted) {
      int own = 0;
      int open = 0;
      for (int row = 0; row < done.length; row++) {
        own += each.rows[row] >= 0 ? 1 : 0;
        open += each.rows[row] >= 0 && !done[row] ? 1 : 0;
      }
      if (2 * open > own) {
        bases.add(each);
        for (int row = 0; row < done.length; row++) {
          done[row] |= each.rows[row] >= 0;
        }
      }
    }
    for (Candidate base : bases) {
      derive(base);
    }
  }

  private void derive(Candidate base) {
    int[] which = new int[MOST_DERIVED];
    int count = 0;
    for (int row = 0; row < table.size() && count < MOST_DERIVED; row++) {
      if (base.rows[row] >= 0) {
        which[count++] = row;
      }
    }
    which = Arrays.copyOf(which, count);
    List<RowSide> sides = new ArrayList<RowSide>();
    Derivations near = new Derivations(table, which);
    for (Candidate each : accepted) {
      if (!sides.contains(each.input) && base.isTogether(each)) {
        sides.add(each.input);
        near.add(each.input, each.rows, -1);
      }
    }
    Derivations far = null;
    for (int o = 0; o < known.length; o++) {
      boolean isOpen = !isFound(sides, o) && !output.columns(o).isEmpty();
      if (!isOpen || table.byValue(o).size() < 2) {
        continue;
      }
      LinkedColumn target = near.target(o);
      Rule rule = near.computed(target);
      if (rule == null || rule.isPartial) {
        if (far == null) {
          far = new Derivations(table, which);
          for (Candidate each : lookups(sides)) {
            far.add(each.input, each.rows, each.link.keyColumn());
          }
        }
        Rule others = rule == null ? far.computed(target) : null;
        Rule both = others == null ? near.with(far).ofBoth(target) : others;
        rule = both == null ? rule : both;
      }
      if (rule == null) {
        rule = near.mapping(target, far);
      }
      add(settled(rule, near, far, o), o);
    }
  }

  private boolean isFound(List<RowSide> sides, int column) {
    for (Finding each : findings) {
      if (each.column.output() == column && sides.contains(each.input)) {
        return true;
      }
    }
    return false;
  }

  /** Ways to other inputs, by columns of those that are linked. */
  private List<Candidate> lookups(List<RowSide> sides) {
    List<Candidate> lookups = new ArrayList<Candidate>();
    for (Candidate from : accepted) {
      for (RowSide input : inputs) {
        if (sides.contains(from.input) && !isAccepted(input) && !isSourceOf(input, sides)) {
          for (RowLink link : RowMatcher.joins(input.table(), from.input.table(), from.rows)) {
            lookups.add(new Candidate(input, link, OutputSearch.all(table.size()), table.size()));
          }
        }
      }
    }
    return lookups;
  }

  /**
   * The rule with, of columns that are the same, those called as the output's; null when that does
   * not decide.
   */
  private Rule settled(Rule rule, Derivations near, Derivations far, int column) {
    if (rule == null) {
      return null;
    }
    List<LinkedColumn> columns = new ArrayList<LinkedColumn>();
    for (LinkedColumn each : rule.columns) {
      List<LinkedColumn> twins = near.twins(each);
      twins.addAll(far == null ? Collections.<LinkedColumn>emptyList() : far.twins(each));
      LinkedColumn chosen = twins.size() == 1 ? each : null;
      for (LinkedColumn twin : twins) {
        chosen = isCalled(twin, column) ? twin : chosen;
      }
      if (chosen == null) {
        return null;
      }
      columns.add(chosen);
    }
    return rule.of(columns);
  }

  private boolean isCalled(LinkedColumn from, int column) {
    for (RowColumn one : from.input.columns(from.column)) {
      for (RowColumn other : output.columns(column)) {
        if (one.name() != null && one.name().equalsIgnoreCase(other.name())) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isSourceOf(RowSide input, List<RowSide> sides) {
    for (RowSide side : sides) {
      if (rivals.isFed(side, input)) {
        return true;
      }
    }
    return false;
  }

  private void add(Rule rule, int column) {
    if (rule == null) {
      return;
    }
    known[column] = true;
    for (LinkedColumn each : rule.columns) {
      ColumnMatch match =
          new ColumnMatch(
              each.column, column, rule.agreeing, rule.linked, 0, rule.chance, rule.bits);
      findings.add(new Finding(each.input, match, null, rule, false));
    }
  }

  private boolean isAccepted(RowSide input) {
    for (Candidate each : accepted) {
      if (each.input == input) {
        return true;
      }
    }
    return false;
  }
}
