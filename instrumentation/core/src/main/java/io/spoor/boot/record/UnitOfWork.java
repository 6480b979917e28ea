package io.spoor.boot.record;

import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;

/**
 * A part of a run that accesses belong to: a call of a named method, a step, a fire of a scheduler.
 * It is over when its own call has returned and nothing that it handed out still runs. Handed over
 * when it is, if it had to do with data or failed.
 */
public final class UnitOfWork extends SpoorState {

  /** Calls of a service that are looked at by themselves at once. */
  private static final int PARTS = 100;

  private static final AtomicIntegerFieldUpdater<UnitOfWork> RUNNING =
      AtomicIntegerFieldUpdater.newUpdater(UnitOfWork.class, "running");
  private static final AtomicIntegerFieldUpdater<UnitOfWork> AWAITED =
      AtomicIntegerFieldUpdater.newUpdater(UnitOfWork.class, "awaited");
  private static final AtomicIntegerFieldUpdater<UnitOfWork> ROWS =
      AtomicIntegerFieldUpdater.newUpdater(UnitOfWork.class, "rows");

  private static final AtomicReferenceFieldUpdater<UnitOfWork, Made> THREADS =
      AtomicReferenceFieldUpdater.newUpdater(UnitOfWork.class, Made.class, "threads");

  private static final class Made extends WeakReference<Thread> {
    final Made next;

    Made(Thread thread, Made next) {
      super(thread);
      // Those that have ended need not be asked again.
      Made alive = next;
      while (alive != null && (alive.get() == null || !alive.get().isAlive())) {
        alive = alive.next;
      }
      this.next = alive;
    }
  }

  /** What it is beneath; null = the JVM's run. */
  public final UnitOfWork parent;

  public final UnitRule rule;

  /** Whether it is one of the calls of a service, its parent, and no run of its own. */
  public final boolean isPart;

  /** What its job is called within that of its parent: the same each time. */
  public final String name;

  public final long startMillis = System.currentTimeMillis();

  /** When its call returned; 0 before. */
  public volatile long endMillis;

  /** What its call threw, or is known to have failed of; null when nothing. */
  public volatile Throwable failure;

  /** Whether it failed, with or without an exception that is known. */
  public volatile boolean failed;

  /** Its data was told, or it is not to be told any more: what comes now belongs to its parent. */
  public volatile boolean closed;

  /** Whether it had to do with data, or a unit beneath it had. */
  public volatile boolean used;

  /** What Spoor's thread knows of it; never touched by the job's threads. */
  public Object books;

  /** Threads that were made within it. */
  private volatile Made threads;

  /** Places where its rows are kept. */
  private volatile int rows;

  /** What these take; null while there are none. */
  private volatile RowRoom rowRoom;

  /** Of a service: which of its calls are looked at one by one. */
  private final UnitRate parts;

  /** Of a service: calls that come now belong to another run. */
  private volatile boolean closing;

  /** Calls and tasks of it that run at the moment. */
  private volatile int running = 1;

  /** Tasks that it handed out and that did not begin. Some never do. */
  private volatile int awaited;

  UnitOfWork(UnitOfWork parent, UnitRule rule, String name) {
    super(UNIT, null);
    this.parent = parent;
    this.rule = rule;
    this.name = name;
    this.isPart = parent != null && parent.parts != null;
    this.parts = rule.isService && !isPart ? new UnitRate(PARTS) : null;
  }

  /** Whether it is all calls of a service within some time. */
  public boolean isService() {
    return parts != null;
  }

  /** A service's time is over: what comes now belongs to the next. Spoor's thread only. */
  public void close(long millis) {
    if (!closing) {
      closing = true;
      endMillis = millis;
      // It is its own call.
      ends();
    }
  }

  boolean isClosing() {
    return closing;
  }

  /** A call of a service begins; whether it is looked at by itself. */
  boolean takesPart() {
    RUNNING.incrementAndGet(this);
    return parts.allows();
  }

  /** One more place is made for rows of it; its part of the room. */
  RowRoom keepsRows(RowRoom all) {
    ROWS.incrementAndGet(this);
    RowRoom part = rowRoom;
    if (part == null) {
      synchronized (this) {
        part = rowRoom;
        if (part == null) {
          part = all.part();
          rowRoom = part;
        }
      }
    }
    return part;
  }

  /** Its rows are not needed any more: how many places they had. */
  int releaseRows() {
    RowRoom part = rowRoom;
    if (part != null) {
      part.release();
    }
    return rows;
  }

  /** Whether nothing of it runs any more. Spoor's thread only. */
  public boolean isIdle() {
    if (running > 0) {
      return false;
    }
    for (Made each = threads; each != null; each = each.next) {
      Thread thread = each.get();
      if (thread != null && thread.isAlive()) {
        return false;
      }
    }
    return true;
  }

  /** Whether it handed out what did not begin: it may never do. */
  public boolean isAwaiting() {
    return awaited > 0;
  }

  /** A thread that was made for it does something. */
  void joins(Thread thread) {
    Made before;
    do {
      before = threads;
    } while (!THREADS.compareAndSet(this, before, new Made(thread, before)));
    AWAITED.decrementAndGet(this);
  }

  /** A thread that was made within it belongs to a pool. */
  void isNotJoined() {
    AWAITED.decrementAndGet(this);
  }

  void handsOut() {
    AWAITED.incrementAndGet(this);
  }

  void begins() {
    // In this order: Spoor's thread may look on.
    RUNNING.incrementAndGet(this);
    AWAITED.decrementAndGet(this);
  }

  /** Whether it was the last of it that ran. */
  boolean ends() {
    return RUNNING.decrementAndGet(this) == 0;
  }

  /**
   * It has to do with data, and so have those it is beneath. Where there were too many of late they
   * are not told: what belongs to them belongs to what they are beneath.
   */
  void use(UnitRate rate) {
    if (parent != null && !parent.used) {
      parent.use(rate);
    }
    if (!used) {
      closed |= !isPart && !rate.allows();
      used = true;
    }
  }

  /** The innermost of a unit and those it is beneath that takes data; null = the JVM's run. */
  public static UnitOfWork open(UnitOfWork unit) {
    UnitOfWork open = unit;
    while (open != null && open.closed) {
      open = open.parent;
    }
    return open;
  }
}
