package io.spoor.flow;

import io.spoor.boot.record.ValueHash;
import java.util.Map;

/** Whole numbers that follow one another prove nothing: any two tables may be numbered so. */
final class Sequences {

  /** Numbers up to which a column may begin and still be a count. */
  private static final int HIGHEST = 2000;

  private Sequences() {}

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
