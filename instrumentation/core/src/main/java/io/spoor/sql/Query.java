package io.spoor.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * A query expression: WITH clause and the branches of a set operation; or a whole statement that
 * writes, which is a query of one branch.
 */
final class Query {

  /** The scope this query stands in, whose relations it may refer to; null at the top. */
  final Scope parent;

  /** Token range. */
  final int from;

  final int to;

  final int depth;

  /** Which CTE of {@code parent.query} this is the body of, or -1. */
  final int cteIndex;

  /** Whether it stands in a condition, so that its values are not handed on. */
  final boolean condition;

  final List<Scope> branches = new ArrayList<Scope>(2);

  /** Name token of each CTE; null when there is no WITH. */
  List<Integer> cteNames;

  List<Query> cteBodies;

  boolean recursive;

  /** Mark of the walk that collects what feeds the result. */
  boolean seen;

  /** Whether it is a statement that writes, not a SELECT. */
  boolean isChange;

  /** The opening parenthesis of the list of column names of a CTE, or -1. */
  int columnList = -1;

  /** What the rows of the query are written to: INSERT, CTAS, views, SELECT INTO; else null. */
  Relation into;

  /** What the rows of OUTPUT are written to; else null. */
  Relation outputInto;

  /** What the query offers to those who read it; set when columns are read. */
  ColumnList outputs;

  /** For a statement that writes the columns of the rows it writes; set when columns are read. */
  ColumnList rows;

  /** How far its columns are: 0 not begun, 1 begun, 2 read. */
  int progress;

  /** Mark of the walk that collects what decides on rows. */
  int walk;

  /** Whether it names itself. */
  boolean selfReferring;

  /** Whether its target may be named again among its sources: UPDATE and DELETE. */
  boolean repeatsTarget;

  Query(Scope parent, int from, int to, int cteIndex, boolean condition) {
    this.parent = parent;
    this.from = from;
    this.to = to;
    this.cteIndex = cteIndex;
    this.condition = condition;
    this.depth = parent == null ? 0 : parent.query.depth + 1;
  }

  Scope newBranch() {
    Scope scope = new Scope(this, branches.size());
    branches.add(scope);
    return scope;
  }

  void addCte(int nameToken, Query body) {
    if (cteNames == null) {
      cteNames = new ArrayList<Integer>(4);
      cteBodies = new ArrayList<Query>(4);
    }
    cteNames.add(nameToken);
    cteBodies.add(body);
  }

  int cteCount() {
    return cteNames == null ? 0 : cteNames.size();
  }

  /**
   * The CTE that a one-part name means where it stands, or null when it means a table.
   *
   * <p>A CTE is seen by those after it, by itself when recursive, and by the query it belongs to.
   */
  static Query findCte(Tokens tokens, int name, Scope from, Dialect dialect) {
    Scope scope = from;
    int visible = Integer.MAX_VALUE;
    while (scope != null) {
      Query query = scope.query;
      int count = Math.min(visible, query.cteCount());
      for (int i = count - 1; i >= 0; i--) {
        if (tokens.sameName(query.cteNames.get(i), name)) {
          return query.cteBodies.get(i);
        }
      }
      visible = Integer.MAX_VALUE;
      if (query.cteIndex >= 0) {
        boolean seesItself = scope.branch > 0 && dialect.implicitRecursion();
        if (!query.parent.query.recursive) {
          visible = seesItself ? query.cteIndex + 1 : query.cteIndex;
        }
      }
      scope = query.parent;
    }
    return null;
  }
}
