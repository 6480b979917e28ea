package io.spoor.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the columns that queries offer, those they are made of first. A list of what is still to do
 * takes the place of recursion.
 */
final class QueryColumns {

  /** A recursive query is read again with its own result until nothing new can come. */
  private static final int RECURSIVE_PASSES = 3;

  private final ColumnWork work;
  private final ColumnResolver resolver;
  private final ExpressionReader expressions;
  private final RelationColumns relations;
  private final SelectList lists;

  QueryColumns(ColumnWork work) {
    this.work = work;
    this.resolver = new ColumnResolver(work);
    this.expressions = new ExpressionReader(work, resolver);
    this.relations = new RelationColumns(work, expressions);
    this.lists = new SelectList(work, resolver, expressions);
  }

  ColumnResolver resolver() {
    return resolver;
  }

  ExpressionReader expressions() {
    return expressions;
  }

  SelectList lists() {
    return lists;
  }

  /** Reads a query and all that it is made of. */
  void read(Query root) {
    List<Query> todo = new ArrayList<Query>();
    todo.add(root);
    while (!todo.isEmpty()) {
      Query query = todo.get(todo.size() - 1);
      if (query.progress == 0) {
        query.progress = 1;
        push(query, todo);
      } else {
        todo.remove(todo.size() - 1);
        if (query.progress == 1) {
          query.progress = 2;
          offer(query);
        }
      }
    }
  }

  /** Those that come last are read first: relations in order, then what may refer to them. */
  private static void push(Query query, List<Query> todo) {
    for (int b = query.branches.size() - 1; b >= 0; b--) {
      Scope scope = query.branches.get(b);
      for (int i = scope.nested.size() - 1; i >= 0; i--) {
        push(scope.nested.get(i), query, todo);
      }
      for (int i = scope.relations.size() - 1; i >= 0; i--) {
        Query inner = scope.relations.get(i).query;
        if (inner != null) {
          push(inner, query, todo);
        }
      }
    }
  }

  private static void push(Query inner, Query of, List<Query> todo) {
    if (inner.progress == 0) {
      todo.add(inner);
    } else if (inner.progress == 1) {
      inner.selfReferring = true;
    }
  }

  private void offer(Query query) {
    relations.prepareAround(query);
    work.scan.to = query.to;
    if (!query.selfReferring) {
      query.outputs = named(query, outputs(query));
      return;
    }
    query.outputs = ColumnList.NONE;
    for (int pass = 0; pass < RECURSIVE_PASSES; pass++) {
      query.outputs = named(query, outputs(query));
    }
  }

  private ColumnList named(Query query, ColumnList columns) {
    return query.columnList < 0 ? columns : relations.renamed(columns, query.columnList);
  }

  private ColumnList outputs(Query query) {
    List<ColumnList> branches = new ArrayList<ColumnList>(query.branches.size());
    for (int b = 0; b < query.branches.size(); b++) {
      Scope scope = query.branches.get(b);
      relations.prepare(scope);
      scope.columns = columns(query, scope);
      branches.add(scope.columns);
      if (query.selfReferring && b == 0 && query.outputs == ColumnList.NONE) {
        query.outputs = named(query, scope.columns); // the seed of a recursive query
      }
    }
    if (query.isChange && query.into == null) {
      return returning(query);
    }
    boolean several = branches.size() > 1 && query.branches.get(1).operator != null;
    ColumnList rows =
        several
            ? new SetOperation(work).merge(query.branches, branches)
            : branches.isEmpty() ? ColumnList.NONE : branches.get(0);
    query.rows = rows;
    return query.isChange ? returning(query) : rows;
  }

  /** The columns of one branch. */
  private ColumnList columns(Query query, Scope scope) {
    if (scope.body != null) {
      return scope.body.outputs == null ? ColumnList.NONE : scope.body.outputs;
    }
    int items = scope.find(Part.ITEMS);
    if (items >= 0) {
      return lists.read(scope, scope.partFrom(items), scope.partTo(items));
    }
    int rows = scope.find(Part.ROWS);
    if (rows >= 0) {
      return new RowColumns(work, expressions)
          .read(scope, scope.partFrom(rows), scope.partTo(rows));
    }
    return query.isChange
        ? ColumnList.NONE
        : lists.stars().ofScope(scope); // TABLE t, FROM t, COPY t
  }

  /** What a statement that writes hands to the query it stands in. */
  private ColumnList returning(Query query) {
    for (int b = 0; b < query.branches.size(); b++) {
      Scope scope = query.branches.get(b);
      int part = scope.find(Part.RETURNING);
      if (part >= 0) {
        return new Returned(work, lists).read(query, scope, part);
      }
    }
    return ColumnList.NONE;
  }
}
