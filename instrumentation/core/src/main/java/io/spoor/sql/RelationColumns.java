package io.spoor.sql;

/**
 * Says for each relation of a scope which columns it offers and by which name they are qualified.
 */
final class RelationColumns {

  private final ColumnWork work;
  private final Tokens tokens;
  private final ExpressionReader expressions;

  // Made when first asked for: few statements need them.
  private FunctionColumns functions;
  private PivotColumns pivots;

  RelationColumns(ColumnWork work, ExpressionReader expressions) {
    this.work = work;
    this.tokens = work.tokens;
    this.expressions = expressions;
  }

  private FunctionColumns functions() {
    if (functions == null) {
      functions = new FunctionColumns(work, expressions);
    }
    return functions;
  }

  private PivotColumns pivots() {
    if (pivots == null) {
      pivots = new PivotColumns(work, expressions);
    }
    return pivots;
  }

  /** Prepares the relations in their order; one may use those in front of it. */
  void prepare(Scope scope) {
    for (int i = 0; i < scope.relations.size(); i++) {
      prepare(scope.relations.get(i), scope);
    }
  }

  /** Prepares what the scopes around a query already offer: it may refer to them. */
  void prepareAround(Query query) {
    for (Scope scope = query.parent; scope != null && !scope.prepared; scope = scope.query.parent) {
      boolean all = true;
      for (int i = 0; i < scope.relations.size(); i++) {
        Relation relation = scope.relations.get(i);
        boolean known = relation.query == null || relation.query.outputs != null;
        if (known && relation.columns == null) {
          prepare(relation, scope);
        }
        all &= known;
      }
      scope.prepared = all;
    }
  }

  private void prepare(Relation relation, Scope scope) {
    ColumnList columns;
    switch (relation.kind) {
      case FUNCTION:
        columns = functions().read(relation, scope);
        break;
      case UNKNOWN:
        columns = unknown();
        break;
      default:
        columns = relation.query != null ? ofQuery(relation.query) : ofTable(relation);
    }
    if (relation.columnList >= 0 && relation.kind != Relation.Kind.FUNCTION && !relation.target) {
      columns = renamed(columns, relation.columnList);
    }
    relation.handleName = handle(relation);
    if (relation.name != null && !relation.name.isFile()) {
      relation.tableName = work.names.of(relation.name.table());
      String schema = relation.name.schema();
      relation.schemaName = schema == null ? -1 : work.names.of(schema);
    }
    if (relation.using >= 0 && relation.usingNames == null) {
      relation.usingNames = NameLists.names(work, relation.using);
    }
    relation.columns = columns;
    if (relation.pivot >= 0) {
      relation.columns = pivots().read(relation, scope);
    }
  }

  private int handle(Relation relation) {
    if (relation.alias >= 0) {
      return work.names.ofToken(relation.alias);
    }
    if (relation.kind == Relation.Kind.NAMED && relation.name != null) {
      return work.names.of(relation.name.table());
    }
    return -1;
  }

  private ColumnList unknown() {
    ColumnList columns = new ColumnList();
    columns.add(OutColumn.star(null, null));
    return columns;
  }

  private ColumnList ofQuery(Query query) {
    if (query.outputs == null) {
      work.partial("a query refers to one that is not read");
      return unknown();
    }
    return query.outputs;
  }

  private ColumnList ofTable(Relation relation) {
    if (relation.name == null || relation.kind == Relation.Kind.DERIVED) {
      return unknown();
    }
    relation.table = work.table(relation.name);
    if (relation.table != null) {
      return relation.table.offered(work.names);
    }
    return isDual(relation) ? ColumnList.NONE : unknown(); // of the database's own catalogue
  }

  private static boolean isDual(Relation relation) {
    return relation.name.table().equalsIgnoreCase("dual");
  }

  /** {@code t AS x (a, b)}: the first columns under other names. */
  ColumnList renamed(ColumnList columns, int open) {
    ColumnList out = new ColumnList();
    int index = 0;
    int close = work.scan.close(open);
    for (int p = open + 1; p < close; p = NameLists.next(tokens, p, close)) {
      if (!tokens.isName(p)) {
        return columns;
      }
      if (index >= columns.size() || columns.get(index).star) {
        work.partial("names are given to columns that are not known");
        out.add(OutColumn.named(work.names.ofToken(p), p, Sources.NONE));
        continue;
      }
      out.add(columns.get(index++).renamed(work.names.ofToken(p), p, work));
    }
    for (; index < columns.size(); index++) {
      if (!columns.get(index).star) {
        out.add(columns.get(index));
      }
    }
    return out;
  }
}
