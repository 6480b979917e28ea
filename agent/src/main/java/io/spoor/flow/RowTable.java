package io.spoor.flow;

import io.spoor.boot.record.KeptRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Sampled rows: hashes of their values, where 0 is no value, and such values themselves as are
 * held. Immutable once it is made.
 */
public final class RowTable {

  private final long[][] rows;
  private final Object[][] values;
  private final long[] ordinals;
  private final KeptRows kept;
  private final long total;
  private final int width;
  private final Map<Long, int[]>[] byValue;
  private IdentityHashMap<Object, Integer> rowsOfObjects;

  /**
   * @param rows may differ in length; not copied
   * @param values of the same shape; a value may be null, and so may all of them
   * @param ordinals the place of each among all rows, rising
   * @param kept which other rows would be among them; null when that is not known
   * @param total how many rows there were in all; -1 when that is not known
   */
  @SuppressWarnings({"unchecked", "rawtypes"})
  public RowTable(long[][] rows, Object[][] values, long[] ordinals, KeptRows kept, long total) {
    this.rows = rows;
    this.values = values;
    this.ordinals = ordinals;
    this.kept = kept;
    this.total = total;
    int widest = 0;
    for (long[] row : rows) {
      widest = Math.max(widest, row.length);
    }
    this.width = widest;
    this.byValue = new Map[widest];
  }

  /** Rows of a file's beginning. */
  public static RowTable of(long[][] rows, Object[][] values, long total) {
    long[] ordinals = new long[rows.length];
    for (int i = 0; i < ordinals.length; i++) {
      ordinals[i] = i;
    }
    return new RowTable(rows, values, ordinals, null, total);
  }

  /** What was kept of the rows of statements. */
  public static RowTable of(KeptRows rows) {
    return new RowTable(rows.hashes, rows.values, rows.ordinals, rows, rows.total);
  }

  /**
   * The same without rows that are there before, if a query was read several times: then a column
   * has a value for each row only in one of the readings.
   */
  public RowTable distinct() {
    Set<List<Long>> seen = new HashSet<List<Long>>();
    int[] which = new int[rows.length];
    int count = 0;
    int before = -1;
    for (int row = 0; row < rows.length; row++) {
      List<Long> values = new ArrayList<Long>(rows[row].length);
      for (long value : rows[row]) {
        values.add(value);
      }
      if (seen.add(values)) {
        which[count++] = row;
      } else if (before < 0) {
        before = count;
      }
    }
    // Values of one column come again without being read again, and sooner.
    if (count == rows.length || width == 1 && (count < 10 || before < 0.8 * count)) {
      return this;
    }
    RowTable once = some(Arrays.copyOf(which, count));
    boolean isRead = 4 * count <= 3 * rows.length;
    for (int column = 0; column < width && !isRead; column++) {
      isRead = once.isKey(column) && !isKey(column);
    }
    return isRead ? once : this;
  }

  /** Some of the rows. */
  RowTable some(int[] which) {
    long[][] some = new long[which.length][];
    Object[][] theirs = values == null ? null : new Object[which.length][];
    long[] places = new long[which.length];
    for (int i = 0; i < which.length; i++) {
      some[i] = rows[which[i]];
      if (theirs != null) {
        theirs[i] = values[which[i]];
      }
      places[i] = ordinals[which[i]];
    }
    return new RowTable(some, theirs, places, null, -1);
  }

  /** How many rows there are. */
  public int size() {
    return rows.length;
  }

  /** How many columns the widest row has. */
  public int width() {
    return width;
  }

  /** How many rows there were in all. */
  public long total() {
    return total;
  }

  /** The place of a row among all. */
  long ordinal(int row) {
    return ordinals[row];
  }

  /** The row that has a place among all; -1 when it was not kept. */
  int rowOf(long ordinal) {
    int found = Arrays.binarySearch(ordinals, ordinal);
    return found < 0 ? -1 : found;
  }

  /** How many rows there are from the first one on without a gap. */
  int begin() {
    int row = 0;
    while (row < ordinals.length && ordinals[row] == ordinals[0] + row) {
      row++;
    }
    return row;
  }

  /** A value's hash; 0 where the row has none. */
  long value(int row, int column) {
    long[] values = rows[row];
    return column < values.length ? values[column] : 0;
  }

  /** The value itself; null where the row has none, or it is not held. */
  Object object(int row, int column) {
    Object[] held = values == null ? null : values[row];
    return held == null || column >= held.length ? null : held[column];
  }

  /** In which row each object is; -1 for those in several. */
  IdentityHashMap<Object, Integer> rowsOfObjects() {
    if (rowsOfObjects == null) {
      rowsOfObjects = SameObjects.rows(this);
    }
    return rowsOfObjects;
  }

  /** Whether a row with such a value in a column would be here, if there were one. */
  boolean keeps(int column, long value) {
    return rows.length == total || kept != null && column >= 0 && kept.keeps(column, value);
  }

  /** Whether all rows with such a value in a column are here. */
  boolean keepsAll(int column, long value) {
    return rows.length == total || kept != null && kept.keepsAll(column, value);
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
