package io.spoor.sql;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;

/** What is known of the columns of one statement. Immutable. */
final class StatementColumns {

  static final StatementColumns NONE = none(null);

  final List<ColumnLineage> edges;
  final List<ResultColumn> results;
  final List<ParameterColumn> parameters;

  /** Null when the statement defines no table, or does not tell its columns. */
  final TableColumns defined;

  final String partialReason;

  StatementColumns(
      List<ColumnLineage> edges,
      List<ResultColumn> results,
      List<ParameterColumn> parameters,
      TableColumns defined,
      String partialReason) {
    this.edges = Collections.unmodifiableList(edges);
    this.results = Collections.unmodifiableList(results);
    this.parameters = Collections.unmodifiableList(parameters);
    this.defined = defined;
    this.partialReason = partialReason;
  }

  static StatementColumns none(String reason) {
    return new StatementColumns(
        Collections.<ColumnLineage>emptyList(),
        Collections.<ResultColumn>emptyList(),
        Collections.<ParameterColumn>emptyList(),
        null,
        reason);
  }

  /** Reads the columns of a statement whose tables are resolved; never throws. */
  static StatementColumns read(Scan scan, Names names, SqlCatalog catalog) {
    if (!hasColumns(scan)) {
      return NONE;
    }
    ColumnWork work = new ColumnWork(scan, names, catalog);
    try {
      return read(work);
    } catch (RuntimeException e) {
      return none("columns not readable: " + e.getClass().getName());
    } catch (StackOverflowError e) {
      return none("columns not readable: " + e.getClass().getName());
    }
  }

  private static boolean hasColumns(Scan scan) {
    switch (scan.kind) {
      case SELECT:
      case INSERT:
      case UPDATE:
      case DELETE:
      case MERGE:
      case REPLACE:
      case CREATE_TABLE_AS:
      case CREATE_VIEW:
      case SELECT_INTO:
      case COPY:
      case CREATE_TABLE:
        return !scan.queries.get(0).branches.isEmpty();
      default:
        return false;
    }
  }

  private static StatementColumns read(ColumnWork work) {
    Scan scan = work.scan;
    Query top = scan.queries.get(0);
    if (scan.kind == StatementKind.CREATE_TABLE) {
      return new StatementColumns(
          new ArrayList<ColumnLineage>(0),
          new ArrayList<ResultColumn>(0),
          new ArrayList<ParameterColumn>(0),
          defined(work, null),
          null);
    }
    QueryColumns queries = new QueryColumns(work);
    ColumnEdges edges = new ColumnEdges(work);
    if (scan.kind == StatementKind.COPY && top.into == null && !scan.targets.isEmpty()) {
      top.into = scan.targets.get(0);
    }
    queries.read(top);
    int writtenCount = 0;
    ColumnWrites writes = new ColumnWrites(work, queries, edges);
    for (int i = 0; i < scan.queries.size(); i++) {
      Query query = scan.queries.get(i);
      boolean written = query.into != null || query.isChange;
      if (written
          && !query.branches.isEmpty()
          && (scan.feeds || query.parent != null || query.isChange)) {
        queries.read(query);
        writes.write(query);
        writtenCount++;
      }
    }
    if (writtenCount > 1 || scan.kind != StatementKind.SELECT && top.isChange) {
      edges.removeRepeated();
    }
    List<ResultColumn> results = new ArrayList<ResultColumn>();
    boolean selects = scan.kind == StatementKind.SELECT;
    if (selects || scan.rowSource && top.outputs != null) {
      results(top.outputs, work, edges, selects, results);
    }
    if (selects) {
      edges.add(TargetColumn.whole(null), new Influences(work, queries).of(top));
    }
    return new StatementColumns(
        edges.edges, results, edges.parameters, defined(work, top.rows), work.partialReason);
  }

  private static void results(
      ColumnList outputs,
      ColumnWork work,
      ColumnEdges edges,
      boolean keep,
      List<ResultColumn> results) {
    for (int i = 0; i < outputs.size(); i++) {
      OutColumn column = outputs.get(i);
      if (column.star) {
        star(column, edges, keep, work, results);
        continue;
      }
      String label = column.label(work.tokens);
      TargetColumn target =
          new TargetColumn(null, label, column.isQuoted(work.tokens), !column.isNamed());
      Sources sources = column.sources(work);
      if (keep) {
        edges.add(target, sources);
      }
      results.add(new ResultColumn(label, column.isNamed(), edges.of(target, sources)));
    }
  }

  private static void star(
      OutColumn column,
      ColumnEdges edges,
      boolean keep,
      ColumnWork work,
      List<ResultColumn> results) {
    List<ColumnLineage> sources = Collections.emptyList();
    if (ColumnEdges.isWhole(column)) {
      sources = Collections.singletonList(ColumnEdges.star(column, null));
    }
    if (keep) {
      edges.addStar(column, null);
    } else {
      work.partial("the columns of a star are not known");
    }
    results.add(new ResultColumn("*", false, sources));
  }

  /** The columns of the table that the statement creates. */
  private static TableColumns defined(ColumnWork work, ColumnList rows) {
    Scan scan = work.scan;
    boolean creates =
        scan.kind == StatementKind.CREATE_TABLE
            || scan.kind == StatementKind.CREATE_TABLE_AS
            || scan.kind == StatementKind.CREATE_VIEW
            || scan.kind == StatementKind.SELECT_INTO;
    if (!creates || scan.targets.isEmpty() || scan.targets.get(0).name == null) {
      return null;
    }
    Relation target = scan.targets.get(0);
    BitSet quoted = new BitSet();
    List<String> names = null;
    boolean added = scan.kind == StatementKind.CREATE_TABLE_AS && scan.dialect.isMySqlFamily();
    if (target.columnList >= 0 && !added) {
      int close = work.tokens.match[target.columnList];
      names = NameLists.definitions(work.tokens, target.columnList, close, scan.dialect, quoted);
    } else if (rows != null && target.columnList < 0) {
      names = labels(rows, work.tokens, quoted);
    }
    return names == null ? null : new TableColumns(target.name, names, quoted);
  }

  private static List<String> labels(ColumnList rows, Tokens tokens, BitSet quoted) {
    List<String> names = new ArrayList<String>(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      if (!rows.get(i).isNamed()) {
        return null;
      }
      quoted.set(i, rows.get(i).isQuoted(tokens));
      names.add(rows.get(i).label(tokens));
    }
    return names.isEmpty() ? null : names;
  }
}
