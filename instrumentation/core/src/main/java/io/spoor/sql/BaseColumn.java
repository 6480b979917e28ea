package io.spoor.sql;

/** A column of a table that a statement reads, or a parameter: where values come from. */
final class BaseColumn {

  /** Null for a parameter. */
  final TableName table;

  /** As first written, or as the catalogue spells it; null for a parameter. */
  final String name;

  final boolean quoted;

  /** The parameter's position from 1; 0 for a column. */
  final int parameter;

  /** Mark and place of the set being collected; see {@link SourceCollector}. */
  int stamp;

  int slot;

  private BaseColumn(TableName table, String name, boolean quoted, int parameter) {
    this.table = table;
    this.name = name;
    this.quoted = quoted;
    this.parameter = parameter;
  }

  static BaseColumn of(TableName table, String name, boolean quoted) {
    return new BaseColumn(table, name, quoted, 0);
  }

  static BaseColumn parameter(int position) {
    return new BaseColumn(null, null, false, position);
  }
}
