package io.spoor.sql;

/** Finds where a statement ends: semicolon, batch separator, the end of a routine's body. */
final class StatementEnd {

  private final Tokens tokens;
  private final Dialect dialect;

  StatementEnd(Tokens tokens, Dialect dialect) {
    this.tokens = tokens;
    this.dialect = dialect;
  }

  /** Behind the last token of the statement that begins at {@code p}, its semicolon left out. */
  int find(int p) {
    if (isRoutine(p)) {
      return routine(p);
    }
    if (dialect == Dialect.SQLSERVER) {
      return new TransactSql(tokens, this).end(p);
    }
    return semicolon(p);
  }

  /** The next semicolon outside of brackets, or separator; the number of tokens when none. */
  int semicolon(int p) {
    int i = p;
    while (i < tokens.size && tokens.kind[i] != Tokens.SEMI && !(i > p && isSeparator(i))) {
      i = skip(i);
    }
    return Math.min(i, tokens.size);
  }

  /** The next token of the same level. */
  int skip(int i) {
    return tokens.kind[i] == Tokens.OPEN ? Math.max(i + 1, tokens.match[i]) : i + 1;
  }

  /** GO of SQL Server or the slash of SQL*Plus, alone on a line. */
  boolean isSeparator(int i) {
    boolean go = dialect == Dialect.SQLSERVER && tokens.keyword[i] == Keyword.GO;
    boolean slash =
        (dialect == Dialect.ORACLE || dialect == Dialect.GENERIC)
            && tokens.kind[i] == Tokens.OPERATOR
            && tokens.first(i) == '/';
    return (go || slash) && beginsLine(i) && (i + 1 >= tokens.size || beginsLine(i + 1));
  }

  private boolean beginsLine(int i) {
    int from = i == 0 ? 0 : tokens.end[i - 1];
    for (int c = tokens.start[i] - 1; c >= from; c--) {
      if (tokens.text[c] == '\n' || tokens.text[c] == '\r') {
        return true;
      }
    }
    return i == 0;
  }

  private boolean isRoutine(int p) {
    Keyword head = tokens.keyword[p];
    if (head != Keyword.CREATE && head != Keyword.ALTER) {
      return false;
    }
    for (int i = p + 1; i < tokens.size && i < p + 9; i++) {
      Keyword keyword = tokens.keyword[i];
      if (keyword == Keyword.PROCEDURE
          || keyword == Keyword.FUNCTION
          || keyword == Keyword.TRIGGER
          || keyword == Keyword.PACKAGE
          || tokens.isWord(i, "PROC")
          || tokens.isWord(i, "EVENT")) {
        return true;
      }
      if (keyword == Keyword.TABLE || keyword == Keyword.VIEW || tokens.kind[i] != Tokens.WORD) {
        return false;
      }
    }
    return false;
  }

  /** A routine goes on over the semicolons of its body. */
  private int routine(int p) {
    if (dialect == Dialect.SQLSERVER || isPackage(p)) {
      return separator(p);
    }
    int first = semicolon(p);
    int body = bodyBegin(p, first);
    if (body < 0) {
      return first;
    }
    int depth = 0;
    for (int i = body; i < tokens.size; i++) {
      Keyword keyword = tokens.keyword[i];
      if (i > body && isSeparator(i)) {
        return i;
      }
      if (keyword == Keyword.BEGIN || keyword == Keyword.CASE && !endsBefore(i)) {
        depth++;
      } else if (keyword == Keyword.END && !closesOther(i + 1) && --depth <= 0) {
        return semicolon(i);
      }
    }
    return tokens.size;
  }

  private boolean endsBefore(int i) {
    return i > 0 && tokens.keyword[i - 1] == Keyword.END;
  }

  /** END IF, END LOOP and the like close what is not counted. */
  boolean closesOther(int i) {
    Keyword keyword = tokens.keyword[i];
    return keyword == Keyword.IF
        || keyword == Keyword.LOOP
        || keyword == Keyword.WHILE
        || keyword == Keyword.REPEAT
        || keyword == Keyword.FOR
        || keyword == Keyword.CASE;
  }

  private boolean isPackage(int p) {
    for (int i = p + 1; i < p + 5 && i < tokens.size; i++) {
      if (tokens.keyword[i] == Keyword.PACKAGE) {
        return true;
      }
    }
    return false;
  }

  /** The first BEGIN of the body; -1 when the body is one statement or a literal. */
  private int bodyBegin(int p, int first) {
    boolean declares = false;
    for (int i = p; i < first; i++) {
      if (tokens.keyword[i] == Keyword.BEGIN) {
        return i;
      }
      boolean opensBody = tokens.keyword[i] == Keyword.AS || tokens.keyword[i] == Keyword.IS;
      declares |=
          opensBody && tokens.kind[i + 1] == Tokens.WORD || tokens.keyword[i] == Keyword.DECLARE;
    }
    for (int i = first; declares && i < tokens.size && !isSeparator(i); i++) {
      if (tokens.keyword[i] == Keyword.BEGIN) {
        return i;
      }
    }
    return -1;
  }

  private int separator(int p) {
    int i = p + 1;
    while (i < tokens.size && !isSeparator(i)) {
      i++;
    }
    return i;
  }

  /** SQL Server: where the statement behind the condition of IF or WHILE begins. */
  int afterCondition(int p) {
    int i = p;
    while (i < tokens.size && tokens.kind[i] != Tokens.SEMI && !TransactSql.begins(tokens, i)) {
      i = skip(i) == i + 1 ? i + 1 : Math.min(tokens.size, skip(i) + 1);
    }
    return i;
  }
}
