package io.spoor.sql;

/** Tells words that stand where a column could, but are none, by what stands around them. */
final class PlainWords {

  private final Tokens tokens;
  private final Dialect dialect;
  private final Lambdas lambdas;
  private int to;
  private boolean takesUnits;

  /** Whether the word that was stepped over is a value rather than the beginning of one. */
  boolean value;

  PlainWords(ColumnWork work, Lambdas lambdas) {
    this.tokens = work.tokens;
    this.dialect = work.scan.dialect;
    this.lambdas = lambdas;
  }

  /** Whether a word in the place of an operand is none. */
  boolean isNoColumn(int p, int flags, int end, boolean units) {
    to = end;
    takesUnits = units;
    byte next = p + 1 < to ? tokens.kind[p + 1] : Tokens.END;
    if ((flags & Word.LITERAL) != 0 && next == Tokens.STRING) {
      return true;
    }
    if (tokens.isWord(p, "INTERVAL")) {
      boolean signed = next == Tokens.OPERATOR && tokens.kind[p + 2] == Tokens.NUMBER;
      return signed
          || next == Tokens.STRING
          || next == Tokens.NUMBER
          || next == Tokens.PARAM
          || next == Tokens.WORD
          || next == Tokens.QUOTED;
    }
    if (takesUnits && isUnit(p, flags, next)) {
      return true;
    }
    if (isReserved(p) || isTest(p)) {
      return true;
    }
    if (next == Tokens.OPERATOR) {
      return isNamedArgument(p) || lambdas.begins(p, to) || isKey(p) || isTyped(p, '<');
    }
    if (next == Tokens.OPEN) {
      return isTyped(p, '[') || isTyped(p, '{');
    }
    return next == Tokens.WORD && isPrefix(p);
  }

  /** IS EMPTY, IS NOT UNKNOWN, IS JSON; only SQLite takes any value behind IS. */
  private boolean isTest(int p) {
    Keyword before = tokens.keyword[p - 1];
    boolean is =
        before == Keyword.IS
            || before == Keyword.NOT && p > 1 && tokens.keyword[p - 2] == Keyword.IS;
    return is && dialect != Dialect.SQLITE;
  }

  /** A word that only begins something longer. */
  private boolean isPrefix(int p) {
    return tokens.isWord(p, "GROUPING") && tokens.isWord(p + 1, "SETS")
        || tokens.isWord(p, "NEXT") && tokens.isWord(p + 1, "VALUE")
        || tokens.isWord(p, "CURRENT") && (flags(p + 1) & Word.OPERATOR) == 0;
  }

  /** A value of the product's own. */
  private boolean isReserved(int p) {
    if (dialect == Dialect.ORACLE) {
      return tokens.isWord(p, "LEVEL") || tokens.isWord(p, "USER") || tokens.isWord(p, "UID");
    }
    return tokens.isWord(p, "USER") && (dialect.isPostgresFamily() || dialect == Dialect.SQLSERVER);
  }

  /** {@code ARRAY[..]}, {@code ARRAY<INT64>[..]}, {@code MAP {..}} */
  private boolean isTyped(int p, char next) {
    return tokens.first(p + 1) == next
        && (tokens.keyword[p] == Keyword.ARRAY
            || tokens.isWord(p, "STRUCT") && next != '['
            || tokens.isWord(p, "MAP"));
  }

  /** DuckDB: {@code {name: value}} */
  private boolean isKey(int p) {
    return tokens.first(p + 1) == ':'
        && p + 2 < to
        && !tokens.touchesPrevious(p + 2)
        && (tokens.kind[p - 1] == Tokens.COMMA || tokens.first(p - 1) == '{');
  }

  /** Behind the word, for which the question was answered with yes just before. */
  int behind(int p) {
    value = true;
    if (tokens.isWord(p, "NEXT")) {
      return Math.min(to, chainEnd(Math.min(to, p + 3), to)); // NEXT VALUE FOR s
    }
    if (tokens.isWord(p, "CURRENT")) {
      return p + 2; // Db2: CURRENT DATE
    }
    boolean unit = takesUnits && !tokens.isWord(p, "INTERVAL");
    if (unit && tokens.kind[p + 1] != Tokens.OPERATOR || isReserved(p) || isTest(p)) {
      return p + 1;
    }
    value = false;
    if (tokens.first(p + 1) == '<') {
      return behindType(p + 1);
    }
    boolean named = p + 2 < to && tokens.kind[p + 1] == Tokens.OPERATOR;
    return named && !isKey(p) && !tokens.isWord(p, "INTERVAL") ? p + 3 : p + 1;
  }

  /** Steps over {@code <INT64>} and {@code <STRUCT<a INT64>>}. */
  private int behindType(int start) {
    int open = 0;
    for (int p = start; p < to; p++) {
      open += tokens.first(p) == '<' ? 1 : tokens.first(p) == '>' ? -1 : 0;
      if (open == 0) {
        return p + 1;
      }
    }
    return to;
  }

  private boolean isUnit(int p, int flags, byte next) {
    byte before = tokens.kind[p - 1];
    boolean alone = before == Tokens.OPEN || before == Tokens.COMMA;
    if (p + 1 < to && tokens.keyword[p + 1] == Keyword.FROM && before == Tokens.OPEN) {
      return true; // EXTRACT(epoch FROM x)
    }
    return alone
        && (flags & Word.UNIT) != 0
        && (next == Tokens.COMMA || next == Tokens.CLOSE || next == Tokens.END);
  }

  /** {@code f(name => value)} and {@code f(name := value)}. */
  private boolean isNamedArgument(int p) {
    if (p + 2 >= to || tokens.kind[p + 2] != Tokens.OPERATOR || !tokens.touchesPrevious(p + 2)) {
      return false;
    }
    char first = tokens.first(p + 1);
    char second = tokens.first(p + 2);
    return first == '=' && second == '>' || first == ':' && second == '=';
  }

  private int chainEnd(int from, int end) {
    int p = from + 1;
    while (p + 1 < end && tokens.kind[p] == Tokens.DOT && tokens.isName(p + 1)) {
      p += 2;
    }
    return p;
  }

  private int flags(int word) {
    return Word.flags(tokens.text, tokens.start[word], tokens.end[word]);
  }
}
