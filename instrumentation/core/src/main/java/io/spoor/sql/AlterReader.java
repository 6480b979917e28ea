package io.spoor.sql;

/** Reads the forms of ALTER TABLE and the like that move rows from one table to another. */
final class AlterReader {

  private final Scan scan;
  private final Names names;
  private final RelationReader relations;

  AlterReader(Scan scan, Names names, RelationReader relations) {
    this.scan = scan;
    this.names = names;
    this.relations = relations;
  }

  /**
   * Reads what stands behind the table's name.
   *
   * @param table where the name begins
   * @param end behind the name
   * @return false when the table only gets another shape
   */
  boolean rows(int table, int end, Scope scope) {
    int p = end;
    if (scan.dialect == Dialect.CLICKHOUSE && scan.is(p, Keyword.ON)) {
      p += 3; // ON CLUSTER c
    }
    if (isWord(p, "SWAP") && scan.is(p + 1, Keyword.WITH)) {
      return swap(table, p + 2, scope);
    }
    if (scan.is(p, Keyword.EXCHANGE)) {
      int with = find(p, Keyword.WITH);
      return with > 0 && scan.is(with + 1, Keyword.TABLE) && swap(table, with + 2, scope);
    }
    if (isWord(p, "SWITCH")) {
      return moved(table, behind(p, Keyword.TO), scope);
    }
    if (isWord(p, "APPEND") && scan.is(p + 1, Keyword.FROM)) {
      return moved(p + 2, table, scope);
    }
    boolean partition = scan.dialect == Dialect.CLICKHOUSE && scan.is(p + 1, Keyword.PARTITION);
    if (partition && (scan.is(p, Keyword.ATTACH) || scan.is(p, Keyword.REPLACE))) {
      return moved(behind(p, Keyword.FROM), table, scope);
    }
    if (partition && isWord(p, "MOVE")) {
      return moved(table, behind(p, Keyword.TABLE), scope);
    }
    return scan.dialect == Dialect.CLICKHOUSE && mutation(table, p, scope);
  }

  /** EXCHANGE TABLES a AND b; from behind the first word on. */
  void exchange(int start, Scope scope) {
    int end = names.end(start + 1);
    if (end > start + 1 && scan.is(end, Keyword.AND)) {
      swap(start + 1, end + 1, scope);
    }
  }

  private boolean isWord(int p, String upper) {
    return scan.isWord(p, upper);
  }

  private int find(int from, Keyword keyword) {
    for (int p = from; p < scan.to; p++) {
      if (scan.is(p, keyword)) {
        return p;
      }
    }
    return -1;
  }

  /** Behind the next such word, or -1. */
  private int behind(int from, Keyword keyword) {
    int p = find(from, keyword);
    return p < 0 ? -1 : p + 1;
  }

  private boolean swap(int first, int second, Scope scope) {
    scan.kind = StatementKind.SWAP;
    both(first, scope);
    both(second, scope);
    return true;
  }

  private void both(int p, Scope scope) {
    read(p, scope);
    target(p);
  }

  private boolean moved(int from, int to, Scope scope) {
    if (from < 0 || to < 0) {
      return false;
    }
    scan.kind = StatementKind.COPY;
    read(from, scope);
    target(to);
    return true;
  }

  private void read(int p, Scope scope) {
    int end = names.end(p);
    if (end > p) {
      scope.add(relation(p, end, false));
    } else {
      scan.partial("the other table was not found");
    }
  }

  private void target(int p) {
    int end = names.end(p);
    if (end > p) {
      scan.target(relation(p, end, true));
    }
  }

  private Relation relation(int p, int end, boolean written) {
    Relation relation = new Relation(Relation.Kind.NAMED, p, end, written);
    relation.name = names.read(p, end);
    return relation;
  }

  /** ClickHouse: ALTER TABLE t UPDATE a = 1 WHERE .. and ALTER TABLE t DELETE WHERE .. */
  private boolean mutation(int table, int p, Scope scope) {
    boolean update = scan.is(p, Keyword.UPDATE);
    if (!update && !scan.is(p, Keyword.DELETE)) {
      return false;
    }
    scan.kind = update ? StatementKind.UPDATE : StatementKind.DELETE;
    scan.feeds = update;
    target(table);
    int where = find(p, Keyword.WHERE);
    int assignments = where < 0 ? scan.to : where;
    relations.queries(p, assignments, scope, false);
    relations.queries(assignments, scan.to, scope, true);
    return true;
  }
}
