package io.spoor.sql;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Puts the columns of a query against those of the table that its rows are written to. */
final class RowWrites {

  private final ColumnWork work;
  private final Tokens tokens;
  private final Scan scan;
  private final ColumnEdges edges;

  RowWrites(ColumnWork work, ColumnEdges edges) {
    this.work = work;
    this.tokens = work.tokens;
    this.scan = work.scan;
    this.edges = edges;
  }

  /**
   * Adds the edges of rows written to a table.
   *
   * @return the columns written with what they are made of, by name; for ON CONFLICT
   */
  ColumnList write(ColumnList rows, Relation target) {
    ColumnList written = new ColumnList();
    if (target.name == null) {
      return written;
    }
    List<TargetColumn> columns = columns(target, rows);
    boolean aligned = true;
    for (int i = 0; i < rows.size(); i++) {
      OutColumn row = rows.get(i);
      if (row.star) {
        star(row, target, columns == null);
        aligned = false;
        continue;
      }
      TargetColumn column;
      if (columns == null) {
        column = byLabel(row, target);
      } else if (!aligned || i >= columns.size()) {
        work.partial("values and columns of an INSERT could not be matched");
        break;
      } else {
        column = columns.get(i);
      }
      Sources sources = row.sources(work);
      edges.add(column, sources);
      if (column.name != null) {
        written.add(OutColumn.constant(work.names.of(column.name), column.name, sources));
      }
    }
    return written;
  }

  /**
   * Adds the edges of rows written through a view that stands in place of a table.
   *
   * @return the table, as far as one is found
   */
  TableName writeThrough(ColumnList rows, Relation view) {
    ColumnList through = view.query.outputs == null ? ColumnList.NONE : view.query.outputs;
    if (view.columnList >= 0) {
      through = picked(through, view.columnList);
    }
    TableName table = null;
    for (int i = 0; i < rows.size() && i < through.size(); i++) {
      OutColumn column = through.get(i);
      Sources behind = rows.get(i).star ? Sources.NONE : column.sources(work);
      if (behind.columns.length != 1 || behind.columns[0].table == null) {
        work.partial("the column behind a query that is written was not found");
        continue;
      }
      BaseColumn base = behind.columns[0];
      table = base.table;
      edges.add(
          new TargetColumn(base.table, base.name, base.quoted, false), rows.get(i).sources(work));
    }
    return table;
  }

  private ColumnList picked(ColumnList all, int open) {
    ColumnList picked = new ColumnList();
    int close = tokens.match[open];
    for (int p = open + 1; p < close; p = NameLists.next(tokens, p, close)) {
      OutColumn column = tokens.isName(p) ? all.find(work.names.ofToken(p)) : null;
      picked.add(column == null ? OutColumn.unnamed(p, p, Sources.NONE) : column);
    }
    return picked;
  }

  private void star(OutColumn star, Relation target, boolean byLabel) {
    if (byLabel) {
      edges.addStar(star, target.name);
    } else {
      work.partial("the columns of a star are not known");
    }
  }

  private TargetColumn byLabel(OutColumn row, Relation target) {
    boolean defines = scan.kind != StatementKind.INSERT && scan.kind != StatementKind.REPLACE;
    boolean assumed = !row.isNamed() || !defines && !target.byName;
    if (assumed && !defines) {
      work.partial("the columns of the table written are not known");
    }
    String label = row.label(tokens);
    return new TargetColumn(
        target.name, label.isEmpty() ? null : label, row.isQuoted(tokens), assumed, !row.isNamed());
  }

  /** The columns of the target by position; null when the labels of the rows name them. */
  private List<TargetColumn> columns(Relation target, ColumnList rows) {
    if (target.columnList >= 0 && !isMergedByName()) {
      return listed(target);
    }
    boolean inserts = scan.kind == StatementKind.INSERT || scan.kind == StatementKind.REPLACE;
    if (!inserts || target.byName) {
      return null;
    }
    TableRef table = work.table(target.name);
    if (table == null || table.columns == null || rows.size() > table.columns.size()) {
      return null;
    }
    List<TargetColumn> columns = new ArrayList<TargetColumn>();
    for (int i = 0; i < table.columns.size(); i++) {
      if (!isFixed(table.columns.get(i), target)) {
        columns.add(new TargetColumn(target.name, table.columns.get(i), true, false));
      }
    }
    return columns;
  }

  /** MySQL: CREATE TABLE t (a INT) SELECT .. adds the query's columns by name. */
  private boolean isMergedByName() {
    return scan.kind == StatementKind.CREATE_TABLE_AS && scan.dialect.isMySqlFamily();
  }

  private List<TargetColumn> listed(Relation target) {
    List<TargetColumn> columns = new ArrayList<TargetColumn>();
    int close = tokens.match[target.columnList];
    boolean inserts = scan.kind == StatementKind.INSERT || scan.kind == StatementKind.REPLACE;
    if (!inserts && scan.kind != StatementKind.MERGE) {
      BitSet quoted = new BitSet();
      List<String> names =
          NameLists.definitions(tokens, target.columnList, close, scan.dialect, quoted);
      for (int i = 0; names != null && i < names.size(); i++) {
        columns.add(new TargetColumn(target.name, names.get(i), quoted.get(i), false));
      }
      return names == null ? null : columns;
    }
    for (int p = target.columnList + 1; p < close; p = NameLists.next(tokens, p, close)) {
      int last = NameLists.lastName(tokens, p, close);
      columns.add(
          last < 0
              ? TargetColumn.whole(target.name)
              : new TargetColumn(
                  target.name, tokens.unquoted(last), tokens.kind[last] != Tokens.WORD, false));
    }
    return columns;
  }

  /** Hive: PARTITION (d = '1') gives the column its value. */
  private boolean isFixed(String column, Relation target) {
    int close = target.partition < 0 ? -1 : tokens.match[target.partition];
    for (int p = target.partition + 1; p < close; p = NameLists.next(tokens, p, close)) {
      boolean valued = tokens.kind[p + 1] == Tokens.OPERATOR;
      if (valued && work.names.ofToken(p) == work.names.of(column)) {
        return true;
      }
    }
    return false;
  }
}
