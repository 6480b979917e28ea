package io.spoor.sql;

import java.util.List;

/** A table that a statement names, once for all places where it does, with what is known of it. */
final class TableRef {

  final TableName name;

  /** Number among the tables of the statement. */
  final int id;

  /** Its columns in order; null when they are not known. */
  final List<String> columns;

  /** The same as a list to look names up in; null until first asked for. */
  private ColumnList list;

  TableRef(TableName name, int id, List<String> columns) {
    this.name = name;
    this.id = id;
    this.columns = columns;
  }

  /** What the table offers: its columns, or a star when they are not known. */
  ColumnList offered(NameTable names) {
    if (list == null) {
      list = new ColumnList();
      if (columns == null) {
        list.add(OutColumn.star(this, null));
      } else {
        for (int i = 0; i < columns.size(); i++) {
          list.add(OutColumn.ofCatalog(names.of(columns.get(i)), columns.get(i), this));
        }
      }
    }
    return list;
  }
}
