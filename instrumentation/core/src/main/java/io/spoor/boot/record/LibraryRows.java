package io.spoor.boot.record;

/**
 * The first rows of arrays, matrices or the like that the job gave to a library: copies, since the
 * job may change its own. Immutable.
 */
public final class LibraryRows {

  /** Numbers, texts, booleans or null, row by row; null where only targets are known. */
  public final Object[][] cells;

  /** Of each cell the number or the name of its column; null where it is told by its place. */
  public final Object[][] columns;

  /** What a cell has that is not there. */
  public final Object absent;

  /** What is to be predicted, for each row; null when that is not known. */
  public final Object[] targets;

  /** The names of columns, or of the targets alone; empty when they are not known. */
  public final String[] headings;

  /** How many rows there are in all; -1 when that is not known. */
  public final long total;

  /** Whether there are cells that were not copied: too many columns, or too little time. */
  public final boolean leftOut;

  static final LibraryRows LEFT_OUT =
      new LibraryRows(null, null, null, null, new String[0], -1, true);

  LibraryRows(
      Object[][] cells,
      Object[][] columns,
      Object absent,
      Object[] targets,
      String[] headings,
      long total,
      boolean leftOut) {
    this.cells = cells;
    this.columns = columns;
    this.absent = absent;
    this.targets = targets;
    this.headings = headings;
    this.total = total;
    this.leftOut = leftOut;
  }
}
