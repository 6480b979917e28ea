package io.spoor.sql;

/** Tells numbers (1e5, 0x1F, 10L, 1.5) from names that begin with a digit (2020_sales). */
final class Numbers {

  private final char[] text;
  private final int length;

  Numbers(char[] text, int length) {
    this.text = text;
    this.length = length;
  }

  private char at(int index) {
    return index < length ? text[index] : 0;
  }

  /** Behind what begins at {@code from} with a digit or a dot. */
  int end(int from) {
    int i = from;
    boolean word = false;
    while (i < length) {
      char c = text[i];
      if (c == '.' && !word && endsWithDot(at(i + 1))) {
        i++;
      } else if ((c == '+' || c == '-')
          && i > from
          && (text[i - 1] | 0x20) == 'e'
          && Chars.isDigit(at(i + 1))) {
        i++;
      } else if (Chars.isName(c)) {
        word |= !Chars.isDigit(c);
        i++;
      } else {
        break;
      }
    }
    return i;
  }

  /** Whether the dot in front of {@code next} belongs to the number rather than to a name. */
  private static boolean endsWithDot(char next) {
    return next != '.' && (!Chars.isLetter(next) || (next | 0x20) == 'e');
  }

  boolean isName(int from, int to) {
    if (at(from) == '0' && (at(from + 1) | 0x20) == 'x') {
      return false;
    }
    int letters = 0;
    for (int i = from; i < to; i++) {
      char c = text[i];
      if (c == '.' || c == '+' || c == '-') {
        return false;
      }
      letters += Chars.isDigit(c) ? 0 : 1;
    }
    if (letters == 0) {
      return false;
    }
    char last = text[to - 1];
    return letters > 2 || last == '_' || Chars.isDigit(last) && !isExponent(from, to);
  }

  private boolean isExponent(int from, int to) {
    int i = from;
    while (i < to && Chars.isDigit(text[i])) {
      i++;
    }
    if ((at(i) | 0x20) != 'e') {
      return false;
    }
    i++;
    while (i < to && Chars.isDigit(text[i])) {
      i++;
    }
    return i == to;
  }
}
