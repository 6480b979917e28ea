package io.spoor.sql;

/** Reads statements that are no query, change or definition: calls, settings, declarations. */
final class CommandReader {

  private final StatementReader statements;
  private final Scan scan;
  private final Names names;
  private final RelationReader relations;
  private final QueryReader queries;

  CommandReader(
      StatementReader statements,
      Scan scan,
      Names names,
      RelationReader relations,
      QueryReader queries) {
    this.statements = statements;
    this.scan = scan;
    this.names = names;
    this.relations = relations;
    this.queries = queries;
  }

  void call(Scope scope, int p, Keyword keyword) {
    if (keyword == Keyword.CALL && !scan.isName(p + 1)) {
      scan.kind = StatementKind.SELECT; // H2: CALL 1 + 2
      scan.rowSource = true;
      relations.queries(p + 1, scan.to, scope, false);
      return;
    }
    if (new ProcedureReader(scan).read(scope, p + 1)) {
      return;
    }
    scan.kind = StatementKind.CALL;
    scan.rowSource = true;
    boolean prepared = keyword != Keyword.CALL && new PreparedReader(scan).execute(p + 1);
    int end = names.end(p + 1);
    if (!prepared && end > p + 1) {
      scan.routine = names.read(p + 1, end);
    }
    scan.partial(
        prepared
            ? "the prepared statement is not known"
            : "what the routine reads and writes is not known");
  }

  void set(Scope scope, int start) {
    scan.kind = StatementKind.SESSION;
    if (scan.is(start, Keyword.TABLE)
        && new TransferReader(scan, names, queries).textTable(scope, start + 1)) {
      return;
    }
    if (new SessionReader(scan).set(start)) {
      return;
    }
    new PreparedReader(scan).variable(start);
    valueOfVariable(scope, start);
  }

  /** SET x = (SELECT ..) and DECLARE x INT DEFAULT (SELECT ..): the value goes to a variable. */
  private void valueOfVariable(Scope scope, int start) {
    for (int p = start; p < scan.to; p++) {
      if (scan.isParen(p) && scan.beginsQuery(p + 1)) {
        scope.nested.add(scan.queue(scope, p + 1, scan.close(p), -1, false));
        p = scan.close(p);
      }
    }
    if (!scope.nested.isEmpty()) {
      scan.kind = StatementKind.SELECT;
    }
  }

  void simple(Query query, Scope scope, Keyword keyword, int p) {
    switch (keyword) {
      case OPEN:
        if (!cursor(query, scope, p)) {
          scan.kind = StatementKind.OTHER;
        }
        return;
      case USE:
        new SessionReader(scan).use(p + 1);
        return;
      case RESET:
        new SessionReader(scan).reset(p + 1);
        return;
      case DATABASE:
        new SessionReader(scan).database(p + 1);
        return;
      case PREPARE:
        new PreparedReader(scan).prepare(p + 1);
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

  /** Statements of some products whose first word may be a name elsewhere. */
  boolean named(Query query, Scope scope, int p) {
    TransferReader transfers = new TransferReader(scan, names, queries);
    if (scan.isWord(p, "DEALLOCATE") && scan.dialect != Dialect.SQLSERVER) {
      new PreparedReader(scan).deallocate(p + 1);
    } else if (scan.isWord(p, "DISCARD")) {
      scan.kind = StatementKind.SESSION;
      scan.session = SessionEffect.of(SessionEffect.Kind.DISCARD);
    } else if (scan.isWord(p, "PERFORM")) {
      scan.kind = StatementKind.SELECT; // PL/pgSQL: the rows are thrown away
      queries.query(query, scope, p + 1);
    } else if (scan.isWord(p, "SUMMARIZE")) {
      rowsOf(query, scope, p + 1);
    } else if (scan.isWord(p, "LET") && cursor(query, scope, p)) {
      return true;
    } else if (scan.isWord(p, "LOCKING") || scan.isWord(p, "FORALL")) {
      return behindPrefix(query, scope, p + 1);
    } else if (scan.isWord(p, "IMPORT")) {
      transfers.imports(scope, p + 1);
    } else if (scan.isWord(p, "SCRIPT")) {
      transfers.script(scope, p + 1);
    } else if (scan.isWord(p, "RUNSCRIPT")) {
      transfers.runScript(scope, p + 1);
    } else if (scan.dialect == Dialect.SNOWFLAKE && scan.isWord(p, "PUT")) {
      transfers.stage(scope, p + 1, true);
    } else if (scan.dialect == Dialect.SNOWFLAKE && scan.isWord(p, "GET")) {
      transfers.stage(scope, p + 1, false);
    } else {
      return false;
    }
    return true;
  }

  /** A table or a query. */
  private void rowsOf(Query query, Scope scope, int p) {
    if (scan.beginsQuery(p)) {
      statements.rows(query, scope, p);
    } else {
      scan.kind = StatementKind.SELECT;
      scan.rowSource = true;
      relations.read(p, scope, false);
    }
  }

  /** Teradata: LOCKING t FOR ACCESS SELECT ..; Oracle: FORALL i IN 1 .. n INSERT .. */
  private boolean behindPrefix(Query query, Scope scope, int start) {
    for (int p = start; p < scan.to; p++) {
      Keyword keyword = scan.keyword(p);
      boolean head =
          keyword == Keyword.SELECT
              || keyword == Keyword.SEL
              || keyword == Keyword.INSERT
              || keyword == Keyword.UPDATE
              || keyword == Keyword.DELETE
              || keyword == Keyword.MERGE
              || keyword == Keyword.EXECUTE;
      if (head) {
        statements.top(query, scope, p);
        return true;
      }
    }
    return false;
  }

  /** DECLARE c CURSOR FOR SELECT: its rows are fetched later; or a variable; or a table. */
  void declare(Query query, Scope scope, int start) {
    if (cursor(query, scope, start)) {
      return;
    }
    for (int p = start; p < scan.to && p < start + 4; p++) {
      if (scan.isWord(p, "TEMPORARY")) {
        statements.ddl().create(query, scope, p + 1);
        return;
      }
    }
    scan.kind = StatementKind.OTHER;
    new PreparedReader(scan).variable(start + 1);
    valueOfVariable(scope, start);
  }

  /** The query of a cursor; false when none is declared or opened. */
  boolean cursor(Query query, Scope scope, int start) {
    boolean cursor = scan.is(start, Keyword.OPEN);
    for (int p = start; p < scan.to; p++) {
      cursor |= scan.is(p, Keyword.CURSOR);
      Keyword before = p > start ? scan.keyword(p - 1) : null;
      boolean inside =
          before == Keyword.FOR
              || before == Keyword.IS
              || before == Keyword.AS
              || p > start && scan.isParen(p - 1);
      if (cursor && inside && scan.beginsQuery(p)) {
        statements.top(query, scope, p);
        scan.rowSource &= !scan.inBlock;
        return true;
      }
    }
    return false;
  }
}
