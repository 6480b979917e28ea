package io.spoor.agent;

import io.spoor.boot.record.LibraryRows;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/** All rows of data that models were trained on; those used last are held. Spoor's thread only. */
final class HeldRows {

  /** Values held at a time, 24 bytes each: 3 MB. */
  private static final int MOST = 1 << 17;

  private static final int BYTES = 24;

  private final Set<ModelRows> held = new LinkedHashSet<ModelRows>();
  private long size;

  /**
   * What is known of data after a call.
   *
   * @param before what was known before; null for nothing
   * @param more what the call tells; null for nothing
   */
  ModelRows with(ModelRows before, LibraryRows more) {
    if (more == null) {
      return before;
    }
    ModelRows rows = (before == null ? new ModelRows() : before).and(more);
    held.add(rows);
    size += rows.size();
    for (Iterator<ModelRows> each = held.iterator(); size > MOST && held.size() > 1; ) {
      ModelRows oldest = each.next();
      each.remove();
      size -= oldest.size();
      oldest.forget();
    }
    return rows;
  }

  /** The rows are used again. */
  ModelRows used(ModelRows rows) {
    if (held.remove(rows)) {
      held.add(rows);
    }
    return rows;
  }

  long heapBytes() {
    return size * BYTES;
  }
}
