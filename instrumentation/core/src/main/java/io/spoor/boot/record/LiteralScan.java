package io.spoor.boot.record;

/**
 * Steps through a SQL text from literal to literal, or through the lists behind VALUES from cell to
 * cell. Where a quote might mean something else, or there is a parameter, it stops short of the
 * end. On the job's thread: one pass.
 */
final class LiteralScan {

  private static final int LITERAL = 1;
  private static final int VALUES = 2;
  private static final int OTHER = 3;

  private final String sql;
  private final int limit;
  private final int product;
  private int at;
  private int depth;
  private int start;
  private int kind;
  private boolean isBroken;

  /** Whether the literal is a text in quotes, and whether quotes are doubled in it. */
  private boolean isQuoted;

  private boolean isDoubled;

  /** Between the cells of a list: a comma came, so that another one has to. */
  private boolean isEndOfList;

  LiteralScan(String sql, int product) {
    this(sql, 0, sql.length(), product);
  }

  LiteralScan(String sql, int from, int limit, int product) {
    this.sql = sql;
    this.at = from;
    this.limit = limit;
    this.product = product;
  }

  /** Where the token begins. */
  int start() {
    return start;
  }

  /** Behind the token. */
  int end() {
    return at;
  }

  boolean isLiteral() {
    return kind == LITERAL;
  }

  /** Whether it is the word before the lists of an INSERT. */
  boolean isValues() {
    return kind == VALUES;
  }

  /** Whether all of the text was understood. */
  boolean isAtEnd() {
    return !isBroken && at >= limit;
  }

  /** Goes on to the next token; false at the end, or where it is not certain what comes. */
  boolean next() {
    skipSpace();
    start = at;
    if (isBroken || at >= limit) {
      return false;
    }
    kind = OTHER;
    char c = sql.charAt(at);
    if (c == '\'') {
      string();
    } else if (c >= '0' && c <= '9') {
      number();
    } else if (isWordPart(c)) {
      word();
    } else if (c == '"' || c == '`') {
      int end = sql.indexOf(c, at + 1);
      isBroken = end < 0 || end >= limit;
      at = end + 1;
    } else if (c == ';') {
      at++;
      skipSpace();
      isBroken = at < limit;
      return false;
    } else if (c == '?' || c == '$' || c == '\\' || c == '#') {
      isBroken = true;
    } else {
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      at++;
    }
    return !isBroken;
  }

  private void skipSpace() {
    while (at < limit) {
      char c = sql.charAt(at);
      char then = at + 1 < limit ? sql.charAt(at + 1) : ' ';
      if (c <= ' ') {
        at++;
      } else if (c == '-' && then == '-') {
        int end = sql.indexOf('\n', at);
        at = end < 0 || end > limit ? limit : end;
      } else if (c == '/' && then == '*') {
        int end = sql.indexOf("*/", at + 2);
        isBroken |= end < 0;
        at = end < 0 ? limit : end + 2;
      } else {
        return;
      }
    }
  }

  private void string() {
    kind = LITERAL;
    isQuoted = true;
    isDoubled = false;
    for (int i = at + 1; i < limit; i++) {
      char c = sql.charAt(i);
      if (c == '\\' && (product & Product.NO_BACKSLASH) == 0) {
        break;
      }
      if (c == '\'') {
        if (i + 1 >= limit || sql.charAt(i + 1) != '\'') {
          at = i + 1;
          return;
        }
        isDoubled = true;
        i++;
      }
    }
    isBroken = true;
  }

  private void number() {
    kind = LITERAL;
    isQuoted = false;
    int end = at + 1;
    while (end < limit && (isWordPart(sql.charAt(end)) || sql.charAt(end) == '.')) {
      end++;
    }
    at = end;
  }

  private void word() {
    int end = at + 1;
    while (end < limit && isWordPart(sql.charAt(end))) {
      end++;
    }
    if (end < limit && sql.charAt(end) == '\'') {
      // A prefix gives the quote a meaning of its own; only N'..' is plain everywhere.
      boolean isNational = end == at + 1 && (sql.charAt(at) | 32) == 'n';
      at = end;
      if (isNational) {
        start = at;
        string();
      } else {
        isBroken = true;
      }
      return;
    }
    boolean isValues = depth == 0 && (is(at, end, "VALUES") || is(at, end, "VALUE"));
    at = end;
    if (isValues) {
      skipSpace();
      kind = at < limit && sql.charAt(at) == '(' ? VALUES : OTHER;
    }
  }

  private boolean is(int from, int to, String word) {
    return to - from == word.length() && sql.regionMatches(true, from, word, 0, word.length());
  }

  private static boolean isWordPart(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '_'
        || c > 127;
  }

  // Lists

  /** Goes into the next list behind VALUES; false when there is none. */
  boolean list() {
    skipSpace();
    if (at < limit && isEndOfList && sql.charAt(at) == ',') {
      at++;
      skipSpace();
    } else if (isEndOfList) {
      return false;
    }
    boolean opens = !isBroken && at < limit && sql.charAt(at) == '(';
    at += opens ? 1 : 0;
    isEndOfList = false;
    depth = 0;
    return opens;
  }

  /** Whether the last cell of a list, and what closes it, is behind. */
  boolean isAtEndOfList() {
    return isEndOfList;
  }

  private int cellEnd;

  /** Goes to the next cell of the list; false at its end, or where it is not certain. */
  boolean cell() {
    if (isEndOfList || isBroken) {
      return false;
    }
    skipSpace();
    int from = at;
    int signed = at;
    if (at < limit && (sql.charAt(at) == '-' || sql.charAt(at) == '+')) {
      at++;
    }
    boolean hasSign = at > signed;
    boolean isFirst = true;
    boolean isPlain = false;
    int literalStart = from;
    int literalEnd = from;
    while (next()) {
      char c = sql.charAt(start);
      boolean closes = c == ')' && depth < 0;
      if (closes || c == ',' && depth == 0) {
        isEndOfList = closes;
        kind = isPlain ? LITERAL : OTHER;
        start = isPlain ? literalStart : from;
        cellEnd = isPlain ? literalEnd : lastEnd(from);
        return literalEnd > from;
      }
      boolean isTyped = !isPlain && isLiteral() && isQuoted && isType(from, literalEnd);
      isPlain = isLiteral() && (isFirst && !(hasSign && isQuoted) || isTyped);
      literalStart = hasSign ? from : start;
      literalEnd = at;
      isFirst = false;
    }
    return false;
  }

  /** Without the blanks before the comma. */
  private int lastEnd(int from) {
    int end = at - 1;
    while (end > from && sql.charAt(end - 1) <= ' ') {
      end--;
    }
    return end;
  }

  private boolean isType(int from, int to) {
    return is(from, to, "DATE") || is(from, to, "TIMESTAMP") || is(from, to, "TIME");
  }

  /** Puts the literal or the cell into a row, a cell that is computed as it is written. */
  void put(RowRing ring, int column) {
    int from = start;
    int to = cellEnd > start ? cellEnd : at;
    cellEnd = 0;
    if (kind != LITERAL && is(from, to, "NULL")) {
      return;
    }
    if (kind == LITERAL && isQuoted) {
      if (isDoubled) {
        ring.put(column, (Object) sql.substring(from + 1, to - 1).replace("''", "'"));
        return;
      }
      from++;
      to--;
    }
    ring.put(column, sql, from, to);
  }
}
