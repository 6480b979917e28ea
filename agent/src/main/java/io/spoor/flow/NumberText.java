package io.spoor.flow;

import java.math.BigDecimal;

/** Reads numbers as people write them: with separators of thousands, units, zeros in front. */
final class NumberText {

  private static final int LONGEST = 40;

  private NumberText() {}

  /** The number of a text; null when it has none, or several. */
  static BigDecimal parse(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && !isDigit(text, from)) {
      from++;
    }
    while (to > from && !isDigit(text, to - 1)) {
      to--;
    }
    if (from == to || to - from > LONGEST) {
      return null;
    }
    StringBuilder digits = new StringBuilder(to - from + 1);
    int separator = -1;
    int separators = 0;
    char last = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits.append(c);
      } else if (c == '.' || c == ',' || c == '\'' || c == ' ' || c == '\u00a0' || c == '\u202f') {
        separators = c == last ? separators + 1 : 1;
        last = c;
        separator = digits.length();
      } else {
        return null;
      }
    }
    boolean isFraction = separator >= 0 && separators == 1 && (last == '.' || last == ',');
    if (isFraction && digits.length() - separator == 3 && last == ',') {
      // 1,234 is a thousand; 1.234 is not, where programs write it.
      isFraction = false;
    }
    BigDecimal number =
        isFraction
            ? new BigDecimal(digits.insert(separator, '.').toString())
            : new BigDecimal(digits.toString());
    boolean isNegative = from > 0 && text.charAt(from - 1) == '-' && isSign(text, from - 1);
    return isNegative ? number.negate() : number;
  }

  /** A minus behind a letter or a digit is a dash. */
  private static boolean isSign(String text, int at) {
    return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
  }

  private static boolean isDigit(String text, int at) {
    return text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }
}
