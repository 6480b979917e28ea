package io.spoor.flow;

import java.util.List;

/** How rows of an input and of an output belong together, and which columns agree so. Immutable. */
public final class RowLink {

  /** By what rows are linked. */
  public enum Kind {
    /** The row that the thread had read last when it wrote. */
    WINDOW("row read before"),
    /** An object that is in one row of the input only. */
    OBJECT("object"),
    /** A value that is in one row of each side only. */
    KEY("key"),
    /** The same order in both, some rows left out. */
    ORDER("order"),
    /** A value of another input's row that is linked is the key of this one's. */
    JOIN("join");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** The words that people see. */
    public String label() {
      return label;
    }
  }

  private final Kind kind;
  private final int keyColumn;
  private final int[] rows;
  private final List<ColumnMatch> columns;
  private final double bits;

  RowLink(Kind kind, int keyColumn, int[] rows, List<ColumnMatch> columns) {
    this.kind = kind;
    this.keyColumn = keyColumn;
    this.rows = rows;
    this.columns = columns;
    double sum = 0;
    for (ColumnMatch each : columns) {
      sum += each.bits();
    }
    this.bits = sum;
  }

  public Kind kind() {
    return kind;
  }

  /** The input's key column from 0; -1 where rows are not linked by one. */
  public int keyColumn() {
    return keyColumn;
  }

  /** The row of the input that a row of the output is linked to; -1 for none. */
  int row(int row) {
    return rows[row];
  }

  /** Which columns agree, in the order of the output's. */
  public List<ColumnMatch> columns() {
    return columns;
  }

  /** How far all of it is from chance. */
  public double bits() {
    return bits;
  }
}
