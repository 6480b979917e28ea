package io.spoor.sql;

/** Steps over blanks and comments by the dialect's rules. */
final class Comments {

  private final char[] text;
  private final int length;
  private final Dialect dialect;
  private boolean versionComment;

  /** Whether a comment did not close. */
  boolean unclosed;

  Comments(char[] text, int length, Dialect dialect) {
    this.text = text;
    this.length = length;
    this.dialect = dialect;
  }

  private char at(int index) {
    return index < length ? text[index] : 0;
  }

  /** The next character that is neither blank nor comment. */
  int skip(int from) {
    int i = from;
    while (i < length) {
      char c = text[i];
      if (Chars.isBlank(c)) {
        i++;
      } else if (beginsLineComment(i, c)) {
        i = line(i);
      } else if (c == '/' && at(i + 1) == '*') {
        i = block(i);
      } else if (c == '*' && at(i + 1) == '/' && versionComment) {
        versionComment = false;
        i += 2;
      } else {
        return i;
      }
    }
    return length;
  }

  private boolean beginsLineComment(int i, char c) {
    switch (c) {
      case '-':
        // MySQL wants a blank behind the dashes.
        return at(i + 1) == '-' && (!dialect.isMySqlFamily() || at(i + 2) <= ' ');
      case '#':
        return dialect.hashComments() && at(i + 1) != '{';
      case '/':
        // PUT file:///tmp/x @stage is written without quotes.
        return at(i + 1) == '/'
            && dialect == Dialect.SNOWFLAKE
            && (i == 0 || text[i - 1] != ':' && text[i - 1] != '/');
      default:
        return false;
    }
  }

  private int line(int from) {
    int i = from;
    while (i < length && text[i] != '\n' && text[i] != '\r') {
      i++;
    }
    return i;
  }

  private int block(int from) {
    boolean mysql = at(from + 2) == '!' && dialect.isMySqlFamily();
    boolean mariadb = at(from + 2) == 'M' && at(from + 3) == '!' && dialect.isMySqlFamily();
    if (mysql || mariadb) {
      // What stands in such a comment is run.
      versionComment = true;
      int code = from + (mysql ? 3 : 4);
      while (Chars.isDigit(at(code))) {
        code++;
      }
      return code;
    }
    int level = 1;
    int i = from + 2;
    while (i < length) {
      if (text[i] == '*' && at(i + 1) == '/') {
        i += 2;
        if (--level == 0) {
          return i;
        }
      } else if (text[i] == '/' && at(i + 1) == '*' && dialect.nestedComments()) {
        i += 2;
        level++;
      } else {
        i++;
      }
    }
    unclosed = true;
    return length;
  }
}
