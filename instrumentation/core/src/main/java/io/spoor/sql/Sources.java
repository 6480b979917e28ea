package io.spoor.sql;

/** What a value is made of: base columns, each with the ways in which it takes part. Immutable. */
final class Sources {

  static final Sources NONE = new Sources(new BaseColumn[0], new int[0]);

  final BaseColumn[] columns;

  /** For each column the bits of {@link Ways}. */
  final int[] ways;

  Sources(BaseColumn[] columns, int[] ways) {
    this.columns = columns;
    this.ways = ways;
  }
}
