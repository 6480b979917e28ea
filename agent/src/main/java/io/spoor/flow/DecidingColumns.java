package io.spoor.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Columns that decide which rows of the inputs found so far are in an output. Stateless. */
final class DecidingColumns {

  private DecidingColumns() {}

  /** Inputs that are in no column and decide which rows there are. */
  static List<Condition> filters(List<Candidate> accepted, List<RowSide> inputs, RowTable table) {
    List<Condition> filters = new ArrayList<Condition>();
    for (Candidate from : accepted) {
      Membership best = null;
      double second = 0;
      int[] went = went(from, table);
      for (RowSide list : inputs) {
        Membership other =
            isAmong(accepted, list) ? null : Membership.of(from.input.table(), went, list);
        if (other != null && (best == null || other.columns.bits() > best.columns.bits())) {
          second = best == null ? 0 : best.columns.bits();
          best = other;
        } else if (other != null) {
          second = Math.max(second, other.columns.bits());
        }
      }
      if (best != null && second < best.columns.bits() * (1 - Rivals.TIE)) {
        filters.add(new Condition(from.input, best.columns.input(), best.columns));
        filters.add(new Condition(best.list, best.columns.output(), best.columns));
      }
    }
    return filters;
  }

  /** For each row of an input whether it is in the output: 1, it is not: -1, not known: 0. */
  private static int[] went(Candidate from, RowTable table) {
    RowTable input = from.input.table();
    int[] went = new int[input.size()];
    for (int row = 0; row < went.length; row++) {
      for (ColumnMatch each : from.link.columns()) {
        long value = input.value(row, each.input());
        // A value that is there came with another row: of some that are alike one is written.
        boolean isGone = !table.byValue(each.output()).containsKey(value);
        went[row] = value != 0 && isGone && table.keeps(each.output(), value) ? -1 : went[row];
      }
    }
    for (int row : from.rows) {
      if (row >= 0) {
        went[row] = 1;
      }
    }
    return went;
  }

  /** Columns by which rows of two inputs were put together: a key of one is in the other. */
  static List<Condition> keys(Candidate one, Candidate other) {
    ColumnMatch best = null;
    RowTable keys = other.input.table();
    for (int k = 0; k < keys.width(); k++) {
      for (int j = 0; keys.isKey(k) && j < one.input.table().width(); j++) {
        ColumnMatch match = RowMatcher.keys(one.input.table(), j, one.rows, keys, k, other.rows);
        best = best == null || match != null && match.bits() > best.bits() ? match : best;
      }
    }
    return best == null
        ? Collections.<Condition>emptyList()
        : Arrays.asList(
            new Condition(one.input, best.input(), best),
            new Condition(other.input, best.output(), best));
  }

  private static boolean isAmong(List<Candidate> accepted, RowSide input) {
    for (Candidate each : accepted) {
      if (each.input == input) {
        return true;
      }
    }
    return false;
  }
}
