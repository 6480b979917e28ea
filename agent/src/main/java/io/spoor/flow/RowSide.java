package io.spoor.flow;

import io.spoor.boot.record.KeptRows;
import io.spoor.boot.record.RowStore;
import io.spoor.ledger.Access;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Sampled rows of one direction, with what stands behind their columns. Immutable. */
public final class RowSide {

  private final RowTable table;
  private final RowStore store;
  private final KeptRows rows;
  private final List<List<RowColumn>> columns;

  /**
   * @param store where the rows come from, and what was kept there, so that rows that were read
   *     before others are found; both null for those of a file
   * @param columns for each column of the table what stands behind it; may be shorter, and lists
   *     may be empty
   */
  public RowSide(RowTable table, RowStore store, KeptRows rows, List<List<RowColumn>> columns) {
    this.table = table;
    this.store = store;
    this.rows = rows;
    this.columns = columns;
  }

  RowTable table() {
    return table;
  }

  RowStore store() {
    return store;
  }

  KeptRows rows() {
    return rows;
  }

  List<RowColumn> columns(int column) {
    return column < columns.size()
        ? columns.get(column)
        : java.util.Collections.<RowColumn>emptyList();
  }

  /** The datasets behind any of the columns. */
  public Set<Access> accesses() {
    Set<Access> accesses = new LinkedHashSet<Access>();
    for (List<RowColumn> each : columns) {
      for (RowColumn column : each) {
        accesses.add(column.access());
      }
    }
    return accesses;
  }
}
