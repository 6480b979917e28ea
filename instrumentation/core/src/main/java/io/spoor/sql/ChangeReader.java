package io.spoor.sql;

/** Reads INSERT, UPDATE, DELETE and MERGE, at the top or nested in a query. */
final class ChangeReader {

  private final Scan scan;
  private final Tokens tokens;
  private final Names names;
  private final RelationReader relations;
  private final QueryReader queries;
  private final InsertReader inserts;

  ChangeReader(Scan scan, Names names, RelationReader relations, QueryReader queries) {
    this.scan = scan;
    this.tokens = scan.tokens;
    this.names = names;
    this.relations = relations;
    this.queries = queries;
    this.inserts = new InsertReader(scan, names, relations);
  }

  /** Reads the statement whose first word stands at {@code p}; its WITH is read already. */
  void read(Query query, Scope scope, int p) {
    query.isChange = true;
    switch (scan.keyword(p)) {
      case UPDATE:
        query.repeatsTarget = true;
        kind(query, StatementKind.UPDATE);
        update(query, scope, p + 1);
        return;
      case DELETE:
        query.repeatsTarget = true;
        kind(query, StatementKind.DELETE);
        delete(query, scope, p + 1);
        return;
      case MERGE:
        kind(query, StatementKind.MERGE);
        merge(query, scope, p + 1);
        return;
      case REPLACE:
      case UPSERT:
        kind(query, StatementKind.REPLACE);
        queries.query(query, scope, inserts.target(p + 1, scope));
        return;
      default:
        kind(query, StatementKind.INSERT);
        insert(query, scope, p + 1);
    }
  }

  private void kind(Query query, StatementKind kind) {
    if (query.parent == null) {
      scan.kind = kind;
    }
  }

  private void insert(Query query, Scope scope, int p) {
    int rows = inserts.target(p, scope);
    if (scan.is(rows, Keyword.EXEC) || scan.is(rows, Keyword.EXECUTE)) {
      scan.partial("the rows come from a routine");
      return;
    }
    if (scan.is(rows, Keyword.SET)) {
      queries.change(query, scope, rows); // MySQL: INSERT INTO t SET a = 1
      return;
    }
    queries.query(query, scope, rows);
  }

  private void update(Query query, Scope scope, int start) {
    int p = start;
    while (scan.isWord(p, "LOW_PRIORITY")
        || scan.is(p, Keyword.IGNORE)
        || scan.is(p, Keyword.TOP)
        || scan.is(p, Keyword.OR)) {
      p =
          scan.is(p, Keyword.TOP)
              ? scan.skipBrackets(p + 1)
              : scan.is(p, Keyword.OR) ? p + 2 : p + 1;
    }
    queries.change(query, scope, targets(p, scope, false));
  }

  private void delete(Query query, Scope scope, int start) {
    int p = start;
    while (scan.isWord(p, "LOW_PRIORITY")
        || scan.isWord(p, "QUICK")
        || scan.is(p, Keyword.IGNORE)
        || scan.is(p, Keyword.TOP)) {
      p = scan.is(p, Keyword.TOP) ? scan.skipBrackets(p + 1) : p + 1;
    }
    if (scan.is(p, Keyword.FROM)) {
      p++;
    }
    if (query.parent == null) {
      scan.feeds = false;
    }
    queries.change(query, scope, targets(p, scope, true));
  }

  private void merge(Query query, Scope scope, int start) {
    int p = start;
    if (scan.is(p, Keyword.WITH) && scan.is(p + 1, Keyword.SCHEMA)) {
      p += 3; // Databricks: WITH SCHEMA EVOLUTION
    }
    while (scan.is(p, Keyword.INTO) || scan.is(p, Keyword.TOP)) {
      p = scan.is(p, Keyword.TOP) ? scan.skipBrackets(p + 1) : p + 1;
    }
    int next = mergeTarget(p, scope);
    if (query.parent == null) {
      scan.feeds = hasRowAction(next);
    }
    if (scan.beginsQuery(next) || scan.is(next, Keyword.KEY)) {
      // H2: MERGE INTO t (..) [KEY (..)] VALUES | SELECT
      next = scan.is(next, Keyword.KEY) ? scan.skipBrackets(next + 1) : next;
      scan.feeds = true;
      queries.query(query, scope, next);
      return;
    }
    queries.change(query, scope, next);
  }

  private int mergeTarget(int p, Scope scope) {
    int end = names.end(p);
    if (end > p && scan.isParen(end)) {
      // A list of columns, not the arguments of a function.
      return inserts.target(p, scope);
    }
    return targets(p, scope, false);
  }

  private boolean hasRowAction(int from) {
    for (int i = from; i < scan.to; i++) {
      if (tokens.keyword[i] == Keyword.INSERT || tokens.keyword[i] == Keyword.UPDATE) {
        return true;
      }
    }
    return false;
  }

  /** Reads the target, or each of several separated by commas. */
  private int targets(int start, Scope scope, boolean several) {
    int p = start;
    while (true) {
      int before = scope.relations.size();
      int next = relations.read(p, scope, true);
      for (int i = before; i < scope.relations.size(); i++) {
        scan.target(scope.relations.get(i));
      }
      if (next == p) {
        scan.partial("the target was not found");
        return p;
      }
      if (!several || scan.kind(next) != Tokens.COMMA) {
        return next;
      }
      p = next + 1;
    }
  }
}
