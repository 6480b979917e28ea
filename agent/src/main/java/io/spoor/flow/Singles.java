package io.spoor.flow;

import io.spoor.boot.record.ValueHash;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Numbers that libraries were given in single precision: of a number with more digits than a float
 * has they know a rounded one. Finds the one that was read. Not thread-safe.
 */
public final class Singles {

  /** So many digits every float has. */
  private static final int DIGITS = 6;

  private static final int LONGEST = 30;

  private final List<RowSide> inputs;

  /** By their floats the numbers of inputs; null for several. */
  private Map<Float, BigDecimal> exact;

  private final Set<Long> hashes = new HashSet<Long>();

  /**
   * @param inputs that numbers may come from
   */
  public Singles(List<RowSide> inputs) {
    this.inputs = inputs;
  }

  /** The number that was read, if one alone is rounded so; else that of the shortest text. */
  public BigDecimal exact(float value) {
    BigDecimal shortest = new BigDecimal(Float.toString(value));
    if (shortest.precision() <= DIGITS) {
      return shortest;
    }
    if (exact == null) {
      collect();
    }
    BigDecimal read = exact.get(value);
    return read == null || hashes.contains(ValueHash.of((Object) shortest)) ? shortest : read;
  }

  private void collect() {
    exact = new HashMap<Float, BigDecimal>();
    for (RowSide input : inputs) {
      RowTable table = input.table();
      for (int row = 0; row < table.size(); row++) {
        for (int column = 0; column < table.width(); column++) {
          hashes.add(table.value(row, column));
          add(number(table.object(row, column)));
        }
      }
    }
  }

  private void add(BigDecimal number) {
    if (number == null || number.precision() <= DIGITS) {
      return;
    }
    float rounded = number.floatValue();
    BigDecimal before = exact.get(rounded);
    boolean isFirst = !exact.containsKey(rounded);
    boolean isSame = before != null && before.compareTo(number) == 0;
    exact.put(rounded, isFirst || isSame ? number : null);
  }

  private static BigDecimal number(Object value) {
    String text = value instanceof String || value instanceof Number ? value.toString().trim() : "";
    if (text.length() <= DIGITS || text.length() > LONGEST) {
      return null;
    }
    for (int i = 0; i < text.length(); i++) {
      if ("0123456789.-+eE".indexOf(text.charAt(i)) < 0) {
        return null;
      }
    }
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
