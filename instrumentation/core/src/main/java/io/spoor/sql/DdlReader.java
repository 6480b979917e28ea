package io.spoor.sql;

/** Reads CREATE, DROP, ALTER, TRUNCATE and RENAME. */
final class DdlReader {

  private final Scan scan;
  private final Tokens tokens;
  private final Names names;
  private final RelationReader relations;
  private final QueryReader queries;

  DdlReader(Scan scan, Names names, RelationReader relations, QueryReader queries) {
    this.scan = scan;
    this.tokens = scan.tokens;
    this.names = names;
    this.relations = relations;
    this.queries = queries;
  }

  /** Reads from behind the word CREATE (or REPLACE) on. */
  void create(Query query, Scope scope, int start) {
    int p = start;
    boolean external = false;
    for (int words = 0; words < 12 && p < scan.to; words++) {
      Keyword keyword = scan.keyword(p);
      if (keyword == Keyword.TABLE && !scan.is(p + 1, Keyword.FUNCTION)) {
        table(query, scope, p + 1, external);
        return;
      }
      if (keyword == Keyword.VIEW) {
        view(query, scope, p + 1);
        return;
      }
      if (keyword == Keyword.FUNCTION
          || keyword == Keyword.PROCEDURE
          || keyword == Keyword.TRIGGER
          || keyword == Keyword.PACKAGE
          || keyword == Keyword.TYPE) {
        scan.kind = StatementKind.CREATE_ROUTINE;
        return;
      }
      if (keyword == Keyword.INDEX
          || keyword == Keyword.USER
          || keyword == Keyword.SCHEMA
          || keyword == Keyword.DATABASE
          || keyword == Keyword.SEQUENCE
          || keyword == Keyword.ON) {
        scan.kind = StatementKind.OTHER;
        return;
      }
      external |= keyword == Keyword.EXTERNAL;
      p = scan.kind(p) == Tokens.OPEN ? scan.skipBrackets(p) : p + 1;
    }
    scan.kind = StatementKind.OTHER;
  }

  private int skipIfExists(int start) {
    int p = start;
    if (scan.is(p, Keyword.IF)) {
      p += scan.is(p + 1, Keyword.NOT) ? 3 : 2;
    }
    return p;
  }

  private int output(int p) {
    int end = names.end(p);
    if (end > p) {
      Relation target = new Relation(Relation.Kind.NAMED, p, end, true);
      target.name = names.read(p, end);
      scan.target(target);
      if (scan.isParen(end) && !scan.beginsQuery(end + 1)) {
        target.columnList = end;
      }
    } else {
      scan.partial("the name behind the first words was not found");
    }
    return end;
  }

  private void table(Query query, Scope scope, int start, boolean external) {
    scan.kind = StatementKind.CREATE_TABLE;
    int p = output(skipIfExists(start));
    for (; p < scan.to; p++) {
      Keyword keyword = scan.keyword(p);
      if (tokens.kind[p] == Tokens.OPEN) {
        if (scan.isParen(p) && scan.beginsQuery(p + 1)) {
          copyQuery(query, scope, p);
          return;
        }
        p = scan.skipBrackets(p) - 1;
      } else if (keyword == Keyword.SELECT
          || keyword == Keyword.SEL
          || keyword == Keyword.WITH
              && scan.beginsQuery(p)
              && (scan.is(p - 1, Keyword.AS) || scan.is(p + 2, Keyword.AS))) {
        copyQuery(query, scope, p);
        return;
      } else if (keyword == Keyword.AS) {
        if (afterAs(query, scope, p + 1)) {
          return;
        }
      } else if (keyword == Keyword.CLONE || keyword == Keyword.COPY && isCopyOf(p)) {
        scan.kind = StatementKind.CREATE_TABLE_AS;
        intoLast(query);
        relations.read(p + 1, scope, false);
        return;
      } else if (keyword == Keyword.LIKE) {
        return; // the structure alone
      }
    }
    new ExternalFiles(scan).read(start, scope);
  }

  private boolean isCopyOf(int p) {
    return scan.isName(p + 1)
        && (scan.dialect == Dialect.BIGQUERY || scan.dialect == Dialect.GENERIC)
        && !scan.isWord(p + 1, "GRANTS")
        && !scan.isWord(p + 1, "TAGS");
  }

  private boolean afterAs(Query query, Scope scope, int p) {
    Keyword keyword = scan.keyword(p);
    boolean isQuery =
        keyword != null
                && (keyword.beginsQuery() || keyword == Keyword.FROM || keyword == Keyword.TABLE)
            || scan.isParen(p) && scan.beginsQuery(p + 1);
    if (isQuery) {
      copyQuery(query, scope, p);
      return true;
    }
    if (keyword == Keyword.EXECUTE) {
      scan.partial("the prepared statement is not known");
    }
    if (scan.isParen(p) && scan.isName(p + 1) && names.end(p + 1) == scan.close(p)) {
      return false;
    }
    if (scan.isName(p) && scan.dialect == Dialect.TERADATA) {
      scan.kind = StatementKind.CREATE_TABLE_AS;
      intoLast(query);
      relations.read(p, scope, false);
      scan.feeds = !withoutData(p);
      return true;
    }
    return false;
  }

  private void copyQuery(Query query, Scope scope, int p) {
    scan.kind = StatementKind.CREATE_TABLE_AS;
    scan.feeds = !withoutData(p);
    intoLast(query);
    queries.query(query, scope, p);
  }

  private void intoLast(Query query) {
    if (!scan.targets.isEmpty()) {
      query.into = scan.targets.get(scan.targets.size() - 1);
    }
  }

  /** WITH NO DATA at the end: the structure of the query, none of its rows. */
  private boolean withoutData(int from) {
    for (int p = scan.to - 1; p > from && p > scan.to - 12; p--) {
      if (scan.is(p, Keyword.DATA) && scan.is(p - 1, Keyword.NO)) {
        return true;
      }
    }
    return false;
  }

  private void view(Query query, Scope scope, int start) {
    if (scan.isWord(start, "LOG") && scan.is(start + 1, Keyword.ON)) {
      scan.kind = StatementKind.OTHER; // Oracle: what changed, for refreshes
      return;
    }
    scan.kind = StatementKind.CREATE_VIEW;
    int p = output(skipIfExists(start));
    for (; p < scan.to; p++) {
      Keyword keyword = scan.keyword(p);
      if (keyword == Keyword.TO && scan.dialect == Dialect.CLICKHOUSE) {
        p = output(p + 1) - 1;
      } else if (keyword == Keyword.AS && !isQueryAt(p + 1)) {
        continue;
      } else if (keyword == Keyword.AS || keyword == Keyword.SELECT) {
        intoLast(query);
        queries.query(query, scope, keyword == Keyword.AS ? p + 1 : p);
        return;
      } else if (tokens.kind[p] == Tokens.OPEN) {
        if (scan.isParen(p) && scan.beginsQuery(p + 1)) {
          intoLast(query);
          queries.query(query, scope, p);
          return;
        }
        p = scan.skipBrackets(p) - 1;
      }
    }
    new ExternalFiles(scan).read(start, scope);
  }

  private boolean isQueryAt(int p) {
    Keyword keyword = scan.keyword(p);
    return keyword != null
            && (keyword.beginsQuery() || keyword == Keyword.FROM || keyword == Keyword.TABLE)
        || scan.isParen(p) && scan.beginsQuery(p + 1);
  }

  /** Reads from behind the word DROP on. */
  void drop(int start) {
    scan.kind = StatementKind.OTHER;
    int p = start;
    for (int words = 0; words < 3 && !scan.isWord(start, "MACRO"); words++, p++) {
      if (scan.is(p, Keyword.TABLE) || scan.is(p, Keyword.VIEW)) {
        scan.kind = StatementKind.DROP;
        list(skipIfExists(p + 1));
        return;
      }
      if (!scan.isName(p)) {
        return;
      }
    }
  }

  /** Reads from behind the word TRUNCATE on. */
  void truncate(int start) {
    scan.kind = StatementKind.TRUNCATE;
    int p = start;
    if (scan.is(p, Keyword.TABLE)) {
      p++;
    }
    if (scan.is(p, Keyword.ONLY)) {
      p++;
    }
    list(skipIfExists(p));
  }

  private void list(int start) {
    int p = start;
    while (true) {
      int end = output(p);
      if (end == p || scan.kind(end) != Tokens.COMMA) {
        return;
      }
      p = end + 1;
    }
  }

  /** Reads from behind the word ALTER on. */
  void alter(Scope scope, int start) {
    int p = start;
    while (scan.isName(p) && !scan.is(p, Keyword.TABLE) && p < start + 2) {
      p++;
    }
    if (!scan.is(p, Keyword.TABLE)) {
      scan.kind = scan.is(start, Keyword.SESSION) ? StatementKind.SESSION : StatementKind.OTHER;
      return;
    }
    scan.kind = StatementKind.ALTER;
    p = skipIfExists(p + 1);
    if (scan.is(p, Keyword.ONLY)) {
      p++;
    }
    int end = names.end(p);
    if (new AlterReader(scan, names, relations).rows(p, end, scope)) {
      return;
    }
    if (scan.is(end, Keyword.RENAME) && scan.isName(end + 1)) {
      int to = scan.is(end + 1, Keyword.TO) || scan.is(end + 1, Keyword.AS) ? end + 2 : end + 1;
      boolean wholeTable = to == end + 2 || scan.kind(end + 2) == Tokens.END;
      if (wholeTable) {
        rename(p, to, scope);
        return;
      }
    }
    output(p);
  }

  private void rename(int from, int to, Scope scope) {
    scan.kind = StatementKind.RENAME;
    relations.read(from, scope, false);
    output(to);
  }

  /** MySQL: RENAME TABLE a TO b, c TO d; reads from behind the word RENAME on. */
  void renameTables(Scope scope, int start) {
    boolean word = scan.is(start, Keyword.TABLE) || scan.is(start, Keyword.TABLES);
    int p = word ? start + 1 : start; // Oracle: RENAME a TO b
    while (true) {
      int end = names.end(p);
      if (end == p || !scan.is(end, Keyword.TO) && !scan.is(end, Keyword.AS)) {
        return;
      }
      rename(p, end + 1, scope);
      p = names.end(end + 1);
      if (scan.kind(p) != Tokens.COMMA) {
        return;
      }
      p++;
    }
  }
}
