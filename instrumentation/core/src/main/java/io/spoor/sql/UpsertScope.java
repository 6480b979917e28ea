package io.spoor.sql;

/** Makes the scope in which the assignments of an upsert stand. */
final class UpsertScope {

  private final ColumnWork work;

  UpsertScope(ColumnWork work) {
    this.work = work;
  }

  /**
   * The table written and, under the name excluded or the row's alias, the row that was to be
   * inserted; for MySQL also the relations of the query that gives the rows.
   *
   * @param written the columns of the row with what they are made of
   * @param assignments where the assignments begin
   */
  Scope of(Scope insert, Relation target, ColumnList written, int assignments) {
    Scope scope = new Scope(insert.query, insert.branch);
    scope.nested.addAll(insert.nested);
    Relation table = new Relation(Relation.Kind.NAMED, target.from, target.to, true);
    table.name = target.name;
    table.table = work.table(target.name);
    table.columns = table.table == null ? ColumnList.NONE : table.table.offered(work.names);
    table.handleName =
        target.alias >= 0 ? work.names.ofToken(target.alias) : work.names.of(target.name.table());
    scope.relations.add(table);
    scope.relations.add(row(target, written, work.names.of("excluded")));
    int alias = assignments - 5; // VALUES (..) AS r ON DUPLICATE KEY UPDATE
    Tokens tokens = work.tokens;
    if (alias > 0 && tokens.isName(alias) && tokens.keyword[alias - 1] == Keyword.AS) {
      scope.relations.add(row(target, written, work.names.ofToken(alias)));
    }
    if (work.scan.dialect.isMySqlFamily()) {
      scope.relations.addAll(insert.relations);
    }
    return scope;
  }

  /** Seen by its name only. */
  private static Relation row(Relation target, ColumnList written, int name) {
    Relation row = new Relation(Relation.Kind.DERIVED, target.from, target.to, false);
    row.columns = written;
    row.handleName = name;
    row.ignored = true;
    return row;
  }
}
