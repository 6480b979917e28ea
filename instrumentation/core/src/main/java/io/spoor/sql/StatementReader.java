package io.spoor.sql;

/** Recognises a statement by its first words and hands it to the reader of its kind. */
final class StatementReader {

  private final Scan scan;
  private final Names names;
  private final QueryReader queries;
  private final ChangeReader changes;
  private final DdlReader ddl;
  private final CopyReader copies;

  private StatementReader(Scan scan) {
    this.scan = scan;
    names = new Names(scan);
    RelationReader relations = new RelationReader(scan, names);
    queries = new QueryReader(scan, names, relations);
    changes = new ChangeReader(scan, names, relations, queries);
    ddl = new DdlReader(scan, names, relations, queries);
    copies = new CopyReader(scan, names, relations, queries);
  }

  /** Reads the statement of the tokens {@code [from, to)}. */
  static SqlStatement read(Scan scan, int from, int to) {
    return new StatementReader(scan).statement(from, to);
  }

  private SqlStatement statement(int from, int to) {
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
    return new Outcome(scan, names).statement();
  }

  private void nested(Query query, Scope scope) {
    int p = query.from;
    if (scan.is(p, Keyword.WITH)) {
      p = new WithReader(scan).read(p, query, scope);
    }
    Keyword keyword = scan.keyword(p);
    if (keyword != null && keyword.beginsChange() && !scan.isParen(p + 1)) {
      changes.read(query, scope, p);
    } else {
      queries.query(query, scope, p);
    }
  }

  private void top(Query query, Scope scope, int start) {
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
        changes.read(query, scope, p);
        return;
      case REPLACE:
        if (scan.is(p + 1, Keyword.TABLE)) {
          ddl.create(query, scope, p + 1);
        } else {
          changes.read(query, scope, p);
        }
        return;
      case EXPLAIN:
      case DESCRIBE:
      case DESC:
        explain(query, scope, p);
        return;
      case DECLARE:
        cursor(query, scope, p);
        return;
      default:
        definition(query, scope, p, keyword);
    }
  }

  private void definition(Query query, Scope scope, int p, Keyword keyword) {
    switch (keyword) {
      case CREATE:
        ddl.create(query, scope, p + 1);
        return;
      case DROP:
        ddl.drop(p + 1);
        return;
      case ALTER:
        ddl.alter(scope, p + 1);
        return;
      case TRUNCATE:
        ddl.truncate(p + 1);
        return;
      case RENAME:
        ddl.renameTables(scope, p + 1);
        return;
      case COPY:
        copies.copy(query, scope, p + 1);
        return;
      case LOAD:
        copies.load(scope, p + 1);
        return;
      case UNLOAD:
        copies.unload(query, scope, p + 1);
        return;
      case EXPORT:
        if (scan.is(p + 1, Keyword.DATA)) {
          copies.export(query, scope, p + 2);
        } else {
          scan.partial("this form of EXPORT is not known");
        }
        return;
      case CALL:
        if (scan.isWord(p + 1, "NEXT") && scan.is(p + 2, Keyword.VALUE)) {
          // H2 and HSQLDB: CALL NEXT VALUE FOR a_sequence
          scan.kind = StatementKind.SELECT;
        } else if (!copies.csvWrite(scope, p + 1)) {
          simple(keyword);
        }
        return;
      default:
        simple(keyword);
    }
  }

  private void simple(Keyword keyword) {
    switch (keyword) {
      case CALL:
      case EXEC:
      case EXECUTE:
        scan.kind = StatementKind.CALL;
        scan.rowSource = true;
        scan.partial("what the routine reads and writes is not known");
        return;
      case USE:
      case SET:
      case RESET:
        scan.kind = StatementKind.SESSION;
        return;
      case BEGIN:
      case START:
      case COMMIT:
      case ROLLBACK:
      case SAVEPOINT:
      case RELEASE:
      case ABORT:
      case END:
        scan.kind = StatementKind.TRANSACTION;
        return;
      case SHOW:
        scan.kind = StatementKind.EXPLAIN;
        scan.rowSource = true;
        return;
      default:
        scan.kind = StatementKind.OTHER;
    }
  }

  private void rows(Query query, Scope scope, int p) {
    scan.kind = StatementKind.SELECT;
    scan.rowSource = true;
    queries.query(query, scope, p);
  }

  private void unknown(Query query, Scope scope, int start) {
    int p = start;
    if (scan.isParen(p) && scan.beginsQuery(p + 1)) {
      rows(query, scope, p);
      return;
    }
    // {? = call f(?)}
    while (p < scan.to && !scan.isName(p)) {
      p++;
    }
    if (scan.is(p, Keyword.CALL)) {
      simple(Keyword.CALL);
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
          runs |= scan.is(i, Keyword.ANALYZE);
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

  private boolean isChange(int p) {
    Keyword keyword = scan.keyword(p);
    return keyword != null && keyword.beginsChange() || keyword == Keyword.CREATE;
  }

  /** DECLARE c CURSOR FOR SELECT: its rows are fetched later. */
  private void cursor(Query query, Scope scope, int start) {
    boolean cursor = false;
    for (int p = start + 1; p < scan.to; p++) {
      cursor |= scan.is(p, Keyword.CURSOR);
      boolean query1 =
          scan.is(p, Keyword.SELECT) || scan.is(p, Keyword.WITH) && scan.beginsQuery(p);
      if (cursor && query1) {
        top(query, scope, p);
        return;
      }
    }
    scan.kind = StatementKind.OTHER;
  }
}
