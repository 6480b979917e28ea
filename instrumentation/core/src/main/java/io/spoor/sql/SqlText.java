package io.spoor.sql;

/**
 * Makes text of statements that may leave the process: no literal, no comment, one spelling for all
 * repetitions of a statement.
 *
 * <p>Literals, numbers and parameters become {@code ?}; lists of them and further rows of VALUES
 * fold into one; blanks become one space. When quotes do not close or touch words, a word might be
 * a piece of a literal: then every word that is no keyword becomes {@code ?} too.
 */
public final class SqlText {

  private static final int MAX_CHARS = 16_384;

  private final Tokens tokens;
  private final Dialect dialect;
  private final StringBuilder out = new StringBuilder(256);
  private int written = -1;
  private boolean secret;

  private SqlText(Tokens tokens, Dialect dialect) {
    this.tokens = tokens;
    this.dialect = dialect;
  }

  /**
   * The redacted text.
   *
   * @param sql null counts as empty
   * @param dialect not null
   * @return at most 16,384 characters; {@code "?"} when the text cannot be read at all
   */
  public static String normalise(CharSequence sql, Dialect dialect) {
    if (sql == null) {
      return "";
    }
    try {
      SqlText text = new SqlText(Lexer.lex(sql, dialect, Limits.DEFAULT), dialect);
      text.write();
      return text.out.toString();
    } catch (Throwable t) {
      return "?";
    }
  }

  /**
   * A key for caches of results: equal for texts that differ only in literals, parameters, blanks,
   * comments and repeated rows, and so give the same {@link SqlScript}. Literals count where they
   * name files or are run as SQL. The redacted text is no such key: it is cut, and leaves more out.
   *
   * @param sql null counts as empty
   * @param dialect not null
   * @return 64 bits; not to be stored or sent, since a short literal could be guessed from it
   */
  public static long fingerprint(CharSequence sql, Dialect dialect) {
    return sql == null ? 0 : Fingerprint.of(Lexer.lex(sql, dialect, Limits.DEFAULT), dialect);
  }

  private void write() {
    int p = 0;
    while (p < tokens.size && out.length() < MAX_CHARS) {
      p = token(p);
    }
    if (out.length() > MAX_CHARS) {
      out.setLength(MAX_CHARS);
    }
  }

  private int token(int p) {
    byte kind = tokens.kind[p];
    if (kind == Tokens.SEMI) {
      secret = false;
    } else if (secret) {
      return p + 1;
    } else if (isSign(p)) {
      return p + 1;
    } else if (isValue(p)) {
      return value(p);
    } else if (isWithheld(p)) {
      put(p, "?");
      return p + 1;
    }
    Keyword keyword = tokens.keyword[p];
    put(p, kind == Tokens.WORD || kind == Tokens.QUOTED ? null : tokens.raw(p));
    if (keyword == Keyword.IDENTIFIED || keyword == Keyword.PASSWORD) {
      // A password may be an unquoted word or stand in double quotes.
      secret = true;
      out.append(" ?");
    }
    return p + 1;
  }

  /** A literal or parameter, with those that follow it in a list. */
  private int value(int start) {
    put(start, "?");
    int p = start + 1;
    while (tokens.kind[p] == Tokens.COMMA) {
      int next = p + 1;
      while (isSign(next)) {
        next++;
      }
      if (!isValue(next)) {
        break;
      }
      p = next + 1;
    }
    written = p - 1;
    return p;
  }

  private boolean isValue(int p) {
    return isValue(tokens, p);
  }

  static boolean isValue(Tokens tokens, int p) {
    byte kind = tokens.kind[p];
    return kind == Tokens.STRING
        || kind == Tokens.NUMBER
        || kind == Tokens.PARAM
        || kind == Tokens.WORD && tokens.first(p) >= '0' && tokens.first(p) <= '9';
  }

  /** A sign that belongs to the number behind it. */
  private boolean isSign(int p) {
    if (tokens.kind[p] != Tokens.OPERATOR || tokens.kind[p + 1] != Tokens.NUMBER || p == 0) {
      return false;
    }
    char c = tokens.first(p);
    byte before = tokens.kind[p - 1];
    return (c == '-' || c == '+')
        && (before == Tokens.COMMA || before == Tokens.OPEN || before == Tokens.OPERATOR);
  }

  /** Whether the token is perhaps a literal although it reads as a name. */
  private boolean isWithheld(int p) {
    byte kind = tokens.kind[p];
    if (tokens.malformed) {
      return kind == Tokens.QUOTED || kind == Tokens.WORD && tokens.keyword[p] == null;
    }
    return kind == Tokens.QUOTED && tokens.first(p) == '"' && quotesMayBeStrings() && !isNamed(p);
  }

  /** These read "x" as a string where no such name exists, or by a setting. */
  private boolean quotesMayBeStrings() {
    return dialect == Dialect.SQLITE
        || dialect == Dialect.SQLSERVER
        || dialect == Dialect.GENERIC
        || dialect == Dialect.CLICKHOUSE;
  }

  private boolean isNamed(int p) {
    if (tokens.kind[p + 1] == Tokens.DOT) {
      return true;
    }
    if (p == 0) {
      return false;
    }
    Keyword before = tokens.keyword[p - 1];
    return tokens.kind[p - 1] == Tokens.DOT
        || before == Keyword.FROM
        || before == Keyword.JOIN
        || before == Keyword.INTO
        || before == Keyword.UPDATE
        || before == Keyword.TABLE
        || before == Keyword.VIEW
        || before == Keyword.AS;
  }

  private void put(int p, String text) {
    if (written >= 0 && needsSpace(p)) {
      out.append(' ');
    }
    if (text == null) {
      out.append(tokens.text, tokens.start[p], tokens.end[p] - tokens.start[p]);
    } else {
      out.append(text);
    }
    written = p;
  }

  private boolean needsSpace(int p) {
    byte before = tokens.kind[written];
    byte kind = tokens.kind[p];
    if (kind == Tokens.COMMA
        || kind == Tokens.SEMI
        || kind == Tokens.DOT
        || kind == Tokens.CLOSE
        || before == Tokens.DOT
        || before == Tokens.OPEN) {
      return false;
    }
    if (kind == Tokens.OPEN) {
      return before != Tokens.WORD || tokens.keyword[written] != null;
    }
    if (tokens.touchesPrevious(p) && (isTight(p) || isTight(written))) {
      return false;
    }
    return !(kind == Tokens.OPERATOR && before == Tokens.OPERATOR && tokens.touchesPrevious(p));
  }

  /** Casts, paths and links are written without blanks. */
  private boolean isTight(int p) {
    char c = tokens.first(p);
    return tokens.kind[p] == Tokens.OPERATOR && (c == ':' || c == '@');
  }
}
