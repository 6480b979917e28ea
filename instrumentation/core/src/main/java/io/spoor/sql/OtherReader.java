package io.spoor.sql;

/** Reads statements whose first word is no keyword of its own, or that stand inside blocks. */
final class OtherReader {

  /** First words of statements that move no rows of tables. */
  private static final String[] QUIET = {
    "NULL",
    "NOTIFY",
    "LISTEN",
    "UNLISTEN",
    "CHECKPOINT",
    "CHECKSUM",
    "MOVE",
    "CLOSE",
    "THROW",
    "WAITFOR",
    "RAISERROR",
    "RAISE",
    "MSCK",
    "RESTORE",
    "UNDROP",
    "COLLECT",
    "LIST",
    "LS",
    "REMOVE",
    "RM",
    "INSTALL",
    "REINDEX",
    "HELP",
    "LEAVE",
    "ITERATE",
    "CONTINUE",
    "BREAK",
    "EXIT",
    "GOTO",
    "RESIGNAL",
    "DBCC",
    "BACKUP",
    "ENABLE",
    "DISABLE",
    "AUDIT",
    "NOAUDIT",
    "DENY",
    "SHUTDOWN",
    "GET",
    "CLEAR",
    "SYSTEM",
    "REASSIGN",
    "SECURITY",
    "RECONFIGURE",
    "CHECK",
    "REPAIR",
    "XA",
    "INVALIDATE",
    "COMPUTE",
    "ASSERT",
    "PIPE",
    "OPEN",
    "TYPE",
    "SUBTYPE",
    "REVERT",
    "ASSOCIATE",
    "DISASSOCIATE",
    "QUIT",
    "SAVE",
    "DFS",
    "DEALLOCATE",
    "UNSET",
    "RELOAD"
  };

  private final Scan scan;
  private final Tokens tokens;

  OtherReader(Scan scan) {
    this.scan = scan;
    this.tokens = scan.tokens;
  }

  /** The statement of tokens from {@code p} on; false when nothing is known about it. */
  boolean read(Scope scope, int p) {
    int sign = assignment(p);
    if (sign > 0) {
      assign(scope, p, sign);
      return true;
    }
    if (isTransaction(p)) {
      scan.kind = StatementKind.TRANSACTION;
      return true;
    }
    for (String word : QUIET) {
      if (scan.isWord(p, word)) {
        scan.kind = StatementKind.OTHER;
        return true;
      }
    }
    if (scan.inBlock && isCall(p)) {
      scan.kind = StatementKind.CALL;
      scan.partial("what the routine reads and writes is not known");
      return true;
    }
    return false;
  }

  private boolean isTransaction(int p) {
    return scan.dialect == Dialect.TERADATA && (scan.isWord(p, "BT") || scan.isWord(p, "ET"));
  }

  /** Where {@code :=} stands behind a variable, or -1. */
  private int assignment(int start) {
    int p = start;
    if (scan.isWord(p, "LET")) {
      p++;
    }
    while (p < scan.to && p < start + 8) {
      if (scan.isOperator(p, ':') && scan.isOperator(p + 1, '=')) {
        return p;
      }
      boolean part =
          scan.isName(p)
              || scan.kind(p) == Tokens.DOT
              || scan.kind(p) == Tokens.PARAM
              || scan.kind(p) == Tokens.OPEN;
      if (!part) {
        return -1;
      }
      p = Math.max(p + 1, scan.skipBrackets(p));
    }
    return -1;
  }

  /** What is read goes into a variable; a call for the program's parameter is a call. */
  private void assign(Scope scope, int start, int sign) {
    int value = sign + 2;
    for (int p = value; p < scan.to; p++) {
      if (scan.isParen(p) && scan.beginsQuery(p + 1)) {
        scope.nested.add(scan.queue(scope, p + 1, scan.close(p), -1, false));
        p = scan.close(p);
      }
    }
    if (!scope.nested.isEmpty()) {
      scan.kind = StatementKind.SELECT;
      return;
    }
    scan.kind = StatementKind.OTHER;
    if (scan.kind(start) == Tokens.PARAM && isCall(value)) {
      scan.kind = StatementKind.CALL;
      scan.partial("what the routine reads and writes is not known");
    }
  }

  /** {@code a.b.c (..)}, or the name alone. */
  private boolean isCall(int start) {
    int p = start;
    while (scan.isName(p) && scan.kind(p + 1) == Tokens.DOT) {
      p += 2;
    }
    if (!scan.isName(p)) {
      return false;
    }
    return scan.isParen(p + 1) || p + 1 >= scan.to && tokens.keyword[start] == null;
  }
}
