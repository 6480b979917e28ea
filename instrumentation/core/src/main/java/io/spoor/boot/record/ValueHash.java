package io.spoor.boot.record;

import java.math.BigDecimal;
import java.util.Date;

/**
 * One number for each value, whatever type it has on its way: 5, 5.0 and '5' are the same, so are
 * true, 'TRUE' and 1, a text is the same in any case and with blanks around it, a date is its ISO
 * text. So a value that was read from one place is recognised in another. 64 bits: of a hundred
 * thousand values two are the same by chance once in four billion times.
 */
public final class ValueHash {

  /** Of what is no value, or none that is looked at. */
  public static final long NONE = 0;

  /** Texts are looked at as far as this. */
  private static final int LONGEST = 400;

  /** So many digits, with a sign, fit into a long. */
  private static final int LONG_DIGITS = 18;

  private ValueHash() {}

  /** Of an integer. */
  public static long of(long value) {
    return mix(value + 0x9E3779B97F4A7C15L);
  }

  /** Of a number that may have a fraction. */
  public static long of(double value) {
    long integer = (long) value;
    if (integer == value) {
      return of(integer);
    }
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return NONE;
    }
    // Plain and without zeros at its end where it has no exponent: it is not an integer.
    String text = Double.toString(value);
    return text.indexOf('E') < 0 ? text(text, 0, text.length()) : of(new BigDecimal(text));
  }

  /** Whether a value is a whole number of some size, or its text. */
  static boolean isWholeNumber(Object value) {
    if (value instanceof String) {
      String text = (String) value;
      boolean is = !text.isEmpty() && text.length() <= LONG_DIGITS;
      return is && isNumber(text, 0, text.length()) && isInteger(text, 0, text.length());
    }
    return value instanceof Long
        || value instanceof Integer
        || value instanceof Short
        || value instanceof BigDecimal && ((BigDecimal) value).scale() <= 0;
  }

  private static long of(BigDecimal value) {
    BigDecimal plain = value.stripTrailingZeros();
    if (plain.scale() <= 0 && plain.precision() - plain.scale() <= 18) {
      return of(plain.longValue());
    }
    String text = plain.toPlainString();
    return text(text, 0, text.length());
  }

  /** Of an object that a getter returned or a setter was given. */
  public static long of(Object value) {
    if (value instanceof String) {
      return of((String) value);
    }
    if (value instanceof Number) {
      return number((Number) value);
    }
    if (value instanceof Boolean) {
      return of(((Boolean) value) ? 1L : 0L);
    }
    if (value instanceof Date || value instanceof Character || value instanceof Enum) {
      return of(value.toString());
    }
    // java.time is not named: a job that has none of it should not load it.
    return value != null && value.getClass().getName().startsWith("java.time.")
        ? of(value.toString())
        : NONE;
  }

  private static long number(Number value) {
    if (value instanceof BigDecimal) {
      return of((BigDecimal) value);
    }
    if (value instanceof Double) {
      return of(value.doubleValue());
    }
    if (value instanceof Float) {
      return of(new BigDecimal(value.toString()));
    }
    boolean isInteger =
        value instanceof Long
            || value instanceof Integer
            || value instanceof Short
            || value instanceof Byte;
    return isInteger ? of(value.longValue()) : of(value.toString());
  }

  /** Of a text, which may be a number. */
  public static long of(String value) {
    return of(value, 0, value.length());
  }

  /** Of a part of a text. */
  static long of(CharSequence value, int start, int end) {
    int from = start;
    int to = end;
    while (from < to && value.charAt(from) <= ' ') {
      from++;
    }
    while (to > from && value.charAt(to - 1) <= ' ') {
      to--;
    }
    if (from == to) {
      return NONE;
    }
    char first = value.charAt(from);
    if (first >= '0' && first <= '9' || first == '-' || first == '.' || first == '+') {
      if (isNumber(value, from, to)) {
        if (to - from <= LONG_DIGITS && isInteger(value, from, to)) {
          return of(integer(value, from, to));
        }
        try {
          return of(new BigDecimal(value.subSequence(from, to).toString()));
        } catch (NumberFormatException e) {
          return text(value, from, to);
        }
      }
      return text(value, from, timeEnd(value, from, to));
    }
    return isWord(value, from, to, "true")
        ? of(1L)
        : isWord(value, from, to, "false") ? of(0L) : text(value, from, to);
  }

  private static boolean isWord(CharSequence text, int from, int to, String word) {
    boolean is = to - from == word.length();
    for (int i = 0; is && i < word.length(); i++) {
      is = (text.charAt(from + i) | 'a' - 'A') == word.charAt(i);
    }
    return is;
  }

  private static boolean isInteger(CharSequence text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) == '.') {
        return false;
      }
    }
    return true;
  }

  private static long integer(CharSequence text, int from, int to) {
    boolean signed = text.charAt(from) == '-' || text.charAt(from) == '+';
    long value = 0;
    for (int i = signed ? from + 1 : from; i < to; i++) {
      value = value * 10 + text.charAt(i) - '0';
    }
    return text.charAt(from) == '-' ? -value : value;
  }

  /** Digits with one point at most, and a sign; leading zeros make a text of it: 007 is a name. */
  private static boolean isNumber(CharSequence text, int from, int to) {
    int start = text.charAt(from) == '-' || text.charAt(from) == '+' ? from + 1 : from;
    boolean point = false;
    if (to - start > 30 || to == start) {
      return false;
    }
    for (int i = start; i < to; i++) {
      char c = text.charAt(i);
      if (c == '.' && !point) {
        point = true;
      } else if (c < '0' || c > '9') {
        return false;
      }
    }
    return text.charAt(start) != '0' || to - start == 1 || text.charAt(start + 1) == '.';
  }

  /**
   * Where a time's text ends: zeros behind the seconds' point say nothing, nor do seconds, nor does
   * a time of day that is zero. So 2024-01-31 00:00:00.0 and 2024-01-31T00:00 are 2024-01-31.
   */
  private static int timeEnd(CharSequence text, int from, int to) {
    boolean isTime =
        to - from >= 16
            && text.charAt(from + 4) == '-'
            && text.charAt(from + 7) == '-'
            && text.charAt(from + 13) == ':';
    if (!isTime) {
      return to;
    }
    int end = to;
    int point = from + 19;
    if (to > point && text.charAt(point) == '.' && areDigits(text, point + 1, to)) {
      while (text.charAt(end - 1) == '0') {
        end--;
      }
      end = end == point + 1 ? point : end;
    }
    if (end == point && is(text, from + 16, ":00")) {
      end = from + 16;
    }
    return end == from + 16 && is(text, from + 11, "00:00") ? from + 10 : end;
  }

  private static boolean is(CharSequence text, int at, String part) {
    for (int i = 0; i < part.length(); i++) {
      if (text.charAt(at + i) != part.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean areDigits(CharSequence text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static long text(CharSequence value, int from, int to) {
    long hash = 0xCBF29CE484222325L;
    int end = Math.min(to, from + LONGEST);
    for (int i = from; i < end; i++) {
      char c = value.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        c += 'a' - 'A';
      }
      // Timestamps have a T or a blank between date and time.
      hash = (hash ^ (c == ' ' && i == from + 10 ? 't' : c)) * 0x100000001B3L;
    }
    return mix(hash);
  }

  /** Of a thirteenth variant of MurmurHash3's finalizer (Stafford); never {@link #NONE}. */
  private static long mix(long value) {
    long z = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    z ^= z >>> 31;
    return z == NONE ? 1 : z;
  }
}
