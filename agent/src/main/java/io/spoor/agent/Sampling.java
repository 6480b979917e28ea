package io.spoor.agent;

import io.spoor.boot.record.Effort;
import io.spoor.boot.record.RowStore;
import io.spoor.boot.record.SqlUse;
import io.spoor.memory.Memory;
import io.spoor.model.DatasetId;
import io.spoor.sql.SqlStatement;
import io.spoor.sql.TableName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Says of each side of SQL, and of records of files, how many of its rows are worth keeping, as
 * soon as it is known which tables it is about. Spoor's thread only.
 */
final class Sampling {

  private final Memory memory;
  private final Set<RowStore> told = new HashSet<RowStore>();

  /**
   * @param memory null when there is none: then all are worth the same
   */
  Sampling(Memory memory) {
    this.memory = memory;
  }

  /** Says it of the sides of a use, those of them that are there. */
  void tell(SqlUse use, KnownUse known) {
    tell(use.rowsRead, known, false);
    tell(use.rowsBound, known, true);
    tell(use.literals == null ? null : use.literals.rows(), known, true);
  }

  /** Says it of rows of one dataset. */
  void tell(RowStore store, DatasetId id, boolean written) {
    if (told.add(store)) {
      store.take(memory == null ? Effort.USUAL : memory.effort(Collections.singleton(id), written));
    }
  }

  private void tell(RowStore store, KnownUse known, boolean written) {
    if (store == null || !told.add(store)) {
      return;
    }
    if (memory == null || known.database == null) {
      store.take(Effort.USUAL);
      return;
    }
    List<DatasetId> ids = new ArrayList<DatasetId>();
    for (SqlStatement statement : known.script.statements()) {
      for (TableName table : written ? statement.outputs() : statement.inputs()) {
        ids.add(known.database.table(table));
      }
    }
    store.take(memory.effort(ids, written));
  }
}
