package io.spoor.flow;

/** How much of an output an input has of what it would have, if the output came from it. */
final class Coverage {

  private static final int FEWEST = OutputSearch.FEWEST;

  /** Of linked rows so many follow one another where an output has its input's order. */
  private static final double ORDERED = 0.95;

  private Coverage() {}

  /**
   * An older state of a table has most of the rows, and more of them may have been kept than of the
   * table itself: what tells is that some rows are missing that should be there.
   */
  static double of(RowSide input, RowLink link, RowTable rows) {
    if (link.kind() != RowLink.Kind.KEY) {
      return 1;
    }
    int linked = 0;
    int expected = 0;
    for (int row = 0; row < rows.size(); row++) {
      boolean isExpected = link.row(row) >= 0 || isKept(input.table(), link, rows, row);
      expected += isExpected ? 1 : 0;
      linked += link.row(row) >= 0 ? 1 : 0;
    }
    double kept = expected == 0 ? 1 : (double) linked / expected;
    return Math.min(kept, inOrder(input.table(), link, rows));
  }

  /** Whether an input would have the row that a row of the output comes from, if it did. */
  static boolean isKept(RowTable input, RowLink link, RowTable rows, int row) {
    boolean isKept = false;
    for (ColumnMatch each : link.columns()) {
      long value = rows.value(row, each.output());
      isKept |= value != 0 && input.keeps(each.input(), value);
    }
    return isKept;
  }

  /**
   * The same where the rows of an input are all there as far as it is known, and come in the output
   * in their order: then none may be missing between the first and the last.
   */
  private static double inOrder(RowTable input, RowLink link, RowTable rows) {
    if (input.begin() < input.size() || rows.begin() < FEWEST) {
      return 1;
    }
    int first = -1;
    int last = -1;
    int linked = 0;
    int rising = 0;
    for (int row = 0; row < rows.begin(); row++) {
      int from = link.row(row);
      if (from >= 0) {
        first = first < 0 ? row : first;
        rising += last < 0 || link.row(last) < from ? 1 : 0;
        last = row;
        linked++;
      }
    }
    return linked < FEWEST || rising < ORDERED * linked ? 1 : (double) linked / (last + 1 - first);
  }
}
