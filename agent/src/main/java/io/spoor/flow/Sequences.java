package io.spoor.flow;

import io.spoor.boot.record.ValueHash;
import java.util.HashMap;
import java.util.Map;

/** Whole numbers that follow one another prove nothing: any two tables may be numbered so. */
final class Sequences {

  /** Numbers up to which a column may begin and still be a count. */
  private static final int HIGHEST = 2000;

  private Sequences() {}

  /**
   * How far values are from being told by the value before, in bits: the conditional entropy of a
   * first-order Markov chain, times the steps. Sorted, cyclic and constant columns have none.
   */
  static double surprise(RowTable table, int column) {
    Map<Long, Map<Long, Integer>> followers = new HashMap<Long, Map<Long, Integer>>();
    for (int row = 1; row < table.size(); row++) {
      Map<Long, Integer> next = followers.get(table.value(row - 1, column));
      if (next == null) {
        next = new HashMap<Long, Integer>();
        followers.put(table.value(row - 1, column), next);
      }
      Integer times = next.get(table.value(row, column));
      next.put(table.value(row, column), times == null ? 1 : times + 1);
    }
    double bits = 0;
    for (Map<Long, Integer> next : followers.values()) {
      int all = 0;
      for (int times : next.values()) {
        all += times;
      }
      for (int times : next.values()) {
        bits -= times * Math.log((double) times / all) / Math.log(2);
      }
    }
    return bits;
  }

  /** Whether each value is the place of its row, from 0 or from 1. */
  static boolean isCount(RowTable table, int column) {
    boolean fromZero = true;
    boolean fromOne = true;
    for (int row = 0; row < table.size(); row++) {
      long value = table.value(row, column);
      fromZero &= value == ValueHash.of(table.ordinal(row));
      fromOne &= value == ValueHash.of(table.ordinal(row) + 1);
    }
    return fromZero || fromOne;
  }

  /** Whether most values of a column are small whole numbers. */
  static boolean isDense(RowTable table, int column) {
    Map<Long, int[]> values = table.byValue(column);
    int small = 0;
    for (long number = 0; number < HIGHEST; number++) {
      small += values.containsKey(ValueHash.of(number)) ? 1 : 0;
    }
    return small > values.size() / 2;
  }
}
