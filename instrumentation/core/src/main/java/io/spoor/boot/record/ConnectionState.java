package io.spoor.boot.record;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;

/**
 * One connection of a driver and what is open in its transaction. {@code mode} is 0 in auto-commit
 * mode, when what a statement does stays at once. Otherwise the uses of SQL that ran since the last
 * commit are linked into a list here, each counting for itself, so that a statement allocates
 * nothing. A savepoint moves what was counted so far into entries behind a mark.
 *
 * <p>The job's threads only; a connection is used by one thread at a time, and where it is not,
 * counts may be lost, never lists.
 */
final class ConnectionState extends SpoorState {

  /** Mode: auto-commit is off. */
  static final int MANUAL = 1;

  /** Mode: SQL began a transaction. */
  static final int BEGUN = 2;

  /** Mode: the work belongs to a branch of a global transaction. */
  static final int GLOBAL = 4;

  /** Open uses a connection that need no room reserved. */
  private static final int FREE = 16;

  /** Open uses of all connections beyond those; some 400 bytes each. */
  private static final int MOST_OPEN = 8192;

  /** Entries behind savepoints, a connection. */
  private static final int MOST_ENTRIES = 10000;

  private static final AtomicReferenceFieldUpdater<ConnectionState, SqlUse> OPEN =
      AtomicReferenceFieldUpdater.newUpdater(ConnectionState.class, SqlUse.class, "open");

  /** The row of a statement that was closed. */
  RowRing spare;

  private static final AtomicInteger RESERVED = new AtomicInteger();

  private static final AtomicInteger IDS = new AtomicInteger();

  /** What one use did between two savepoints, or in a branch. */
  static final class Entry {
    final SqlUse use;
    final long runs;
    final long rows;
    final long tick;
    final long in;
    final Entry below;

    Entry(SqlUse use, Entry below) {
      this.use = use;
      this.runs = use.openRuns;
      this.rows = use.openRows;
      this.tick = use.openTick;
      this.in = use.in - use.openIn;
      this.below = below;
      use.pendingIn += in;
    }

    private Entry(Entry like, Entry below) {
      this.use = like.use;
      this.runs = like.runs;
      this.rows = like.rows;
      this.tick = like.tick;
      this.in = like.in;
      this.below = below;
    }

    /** All entries of two lists, either of which may be null. */
    static Entry join(Entry some, Entry others) {
      Entry all = others;
      for (Entry entry = some; entry != null; entry = entry.below) {
        all = new Entry(entry, all);
      }
      return all;
    }
  }

  /** A savepoint: all entries from {@code below} on came before it. */
  private static final class Mark {
    final Object key;
    final Entry below;
    final Mark under;
    final int era;
    final int lasting;

    Mark(Object key, Entry below, Mark under, ConnectionState c) {
      this.key = key;
      this.below = below;
      this.under = under;
      this.era = c.era;
      this.lasting = c.hasSettings ? c.lasting : c.era;
    }
  }

  /** Tells connections apart in the cache. */
  final int id = IDS.incrementAndGet() * 0x9E3779B9;

  /** Traits of {@link Product}. */
  int product;

  /** Whether the auto-commit mode is known or need not be. */
  boolean asked;

  /** Whether the database will only roll back. */
  boolean doomed;

  /** More than 0 while the driver runs statements on its own account. */
  int quiet;

  /**
   * Whether all of its statements were seen being made: what was not is the driver's own, which its
   * classes make without asking the connection.
   */
  boolean witnessed;

  /** The thread that asks the driver about the database, and how often within itself. */
  Thread asker;

  int asks;

  /** Grows when unqualified names get another meaning: a use of SQL belongs to one era. */
  int era;

  /** What was chosen last; null while nothing was, or something else may hold since. */
  Object catalog;

  Object schema;

  /** The text that SQL set something with last; null like these. */
  Object setting;

  /** The era of the last catalog that was chosen. */
  int catalogEra;

  /** Whether the transaction has changed what names mean. */
  private boolean hasSettings;

  /** The era that comes again when the transaction is rolled back, where the product does that. */
  private int begin;

  /** The era that holds when it is committed: SET LOCAL is over then. */
  private int lasting;

  /** Number of the transaction, and of the last one that was committed. */
  long transaction;

  long lastCommitted = -1;

  /** Whether anything ran in the transaction, and no other was under way when it began. */
  private boolean isUnderWay;

  private boolean isAlone;

  /** Overlaps of others before it began. */
  private int overlaps;

  /** Depth of BEGIN where it nests. */
  int begun;

  /** Schema facts asked of the driver so far. */
  int shapes;

  private volatile SqlUse open;
  private int openCount;
  private Entry entries;
  private int entryCount;
  private Mark marks;

  ConnectionState(Object referent) {
    super(CONNECTION, referent);
  }

  /** The URL became known. */
  void locate(Object url) {
    about = url;
    product = Product.of(url);
  }

  /** Whether what runs now is on the driver's own account. */
  boolean isQuiet() {
    return quiet > 0 || asker != null && asker == Thread.currentThread();
  }

  boolean is(int trait) {
    return (product & trait) != 0;
  }

  /** Counts an execution in the transaction; false when there is no room to. */
  boolean opened(SqlUse use, long runsMore, long rows, long tick, Handover handover) {
    if (!isUnderWay) {
      begins(handover);
    }
    if (!use.isOpen) {
      if (++openCount > FREE && RESERVED.incrementAndGet() > MOST_OPEN) {
        openCount--;
        RESERVED.decrementAndGet();
        return false;
      }
      use.openIn = use.in;
      use.isOpen = true;
      link(use);
    }
    use.openRuns += runsMore;
    use.openRows += rows;
    use.openTick = tick;
    return true;
  }

  private void begins(Handover handover) {
    isUnderWay = true;
    overlaps = handover.overlaps.get();
    isAlone = handover.underWay.incrementAndGet() == 1;
    if (!isAlone) {
      handover.overlaps.incrementAndGet();
    }
  }

  /** Whether no other transaction was under way since it began. */
  private boolean ends(Handover handover) {
    boolean wasAlone = isUnderWay && isAlone && overlaps == handover.overlaps.get();
    if (isUnderWay) {
      isUnderWay = false;
      handover.underWay.decrementAndGet();
    }
    return wasAlone;
  }

  private void link(SqlUse use) {
    SqlUse head;
    do {
      head = open;
      use.nextOpen = head;
    } while (!OPEN.compareAndSet(this, head, use));
  }

  /** Empties the list of open uses; what was counted in them must be taken from each. */
  private SqlUse unlink() {
    SqlUse head = open;
    if (head == null) {
      return null;
    }
    head = OPEN.getAndSet(this, null);
    if (openCount > FREE) {
      RESERVED.addAndGet(FREE - openCount);
    }
    openCount = 0;
    return head;
  }

  /** The next open use; the one before is open no longer. */
  private static SqlUse settle(SqlUse use) {
    SqlUse next = use.nextOpen;
    use.nextOpen = null;
    use.openRuns = 0;
    use.openRows = 0;
    use.isOpen = false;
    return next;
  }

  /**
   * What unqualified names mean is another thing from here on.
   *
   * @param kind of a {@link Choice}
   * @param name null for what SQL set
   * @param local whether only until the transaction ends
   */
  void choose(int kind, String name, boolean local, Handover handover) {
    int before = era;
    boolean within = mode != 0;
    if (within && !hasSettings) {
      hasSettings = true;
      begin = era;
      lasting = era;
    }
    era++;
    if (!local) {
      lasting = era;
    }
    if (kind == Choice.CATALOG) {
      catalogEra = era;
    }
    handover.publish(new Choice(this, kind, name, before));
    if (local && !within) {
      // Its own transaction has ended with the statement.
      become(before, handover);
    }
  }

  private void become(int earlier, Handover handover) {
    if (earlier != era) {
      era++;
      catalog = null;
      schema = null;
      setting = null;
      handover.publish(new Choice(this, Choice.AS_BEFORE, null, earlier));
    }
  }

  /** PostgreSQL and its kin take back what was set; others do not ask transactions. */
  private void settingsEnd(boolean committed, Handover handover) {
    if (hasSettings) {
      hasSettings = false;
      become(committed || !is(Product.ROLLS_BACK_SETTINGS) ? lasting : begin, handover);
    }
  }

  /** What is open stays; each use is told to the hand-over. */
  void commit(Handover handover) {
    if (doomed) {
      rollback(handover);
      return;
    }
    settingsEnd(true, handover);
    lastCommitted = transaction++;
    if (ends(handover) && openCount > 1 && entries == null) {
      Transaction.committed(open, handover);
    }
    keep(entries, handover);
    forgetMarks();
    for (SqlUse use = unlink(); use != null; ) {
      use.keep(use.openRuns, use.openRows, use.openTick);
      SqlUse next = settle(use);
      handover.publish(use);
      use = next;
    }
  }

  static void keep(Entry from, Handover handover) {
    for (Entry entry = from; entry != null; entry = entry.below) {
      entry.use.keep(entry.runs, entry.rows, entry.tick);
      entry.use.pendingIn -= entry.in;
      handover.publish(entry.use);
    }
  }

  /** What is open never was. */
  void rollback(Handover handover) {
    settingsEnd(false, handover);
    doomed = false;
    transaction++;
    ends(handover);
    drop(entries, null);
    forgetMarks();
    dropOpen();
  }

  private void dropOpen() {
    for (SqlUse use = unlink(); use != null; ) {
      // In this order: Spoor's thread may look on.
      use.lostIn += use.in - use.openIn;
      use = settle(use);
    }
  }

  /** Entries from one to another never were. */
  private static void drop(Entry from, Entry until) {
    for (Entry entry = from; entry != until && entry != null; entry = entry.below) {
      entry.use.lostIn += entry.in;
      entry.use.pendingIn -= entry.in;
    }
  }

  private void forgetMarks() {
    entries = null;
    entryCount = 0;
    marks = null;
  }

  /** Takes what is open out of the connection: it belongs to a branch from here on. */
  Entry detach(Handover handover) {
    settingsEnd(true, handover);
    enter();
    Entry all = entries;
    forgetMarks();
    transaction++;
    ends(handover);
    doomed = false;
    return all;
  }

  /** Moves what is open into entries. */
  private void enter() {
    for (SqlUse use = unlink(); use != null; ) {
      entries = new Entry(use, entries);
      entryCount++;
      use = settle(use);
    }
  }

  /** A savepoint was set; false when there are too many to tell them apart. */
  boolean mark(Object key) {
    if (entryCount + openCount > MOST_ENTRIES) {
      return false;
    }
    enter();
    marks = new Mark(key, entries, marks, this);
    return true;
  }

  boolean hasMark(Object key) {
    return find(key) != null;
  }

  private Mark find(Object key) {
    Mark mark = marks;
    while (mark != null && mark.key != key && !(key instanceof String && key.equals(mark.key))) {
      mark = mark.under;
    }
    return mark;
  }

  /**
   * What came after a savepoint never was; false for a savepoint that is not known, when all since
   * the last known one is given up, for it might be.
   */
  boolean rollbackTo(Object key, Handover handover) {
    doomed = false;
    dropOpen();
    Mark mark = find(key);
    if (mark == null) {
      return false;
    }
    if (hasSettings && is(Product.ROLLS_BACK_SETTINGS)) {
      lasting = mark.lasting;
      become(mark.era, handover);
    }
    drop(entries, mark.below);
    entries = mark.below;
    // Marks at the very same point stay: a driver may set one by SQL on its way.
    while (marks != mark && marks.below != mark.below) {
      marks = marks.under;
    }
    entryCount = 0;
    for (Entry entry = entries; entry != null; entry = entry.below) {
      entryCount++;
    }
    return true;
  }

  /** A savepoint is no more. When it was the last, what lies before it needs no entries. */
  void release(Object key, Handover handover) {
    Mark mark = find(key);
    if (mark == null) {
      return;
    }
    marks = mark.under;
    if (marks == null) {
      Entry from = entries;
      forgetMarks();
      for (Entry entry = from; entry != null; entry = entry.below) {
        long later = entry.use.isOpen ? entry.use.openTick : 0;
        opened(entry.use, entry.runs, entry.rows, Math.max(later, entry.tick), handover);
        // Open again, from where it was.
        entry.use.pendingIn -= entry.in;
        entry.use.openIn -= entry.in;
      }
    }
  }

  /** A row for a statement's parameters. */
  RowRing ring() {
    RowRing ring = spare;
    spare = null;
    return ring == null ? new RowRing() : ring;
  }
}
