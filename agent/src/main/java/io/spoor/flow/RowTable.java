package io.spoor.flow;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Sampled rows as hashes of their values, where 0 is no value. Immutable once it is made. */
public final class RowTable {

  private final long[][] rows;
  private final int width;
  private final boolean cut;
  private final Map<Long, int[]>[] byValue;

  /**
   * @param rows may differ in length; not copied
   * @param cut whether there were more rows than these
   */
  @SuppressWarnings({"unchecked", "rawtypes"})
  public RowTable(long[][] rows, boolean cut) {
    this.rows = rows;
    this.cut = cut;
    int widest = 0;
    for (long[] row : rows) {
      widest = Math.max(widest, row.length);
    }
    this.width = widest;
    this.byValue = new Map[widest];
  }

  /** How many rows there are. */
  public int size() {
    return rows.length;
  }

  /** How many columns the widest row has. */
  public int width() {
    return width;
  }

  /** Whether there were more rows. */
  public boolean isCut() {
    return cut;
  }

  /** A value's hash; 0 where the row has none. */
  long value(int row, int column) {
    long[] values = rows[row];
    return column < values.length ? values[column] : 0;
  }

  /** In which rows each value of a column is. */
  Map<Long, int[]> byValue(int column) {
    if (byValue[column] == null) {
      Map<Long, int[]> found = new HashMap<Long, int[]>();
      for (int row = 0; row < rows.length; row++) {
        long value = value(row, column);
        if (value != 0) {
          int[] before = found.get(value);
          int[] more = before == null ? new int[1] : Arrays.copyOf(before, before.length + 1);
          more[more.length - 1] = row;
          found.put(value, more);
        }
      }
      byValue[column] = found;
    }
    return byValue[column];
  }

  /** Rows in which a column has a value. */
  int filled(int column) {
    int filled = 0;
    for (int row = 0; row < rows.length; row++) {
      filled += value(row, column) == 0 ? 0 : 1;
    }
    return filled;
  }

  /** Whether nearly every row has a value of its own in a column. */
  boolean isKey(int column) {
    int filled = filled(column);
    return filled >= 4 && byValue(column).size() >= 0.9 * filled;
  }
}
