package io.spoor.boot.record;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where rows of statements are kept. A text that runs on several connections to one database, as a
 * pool hands them out, has one place for the rows that are read and one for those that are bound.
 */
final class RowStores {

  private static final int SLOTS = 256;

  private static final class Shared {
    final SqlUse use;
    final boolean bound;
    final RowStore store;

    Shared(SqlUse use, boolean bound, RowStore store) {
      this.use = use;
      this.bound = bound;
      this.store = store;
    }

    boolean isOf(SqlUse other, boolean isBound) {
      // After a change of schema the same text may mean another table.
      return bound == isBound
          && use.era == 0
          && other.era == 0
          && use.ofUnit == other.ofUnit
          && use.about.equals(other.about)
          && use.connection != null
          && other.connection != null
          && use.connection.about != null
          && use.connection.about.equals(other.connection.about);
    }
  }

  /** A cache: a slot is overwritten, and what is read from it is safe by Shared's final fields. */
  private final Shared[] shared = new Shared[SLOTS];

  private final AtomicInteger stores = new AtomicInteger();
  private final RowRoom room = new RowRoom();

  /** Whether more is kept until it is told how much. */
  private volatile boolean isWaiting;

  /**
   * What earlier runs say of a side is known a little after its first rows: until then more is
   * kept.
   */
  void keepMoreUntilTold() {
    isWaiting = true;
  }

  /**
   * The place for rows of a use.
   *
   * @param bound whether of its parameters, not of its results
   * @return null when there are too many
   */
  RowStore of(SqlUse use, boolean bound) {
    int hash = use.about == null ? 0 : use.about.hashCode() * 31 + (bound ? 1 : 0);
    int slot = (hash ^ hash >>> 16) & SLOTS - 1;
    Shared known = shared[slot];
    if (known != null && use.about != null && known.isOf(use, bound)) {
      return known.store;
    }
    RowStore store = create(!bound, use.ofUnit);
    if (store != null && use.about != null) {
      shared[slot] = new Shared(use, bound, store);
    }
    return store;
  }

  /** A place of its own for rows that are written; null when there are too many. */
  RowStore create(Object unit) {
    return create(false, unit);
  }

  /**
   * The same of rows that are read, or written.
   *
   * @param isRead whether they are read
   */
  RowStore create(boolean isRead, Object unit) {
    UnitOfWork of = (UnitOfWork) unit;
    if (of != null && of.closed || stores.get() >= RowRoom.MOST_SIDES) {
      return null;
    }
    if (stores.incrementAndGet() > RowRoom.MOST_SIDES) {
      stores.decrementAndGet();
      return null;
    }
    RowRoom own = of == null ? room : of.keepsRows(room);
    Effort effort = isWaiting && own.takeMore() ? Effort.MORE : Effort.USUAL;
    return new RowStore(isRead, effort, own);
  }

  /** What all rows of the JVM share. */
  RowRoom room() {
    return room;
  }

  /** A unit of work is over: its places are free. Spoor's thread only. */
  void release(UnitOfWork unit) {
    stores.addAndGet(-unit.releaseRows());
    for (int i = 0; i < SLOTS; i++) {
      Shared each = shared[i];
      if (each != null && each.use.ofUnit == unit) {
        shared[i] = null;
      }
    }
  }
}
