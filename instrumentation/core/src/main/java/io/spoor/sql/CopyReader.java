package io.spoor.sql;

/** Reads COPY, LOAD, UNLOAD and EXPORT: rows between tables and files. */
final class CopyReader {

  private final Scan scan;
  private final Tokens tokens;
  private final Names names;
  private final RelationReader relations;
  private final QueryReader queries;

  CopyReader(Scan scan, Names names, RelationReader relations, QueryReader queries) {
    this.scan = scan;
    this.tokens = scan.tokens;
    this.names = names;
    this.relations = relations;
    this.queries = queries;
  }

  /** COPY t FROM 'f', COPY t TO 'f', COPY (query) TO 'f', COPY INTO t FROM @stage. */
  void copy(Query query, Scope scope, int start) {
    scan.kind = StatementKind.COPY;
    if (scan.is(start, Keyword.FROM) && scan.is(start + 1, Keyword.DATABASE)) {
      scan.partial("all tables are copied"); // DuckDB
      return;
    }
    int p = scan.is(start, Keyword.INTO) ? start + 1 : start;
    int first = p;
    if (scan.isParen(p) && scan.beginsQuery(p + 1)) {
      p = relations.read(p, scope, false);
    } else if (isFile(p)) {
      p++;
    } else {
      int end = names.end(p);
      if (end == p) {
        scan.partial("what is copied was not found");
        return;
      }
      p = scan.skipBrackets(end);
    }
    while (p < scan.to && !scan.is(p, Keyword.FROM) && !scan.is(p, Keyword.TO)) {
      p = scan.kind(p) == Tokens.OPEN ? scan.skipBrackets(p) : p + 1;
    }
    boolean intoFirst = scan.is(p, Keyword.FROM);
    if (intoFirst) {
      end(first, scope, true);
      end(p + 1, scope, false);
    } else {
      if (scope.relations.isEmpty()) {
        end(first, scope, false);
      }
      end(p + 1, scope, true);
    }
  }

  private boolean isFile(int p) {
    return scan.kind(p) == Tokens.STRING || scan.kind(p) == Tokens.PARAM;
  }

  /** One end of the copy: a table, a query or a file. */
  private void end(int p, Scope scope, boolean written) {
    if (scan.isWord(p, "STDIN")) {
      return; // rows come from the caller
    }
    if (scan.isWord(p, "STDOUT")) {
      scan.rowSource = true;
      return;
    }
    if (scan.isWord(p, "PROGRAM")) {
      scan.partial("rows go through a program");
      return;
    }
    if (scan.kind(p) == Tokens.STRING) {
      file(p, scope, written);
    } else if (scan.kind(p) == Tokens.PARAM && tokens.first(p) != '@') {
      scan.partial("a file is named by a parameter");
    } else if (written) {
      int before = scope.relations.size();
      if (!table(p, scope, true)) {
        relations.read(p, scope, true);
      }
      while (scope.relations.size() > before) {
        scan.target(scope.relations.remove(before));
      }
    } else if (!table(p, scope, false)) {
      relations.read(p, scope, false);
    }
  }

  /** A table with perhaps a list of columns, which must not be taken for a function. */
  private boolean table(int p, Scope scope, boolean written) {
    int end = names.end(p);
    if (end == p) {
      return false;
    }
    Relation table = scope.add(new Relation(Relation.Kind.NAMED, p, end, written));
    table.name = names.read(p, end);
    table.columnList = scan.isParen(end) && written ? end : -1;
    return true;
  }

  private void file(int p, Scope scope, boolean written) {
    Relation file = new Relation(Relation.Kind.FILE, p, p + 1, written);
    file.name = TableName.file(tokens.unquoted(p));
    if (written) {
      scan.target(file);
    } else {
      scope.add(file);
    }
  }

  /**
   * LOAD DATA [LOCAL] INFILE|INPATH 'f' INTO TABLE t; BigQuery: LOAD DATA INTO t FROM FILES (..).
   */
  void load(Scope scope, int start) {
    if (scan.is(start - 1, Keyword.LOAD) && start + 1 == scan.to) {
      scan.kind = StatementKind.OTHER; // DuckDB: LOAD extension
      return;
    }
    scan.kind = StatementKind.COPY;
    boolean found = false;
    for (int p = start; p < scan.to; p++) {
      if (scan.kind(p) == Tokens.STRING
          && (scan.is(p - 1, Keyword.INFILE)
              || scan.is(p - 1, Keyword.INPATH)
              || scan.is(p - 1, Keyword.FROM))) {
        file(p, scope, false);
      } else if (!found && (scan.is(p, Keyword.INTO) || scan.is(p, Keyword.OVERWRITE))) {
        int name = scan.is(p + 1, Keyword.TABLE) ? p + 2 : p + 1;
        if (names.end(name) > name && !scan.is(name, Keyword.INTO)) {
          end(name, scope, true);
          found = true;
          p = names.end(name) - 1;
        }
      } else if (scan.isWord(p, "FILES") && scan.isParen(p + 1)) {
        uris(p + 1, scope, false);
      }
    }
    if (!found) {
      scan.partial("the table of LOAD was not found");
    }
  }

  /** BigQuery's list of {@code uri = '..'} or {@code uris = ['..', '..']}. */
  private void uris(int open, Scope scope, boolean written) {
    int close = scan.close(open);
    for (int p = open + 1; p < close; p++) {
      if (scan.isWord(p, "URI") || scan.isWord(p, "URIS")) {
        for (p += 2; p < close; p++) {
          if (scan.kind(p) == Tokens.STRING) {
            file(p, scope, written);
          } else if (scan.kind(p) == Tokens.WORD) {
            break;
          }
        }
        return;
      }
    }
  }

  /** BigQuery: EXPORT DATA OPTIONS (uri = '..') AS SELECT ..; reads from behind EXPORT on. */
  void export(Query query, Scope scope, int start) {
    scan.kind = StatementKind.COPY;
    int p = start;
    while (p < scan.to && !scan.is(p, Keyword.AS)) {
      if (scan.isParen(p)) {
        uris(p, scope, true);
        p = scan.skipBrackets(p);
      } else {
        p++;
      }
    }
    queries.query(query, scope, p + 1);
  }

  /** UNLOAD ('select ..') TO 's3://..' of Redshift, with a plain query of Athena. */
  void unload(Query query, Scope scope, int start) {
    scan.kind = StatementKind.COPY;
    int p = scan.skipBrackets(start);
    if (scan.isParen(start) && scan.kind(start + 1) == Tokens.STRING) {
      new ProcedureReader(scan).queryInText(start + 1, tokens.unquoted(start + 1), scope);
    } else if (scan.isParen(start) && scan.beginsQuery(start + 1)) {
      relations.read(start, scope, false);
    }
    if (scan.is(p, Keyword.TO) && scan.kind(p + 1) == Tokens.STRING) {
      file(p + 1, scope, true);
    }
  }
}
