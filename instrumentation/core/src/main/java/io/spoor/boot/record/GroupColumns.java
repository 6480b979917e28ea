package io.spoor.boot.record;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Columns by which rows may be grouped: a few values that come again and again. */
final class GroupColumns {

  /** Of the rows about so many are in the groups that are kept. */
  private static final double SHARE = 0.12;

  private final int[] columns;
  private final long[] upTo;

  /**
   * @param rows the first ones
   * @param most how many columns are wanted
   */
  GroupColumns(long[][] rows, int most) {
    int[] found = new int[Math.max(0, most)];
    long[] hashes = new long[found.length];
    int count = 0;
    int width = 0;
    for (long[] row : rows) {
      width = Math.max(width, row.length);
    }
    for (int column = 0; column < width && count < found.length; column++) {
      TreeMap<Long, Integer> groups = groups(rows, column);
      if (groups.size() >= 3 && groups.size() <= 0.8 * rows.length) {
        found[count] = column;
        hashes[count++] = upTo(groups, rows.length);
      }
    }
    columns = Arrays.copyOf(found, count);
    upTo = Arrays.copyOf(hashes, count);
  }

  /** From 0. */
  int[] columns() {
    return columns;
  }

  /** For each of them up to which hash its values are kept. */
  long[] upTo() {
    return upTo;
  }

  /** How many rows have which hash, smaller ones first. */
  private static TreeMap<Long, Integer> groups(long[][] rows, int column) {
    TreeMap<Long, Integer> groups = new TreeMap<Long, Integer>();
    for (long[] row : rows) {
      if (column < row.length && row[column] != ValueHash.NONE) {
        Integer before = groups.get(row[column] >>> 1);
        groups.put(row[column] >>> 1, before == null ? 1 : before + 1);
      }
    }
    return groups;
  }

  /** At least one group. */
  private static long upTo(TreeMap<Long, Integer> groups, int rows) {
    long last = groups.firstKey();
    int sum = 0;
    for (Map.Entry<Long, Integer> each : groups.entrySet()) {
      sum += each.getValue();
      if (sum > SHARE * rows) {
        break;
      }
      last = each.getKey();
    }
    return last;
  }
}
