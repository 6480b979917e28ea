package io.spoor.sql;

/** Reads the less common statements that carry rows between tables and files. */
final class TransferReader {

  private final Scan scan;
  private final Tokens tokens;
  private final Names names;
  private final QueryReader queries;

  TransferReader(Scan scan, Names names, QueryReader queries) {
    this.scan = scan;
    this.tokens = scan.tokens;
    this.names = names;
    this.queries = queries;
  }

  /** SQL Server: BULK INSERT t FROM 'f'; from behind BULK on. */
  void bulkInsert(Scope scope, int start) {
    scan.kind = StatementKind.COPY;
    int p = scan.is(start, Keyword.INSERT) ? start + 1 : start;
    int end = table(p, scope, true);
    if (scan.is(end, Keyword.FROM) && scan.kind(end + 1) == Tokens.STRING) {
      file(end + 1, scope, false);
    } else {
      scan.partial("a file is named by a parameter");
    }
  }

  /** EXPORT TABLE t TO 'd' (Hive), EXPORT TO PARQUET (..) AS SELECT (Vertica), EXPORT DATABASE. */
  void export(Query query, Scope scope, int start) {
    scan.kind = StatementKind.COPY;
    if (scan.isWord(start + 1, "METADATA")) {
      scan.kind = StatementKind.OTHER; // BigQuery
    } else if (scan.is(start, Keyword.TABLE)) {
      int p = table(start + 1, scope, false);
      while (p < scan.to && !scan.is(p, Keyword.TO)) {
        p++;
      }
      fileOrPartial(p + 1, scope, true);
    } else if (scan.is(start, Keyword.DATABASE)) {
      fileOrPartial(start + 1, scope, true);
      scan.partial("all tables are copied");
    } else if (scan.is(start, Keyword.TO)) {
      vertica(query, scope, start + 1);
    } else {
      scan.kind = StatementKind.OTHER;
      scan.partial("this form of EXPORT is not known");
    }
  }

  private void vertica(Query query, Scope scope, int start) {
    for (int p = start; p < scan.to; p++) {
      if (scan.kind(p) == Tokens.STRING && p == start) {
        file(p, scope, true); // Db2's command
      } else if (scan.is(p, Keyword.SELECT)) {
        queries.query(query, scope, p);
        return;
      } else if (scan.is(p, Keyword.DIRECTORY) && scan.isOperator(p + 1, '=')) {
        fileOrPartial(p + 2, scope, true);
      } else if (scan.is(p, Keyword.AS) && scan.beginsQuery(p + 1)) {
        queries.query(query, scope, p + 1);
        return;
      }
    }
  }

  /** IMPORT [EXTERNAL] TABLE t FROM 'd' (Hive), IMPORT FROM 'd', IMPORT DATABASE 'd'. */
  void imports(Scope scope, int start) {
    scan.kind = StatementKind.COPY;
    int p = scan.is(start, Keyword.EXTERNAL) ? start + 1 : start;
    if (scan.is(p, Keyword.TABLE)) {
      p = table(p + 1, scope, true);
      while (p < scan.to && !scan.is(p, Keyword.FROM)) {
        p++;
      }
      fileOrPartial(p + 1, scope, false);
      return;
    }
    for (; p < scan.to && scan.kind(p) != Tokens.STRING; p++) {
      if (scan.is(p, Keyword.INTO)) {
        table(p + 1, scope, true);
      }
    }
    fileOrPartial(p, scope, false);
    for (; p < scan.to; p++) {
      if (scan.is(p, Keyword.INTO)) {
        table(p + 1, scope, true); // SAP HANA: IMPORT FROM CSV FILE 'f' INTO t
      }
    }
    if (scan.targets.isEmpty()) {
      scan.partial("the tables are named in the file");
    }
  }

  /** H2: SCRIPT TO 'f' TABLE a, b. */
  void script(Scope scope, int start) {
    scan.kind = StatementKind.COPY;
    boolean listed = false;
    for (int p = start; p < scan.to; p++) {
      if (scan.is(p, Keyword.TO) && scan.kind(p + 1) == Tokens.STRING) {
        file(p + 1, scope, true);
      } else if (scan.is(p, Keyword.TABLE)) {
        listed = true;
        int end = table(p + 1, scope, false);
        while (scan.kind(end) == Tokens.COMMA) {
          end = table(end + 1, scope, false);
        }
        p = end - 1;
      }
    }
    scan.rowSource = scan.targets.isEmpty();
    if (!listed) {
      scan.partial("all tables are copied");
    }
  }

  /** H2: RUNSCRIPT FROM 'f': its statements are not read. */
  void runScript(Scope scope, int start) {
    scan.kind = StatementKind.OTHER;
    fileOrPartial(scan.is(start, Keyword.FROM) ? start + 1 : start, scope, false);
    scan.partial("the statements of a file are run");
  }

  /** HSQLDB: SET TABLE t SOURCE 'f'; from behind TABLE on. False when it sets something else. */
  boolean textTable(Scope scope, int start) {
    int end = names.end(start);
    if (end == start || !scan.isWord(end, "SOURCE")) {
      return false;
    }
    scan.kind = StatementKind.OTHER;
    table(start, scope, true);
    if (scan.kind(end + 1) == Tokens.STRING) {
      file(end + 1, scope, false);
    }
    return true;
  }

  /** Snowflake: PUT file://.. @stage; GET @stage file://..; the address stands without quotes. */
  void stage(Scope scope, int start, boolean put) {
    scan.kind = StatementKind.COPY;
    for (int p = start; p < scan.to; p++) {
      if (scan.kind(p) == Tokens.PARAM && tokens.first(p) == '@') {
        add(p, tokens.raw(p), scope, put);
      } else if (scan.kind(p) == Tokens.STRING && p <= start + 1) {
        file(p, scope, !put);
      } else if (scan.isWord(p, "FILE") && scan.isOperator(p + 1, ':')) {
        int from = tokens.start[p];
        int to = from;
        while (to < tokens.text.length && tokens.text[to] > ' ' && tokens.text[to] != ';') {
          to++;
        }
        add(p, new String(tokens.text, from, to - from), scope, !put);
        while (p + 1 < scan.to && tokens.start[p + 1] < to) {
          p++;
        }
      }
    }
  }

  private void fileOrPartial(int p, Scope scope, boolean written) {
    if (scan.kind(p) == Tokens.STRING) {
      file(p, scope, written);
    } else {
      scan.partial("the file was not found");
    }
  }

  private void file(int p, Scope scope, boolean written) {
    add(p, tokens.unquoted(p), scope, written);
  }

  private void add(int p, String location, Scope scope, boolean written) {
    Relation file = new Relation(Relation.Kind.FILE, p, p + 1, written);
    file.name = TableName.file(location);
    place(file, scope);
  }

  /** Adds the table at {@code p}; returns behind it and its partition. */
  private int table(int p, Scope scope, boolean written) {
    int end = names.end(p);
    if (end == p) {
      scan.partial("the table was not found");
      return p + 1;
    }
    Relation table = new Relation(Relation.Kind.NAMED, p, end, written);
    table.name = names.read(p, end);
    place(table, scope);
    return end;
  }

  private void place(Relation relation, Scope scope) {
    if (relation.target) {
      scan.target(relation);
    } else {
      scope.add(relation);
    }
  }
}
