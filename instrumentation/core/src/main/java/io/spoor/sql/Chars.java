package io.spoor.sql;

/** Classes of characters, by comparison only: no table of the JDK is loaded for them. */
final class Chars {

  private Chars() {}

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c >= 0x80 && !isBlank(c);
  }

  /** Whether the character can stand inside an unquoted name. */
  static boolean isName(char c) {
    return isLetter(c) || isDigit(c) || c == '$';
  }

  static boolean isBlank(char c) {
    return c <= ' ' || c == '\u00a0' || c == '\u3000' || c == '\ufeff';
  }
}
