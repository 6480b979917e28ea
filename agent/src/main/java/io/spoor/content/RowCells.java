package io.spoor.content;

/** Rows of a file as they are compared: hashes of their values, where 0 is no value, and values. */
public final class RowCells {

  /** By row and column. */
  public final long[][] hashes;

  /** The same of those values that are held; null where one is not. */
  public final Object[][] values;

  RowCells(long[][] hashes, Object[][] values) {
    this.hashes = hashes;
    this.values = values;
  }
}
