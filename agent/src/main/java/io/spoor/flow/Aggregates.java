package io.spoor.flow;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks for an input of which an output has one row for each value of a column, with sums, counts,
 * averages, least or greatest values of others. Verified on groups of which all rows were kept: the
 * more digits a sum has, the less it is chance. Not thread-safe.
 */
final class Aggregates {

  /** Evidence that all columns together need. */
  private static final double ENOUGH = 30;

  /** Of the groups so many have to agree, and have to be in the input at all. */
  private static final double SHARE = 0.95;

  private static final double LOG_10 = Math.log(10) / Math.log(2);

  private static final String[] FUNCTIONS = {"sum", "average", "least", "greatest"};

  /** Groups of an input that an output has rows of. */
  static final class Match {
    final RowSide input;

    /** By what rows were grouped, in the input and in the output. */
    final int group;

    final int key;

    /** Columns of the output that are made of others. */
    final List<Rule> rules = new ArrayList<Rule>();

    /** For each of these which column of the output. */
    final List<Integer> columns = new ArrayList<Integer>();

    /** Columns of the output that count rows. */
    final Set<Integer> counts = new HashSet<Integer>();

    int groups;
    double bits;

    Match(RowSide input, int group, int key) {
      this.input = input;
      this.group = group;
      this.key = key;
    }
  }

  private final RowTable output;
  private final LinkedColumn[] columns;

  Aggregates(RowTable output) {
    this.output = output;
    columns = new LinkedColumn[output.width()];
    int[] rows = new int[output.size()];
    for (int row = 0; row < rows.length; row++) {
      rows[row] = row;
    }
    for (int column = 0; column < columns.length; column++) {
      columns[column] = column(null, output, column);
    }
  }

  private static LinkedColumn column(RowSide input, RowTable table, int column) {
    Object[] values = new Object[table.size()];
    long[] places = new long[values.length];
    for (int row = 0; row < values.length; row++) {
      values[row] = table.object(row, column);
      places[row] = table.ordinal(row);
    }
    return new LinkedColumn(input, column, values, places);
  }

  /** All that are far from chance, the best first. */
  List<Match> matches(List<RowSide> inputs) {
    List<Match> matches = new ArrayList<Match>();
    for (RowSide input : inputs) {
      Match best = null;
      RowTable table = input.table();
      LinkedColumn[] values = new LinkedColumn[table.width()];
      for (int group = 0; group < table.width(); group++) {
        boolean isGroup = table.byValue(group).size() > 1 && !table.isKey(group);
        for (int key = 0; key < output.width() && isGroup; key++) {
          Match match = match(input, group, key, values);
          best = match != null && (best == null || match.bits > best.bits) ? match : best;
        }
      }
      if (best != null && best.bits >= ENOUGH) {
        matches.add(best);
      }
    }
    Collections.sort(
        matches,
        new java.util.Comparator<Match>() {
          @Override
          public int compare(Match one, Match other) {
            return Double.compare(other.bits, one.bits);
          }
        });
    return matches;
  }

  private Match match(RowSide input, int group, int key, LinkedColumn[] values) {
    Map<Long, int[]> theirs = input.table().byValue(group);
    List<int[]> groups = new ArrayList<int[]>();
    List<Integer> rows = new ArrayList<Integer>();
    int known = 0;
    int filled = 0;
    for (Map.Entry<Long, int[]> each : output.byValue(key).entrySet()) {
      int[] members = theirs.get(each.getKey());
      filled++;
      if (each.getValue().length > 1) {
        return null;
      }
      known += members == null ? 0 : 1;
      if (members != null && input.table().keepsAll(group, each.getKey())) {
        groups.add(members);
        rows.add(each.getValue()[0]);
      }
    }
    if (filled < 2 || groups.isEmpty() || known < SHARE * filled) {
      return null;
    }
    Match match = new Match(input, group, key);
    match.groups = groups.size();
    for (int o = 0; o < output.width(); o++) {
      if (o == key) {
        continue;
      }
      Rule best = null;
      for (int i = 0; i < input.table().width(); i++) {
        for (int function = 0; function < FUNCTIONS.length && i != group; function++) {
          if (values[i] == null) {
            values[i] = column(input, input.table(), i);
          }
          Rule rule = rule(function, values[i], o, groups, rows);
          best = rule != null && (best == null || rule.bits > best.bits) ? rule : best;
        }
      }
      double counting = counting(o, groups, rows);
      if (counting > 0 && (best == null || counting >= best.bits)) {
        match.counts.add(o);
        match.bits += counting;
      } else if (best != null) {
        match.rules.add(best);
        match.columns.add(o);
        match.bits += best.bits;
      }
    }
    return match;
  }

  /** How far from chance it is that a column counts the rows of the groups; 0 when it does not. */
  private double counting(int o, List<int[]> groups, List<Integer> rows) {
    double bits = 0;
    for (int i = 0; i < rows.size(); i++) {
      BigDecimal number = columns[o].number(rows.get(i));
      if (number == null || number.compareTo(BigDecimal.valueOf(groups.get(i).length)) != 0) {
        return 0;
      }
      bits += Math.log(1 + groups.get(i).length) / Math.log(2) / 2;
    }
    return bits;
  }

  private Rule rule(int function, LinkedColumn of, int o, List<int[]> groups, List<Integer> rows) {
    int tried = 0;
    int agreeing = 0;
    double bits = -LOG_10;
    for (int i = 0; i < rows.size(); i++) {
      if (columns[o].text(rows.get(i)) == null) {
        continue;
      }
      int different = different(of, groups.get(i));
      if (different < 2) {
        // All functions give the same of one value.
        continue;
      }
      tried++;
      boolean agrees =
          function < 2
              ? isNumber(function, of, groups.get(i), columns[o].number(rows.get(i)))
              : isEnd(function == 2, of, groups.get(i), columns[o], rows.get(i));
      if (!agrees && ++agreeing > 0 && tried - --agreeing > (1 - SHARE) * rows.size() + 0.5) {
        return null;
      }
      agreeing += agrees ? 1 : 0;
      if (agrees) {
        bits +=
            function < 2
                ? Math.min(20, LOG_10 * (columns[o].number(rows.get(i)).precision() - 1))
                : Math.log(different) / Math.log(2);
      }
    }
    return tried == 0 || agreeing < SHARE * tried || bits <= 0
        ? null
        : new Rule(
            FUNCTIONS[function],
            Arrays.asList(of),
            false,
            agreeing,
            tried,
            Math.pow(2, -bits / tried),
            bits);
  }

  private static int different(LinkedColumn of, int[] rows) {
    Set<String> texts = new HashSet<String>();
    for (int row : rows) {
      if (of.text(row) != null) {
        texts.add(of.text(row));
      }
    }
    return texts.size();
  }

  private static boolean isNumber(int function, LinkedColumn of, int[] rows, BigDecimal result) {
    if (result == null) {
      return false;
    }
    BigDecimal sum = BigDecimal.ZERO;
    int count = 0;
    for (int row : rows) {
      if (of.text(row) != null && of.number(row) == null) {
        return false;
      }
      if (of.number(row) != null) {
        sum = sum.add(of.number(row));
        count++;
      }
    }
    if (function == 0) {
      // Sums of doubles have errors in their last digits.
      double far = Math.abs(sum.subtract(result).doubleValue());
      return far <= 1e-9 * Math.abs(result.doubleValue());
    }
    double average = sum.doubleValue() / Math.max(1, count);
    double unit = Math.pow(10, -Math.max(0, result.scale()));
    return Math.abs(average - result.doubleValue()) <= 0.5001 * unit + 1e-9 * Math.abs(average);
  }

  /** Whether the result is the least or the greatest: by number, else by text. */
  private static boolean isEnd(
      boolean isLeast, LinkedColumn of, int[] rows, LinkedColumn results, int row) {
    BigDecimal number = null;
    String text = null;
    boolean isNumeric = true;
    for (int each : rows) {
      String next = of.text(each);
      if (next != null) {
        text = text == null || isLeast == next.compareTo(text) < 0 ? next : text;
        BigDecimal value = of.number(each);
        isNumeric &= value != null && value.toPlainString().equals(next);
        if (isNumeric) {
          number = number == null || isLeast == value.compareTo(number) < 0 ? value : number;
        }
      }
    }
    return isNumeric && number != null
        ? results.number(row) != null && number.compareTo(results.number(row)) == 0
        : text != null && text.equals(results.text(row));
  }
}
