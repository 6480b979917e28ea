package io.spoor.flow;

/** A column of an input that decides on rows. Immutable. */
final class Condition {

  final RowSide input;
  final int column;
  final ColumnMatch match;

  /** What the column itself is believed for, where that is all; else null. */
  final Finding of;

  Condition(RowSide input, int column, ColumnMatch match) {
    this(input, column, match, null);
  }

  Condition(RowSide input, int column, ColumnMatch match, Finding of) {
    this.input = input;
    this.column = column;
    this.match = match;
    this.of = of;
  }
}
