package io.spoor.sql;

/** Recognises a statement by its first words and hands it to the reader of its kind. */
final class StatementReader {

  private final Scan scan;
  private final Names names;
  private final QueryReader queries;
  private final RelationReader relations;
  private ChangeReader changes;
  private DdlReader ddl;
  private CopyReader copies;
  private CommandReader commands;

  private StatementReader(Scan scan) {
    this.scan = scan;
    names = new Names(scan);
    relations = new RelationReader(scan, names);
    queries = new QueryReader(scan, names, relations);
  }

  /** Reads the statement of the tokens {@code [from, to)}. */
  static SqlStatement read(Scan scan, int from, int to, SqlCatalog catalog) {
    return new StatementReader(scan).statement(from, to, catalog);
  }

  // Made when first asked for: each is a class that a job's first statement has to load.

  private ChangeReader changes() {
    if (changes == null) {
      changes = new ChangeReader(scan, names, relations, queries);
    }
    return changes;
  }

  DdlReader ddl() {
    if (ddl == null) {
      ddl = new DdlReader(scan, names, relations, queries);
    }
    return ddl;
  }

  private CopyReader copies() {
    if (copies == null) {
      copies = new CopyReader(scan, names, relations, queries);
    }
    return copies;
  }

  private CommandReader commands() {
    if (commands == null) {
      commands = new CommandReader(this, scan, names, relations, queries);
    }
    return commands;
  }

  private SqlStatement statement(int from, int to, SqlCatalog catalog) {
    scan.to = to;
    scan.queue(null, from, to, -1, false);
    for (Query query = scan.next(); query != null; query = scan.next()) {
      scan.to = query.to;
      Scope scope = query.newBranch();
      if (query.parent == null) {
        top(query, scope, query.from);
      } else {
        nested(query, scope);
      }
    }
    Temporary.find(scan, from);
    return new Outcome(scan, names, catalog).statement();
  }

  private void nested(Query query, Scope scope) {
    int p = query.from;
    if (scan.is(p, Keyword.WITH)) {
      p = new WithReader(scan).read(p, query, scope);
    }
    Keyword keyword = scan.keyword(p);
    if (keyword != null && keyword.beginsChange() && !scan.isParen(p + 1)) {
      changes().read(query, scope, p);
    } else {
      queries.query(query, scope, p);
    }
  }

  void top(Query query, Scope scope, int start) {
    int p = start;
    if (scan.is(p, Keyword.WITH)) {
      p = new WithReader(scan).read(p, query, scope);
    }
    Keyword keyword = scan.keyword(p);
    if (keyword == null) {
      unknown(query, scope, p);
      return;
    }
    switch (keyword) {
      case SELECT:
      case SEL:
      case VALUES:
      case FROM:
      case TABLE:
        rows(query, scope, p);
        return;
      case INSERT:
      case UPDATE:
      case DELETE:
      case MERGE:
      case UPSERT:
        if (isNoChange(p)) {
          scan.kind = StatementKind.OTHER;
        } else {
          changes().read(query, scope, p);
        }
        return;
      case REPLACE:
        if (scan.is(p + 1, Keyword.TABLE) || scan.is(p + 1, Keyword.VIEW)) {
          ddl().create(query, scope, p + 1);
        } else {
          changes().read(query, scope, p);
        }
        return;
      case EXPLAIN:
      case DESCRIBE:
      case DESC:
        explain(query, scope, p);
        return;
      case DECLARE:
      case CURSOR:
        commands().declare(query, scope, p);
        return;
      case PIVOT:
      case UNPIVOT:
        scan.kind = StatementKind.SELECT;
        scan.rowSource = true;
        relations.read(p + 1, scope, false);
        return;
      default:
        definition(query, scope, p, keyword);
    }
  }

  /** UPDATE STATISTICS t of SQL Server and DELETE DATABASE d of Teradata. */
  private boolean isNoChange(int p) {
    return scan.isWord(p + 1, "STATISTICS") && scan.isName(p + 2) && !scan.is(p + 2, Keyword.SET)
        || scan.is(p + 1, Keyword.DATABASE) && scan.isName(p + 2) && !scan.is(p + 2, Keyword.WHERE);
  }

  private void definition(Query query, Scope scope, int p, Keyword keyword) {
    switch (keyword) {
      case CREATE:
        ddl().create(query, scope, p + 1);
        if (scan.dialect == Dialect.SNOWFLAKE) {
          new SessionReader(scan).created(p + 1);
        }
        return;
      case DROP:
        if (scan.is(p + 1, Keyword.PREPARE)) {
          new PreparedReader(scan).deallocate(p + 1);
        } else {
          ddl().drop(p + 1);
        }
        return;
      case ALTER:
        alter(query, scope, p + 1);
        return;
      case CACHE:
        cache(query, scope, p + 1);
        return;
      case EXCHANGE:
        new AlterReader(scan, names, relations).exchange(p + 1, scope);
        return;
      case BULK:
        new TransferReader(scan, names, queries).bulkInsert(scope, p + 1);
        return;
      case TRUNCATE:
        ddl().truncate(p + 1);
        return;
      case RENAME:
        ddl().renameTables(scope, p + 1);
        return;
      case COPY:
        copies().copy(query, scope, p + 1);
        return;
      case LOAD:
        copies().load(scope, p + 1);
        return;
      case UNLOAD:
        copies().unload(query, scope, p + 1);
        return;
      case EXPORT:
        if (scan.is(p + 1, Keyword.DATA)) {
          copies().export(query, scope, p + 2);
        } else {
          new TransferReader(scan, names, queries).export(query, scope, p + 1);
        }
        return;
      case CALL:
        if (scan.isWord(p + 1, "NEXT") && scan.is(p + 2, Keyword.VALUE)) {
          // H2 and HSQLDB: CALL NEXT VALUE FOR a_sequence
          scan.kind = StatementKind.SELECT;
        } else {
          commands().call(scope, p, keyword);
        }
        return;
      case EXEC:
      case EXECUTE:
        commands().call(scope, p, keyword);
        return;
      case SET:
        commands().set(scope, p + 1);
        return;
      default:
        commands().simple(query, scope, keyword, p);
    }
  }

  /** ALTER VIEW v AS replaces the query; what else is altered says no more than its name. */
  private void alter(Query query, Scope scope, int start) {
    int view = start;
    while (view < scan.to && view < start + 8 && !scan.is(view, Keyword.VIEW)) {
      view++;
    }
    for (int p = view; scan.is(view, Keyword.VIEW) && p < scan.to; p++) {
      if (scan.is(p, Keyword.AS) && scan.beginsQuery(p + 1)) {
        ddl().create(query, scope, view);
        return;
      }
    }
    if (scan.is(start, Keyword.SESSION)) {
      new SessionReader(scan).alterSession(start + 1);
    } else {
      ddl().alter(scope, start);
    }
  }

  /** Spark: CACHE [LAZY] TABLE c [OPTIONS (..)] [AS] query; without a query it moves nothing. */
  private void cache(Query query, Scope scope, int start) {
    for (int p = start; p < scan.to; p++) {
      if (scan.beginsQuery(p) && scan.is(start, Keyword.TABLE) || scan.is(p, Keyword.SELECT)) {
        ddl().create(query, scope, scan.is(start, Keyword.TABLE) ? start : start + 1);
        scan.kind = StatementKind.CREATE_VIEW;
        return;
      }
    }
    scan.kind = StatementKind.OTHER;
  }

  void rows(Query query, Scope scope, int p) {
    scan.kind = StatementKind.SELECT;
    scan.rowSource = true;
    if (scan.is(p, Keyword.SELECT) && scan.isWord(p + 1, "SET_CONFIG")) {
      new SessionReader(scan).setConfig(p + 1);
    }
    queries.query(query, scope, p);
  }

  private void unknown(Query query, Scope scope, int start) {
    int p = start;
    while (scan.isParen(p)) {
      p++;
    }
    if (p > start && scan.beginsQuery(p)) {
      rows(query, scope, start);
      return;
    }
    // {? = call f(?)}
    while (p < scan.to && !scan.isName(p)) {
      p++;
    }
    if (scan.is(p, Keyword.CALL)) {
      commands().call(scope, p, Keyword.CALL);
      return;
    }
    if (commands().named(query, scope, start) || new OtherReader(scan).read(scope, start)) {
      return;
    }
    scan.kind = StatementKind.OTHER;
    scan.partial("the statement begins with a word that is not known");
  }

  /** Only EXPLAIN ANALYZE runs what it explains. */
  private void explain(Query query, Scope scope, int start) {
    int p = start + 1;
    boolean runs = false;
    while (p < scan.to && !scan.beginsQuery(p) && !isChange(p)) {
      if (scan.isParen(p)) {
        for (int i = p; i < scan.close(p); i++) {
          runs |= scan.is(i, Keyword.ANALYZE) && !isOff(i + 1);
        }
        p = scan.skipBrackets(p);
      } else {
        runs |= scan.is(p, Keyword.ANALYZE);
        p++;
      }
    }
    if (runs && p < scan.to) {
      top(query, scope, p);
    }
    scan.kind = runs && scan.kind != StatementKind.SELECT ? scan.kind : StatementKind.EXPLAIN;
    scan.rowSource = true;
  }

  private boolean isOff(int p) {
    return scan.isWord(p, "FALSE")
        || scan.isWord(p, "OFF")
        || scan.kind(p) == Tokens.NUMBER && scan.tokens.first(p) == '0';
  }

  private boolean isChange(int p) {
    Keyword keyword = scan.keyword(p);
    return keyword != null && keyword.beginsChange() || keyword == Keyword.CREATE;
  }
}
