package io.spoor.boot.record;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Columns by which rows are told apart: nearly every row has a value of its own in them. */
final class KeyColumns {

  /** So many are looked at for each row. */
  private static final int MOST = 2;

  private static final double DISTINCT = 0.9;

  private KeyColumns() {}

  /**
   * The first such columns, from 0, with a number before a text: the other side of a flow, which
   * may have them in another order, so comes to the same first one; and it costs less to hash.
   *
   * @param last the last of the first rows
   * @param count how many rows there are
   */
  static int[] of(KeptRow last, int count) {
    int width = 0;
    for (KeptRow row = last; row != null; row = row.next) {
      width = Math.max(width, row.end());
    }
    int[] found = new int[MOST];
    int keys = 0;
    for (int column = 0; column < width && keys < MOST; column++) {
      Set<Long> values = new HashSet<Long>();
      int filled = 0;
      for (KeptRow row = last; row != null; row = row.next) {
        if (row.hash(column) != ValueHash.NONE) {
          filled++;
          values.add(row.hash(column));
        }
      }
      if (filled >= count / 2 && values.size() >= DISTINCT * filled) {
        found[keys++] = column;
      }
    }
    if (keys == 2 && !isNumber(last, found[0]) && isNumber(last, found[1])) {
      return new int[] {found[1], found[0]};
    }
    return Arrays.copyOf(found, keys);
  }

  /** Whether the last row that has a value in a column has a whole number there, or its text. */
  private static boolean isNumber(KeptRow last, int column) {
    for (KeptRow row = last; row != null; row = row.next) {
      if (row.hash(column) != ValueHash.NONE) {
        return ValueHash.isWholeNumber(row.values[column - row.begin]);
      }
    }
    return false;
  }
}
