package io.spoor.sql;

/** A column that is written or returned. */
final class TargetColumn {

  /** Null for rows that go to the caller. */
  final TableName table;

  /** Null for the whole output. */
  final String name;

  final boolean quoted;

  /** Whether the name is taken from the value rather than written for the target. */
  final boolean assumed;

  /** Whether the name is the text of an expression. */
  final boolean derived;

  TargetColumn(TableName table, String name, boolean quoted, boolean assumed) {
    this(table, name, quoted, assumed, false);
  }

  TargetColumn(TableName table, String name, boolean quoted, boolean assumed, boolean derived) {
    this.table = table;
    this.name = name;
    this.quoted = quoted;
    this.assumed = assumed;
    this.derived = derived;
  }

  static TargetColumn whole(TableName table) {
    return new TargetColumn(table, null, false, false);
  }
}
