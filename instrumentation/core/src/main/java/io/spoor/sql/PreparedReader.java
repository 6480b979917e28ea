package io.spoor.sql;

/** Reads PREPARE, EXECUTE, DEALLOCATE and variables that hold the text of a statement. */
final class PreparedReader {

  private final Scan scan;
  private final Tokens tokens;

  PreparedReader(Scan scan) {
    this.scan = scan;
    this.tokens = scan.tokens;
  }

  /** PREPARE name [(types)] AS|FROM statement|'text'|@variable; from behind the word on. */
  void prepare(int start) {
    if (scan.is(start, Keyword.TRANSACTION)) {
      scan.kind = StatementKind.TRANSACTION; // two-phase commit
      return;
    }
    scan.kind = StatementKind.SESSION;
    if (!scan.isName(start)) {
      return;
    }
    String name = tokens.unquoted(start);
    int p = scan.skipBrackets(start + 1);
    if (scan.is(p, Keyword.AS) || scan.is(p, Keyword.FROM)) {
      p++;
    }
    if (scan.kind(p) == Tokens.PARAM) {
      scan.session = SessionEffect.fromVariable(name, tokens.raw(p));
    } else if (scan.kind(p) == Tokens.STRING) {
      scan.session = text(SessionEffect.Kind.PREPARE, name, tokens.unquoted(p));
    } else if (p < scan.to) {
      int from = tokens.start[p];
      String text = new String(tokens.text, from, tokens.end[scan.to - 1] - from);
      scan.session = text(SessionEffect.Kind.PREPARE, name, text);
    }
  }

  private SessionEffect text(SessionEffect.Kind kind, String name, String text) {
    return SessionEffect.text(kind, name, SqlLineage.nested(scan, text));
  }

  /** EXECUTE name or EXECUTE IMMEDIATE @variable; false when a routine is run. */
  boolean execute(int start) {
    int p = start;
    if (scan.is(p, Keyword.IMMEDIATE)) {
      p++;
    } else if (scan.isParen(p)) {
      p++;
    }
    boolean prepares =
        scan.dialect != Dialect.SQLSERVER
            && scan.dialect != Dialect.ORACLE
            && scan.dialect != Dialect.SNOWFLAKE
            && scan.dialect != Dialect.TERADATA
            && p == start;
    if (scan.kind(p) == Tokens.PARAM || prepares && isPlainName(p)) {
      scan.session =
          SessionEffect.named(
              SessionEffect.Kind.EXECUTE,
              scan.kind(p) == Tokens.PARAM ? tokens.raw(p) : tokens.unquoted(p));
      return true;
    }
    return false;
  }

  private boolean isPlainName(int p) {
    return scan.isName(p) && scan.kind(p + 1) != Tokens.DOT;
  }

  /** DEALLOCATE [PREPARE] name|ALL, also DROP PREPARE; from behind the first word on. */
  void deallocate(int start) {
    scan.kind = StatementKind.SESSION;
    int p = scan.is(start, Keyword.PREPARE) ? start + 1 : start;
    scan.session =
        SessionEffect.named(
            SessionEffect.Kind.DEALLOCATE,
            scan.is(p, Keyword.ALL) || !scan.isName(p) ? null : tokens.unquoted(p));
  }

  /**
   * SET @v = 'text' or DECLARE @v type = 'text', from behind the word on: the text may be run later
   * on. What is set in a branch is not known.
   */
  void variable(int start) {
    if (scan.kind(start) != Tokens.PARAM || tokens.first(start) != '@') {
      return;
    }
    int p = start + 1;
    while (p < scan.to && !scan.isOperator(p, '=') && scan.kind(p) != Tokens.COMMA) {
      p = Math.max(p + 1, scan.skipBrackets(p));
    }
    if (!scan.isOperator(p, '=')) {
      return;
    }
    String name = tokens.raw(start);
    boolean literal =
        scan.kind(p + 1) == Tokens.STRING
            && (p + 2 >= scan.to || scan.kind(p + 2) == Tokens.COMMA)
            && !scan.isOperator(p - 1, '+');
    String text = literal && !scan.inBlock ? tokens.unquoted(p + 1) : null;
    if (text != null && beginsStatement(text)) {
      scan.session = text(SessionEffect.Kind.VARIABLE, name, text);
    } else if (!literal || scan.inBlock) {
      scan.session = SessionEffect.named(SessionEffect.Kind.VARIABLE, name);
    }
  }

  private static boolean beginsStatement(String text) {
    int from = 0;
    while (from < text.length() && (text.charAt(from) <= ' ' || text.charAt(from) == '(')) {
      from++;
    }
    int to = from;
    while (to < text.length() && Chars.isName(text.charAt(to))) {
      to++;
    }
    if (to == text.length() || to == from) {
      return false;
    }
    char[] word = text.substring(from, to).toCharArray();
    int hash = 0;
    for (int i = 0; i < word.length; i++) {
      hash = Keyword.hash(hash, word[i]);
    }
    return Keyword.find(word, 0, word.length, hash) != null;
  }
}
