package io.spoor.boot.record;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Rows that pass: what statements are given as parameters or in their texts, and what is read of
 * results. Which row a thread reads while it writes another one is what links them.
 */
abstract class RowRecorder extends ConnectionRecorder {

  /** Uses of texts with literals, by what stands before these. */
  private final SqlUse[] byHead = new SqlUse[128];

  /** Queries whose first rows are not there yet. */
  private final AtomicInteger looked = new AtomicInteger();

  /** Plain, as it is read at each row; set before there are any. */
  private boolean looksAtCalls;

  final ThreadLocal<RowWindow> windows = new ThreadLocal<RowWindow>();

  /** Made with the first rows. */
  private volatile RowStores stores;

  private volatile boolean sampling = true;
  private volatile RecordCalls records;

  RowRecorder(Runnable work, String javaHome, Thread main) {
    super(work, javaHome, main);
  }

  /** Rows are looked at no more, nor kept. */
  public final void stopSampling() {
    sampling = false;
  }

  /** Whether rows are looked at. */
  final boolean isSampling() {
    return sampling;
  }

  @Override
  final RecordCalls records() {
    RecordCalls made = records;
    if (made == null) {
      synchronized (windows) {
        made = records;
        if (made == null) {
          made = new RecordCalls(this, stores(), windows);
          records = made;
        }
      }
    }
    return made;
  }

  private RowStores stores() {
    RowStores made = stores;
    if (made == null) {
      synchronized (windows) {
        made = stores;
        if (made == null) {
          made = new RowStores();
          stores = made;
        }
      }
    }
    return made;
  }

  /** What rows of statements and of files share. */
  public final RowRoom rowRoom() {
    return stores().room();
  }

  /** More rows are kept of each side until it is told how much is wanted of it. */
  public final void keepMoreUntilTold() {
    stores().keepMoreUntilTold();
  }

  /** A unit of work is over, and its rows were compared. Spoor's thread only. */
  public final void releaseRows(UnitOfWork unit) {
    stores().release(unit);
  }

  /** The first rows of a query are to be kept, where there is room for them. */
  final void keepRows(SqlUse use) {
    RowStore kept = sampling ? stores().of(use, false) : null;
    if (kept == null) {
      return;
    }
    RowRing ring = new RowRing();
    ring.store(kept);
    use.rowsRead = kept;
    use.row = ring;
    if (looksAtCalls && kept.isBeginning() && !kept.isLooked) {
      kept.isLooked = true;
      looked.incrementAndGet();
      SpoorHooks.looking = true;
    }
  }

  /** Values may stand in a text itself: a new row of its use's. */
  final void literals(String text, StatementState s, SqlUse use) {
    LiteralRows rows = use.literals;
    if (rows == null || !sampling || rows.rows() == null && !rows.isWorth(text, use.listed)) {
      return;
    }
    RowRing ring = (RowRing) s.row;
    if (ring == null) {
      ring = use.connection.ring();
      s.row = ring;
    }
    if (rows.rows() == null) {
      RowStore kept = stores().create(use.ofUnit);
      if (kept == null) {
        use.literals = null;
        return;
      }
      rows.keep(kept, ring);
    }
    RowWindow window = ring.window(windows);
    rows.add(text, use.listed, ring, window.rows, window.row);
  }

  /** Of the use of a text that was not met before: shared by those with lists behind one head. */
  final LiteralRows literalsOf(String text, ConnectionState connection, SqlUse use) {
    LiteralRows rows = LiteralRows.of(text, connection.product);
    if (rows == null || rows.head() == null) {
      return rows;
    }
    int hash = rows.head().hashCode() * 31 + connection.id + use.era;
    int place = (hash ^ hash >>> 16) & byHead.length - 1;
    SqlUse other = byHead[place];
    LiteralRows known = other == null ? null : other.literals;
    boolean isSame =
        known != null
            && known.asked().equals(rows.asked())
            && other.connection == connection
            && other.ofUnit == use.ofUnit
            && other.era == use.era;
    byHead[place] = isSame ? other : use;
    return isSame ? known : rows;
  }

  /** A statement is closed: another one may have its row. */
  static void release(StatementState s) {
    RowRing ring = (RowRing) s.row;
    if (ring != null && s.owner instanceof ConnectionState) {
      s.row = null;
      ring.clear();
      ((ConnectionState) s.owner).spare = ring;
    }
  }

  /** A row of parameters is complete. */
  final void bound(StatementState s, SqlUse use) {
    RowRing ring = (RowRing) s.row;
    if (ring.isEmpty()) {
      return;
    }
    RowStore store = use.rowsBound;
    if (store == null) {
      store = stores().of(use, true);
      use.rowsBound = store;
    }
    if (store == null || !sampling) {
      if (use.ofUnit == null || !sampling) {
        s.row = null;
      }
      // In another unit there may be room.
      return;
    }
    ring.store(store);
    if (ring.pass()) {
      return;
    }
    RowWindow window = ring.window(windows);
    if (window.tags != null && window.tags.ring != null && looksAtCalls) {
      store.tag(ring, window.tags);
    }
    ring.end(window.rows, window.row);
  }

  /** A result set went on: what was read of the row before is complete. */
  final void rowEnds(SpoorState use, boolean isNext) {
    RowRing ring = (RowRing) use.row;
    if (ring == null) {
      // Its unit of work has ended meanwhile.
      return;
    }
    if (!ring.isEmpty()) {
      if (!ring.pass()) {
        ring.end(null, 0);
      }
      if (isNext) {
        ring.next();
      } else {
        ring.clear();
      }
    }
    if (!sampling) {
      use.row = null;
    }
    RowWindow window = ring.window(windows);
    RowStore open = isNext ? ring.store() : null;
    if (window.rows != open) {
      // A reference is stored at some cost, and mostly it is there.
      window.rows = open;
    }
    window.row = ring.store().ordinal();
    if (looksAtCalls) {
      open(window, isNext ? ring : null);
    } else if (window.tags != null) {
      window.tags = null;
    }
  }

  /** Of the first rows it is looked at what the application makes of them. */
  private void open(RowWindow window, RowRing row) {
    boolean isLooked = row != null && row.store().isBeginning();
    if (window.tags == null && isLooked) {
      window.tags = new TagWindow();
    }
    if (window.tags != null) {
      window.tags.open(isLooked ? row : null);
    }
    if (row != null && !isLooked && row.store().isLooked) {
      row.store().isLooked = false;
      if (looked.decrementAndGet() == 0) {
        SpoorHooks.looking = false;
        // Another thread may have begun just now.
        SpoorHooks.looking = looked.get() > 0 && looksAtCalls;
      }
    }
  }

  /** Looks at calls of the application too, which are woven. */
  public final void lookAtCalls() {
    looksAtCalls = true;
  }

  /** Looks at none of them any more. A thread that sees it late goes on, and comes here too. */
  final void stopLooking() {
    looksAtCalls = false;
    SpoorHooks.looking = false;
  }
}
