package io.spoor.agent;

import io.spoor.boot.record.KeptRows;
import io.spoor.boot.record.RecordRows;
import io.spoor.boot.record.RowStore;
import io.spoor.flow.RowColumn;
import io.spoor.flow.RowSide;
import io.spoor.flow.RowTable;
import io.spoor.ledger.Access;
import io.spoor.model.Transformation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Rows that libraries read from files and wrote into them as records. Spoor's thread only. */
final class RecordSides {

  private final FileRecords files;
  private final Sampling sampling;
  private final Set<RecordRows> sampled = new LinkedHashSet<RecordRows>();

  /**
   * @param sampling null when nothing is remembered of datasets
   */
  RecordSides(FileRecords files, Sampling sampling) {
    this.files = files;
    this.sampling = sampling;
  }

  /** Takes those of one file. */
  void take(RecordRows rows) {
    FileRecords.Use use = files.use(rows.owner);
    if (rows.rows != null && use != null) {
      sampled.add(rows);
      if (sampling != null) {
        sampling.tell(rows.rows, use.id, rows.written);
      }
    }
  }

  /** Adds the rows that were read and written. */
  void addRows(List<RowSide> inputs, List<RowSide> outputs) {
    for (RecordRows each : sampled) {
      FileRecords.Use use = files.use(each.owner);
      RowStore store = each.rows;
      if (use == null || store == null) {
        continue;
      }
      Access access = files.access(each.owner, each.written);
      if (access != null) {
        (each.written ? outputs : inputs).add(side(each, store, access));
      }
    }
  }

  private static RowSide side(RecordRows of, RowStore store, Access access) {
    KeptRows rows = store.rows();
    RowTable table = RowTable.of(rows);
    List<List<RowColumn>> columns = new ArrayList<List<RowColumn>>();
    for (int i = rows.begin; i < of.names.length; i++) {
      columns.add(
          Collections.singletonList(
              new RowColumn(access, of.names[i], Transformation.IDENTITY, false)));
    }
    return new RowSide(table, store, rows, columns);
  }

  /** Its unit is over: no rows are kept any longer. */
  void release() {
    for (RecordRows each : sampled) {
      each.forgetRows();
    }
    sampled.clear();
  }

  /** Bytes of rows that are kept. */
  long heapBytes() {
    long bytes = 0;
    for (RecordRows each : sampled) {
      RowStore store = each.rows;
      bytes += store == null ? 0 : store.heapBytes();
    }
    return bytes;
  }
}
