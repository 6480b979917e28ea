package io.spoor.sql;

/** Adds the edges of one query or statement that writes. */
final class ColumnWrites {

  private final ColumnWork work;
  private final Tokens tokens;
  private final Scan scan;
  private final ColumnEdges edges;
  private final QueryColumns queries;
  private final RowWrites rows;
  private final Influences influences;

  /** Made when first asked for: a statement that inserts has none. */
  private Assignments assignments;

  ColumnWrites(ColumnWork work, QueryColumns queries, ColumnEdges edges) {
    this.work = work;
    this.tokens = work.tokens;
    this.scan = work.scan;
    this.edges = edges;
    this.queries = queries;
    this.rows = new RowWrites(work, edges);
    this.influences = new Influences(work, queries);
  }

  private Assignments assignments() {
    if (assignments == null) {
      assignments = new Assignments(work, queries, edges);
    }
    return assignments;
  }

  void write(Query query) {
    scan.to = query.to;
    if (scan.severalTargets && query.parent == null) {
      severalTargets(query);
      return;
    }
    if (query.branches.get(0).into != null) {
      for (int b = 0; b < query.branches.size(); b++) {
        Scope branch = query.branches.get(b);
        if (branch.into != null && branch.into.name != null) {
          scan.to = query.to;
          rows.write(branch.columns, branch.into);
          edges.add(TargetColumn.whole(branch.into.name), influences.of(branch));
        }
      }
      return;
    }
    TableName table = null;
    if (query.into != null) {
      table = into(query);
    }
    for (int b = 0; b < query.branches.size() && query.isChange; b++) {
      table = changes(query, query.branches.get(b), table);
    }
    if (table != null) {
      edges.add(TargetColumn.whole(table), influences.of(query));
    }
    if (query.outputInto != null && query.outputs != null) {
      scan.to = query.to;
      rows.write(query.outputs, query.outputInto);
    }
  }

  private TableName into(Query query) {
    Relation target = query.into;
    if (target.query != null) {
      queries.read(target.query);
      scan.to = query.to;
      return rows.writeThrough(query.rows, target); // INSERT INTO (SELECT .. FROM t)
    }
    ColumnList written = rows.write(query.rows, target);
    for (int b = 0; b < query.branches.size(); b++) {
      Scope scope = query.branches.get(b);
      int part = scope.find(Part.UPSERT);
      if (part >= 0) {
        scope.upsert = new UpsertScope(work).of(scope, target, written, scope.partFrom(part));
        queries.expressions().seeInserted(written);
        assignments().read(scope.upsert, target, scope.partFrom(part), scope.partTo(part));
        queries.expressions().seeInserted(null);
      }
    }
    return target.name;
  }

  /** The assignments of UPDATE and MERGE, and the rows that MERGE inserts. */
  private TableName changes(Query query, Scope scope, TableName known) {
    Relation target = query.into != null ? query.into : target(scope);
    TableName table = known;
    if (target != null && target.name != null && table == null) {
      table = target.name;
    }
    for (int i = 0; i < scope.partCount(); i++) {
      switch (scope.part(i)) {
        case SET:
        case MERGE_SET:
          assignments().read(scope, target, scope.partFrom(i), scope.partTo(i));
          break;
        case MERGE_INSERT:
          mergeInsert(scope, target, scope.partFrom(i), scope.partTo(i));
          break;
        default:
      }
    }
    return table;
  }

  private static Relation target(Scope scope) {
    for (int i = 0; i < scope.relations.size(); i++) {
      if (scope.relations.get(i).target && !scope.relations.get(i).ignored) {
        return scope.relations.get(i);
      }
    }
    return null;
  }

  private void mergeInsert(Scope scope, Relation target, int from, int to) {
    if (target == null || target.name == null) {
      return;
    }
    Scope sources = new Scope(scope.query, scope.branch);
    sources.nested.addAll(scope.nested);
    for (int i = 0; i < scope.relations.size(); i++) {
      if (!scope.relations.get(i).target) {
        sources.relations.add(scope.relations.get(i));
      }
    }
    int p = from;
    Relation row = new Relation(Relation.Kind.NAMED, target.from, target.to, true);
    row.name = target.name;
    if (tokens.isParen(p)) {
      row.columnList = p;
      p = scan.close(p) + 1;
    }
    if (p < to && tokens.keyword[p] == Keyword.VALUES) {
      ColumnList values = new RowColumns(work, queries.expressions()).read(sources, p + 1, to);
      mergeRow(row, target, values);
    } else if (p < to) {
      assignments().allByName(sources, target); // INSERT *, INSERT ROW
    }
  }

  private void mergeRow(Relation row, Relation target, ColumnList values) {
    TableRef table = target.table;
    if (row.columnList < 0 && (table == null || table.columns == null)) {
      work.partial("the columns of the table written are not known");
      return;
    }
    if (row.columnList >= 0) {
      rows.write(values, row);
      return;
    }
    for (int i = 0; i < values.size() && i < table.columns.size(); i++) {
      edges.add(
          new TargetColumn(target.name, table.columns.get(i), true, false),
          values.get(i).sources(work));
    }
  }

  /** INSERT ALL: each target takes its own values from the rows of the query. */
  private void severalTargets(Query query) {
    Relation source = new Relation(Relation.Kind.DERIVED, query.from, query.from, false);
    source.columns = query.rows == null ? ColumnList.NONE : query.rows;
    Scope scope = new Scope(query, 0);
    scope.relations.add(source);
    for (int i = 0; i < query.branches.size(); i++) {
      scope.nested.addAll(query.branches.get(i).nested);
    }
    Sources whole = null;
    for (int i = 0; i < scan.targets.size(); i++) {
      Relation target = scan.targets.get(i);
      if (target.name == null || target.fromOutput) {
        continue;
      }
      scan.to = query.to;
      if (target.valueList >= 0) {
        int limit = scan.close(target.valueList) + 1;
        rows.write(
            new RowColumns(work, queries.expressions()).read(scope, target.valueList, limit),
            target);
      } else {
        rows.write(source.columns, target);
      }
      whole = whole == null ? influences.of(query) : whole;
      edges.add(TargetColumn.whole(target.name), whole);
    }
  }
}
