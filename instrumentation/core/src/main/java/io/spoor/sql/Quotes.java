package io.spoor.sql;

/**
 * Finds where a quoted thing ends. Every method takes the index of its first character and returns
 * the index behind its last one, or the text's length when it does not close.
 */
final class Quotes {

  private final char[] text;
  private final int length;

  /** Whether the last thing asked for did not close. */
  boolean unclosed;

  /**
   * Whether the last string ended behind a backslash that does not escape in this dialect. Another
   * setting of the server would read on, so what follows may be a piece of the literal.
   */
  boolean doubtful;

  Quotes(char[] text, int length) {
    this.text = text;
    this.length = length;
  }

  private char at(int index) {
    return index < length ? text[index] : 0;
  }

  /** A string in single or double quotes; a doubled quote does not end it. */
  int string(int from, boolean escapes, boolean triple) {
    char quote = text[from];
    if (triple && at(from + 1) == quote && at(from + 2) == quote) {
      return tripleQuoted(from, quote, escapes);
    }
    int i = from + 1;
    while (i < length) {
      char c = text[i];
      if (c == '\\' && escapes) {
        i += 2;
      } else if (c != quote) {
        i++;
      } else if (at(i + 1) == quote) {
        i += 2;
      } else {
        doubtful = text[i - 1] == '\\' && !escapes && i - 1 > from;
        return closed(i + 1);
      }
    }
    return open();
  }

  private int tripleQuoted(int from, char quote, boolean escapes) {
    int i = from + 3;
    while (i < length) {
      char c = text[i];
      if (c == '\\' && escapes) {
        i += 2;
      } else if (c == quote && at(i + 1) == quote && at(i + 2) == quote) {
        return closed(i + 3);
      } else {
        i++;
      }
    }
    return open();
  }

  /** A quoted identifier; a doubled closing quote does not end it. */
  int identifier(int from, char close) {
    int i = from + 1;
    while (i < length) {
      if (text[i] != close) {
        i++;
      } else if (at(i + 1) == close) {
        i += 2;
      } else {
        return closed(i + 1);
      }
    }
    return open();
  }

  /** Oracle's q'[..]'; {@code from} is the single quote. */
  int oracle(int from) {
    char delimiter = at(from + 1);
    char close = delimiter;
    switch (delimiter) {
      case '[':
        close = ']';
        break;
      case '(':
        close = ')';
        break;
      case '{':
        close = '}';
        break;
      case '<':
        close = '>';
        break;
      default:
        break;
    }
    for (int i = from + 2; i < length; i++) {
      if (text[i] == close && at(i + 1) == '\'') {
        return closed(i + 2);
      }
    }
    return open();
  }

  /** {@code $tag$ .. $tag$}; 0 when there is none here. */
  int dollar(int from) {
    int tag = from + 1;
    while (tag < length && (Character.isLetterOrDigit(text[tag]) || text[tag] == '_')) {
      tag++;
    }
    if (at(tag) != '$' || tag > from + 1 && Character.isDigit(text[from + 1])) {
      return 0;
    }
    int width = tag - from + 1;
    for (int i = tag + 1; i + width <= length; i++) {
      if (text[i] == '$' && sameTag(from, i, width)) {
        return closed(i + width);
      }
    }
    return open();
  }

  private boolean sameTag(int a, int b, int width) {
    for (int k = 0; k < width; k++) {
      if (text[a + k] != text[b + k]) {
        return false;
      }
    }
    return true;
  }

  /** A Snowflake stage such as {@code @db.s.stage/path}. */
  int stage(int from) {
    int i = from + 1;
    while (i < length && text[i] > ' ' && ",;()".indexOf(text[i]) < 0) {
      i = text[i] == '"' ? identifier(i, '"') : i + 1;
    }
    return i;
  }

  /** A template of two braces or brace and percent sign. */
  int template(int from) {
    for (int i = from + 2; i + 1 < length; i++) {
      if ((text[i] == '}' || text[i] == '%') && text[i + 1] == '}') {
        return i + 2;
      }
    }
    return length;
  }

  /**
   * Steps over {@code , (..), (..)} as long as the rows hold only literals, parameters, names and
   * calls.
   *
   * @param from behind the closing parenthesis of a row
   * @return behind the last row that was stepped over; {@code from} when there is none
   */
  int plainRows(int from, boolean escapes, boolean doubleQuoteIsString) {
    int done = from;
    while (true) {
      int i = blanks(done);
      if (at(i) != ',') {
        return done;
      }
      i = blanks(i + 1);
      if (at(i) != '(') {
        return done;
      }
      i = plainRow(i, escapes, doubleQuoteIsString);
      if (i < 0) {
        return done;
      }
      done = i;
    }
  }

  private int blanks(int from) {
    int i = from;
    while (i < length && text[i] <= ' ') {
      i++;
    }
    return i;
  }

  private int plainRow(int from, boolean escapes, boolean doubleQuoteIsString) {
    int depth = 0;
    int i = from;
    while (i < length) {
      char c = text[i];
      if (c >= '0' && c <= '9' || c == ',' || c == ' ' || c == '.') {
        i++;
      } else if (c == '(') {
        depth++;
        i++;
      } else if (c == ')') {
        i++;
        if (--depth == 0) {
          return i;
        }
      } else if (c == '\'') {
        i = string(i, escapes, false);
        if (unclosed || doubtful || Chars.isLetter(at(i)) || at(i) == '\'') {
          return -1;
        }
      } else if (Chars.isLetter(c)) {
        int word = i;
        while (i < length && (Chars.isLetter(text[i]) || text[i] >= '0' && text[i] <= '9')) {
          i++;
        }
        if (at(i) == '\'' && !(i - word == 1 && "nNxX".indexOf(c) >= 0) || isQueryWord(word, i)) {
          return -1;
        }
      } else if (isUnclear(c, at(i + 1)) || c == '"' && !doubleQuoteIsString) {
        return -1;
      } else if (c == '"') {
        i = string(i, escapes, false);
      } else {
        i++;
      }
    }
    return -1;
  }

  /** Whether only the lexer can tell what begins here. */
  private static boolean isUnclear(char c, char next) {
    return c == ';'
        || c == '$'
        || c == '#'
        || c == '`'
        || c == '['
        || c == '{'
        || c == '\\'
        || c == '-' && next == '-'
        || c == '/' && (next == '*' || next == '/');
  }

  private boolean isQueryWord(int from, int to) {
    int width = to - from;
    if (width < 3 || width > 6) {
      return false;
    }
    return spells(from, width, "select")
        || spells(from, width, "from")
        || spells(from, width, "with")
        || spells(from, width, "table")
        || spells(from, width, "values")
        || spells(from, width, "sel");
  }

  private boolean spells(int from, int width, String lower) {
    if (width != lower.length()) {
      return false;
    }
    for (int k = 0; k < width; k++) {
      if ((text[from + k] | 0x20) != lower.charAt(k)) {
        return false;
      }
    }
    return true;
  }

  private int closed(int to) {
    unclosed = false;
    return Math.min(to, length);
  }

  private int open() {
    unclosed = true;
    return length;
  }
}
