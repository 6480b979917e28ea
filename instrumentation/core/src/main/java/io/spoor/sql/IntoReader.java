package io.spoor.sql;

/** Reads INTO of a query or of OUTPUT: a table, a file or variables. */
final class IntoReader {

  private final Scan scan;
  private final Names names;

  IntoReader(Scan scan, Names names) {
    this.scan = scan;
    this.names = names;
  }

  /**
   * Reads INTO between the select list and FROM, or behind the list of OUTPUT.
   *
   * @return behind the target
   */
  int read(int p, Query query, boolean fromOutput) {
    if (isOutfile(p)) {
      return outfile(p);
    }
    boolean block = scan.inBlock && scan.dialect != Dialect.SQLSERVER;
    if (!fromOutput && (!scan.dialect.selectIntoMakesTable() || block)) {
      scan.rowSource = false;
      return variables(p + 1);
    }
    int name = p + 1;
    while (isModifier(name)) {
      name++;
    }
    if (scan.kind(name) == Tokens.PARAM) {
      scan.rowSource &= fromOutput;
      return fromOutput ? name + 1 : variables(name);
    }
    int end = names.end(name);
    if (end > name) {
      table(name, end, query, fromOutput);
    }
    return end;
  }

  /** Reads INTO at the end of a query: MySQL's variables or a file. */
  int atEnd(int p, Query query) {
    if (isOutfile(p)) {
      return outfile(p);
    }
    if (scan.dialect.isMySqlFamily() && !query.isChange && query.parent == null) {
      scan.rowSource = false;
    }
    return p + 1;
  }

  private boolean isModifier(int p) {
    return scan.is(p, Keyword.TABLE)
        || scan.is(p, Keyword.LOCAL)
        || scan.is(p, Keyword.GLOBAL)
        || scan.isWord(p, "TEMP")
        || scan.isWord(p, "TEMPORARY")
        || scan.isWord(p, "UNLOGGED");
  }

  private void table(int name, int end, Query query, boolean fromOutput) {
    Relation target = new Relation(Relation.Kind.NAMED, name, end, true);
    target.name = names.read(name, end);
    scan.target(target);
    scan.rowSource = false;
    if (fromOutput) {
      query.outputInto = target;
      target.fromOutput = true;
      target.columnList = scan.isParen(end) ? end : -1;
    } else if (query.into == null) {
      query.into = target;
    }
    if (fromOutput && query.repeatsTarget) {
      scan.rowsIntoTable = true;
      scan.feeds = true;
    }
    if (!fromOutput && query.parent == null && !query.isChange) {
      scan.kind = StatementKind.SELECT_INTO;
    }
  }

  private boolean isOutfile(int p) {
    return scan.is(p + 1, Keyword.OUTFILE) || scan.is(p + 1, Keyword.DUMPFILE);
  }

  private int outfile(int p) {
    if (scan.kind(p + 2) == Tokens.STRING) {
      Relation file = new Relation(Relation.Kind.FILE, p + 2, p + 3, true);
      file.name = TableName.file(scan.tokens.unquoted(p + 2));
      scan.target(file);
      scan.rowSource = false;
      scan.kind = StatementKind.COPY;
    }
    return p + 3;
  }

  private int variables(int start) {
    int p = start;
    while (p < scan.to && !scan.is(p, Keyword.FROM) && !scan.is(p, Keyword.WHERE)) {
      p++;
    }
    return p;
  }
}
