package io.spoor.agent;

import io.spoor.boot.record.KeptRows;
import io.spoor.content.FileRows;
import io.spoor.content.RowCells;
import io.spoor.flow.RowColumn;
import io.spoor.flow.RowSide;
import io.spoor.flow.RowTable;
import io.spoor.ledger.Access;
import io.spoor.model.Transformation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** What was kept of the rows of a file until they are compared with others. Immutable. */
final class FileSide {

  private final Access access;
  private final FileRows first;
  private final KeptRows more;
  private final boolean isWhole;

  /**
   * @param first all rows that the file begins with
   * @param more some of those behind them, and maybe of these; null when none were looked for
   * @param isWhole whether all rows behind the first ones were looked at
   */
  FileSide(Access access, FileRows first, KeptRows more, boolean isWhole) {
    this.access = access;
    this.first = first;
    this.more = more;
    this.isWhole = isWhole;
  }

  /** The rows, unpacked. */
  RowSide rows() {
    List<List<RowColumn>> columns = new ArrayList<List<RowColumn>>();
    for (int i = 0; i < first.width(); i++) {
      RowColumn column = new RowColumn(access, first.name(i), Transformation.IDENTITY, false);
      columns.add(Collections.singletonList(column));
    }
    return new RowSide(table(), null, null, columns);
  }

  RowTable table() {
    RowCells cells = first.cells();
    if (more == null) {
      return RowTable.of(cells.hashes, cells.values, first.total());
    }
    int begin = first.count();
    int from = 0;
    while (from < more.ordinals.length && more.ordinals[from] < begin) {
      from++;
    }
    int count = begin + more.hashes.length - from;
    long[][] hashes = Arrays.copyOf(cells.hashes, count);
    Object[][] values = Arrays.copyOf(cells.values, count);
    long[] ordinals = new long[count];
    for (int i = 0; i < count; i++) {
      int of = from + i - begin;
      ordinals[i] = of < from ? i : more.ordinals[of];
      if (of >= from) {
        hashes[i] = more.hashes[of];
        values[i] = more.values[of];
      }
    }
    return new RowTable(hashes, values, ordinals, isWhole ? more : null, isWhole ? more.total : -1);
  }
}
