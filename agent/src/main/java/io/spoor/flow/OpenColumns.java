package io.spoor.flow;

import io.spoor.model.UnexplainedColumn;

/** Which columns that are not explained might be, with more rows. */
public final class OpenColumns {

  private OpenColumns() {}

  /** Whether more rows could tell where a column comes from. */
  public static boolean mayBecomeClear(UnexplainedColumn column) {
    return column.sampledRows() >= OutputSearch.FEWEST
        && !column.reason().equals(Unexplained.COUNTS);
  }
}
