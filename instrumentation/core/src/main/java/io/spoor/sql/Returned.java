package io.spoor.sql;

/** Reads RETURNING and OUTPUT: columns of the rows that were written. */
final class Returned {

  private static final String[] ROW_NAMES = {"inserted", "deleted", "new", "old"};

  private final ColumnWork work;
  private final SelectList lists;

  Returned(ColumnWork work, SelectList lists) {
    this.work = work;
    this.lists = lists;
  }

  ColumnList read(Query query, Scope scope, int part) {
    Scope rows = new Scope(query, 0);
    rows.nested.addAll(scope.nested);
    if (query.into != null) {
      see(query.into, rows);
    } else {
      rows.relations.addAll(scope.relations);
      for (int i = 0; i < scope.relations.size(); i++) {
        Relation relation = scope.relations.get(i);
        if (relation.target && relation.columns != null) {
          alternatives(relation, rows);
        }
      }
    }
    int from = scope.partFrom(part);
    int to = scope.partTo(part);
    for (int p = from; p < to; p++) {
      if (work.tokens.keyword[p] == Keyword.INTO) {
        to = p; // OUTPUT .. INTO t
      } else if (work.tokens.kind[p] == Tokens.OPEN) {
        p = Math.max(p, work.scan.close(p));
      }
    }
    return lists.read(rows, from, to);
  }

  private void see(Relation target, Scope rows) {
    if (target.name == null) {
      return;
    }
    target.table = work.table(target.name);
    target.columns = target.table == null ? ColumnList.NONE : target.table.offered(work.names);
    target.handleName =
        target.alias >= 0 ? work.names.ofToken(target.alias) : work.names.of(target.name.table());
    rows.relations.add(target);
    alternatives(target, rows);
  }

  /** The same rows as they were before and are afterwards; only qualified names mean them. */
  private void alternatives(Relation target, Scope rows) {
    for (String name : ROW_NAMES) {
      Relation other = new Relation(target.kind, target.from, target.to, true);
      other.ignored = true;
      other.table = target.table;
      other.columns = target.columns;
      other.handleName = work.names.of(name);
      rows.relations.add(other);
    }
  }
}
