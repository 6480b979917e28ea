package io.spoor.sql;

/**
 * The rows of VALUES that the lexer left out behind the first one: only their parameters count,
 * each with the column of the row in which it stands.
 */
final class SkippedRows {

  private final char[] text;
  private final int to;
  private int at;
  private int depth;
  private int column;

  /** Reads the rows behind the closing parenthesis {@code close}. */
  SkippedRows(Tokens tokens, int close) {
    this.text = tokens.text;
    this.at = tokens.end[close];
    this.to = end(tokens, close);
  }

  /** Whether rows were left out behind token {@code i}. */
  static boolean follow(Tokens tokens, int i) {
    if (tokens.kind[i] != Tokens.CLOSE) {
      return false;
    }
    int p = tokens.end[i];
    int to = end(tokens, i);
    while (p < to && tokens.text[p] <= ' ') {
      p++;
    }
    return p < to && tokens.text[p] == ',';
  }

  private static int end(Tokens tokens, int close) {
    boolean last = tokens.kind[close + 1] == Tokens.END;
    return last ? tokens.text.length : Math.min(tokens.start[close + 1], tokens.text.length);
  }

  int count() {
    int count = 0;
    while (next()) {
      count++;
    }
    return count;
  }

  /** Goes to the next parameter; false when there is none. */
  boolean next() {
    while (at < to && at < text.length) {
      char c = text[at++];
      if (c == '(') {
        column = ++depth == 1 ? 0 : column;
      } else if (c == ')') {
        depth--;
      } else if (c == ',' && depth == 1) {
        column++;
      } else if (c == '\'' || c == '"') {
        skip(c);
      } else if (c == '?') {
        return true;
      }
    }
    return false;
  }

  private void skip(char quote) {
    while (at < to && text[at] != quote) {
      at += text[at] == '\\' ? 2 : 1;
    }
    at++;
  }

  /** The column of the parameter, from 0. */
  int column() {
    return column;
  }

  /** Whether the parameter is all that stands in its column. */
  boolean isWhole() {
    int before = at - 2;
    while (text[before] <= ' ') {
      before--;
    }
    int after = at;
    while (after < to && text[after] <= ' ') {
      after++;
    }
    return depth == 1
        && (text[before] == '(' || text[before] == ',')
        && after < to
        && (text[after] == ')' || text[after] == ',');
  }
}
