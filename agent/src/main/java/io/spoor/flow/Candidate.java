package io.spoor.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** An input that may be in an output, and how its rows are linked to the output's. */
final class Candidate {

  /** Evidence from which on it counts more whether all rows are explained. */
  static final double STRONG = 100;

  final RowSide input;
  final RowLink link;

  /** For each row of the output the one of the input, -1 for none. */
  final int[] rows;

  /** Of the rows that would be linked if all came from here, how many are: 0 to 1. */
  double coverage = 1;

  /**
   * @param which the rows of the output that the link is about
   * @param size how many rows the output has
   */
  Candidate(RowSide input, RowLink link, int[] which, int size) {
    this.input = input;
    this.link = link;
    rows = new int[size];
    Arrays.fill(rows, -1);
    for (int i = 0; i < which.length; i++) {
      rows[which[i]] = link.row(i);
    }
  }

  /**
   * Objects that are the same come first, then what explains more of the rows, in steps of a
   * twentieth; what has little evidence comes last.
   */
  long rank() {
    return identity(link.columns()) >= 0.5
        ? 21
        : link.bits() < STRONG ? -1 : Math.round(coverage * 20);
  }

  /** Whether enough rows of the output are made of rows of both. */
  boolean isTogether(Candidate other) {
    int both = 0;
    for (int row = 0; row < rows.length; row++) {
      both += rows[row] >= 0 && other.rows[row] >= 0 ? 1 : 0;
    }
    return both >= OutputSearch.FEWEST;
  }

  /** Whether most rows of one are those of the other; if not, both may be parts of a union. */
  boolean isOfSameRows(Candidate other) {
    int ones = 0;
    int others = 0;
    int both = 0;
    for (int row = 0; row < rows.length; row++) {
      ones += rows[row] >= 0 ? 1 : 0;
      others += other.rows[row] >= 0 ? 1 : 0;
      both += rows[row] >= 0 && other.rows[row] >= 0 ? 1 : 0;
    }
    return 2 * both > Math.min(ones, others);
  }

  /**
   * The largest share of rows in which a column has the very objects of the input's; 0 where these
   * are too few. Drivers that keep one object for equal values give some to any table.
   */
  static double identity(List<ColumnMatch> columns) {
    double most = 0;
    for (ColumnMatch column : columns) {
      double share = (double) column.same() / Math.max(1, column.linked());
      most = column.isIdentity() ? Math.max(most, share) : most;
    }
    return most;
  }

  /** The same of what a link says of the columns of the output that others are about. */
  static double identity(RowLink link, List<ColumnMatch> columns) {
    List<ColumnMatch> same = new ArrayList<ColumnMatch>();
    for (ColumnMatch column : columns) {
      ColumnMatch its = of(link, column.output());
      if (its != null) {
        same.add(its);
      }
    }
    return identity(same);
  }

  /** What a link says of a column of the output; null when nothing. */
  static ColumnMatch of(RowLink link, int output) {
    for (ColumnMatch each : link.columns()) {
      if (each.output() == output) {
        return each;
      }
    }
    return null;
  }
}
