package io.spoor.flow;

import java.util.ArrayList;
import java.util.List;

/**
 * Looks for the rule by which a column of an output was made of columns of inputs whose rows are
 * linked to its rows. Rules that are exact come before those that leave room; of two that explain a
 * column equally well by different columns neither is told. Not thread-safe.
 */
final class Derivations {

  /** Of two rules the better one is better by this share of its evidence. */
  private static final double TIE = 0.05;

  private final RowTable output;
  private final int[] which;
  private final List<LinkedColumn> columns = new ArrayList<LinkedColumn>();
  private final List<Object[]> exact = new ArrayList<Object[]>();
  private double tries = 1;

  /**
   * @param which rows of the output that are looked at
   */
  Derivations(RowTable output, int[] which) {
    this.output = output;
    this.which = which;
  }

  /**
   * Adds columns of an input.
   *
   * @param rows its row for each row of the output, -1 for none
   * @param not a column that is left out; -1 for none
   */
  void add(RowSide input, int[] rows, int not) {
    RowTable table = input.table();
    for (int column = 0; column < table.width(); column++) {
      if (column == not) {
        continue;
      }
      Object[] values = new Object[which.length];
      long[] places = new long[which.length];
      for (int row = 0; row < which.length; row++) {
        int from = rows[which[row]];
        if (from >= 0) {
          values[row] = table.object(from, column);
          places[row] = table.ordinal(from);
        }
      }
      columns.add(new LinkedColumn(input, column, values, places));
      exact.add(values);
    }
    tries = Math.log(Math.max(2, 8 * columns.size())) / Math.log(2);
  }

  /** Columns that are as good as one of a rule: the same in all rows, with itself. */
  List<LinkedColumn> twins(LinkedColumn column) {
    List<LinkedColumn> twins = new ArrayList<LinkedColumn>(1);
    for (LinkedColumn each : columns) {
      if (each.isSame(column)) {
        twins.add(each);
      }
    }
    return twins;
  }

  /** A column of the output. */
  LinkedColumn target(int column) {
    Object[] values = new Object[which.length];
    long[] places = new long[which.length];
    for (int row = 0; row < which.length; row++) {
      values[row] = output.object(which[row], column);
      places[row] = output.ordinal(which[row]);
    }
    return new LinkedColumn(null, column, values, places);
  }

  /** These columns and those of others. */
  Derivations with(Derivations others) {
    Derivations all = new Derivations(output, which);
    all.columns.addAll(columns);
    all.columns.addAll(others.columns);
    all.exact.addAll(exact);
    all.exact.addAll(others.exact);
    all.tries = Math.log(Math.max(2, 8 * all.columns.size())) / Math.log(2);
    return all;
  }

  /** The rule by which a column was computed of two others; null when none is sure. */
  Rule ofBoth(LinkedColumn target) {
    if (!NumberRules.isNumeric(target)) {
      return new TextRules(target, columns, tries).concatenation();
    }
    List<LinkedColumn> numeric = new ArrayList<LinkedColumn>();
    for (LinkedColumn each : columns) {
      if (NumberRules.isNumeric(each)) {
        numeric.add(each);
      }
    }
    return new NumberRules(target, tries).ofTwo(numeric);
  }

  /** The rule by which a column was computed; null when none is sure. */
  Rule computed(LinkedColumn target) {
    Rule rule = digest(target);
    rule = rule == null && NumberRules.isNumeric(target) ? number(target) : rule;
    return rule == null ? text(target) : rule;
  }

  /**
   * The column whose values each stand for one of the output's; null when none is sure, or one of
   * the others' columns is as good.
   */
  Rule mapping(LinkedColumn target, Derivations others) {
    Best mapping = new Best();
    addMappings(target, mapping);
    others.addMappings(target, mapping);
    Rule rule = mapping.rule();
    return rule != null && columns.contains(rule.columns.get(0)) ? rule : null;
  }

  private void addMappings(LinkedColumn target, Best best) {
    TextRules rules = new TextRules(target, columns, tries);
    for (LinkedColumn each : columns) {
      best.add(rules.mapping(each));
    }
  }

  private Rule digest(LinkedColumn target) {
    Best best = new Best();
    for (int i = 0; i < columns.size(); i++) {
      best.add(Digests.rule(target, columns.get(i), exact.get(i), tries));
    }
    return best.rule();
  }

  private Rule number(LinkedColumn target) {
    NumberRules rules = new NumberRules(target, tries);
    List<LinkedColumn> numeric = new ArrayList<LinkedColumn>();
    Best same = new Best();
    Best line = new Best();
    for (LinkedColumn each : columns) {
      if (NumberRules.isNumeric(each)) {
        numeric.add(each);
        same.add(rules.format(each));
        line.add(rules.line(each));
      }
    }
    if (same.isAny()) {
      return same.rule();
    }
    return line.isAny() ? line.rule() : rules.ofTwo(numeric);
  }

  private Rule text(LinkedColumn target) {
    TextRules rules = new TextRules(target, columns, tries);
    Best date = new Best();
    Best part = new Best();
    Best mask = new Best();
    for (LinkedColumn each : columns) {
      date.add(rules.numbers(each));
      part.add(rules.part(each));
      mask.add(rules.mask(each));
    }
    if (date.isAny()) {
      return date.rule();
    }
    Rule concatenation = rules.concatenation();
    if (concatenation != null) {
      return concatenation;
    }
    return part.isAny() ? part.rule() : mask.rule();
  }

  /** The best of several rules, if it is clearly so. */
  private static final class Best {
    private Rule best;
    private double second;

    void add(Rule rule) {
      if (rule == null) {
        return;
      }
      if (best == null || rule.bits > best.bits) {
        second = best == null ? 0 : best.bits;
        best = rule;
      } else {
        second = Math.max(second, rule.bits);
      }
    }

    boolean isAny() {
      return best != null;
    }

    Rule rule() {
      return best == null || second >= best.bits * (1 - TIE) ? null : best;
    }
  }
}
