package io.spoor.flow;

/** A column of an output that is explained by a column of an input. Immutable. */
final class Finding {

  final RowSide input;
  final ColumnMatch column;

  /** By what rows are linked; null where only objects were found again. */
  final RowLink link;

  /** By which rule the column was made; null where it is the same. */
  final Rule rule;

  Finding(RowSide input, ColumnMatch column, RowLink link) {
    this(input, column, link, null);
  }

  Finding(RowSide input, ColumnMatch column, RowLink link, Rule rule) {
    this.rule = rule;
    this.input = input;
    this.column = column;
    this.link = link;
  }
}
