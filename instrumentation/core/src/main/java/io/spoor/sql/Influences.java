package io.spoor.sql;

import java.util.ArrayList;
import java.util.List;

/** Collects the columns that only decide which rows there are and in which order. */
final class Influences {

  private final ColumnWork work;
  private final Tokens tokens;
  private final ColumnResolver resolver;
  private final ExpressionReader expressions;

  /** Number of the walk; a query whose mark is the same was met in it. */
  private int walk;

  Influences(ColumnWork work, QueryColumns queries) {
    this.work = work;
    this.tokens = work.tokens;
    this.resolver = queries.resolver();
    this.expressions = queries.expressions();
  }

  /** What decides on the rows of the query, those it is made of included. */
  Sources of(Query root) {
    walk++;
    work.collector.begin();
    List<Query> todo = new ArrayList<Query>();
    push(root, todo);
    while (!todo.isEmpty()) {
      Query query = todo.remove(todo.size() - 1);
      work.scan.to = query.to;
      for (int b = 0; b < query.branches.size(); b++) {
        scope(query.branches.get(b), todo);
      }
    }
    return work.collector.take();
  }

  /** What decides on the rows of one branch alone, those it is made of included. */
  Sources of(Scope branch) {
    walk++;
    work.collector.begin();
    List<Query> todo = new ArrayList<Query>();
    branch.query.walk = walk;
    work.scan.to = branch.query.to;
    scope(branch, todo);
    while (!todo.isEmpty()) {
      Query query = todo.remove(todo.size() - 1);
      work.scan.to = query.to;
      for (int b = 0; b < query.branches.size(); b++) {
        scope(query.branches.get(b), todo);
      }
    }
    return work.collector.take();
  }

  private void push(Query query, List<Query> todo) {
    if (query != null && query.walk != walk && query.progress == 2) {
      query.walk = walk;
      todo.add(query);
    }
  }

  private void scope(Scope scope, List<Query> todo) {
    boolean behindUpsert = false;
    for (int i = 0; i < scope.partCount(); i++) {
      behindUpsert |= scope.part(i) == Part.UPSERT;
      Scope in = behindUpsert && scope.upsert != null ? scope.upsert : scope;
      part(in, scope.part(i), scope.partFrom(i), scope.partTo(i), scope.columns);
    }
    if (scope.operator == Keyword.EXCEPT || scope.operator == Keyword.MINUS) {
      all(scope.columns, Ways.FILTER);
    }
    for (int i = 0; i < scope.relations.size(); i++) {
      Relation relation = scope.relations.get(i);
      if (relation.using >= 0) {
        using(scope, relation, i);
      }
      if (relation.natural) {
        natural(scope, i);
      }
      if (relation.pivotSources != null) {
        work.collector.addAll(relation.pivotSources, Ways.IDENTITY);
      }
      push(relation.query, todo);
    }
    for (int i = 0; i < scope.nested.size(); i++) {
      push(scope.nested.get(i), todo);
    }
  }

  private void part(Scope scope, Part part, int from, int to, ColumnList columns) {
    switch (part) {
      case ITEMS:
        if (tokens.keyword[from] == Keyword.DISTINCT && tokens.keyword[from + 1] == Keyword.ON) {
          list(
              scope,
              from + 2,
              Math.min(to, work.scan.close(from + 2)),
              Ways.GROUP_BY,
              columns,
              false);
        }
        return;
      case JOIN:
        expressions.influences(scope, from, to, Ways.JOIN);
        return;
      case FILTER:
        resolver.seeAliases(columns, false);
        expressions.influences(scope, from, to, Ways.FILTER);
        resolver.seeAliases(null, false);
        return;
      case GROUP:
        list(scope, from, to, Ways.GROUP_BY, columns, false);
        return;
      case SORT:
        list(scope, from, to, Ways.SORT, columns, true);
        return;
      default:
    }
  }

  /** A list of GROUP BY or ORDER BY: expressions, names of the select list, positions in it. */
  private void list(
      Scope scope, int from, int to, int way, ColumnList columns, boolean aliasesFirst) {
    resolver.seeAliases(columns, aliasesFirst);
    expressions.influences(scope, from, to, way);
    resolver.seeAliases(null, false);
    for (int p = from; p < to && columns != null; p = NameLists.next(tokens, p, to)) {
      if (tokens.kind[p] == Tokens.NUMBER) {
        position(tokens.raw(p), columns, way);
      }
    }
  }

  private void position(String text, ColumnList columns, int way) {
    if (text.length() > 4) {
      return;
    }
    int number = 0;
    for (int i = 0; i < text.length(); i++) {
      if (!Chars.isDigit(text.charAt(i))) {
        return;
      }
      number = number * 10 + text.charAt(i) - '0';
    }
    if (number >= 1 && number <= columns.size() && !columns.get(number - 1).star) {
      work.collector.addAll(columns.get(number - 1).sources(work), way);
    }
  }

  /** The columns of USING. */
  private void using(Scope scope, Relation relation, int index) {
    int close = work.scan.close(relation.using);
    for (int p = relation.using + 1; p < close; p++) {
      if (tokens.isName(p) && !isUsedBehind(scope, index, work.names.ofToken(p))) {
        resolver.chain(scope, p, p + 1, Ways.JOIN);
      }
    }
  }

  /** Whether a later join names the column: resolving it there gives all its sides at once. */
  private static boolean isUsedBehind(Scope scope, int index, int name) {
    for (int i = index + 1; i < scope.relations.size(); i++) {
      int[] names = scope.relations.get(i).usingNames;
      for (int k = 0; names != null && k < names.length; k++) {
        if (names[k] == name) {
          return true;
        }
      }
    }
    return false;
  }

  /** The columns of the same name on both sides of NATURAL JOIN. */
  private void natural(Scope scope, int index) {
    ColumnList right = scope.relations.get(index).columns;
    for (int i = 0; i < index && right != null; i++) {
      ColumnList left = scope.relations.get(i).columns;
      for (int k = 0; left != null && k < left.size(); k++) {
        OutColumn other = right.find(left.get(k).name);
        if (other != null && work.spend(1)) {
          work.collector.addAll(left.get(k).sources(work), Ways.JOIN);
          work.collector.addAll(other.sources(work), Ways.JOIN);
        }
      }
    }
  }

  private void all(ColumnList columns, int way) {
    for (int i = 0; columns != null && i < columns.size(); i++) {
      if (!columns.get(i).star && work.spend(1)) {
        work.collector.addAll(columns.get(i).sources(work), way);
      }
    }
  }
}
