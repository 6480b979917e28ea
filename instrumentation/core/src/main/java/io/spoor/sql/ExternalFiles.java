package io.spoor.sql;

/** Finds the files behind an external table: its rows are those of the files. */
final class ExternalFiles {

  private final Scan scan;
  private final Tokens tokens;

  ExternalFiles(Scan scan) {
    this.scan = scan;
    this.tokens = scan.tokens;
  }

  /** Adds what LOCATION, OPTIONS (path '..') and OPTIONS (uris = [..]) name from there on. */
  void read(int from, Scope scope) {
    for (int p = from; p < scan.to; p++) {
      if (scan.isWord(p, "LOCATION")) {
        value(p + 1, scope);
      } else if (scan.isWord(p, "OPTIONS") && scan.isParen(p + 1)) {
        options(p + 1, scope);
        p = scan.close(p + 1);
      }
    }
  }

  /** The list in the bracket at {@code open}. */
  void options(int open, Scope scope) {
    for (int p = open + 1; p < scan.close(open); p++) {
      boolean begins = tokens.kind[p - 1] == Tokens.COMMA || p == open + 1;
      if (begins && (isNamed(p, "PATH") || isNamed(p, "URI") || isNamed(p, "URIS"))) {
        value(p + 1, scope);
      }
    }
  }

  private boolean isNamed(int p, String upper) {
    return scan.isWord(p, upper)
        || scan.kind(p) == Tokens.STRING && tokens.unquoted(p).equalsIgnoreCase(upper);
  }

  /** The literal at {@code start}, or those in the bracket there. */
  private void value(int start, Scope scope) {
    int p = scan.isOperator(start, '=') ? start + 1 : start;
    if (scan.kind(p) == Tokens.OPEN) {
      int close = scan.close(p);
      for (p = p + 1; p < close; p++) {
        file(p, scope);
      }
    } else {
      file(p, scope);
    }
  }

  private void file(int p, Scope scope) {
    boolean stage =
        scan.kind(p) == Tokens.PARAM && tokens.first(p) == '@' && scan.dialect == Dialect.SNOWFLAKE;
    if (scan.kind(p) == Tokens.STRING || stage) {
      Relation file = scope.add(new Relation(Relation.Kind.FILE, p, p + 1, false));
      file.name = TableName.file(tokens.unquoted(p));
    }
  }
}
