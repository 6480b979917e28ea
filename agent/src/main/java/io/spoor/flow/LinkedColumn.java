package io.spoor.flow;

import io.spoor.boot.record.ValueHash;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;

/** Values of an input's column beside rows of an output that they are linked to. Immutable. */
final class LinkedColumn {

  final RowSide input;
  final int column;
  private final boolean isProgression;
  private final String[] texts;
  private final BigDecimal[] numbers;
  private final double[] doubles;

  /**
   * @param input null for a column of the output itself
   * @param values for each row, null for none
   * @param places of the rows that they are of, among all of their table
   */
  LinkedColumn(RowSide input, int column, Object[] values, long[] places) {
    this.input = input;
    this.column = column;
    texts = new String[values.length];
    numbers = new BigDecimal[values.length];
    doubles = new double[values.length];
    for (int row = 0; row < values.length; row++) {
      texts[row] = textOf(values[row]);
      numbers[row] = texts[row] == null ? null : NumberText.parse(texts[row]);
      doubles[row] = numbers[row] == null ? Double.NaN : numbers[row].doubleValue();
    }
    isProgression = isProgression(places);
  }

  private boolean isProgression(long[] places) {
    int first = -1;
    int second = -1;
    int same = 0;
    int all = 0;
    for (int row = 0; row < numbers.length; row++) {
      if (numbers[row] == null) {
        continue;
      }
      if (first < 0) {
        first = row;
      } else if (second < 0) {
        second = places[row] == places[first] ? -1 : row;
      } else {
        BigDecimal steps = BigDecimal.valueOf(places[row] - places[first]);
        BigDecimal left = numbers[second].subtract(numbers[first]).multiply(steps);
        BigDecimal far = numbers[row].subtract(numbers[first]);
        BigDecimal right = far.multiply(BigDecimal.valueOf(places[second] - places[first]));
        same += left.compareTo(right) == 0 ? 1 : 0;
        all++;
      }
    }
    return all > 0 && same > 0.8 * all;
  }

  /** Whether it grows by the same from place to place, as a count does. */
  boolean isProgression() {
    return isProgression;
  }

  /** A value in lower case, without blanks around it; null for none. */
  static String textOf(Object value) {
    if (value == null || ValueHash.of(value) == ValueHash.NONE) {
      return null;
    }
    String text =
        value instanceof BigDecimal ? ((BigDecimal) value).toPlainString() : value.toString();
    if (value instanceof Double || value instanceof Float) {
      text = new BigDecimal(text).toPlainString();
    }
    return text.trim().toLowerCase(Locale.ROOT);
  }

  /** Whether it has the same texts as another column in all rows. */
  boolean isSame(LinkedColumn other) {
    return Arrays.equals(texts, other.texts);
  }

  /** How many rows there are. */
  int size() {
    return texts.length;
  }

  /** In lower case, without blanks around it; null for none. */
  String text(int row) {
    return texts[row];
  }

  /** What a text stands for if it is a number in whatever format; null otherwise. */
  BigDecimal number(int row) {
    return numbers[row];
  }

  /** The same as a double. */
  double real(int row) {
    return doubles[row];
  }
}
