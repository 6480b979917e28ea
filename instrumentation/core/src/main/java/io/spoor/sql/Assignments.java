package io.spoor.sql;

/** Reads {@code a = expression, (b, c) = (SELECT ..)} of UPDATE, MERGE and upserts. */
final class Assignments {

  private final ColumnWork work;
  private final Tokens tokens;
  private final Scan scan;
  private final ColumnResolver resolver;
  private final ExpressionReader expressions;
  private final ColumnEdges edges;

  Assignments(ColumnWork work, QueryColumns queries, ColumnEdges edges) {
    this.work = work;
    this.tokens = work.tokens;
    this.scan = work.scan;
    this.resolver = queries.resolver();
    this.expressions = queries.expressions();
    this.edges = edges;
  }

  /** Reads the assignments of the tokens {@code [start, end)} to columns of the scope's target. */
  void read(Scope scope, Relation target, int start, int end) {
    for (int from = start; from < end; ) {
      int to = NameLists.end(tokens, from, end);
      assignment(scope, target, from, to);
      from = to + 1;
    }
  }

  private void assignment(Scope scope, Relation target, int from, int to) {
    if (tokens.kind[from] == Tokens.PARAM) {
      return; // a variable
    }
    int sign = from;
    while (sign < to && !isSign(sign)) {
      sign = tokens.kind[sign] == Tokens.OPEN ? Math.max(sign, scan.close(sign)) + 1 : sign + 1;
    }
    if (sign == to) {
      boolean star = to == from + 1 && tokens.kind[from] == Tokens.OPERATOR;
      if (star) {
        allByName(scope, target); // Databricks: UPDATE SET *
      }
      return;
    }
    int value = sign + 1;
    if (tokens.isParen(from)) {
      several(scope, target, from, value, to);
    } else {
      int end = NameLists.lastName(tokens, from, sign);
      if (end >= 0) {
        boolean adds = sign > from && tokens.kind[sign - 1] == Tokens.OPERATOR; // a += b
        one(scope, target, from, end + 1, adds ? sign - 1 : value, to);
      }
    }
  }

  private boolean isSign(int p) {
    return tokens.kind[p] == Tokens.OPERATOR && tokens.first(p) == '=';
  }

  private void one(Scope scope, Relation target, int from, int end, int value, int to) {
    TargetColumn column = column(scope, target, from, end);
    if (column == null) {
      return;
    }
    TableRef table = column.table == null ? null : work.table(column.table);
    work.collector.begin();
    if (table != null && tokens.kind[value] == Tokens.OPERATOR && isSign(value + 1)) {
      work.collector.add(work.base(table, end - 1, end), Ways.TRANSFORMATION); // a += b
    }
    expressions.value(scope, value, to);
    edges.add(column, work.collector.take());
  }

  /** {@code (a, b) = (SELECT x, y ..)} or {@code (a, b) = (x, y)} or ROW (x, y). */
  private void several(Scope scope, Relation target, int open, int start, int to) {
    int value = tokens.keyword[start] == Keyword.ROW ? start + 1 : start;
    if (!tokens.isParen(value)) {
      return;
    }
    int close = scan.close(open);
    int end = Math.min(to, scan.close(value));
    Query query = scan.beginsQuery(value + 1) ? scope.nestedAt(value + 1) : null;
    int at = value + 1;
    int index = 0;
    for (int p = open + 1; p < close; p = NameLists.next(tokens, p, close), index++) {
      int last = NameLists.lastName(tokens, p, close);
      TargetColumn column = last < 0 ? null : column(scope, target, p, last + 1);
      if (query != null) {
        fromQuery(query, index, column);
      } else if (at < end && column != null) {
        int valueEnd = NameLists.end(tokens, at, end);
        work.collector.begin();
        expressions.value(scope, at, valueEnd);
        edges.add(column, work.collector.take());
        at = valueEnd + 1;
      }
    }
  }

  private void fromQuery(Query query, int index, TargetColumn column) {
    ColumnList rows = query.outputs;
    for (int i = 0; rows != null && i <= index && i < rows.size(); i++) {
      if (rows.get(i).star) {
        work.partial("the columns of a subquery are not known");
        return;
      }
    }
    if (rows != null && index < rows.size() && column != null) {
      edges.add(column, rows.get(index).sources(work));
    }
  }

  /** The column that the chain names; null when its table is not known. */
  private TargetColumn column(Scope scope, Relation target, int from, int end) {
    Relation owner = end > from + 1 ? resolver.owner(scope, from, end) : null;
    Relation relation = owner == null ? target : owner;
    // Without an owner the chain begins with the column; what follows is a field of it.
    int token = owner == null ? from : end - 1;
    if (relation == null) {
      return null;
    }
    if (relation.query != null && relation.columns != null) {
      return behind(relation.columns.find(work.names.ofToken(token)));
    }
    if (relation.name == null) {
      return null;
    }
    boolean quoted = tokens.kind[token] != Tokens.WORD;
    return new TargetColumn(relation.name, tokens.unquoted(token), quoted, false);
  }

  /** The column of the table behind the view, CTE or derived table that is written. */
  private TargetColumn behind(OutColumn column) {
    Sources sources = column == null ? Sources.NONE : column.sources(work);
    if (sources.columns.length != 1 || sources.ways[0] != Ways.IDENTITY) {
      work.partial("the column behind a query that is written was not found");
      return null;
    }
    BaseColumn base = sources.columns[0];
    return base.table == null ? null : new TargetColumn(base.table, base.name, base.quoted, false);
  }

  /** Every column of the source into the column of its name. */
  void allByName(Scope scope, Relation target) {
    for (int i = 0; i < scope.relations.size() && target != null; i++) {
      Relation source = scope.relations.get(i);
      if (source.target || source.columns == null || target.name == null) {
        continue;
      }
      for (int k = 0; k < source.columns.size(); k++) {
        OutColumn column = source.columns.get(k);
        if (column.star) {
          edges.addStar(column, target.name);
        } else {
          String label = column.label(tokens);
          edges.add(
              new TargetColumn(target.name, label, column.isQuoted(tokens), false),
              column.sources(work));
        }
      }
    }
  }
}
