package io.spoor.sql;

/** Finds statements that run a literal: EXECUTE IMMEDIATE '..', EXEC('..'), DO $$..$$. */
final class EmbeddedText {

  private EmbeddedText() {}

  /** The token of the literal that the statement {@code [from, to)} runs, or -1. */
  static int find(Tokens tokens, int from, int to) {
    Keyword head = tokens.keyword[from];
    if (head == Keyword.DO) {
      return block(tokens, from, to);
    }
    if (head != Keyword.EXEC && head != Keyword.EXECUTE) {
      return -1;
    }
    int p = from + 1;
    if (p < to && tokens.keyword[p] == Keyword.IMMEDIATE) {
      p++;
    } else if (isExecuteSql(tokens, p)) {
      p = name(tokens, p, to) + 1;
    }
    boolean bracket = p < to && tokens.isParen(p);
    int literal = bracket ? p + 1 : p;
    if (literal >= to || tokens.kind[literal] != Tokens.STRING) {
      return -1;
    }
    byte after = literal + 1 < to ? tokens.kind[literal + 1] : Tokens.END;
    // A literal joined with variables is a piece of a statement.
    return after == Tokens.OPERATOR ? -1 : literal;
  }

  private static boolean isExecuteSql(Tokens tokens, int p) {
    return tokens.isWord(p, "SP_EXECUTESQL") || tokens.isWord(p + 2, "SP_EXECUTESQL");
  }

  private static int name(Tokens tokens, int start, int to) {
    int p = start;
    while (p < to && !tokens.isWord(p, "SP_EXECUTESQL")) {
      p++;
    }
    return p;
  }

  private static int block(Tokens tokens, int from, int to) {
    for (int p = from + 1; p < to && p < from + 4; p++) {
      if (tokens.kind[p] == Tokens.STRING) {
        return p;
      }
      if (!tokens.isWord(p, "LANGUAGE") && !tokens.isWord(p - 1, "LANGUAGE")) {
        return -1;
      }
    }
    return -1;
  }
}
