package io.spoor.flow;

import java.util.HashSet;
import java.util.Set;

/**
 * Whether rows of an input went on to an output because a value of theirs is in a column of another
 * input, or because it is not: a semi-join, or an anti-join. Immutable.
 */
final class Membership {

  /** Rows that went on, and rows that did not, at least. */
  private static final int FEWEST = 8;

  /** Different values on both sides: with fewer any two columns may fit. */
  private static final int VALUES = 5;

  private static final double SHARE = 0.98;

  /** The same for rows that went on, and for those that did not. */
  private static final double EACH = 0.9;

  /** Evidence that a pair of columns needs. */
  private static final double ENOUGH = 30;

  final RowSide list;

  /** The column of the input, and that of the list. */
  final ColumnMatch columns;

  private Membership(RowSide list, ColumnMatch columns) {
    this.list = list;
    this.columns = columns;
  }

  /**
   * The best pair of columns.
   *
   * @param went for each row of the input whether it went on: 1, it did not: -1, not known: 0
   * @return null when none decides
   */
  static Membership of(RowTable input, int[] went, RowSide list) {
    Membership best = null;
    for (int j = 0; j < input.width(); j++) {
      for (int k = 0; k < list.table().width(); k++) {
        ColumnMatch match = match(input, j, went, list.table(), k);
        boolean isBetter = match != null && (best == null || match.bits() > best.columns.bits());
        best = isBetter ? new Membership(list, match) : best;
      }
    }
    return best;
  }

  private static ColumnMatch match(RowTable input, int j, int[] went, RowTable list, int k) {
    if (list.byValue(k).size() < VALUES) {
      return null;
    }
    Set<Long> values = new HashSet<Long>();
    int[][] counts = new int[2][2];
    for (int row = 0; row < went.length; row++) {
      long value = input.value(row, j);
      boolean isIn = list.byValue(k).containsKey(value);
      if (went[row] != 0 && value != 0 && (isIn || list.keeps(k, value))) {
        counts[went[row] > 0 ? 1 : 0][isIn ? 1 : 0]++;
        values.add(value);
      }
    }
    int gone = counts[0][0] + counts[0][1];
    int here = counts[1][0] + counts[1][1];
    int all = gone + here;
    boolean isSemi = counts[1][1] + counts[0][0] >= counts[1][0] + counts[0][1];
    int rightHere = counts[1][isSemi ? 1 : 0];
    int rightGone = counts[0][isSemi ? 0 : 1];
    int right = rightHere + rightGone;
    // Where nearly all rows went the same way, a list that no value is in is right of nearly all.
    boolean isBoth = rightHere >= EACH * here && rightGone >= EACH * gone;
    boolean isEnough = gone >= FEWEST && here >= FEWEST && values.size() >= VALUES;
    if (!isEnough || !isBoth || right < SHARE * all) {
      return null;
    }
    // In how many ways as many could have gone on.
    double share = (double) here / all;
    double ways = -share * Math.log(share) - (1 - share) * Math.log(1 - share);
    double bits = right * ways / Math.log(2) - Math.log(1 + input.width() * list.width());
    double chance = Math.pow(2, -ways / Math.log(2));
    return bits < ENOUGH ? null : new ColumnMatch(j, k, right, all, 0, chance, bits);
  }
}
