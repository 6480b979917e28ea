package io.spoor.flow;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * The very objects that getters returned, found again among those that setters were given. No rule
 * about values can be as sure: a number that the job counts up is another object than the number
 * that it read. Objects that a JVM has once for all prove nothing.
 */
final class SameObjects {

  /** Different objects that are on both sides, at least: some a driver may share. */
  static final int FEWEST = 3;

  /** Boxes of numbers up to this are shared (Java Language Specification, 5.1.7). */
  private static final int CACHED = 128;

  /** In place of a row: the object is in several. */
  static final int SEVERAL = -1;

  private SameObjects() {}

  /** Whether both are one object, of a kind that is not shared by all of a JVM. */
  static boolean same(Object one, Object other) {
    return one == other && isTelling(one);
  }

  private static boolean isTelling(Object value) {
    if (value instanceof String) {
      return !((String) value).isEmpty();
    }
    if (value instanceof BigDecimal) {
      // BigDecimal has its numbers from 0 to 10, and zeros of some scales.
      BigDecimal number = (BigDecimal) value;
      return number.precision() > 2;
    }
    if (value instanceof Number) {
      return Math.abs(((Number) value).longValue()) > CACHED;
    }
    return value != null && !(value instanceof Boolean) && !(value instanceof Enum);
  }

  /**
   * For each row of the output the only row of the input with objects of it; null if few. A driver
   * that has one object for equal values of several rows may have it for another table's, too: of
   * such it takes two.
   */
  static int[] link(RowTable input, RowTable output) {
    IdentityHashMap<Object, Integer> known = input.rowsOfObjects();
    if (known.isEmpty()) {
      return null;
    }
    int needed = known.containsValue(SEVERAL) ? 2 : 1;
    int[] rows = new int[output.size()];
    int linked = 0;
    for (int row = 0; row < rows.length; row++) {
      rows[row] = rowOf(known, output, row, needed);
      linked += rows[row] < 0 ? 0 : 1;
    }
    return linked < FEWEST ? null : rows;
  }

  private static int rowOf(
      IdentityHashMap<Object, Integer> known, RowTable output, int row, int needed) {
    int found = SEVERAL;
    Object first = null;
    boolean isSecond = false;
    for (int o = 0; o < output.width(); o++) {
      Object value = output.object(row, o);
      Integer at = value == null ? null : known.get(value);
      if (at != null && at != SEVERAL) {
        if (found != SEVERAL && at != found) {
          return SEVERAL;
        }
        isSecond |= first != null && value != first;
        first = value;
        found = at;
      }
    }
    return isSecond || needed == 1 ? found : SEVERAL;
  }

  /** In which row each object is; -1 when it is in several. */
  static IdentityHashMap<Object, Integer> rows(RowTable table) {
    IdentityHashMap<Object, Integer> rows = new IdentityHashMap<Object, Integer>();
    for (int row = 0; row < table.size(); row++) {
      for (int column = 0; column < table.width(); column++) {
        Object value = table.object(row, column);
        if (isTelling(value)) {
          Integer before = rows.put(value, row);
          if (before != null && before != row) {
            rows.put(value, SEVERAL);
          }
        }
      }
    }
    return rows;
  }

  /** The different objects of a column. */
  static Set<Object> of(RowTable table, int column) {
    Set<Object> objects = Collections.newSetFromMap(new IdentityHashMap<Object, Boolean>());
    for (int row = 0; row < table.size(); row++) {
      Object value = table.object(row, column);
      if (isTelling(value)) {
        objects.add(value);
      }
    }
    return objects;
  }
}
