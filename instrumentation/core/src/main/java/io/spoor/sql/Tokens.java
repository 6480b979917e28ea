package io.spoor.sql;

import java.util.Arrays;

/**
 * The tokens of one text as parallel arrays: 20,000 tokens are five arrays, not 20,000 objects.
 *
 * <p>Written by the {@link Lexer} only. Index {@link #size} is a sentinel of kind {@link #END}.
 */
final class Tokens {

  static final byte END = 0;

  /** An unquoted word: keyword or name. */
  static final byte WORD = 1;

  /** A quoted identifier. */
  static final byte QUOTED = 2;

  /** A string literal, also in double quotes where the dialect says so. */
  static final byte STRING = 3;

  static final byte NUMBER = 4;

  /** A parameter, variable, placeholder or Snowflake stage. */
  static final byte PARAM = 5;

  /** {@code ( [ {} */
  static final byte OPEN = 6;

  static final byte CLOSE = 7;
  static final byte COMMA = 8;
  static final byte DOT = 9;
  static final byte SEMI = 10;

  /** One character of an operator. */
  static final byte OPERATOR = 11;

  final char[] text;
  int size;
  byte[] kind;
  int[] start;
  int[] end;

  /** The keyword of an unquoted word that does not stand next to a dot; else null. */
  Keyword[] keyword;

  /** For OPEN the index of its CLOSE (or of the token that cuts it off), for CLOSE of its OPEN. */
  int[] match;

  /** Whether the text went on after the last token because a limit was met. */
  boolean truncated;

  /** Whether quotes do not close or touch words, so that literals may be mistaken for words. */
  boolean malformed;

  Tokens(char[] text, int capacity) {
    this.text = text;
    kind = new byte[capacity];
    start = new int[capacity];
    end = new int[capacity];
    keyword = new Keyword[capacity];
    match = new int[capacity];
  }

  void add(byte tokenKind, int from, int to) {
    if (size + 4 >= kind.length) { // a few sentinels may be looked at
      grow();
    }
    kind[size] = tokenKind;
    start[size] = from;
    end[size] = to;
    keyword[size] = null;
    match[size] = -1;
    size++;
    kind[size] = END;
    keyword[size] = null;
    start[size] = to;
    end[size] = to;
  }

  private void grow() {
    int capacity = kind.length * 2;
    kind = Arrays.copyOf(kind, capacity);
    start = Arrays.copyOf(start, capacity);
    end = Arrays.copyOf(end, capacity);
    keyword = Arrays.copyOf(keyword, capacity);
    match = Arrays.copyOf(match, capacity);
  }

  /** The first character of the token. */
  char first(int i) {
    return start[i] < text.length ? text[start[i]] : 0;
  }

  boolean isParen(int i) {
    return kind[i] == OPEN && first(i) == '(';
  }

  /** Whether token {@code i} begins where the one before it ends. */
  boolean touchesPrevious(int i) {
    return i > 0 && end[i - 1] == start[i];
  }

  /** Whether token {@code i} is an unquoted word that spells {@code upper} in any case. */
  boolean isWord(int i, String upper) {
    if (kind[i] != WORD || end[i] - start[i] != upper.length()) {
      return false;
    }
    for (int k = 0; k < upper.length(); k++) {
      char c = text[start[i] + k];
      if ((c >= 'a' && c <= 'z' ? c - 32 : c) != upper.charAt(k)) {
        return false;
      }
    }
    return true;
  }

  boolean isName(int i) {
    return kind[i] == WORD || kind[i] == QUOTED;
  }

  /** The raw text of the token. */
  String raw(int i) {
    return new String(text, start[i], end[i] - start[i]);
  }

  /** The text without its quotes; a doubled closing quote inside counts once. */
  String unquoted(int i) {
    int from = start[i];
    int to = end[i];
    if (kind[i] != QUOTED && kind[i] != STRING) {
      return raw(i);
    }
    while (from < to && !isQuote(text[from])) {
      from++; // a prefix such as N or E
    }
    if (from >= to) {
      return raw(i);
    }
    char close = text[from] == '[' ? ']' : text[from];
    if (close == '$') {
      return dollarBody(from, to);
    }
    int width = to - from >= 6 && text[from + 1] == close && text[from + 2] == close ? 3 : 1;
    from += width;
    if (to - width >= from && text[to - 1] == close) {
      to -= width;
    }
    StringBuilder out = new StringBuilder(to - from);
    for (int k = from; k < to; k++) {
      out.append(text[k]);
      if (text[k] == close && k + 1 < to && text[k + 1] == close) {
        k++;
      }
    }
    return out.toString();
  }

  private String dollarBody(int from, int to) {
    int tag = from + 1;
    while (tag < to && text[tag] != '$') {
      tag++;
    }
    int width = tag - from + 1;
    return to - from < 2 * width ? "" : new String(text, from + width, to - from - 2 * width);
  }

  private static boolean isQuote(char c) {
    return c == '\'' || c == '"' || c == '`' || c == '[' || c == '$';
  }

  /** Whether two names are equal when case and quotes do not count. */
  boolean sameName(int a, int b) {
    if (kind[a] == WORD && kind[b] == WORD) {
      int length = end[a] - start[a];
      if (length != end[b] - start[b]) {
        return false;
      }
      for (int k = 0; k < length; k++) {
        char x = text[start[a] + k];
        char y = text[start[b] + k];
        if (x != y && Character.toLowerCase(x) != Character.toLowerCase(y)) {
          return false;
        }
      }
      return true;
    }
    return unquoted(a).equalsIgnoreCase(unquoted(b));
  }
}
