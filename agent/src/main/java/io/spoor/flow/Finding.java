package io.spoor.flow;

/** A column of an output that is explained by a column of an input. Immutable. */
final class Finding {

  final RowSide input;
  final ColumnMatch column;

  /** By what rows are linked; null where only objects were found again. */
  final RowLink link;

  /** By which rule the column was made; null where it is the same. */
  final Rule rule;

  /** Whether it was made of several rows. */
  final boolean isAggregated;

  /** How the values are among those of the input; null where rows tell, or objects. */
  final Containment contained;

  /** By its values alone. */
  Finding(RowSide input, ColumnMatch column, Containment contained) {
    this(input, column, null, null, false, contained);
  }

  Finding(RowSide input, ColumnMatch column, RowLink link) {
    this(input, column, link, null, false);
  }

  Finding(RowSide input, ColumnMatch column, RowLink link, Rule rule, boolean isAggregated) {
    this(input, column, link, rule, isAggregated, null);
  }

  private Finding(
      RowSide input,
      ColumnMatch column,
      RowLink link,
      Rule rule,
      boolean isAggregated,
      Containment contained) {
    this.contained = contained;
    this.isAggregated = isAggregated;
    this.rule = rule;
    this.input = input;
    this.column = column;
    this.link = link;
  }
}
