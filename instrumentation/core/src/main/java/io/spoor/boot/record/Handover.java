package io.spoor.boot.record;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.locks.LockSupport;

/**
 * How states come from the job's threads to Spoor's: a stack without locks, to which a state is
 * pushed at most once between two visits, and the end of the JVM, which waits for Spoor as long as
 * its budget allows.
 */
abstract class Handover extends SpoorRecorder {

  private static final AtomicIntegerFieldUpdater<SpoorState> QUEUED =
      AtomicIntegerFieldUpdater.newUpdater(SpoorState.class, "queued");

  /**
   * States that wait for Spoor's thread, beside as many that it may have in hand: together 15 MB at
   * the worst.
   */
  private static final int MOST_WAITING = 25000;

  /** So many wake it: its pauses are meant for a job that does little. */
  private static final int WAKING = 3000;

  /** What uses of SQL that wait may weigh together: some 3 MB. */
  private static final int MOST_SQL_WAITING = 30000;

  /** Spoor's thread was started before the first access. */
  private static final int EARLY = 1;

  /** Spoor's thread knows of the first access. */
  private static final int TOLD = 2;

  /** Transactions of all connections that are under way, and how often one began beside others. */
  final AtomicInteger underWay = new AtomicInteger();

  final AtomicInteger overlaps = new AtomicInteger();

  /** States of objects that cannot carry theirs. */
  final StateTable table = new StateTable();

  private final AtomicInteger started = new AtomicInteger();
  private final AtomicInteger failures = new AtomicInteger();

  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicInteger waitingSql = new AtomicInteger();

  /** What the end of the JVM waits on, held for no longer than it takes to set one field. */
  private final Object endOfWork = new Object();

  private boolean finished;
  private final SpoorThread thread;
  private final ThreadGroup own;
  private final Thread main;
  private volatile long dropped;
  private volatile long lostStatements;
  private volatile Throwable firstFailure;
  private volatile Throwable uncaught;
  private volatile int exitStatus = -1;
  private volatile boolean ending;
  private volatile long budgetMillis = 2000;
  private volatile UnitTable unitTable;

  /** Null while there is no unit of work. */
  private volatile UnitCalls units;

  Handover(Runnable work, Thread main) {
    this.main = main;
    this.thread = new SpoorThread(work);
    this.own = thread.getThreadGroup();
  }

  /** Ends a pause of Spoor's thread. */
  final void wake() {
    LockSupport.unpark(thread);
  }

  /**
   * Hands a state over, unless it waits already.
   *
   * @return false when there is no room: Spoor's thread is too far behind
   */
  boolean publish(SpoorState s) {
    if (s.kind == SpoorState.FILE && waiting.get() >= MOST_WAITING) {
      // What becomes of it is told when it is closed.
      return false;
    }
    if (!QUEUED.compareAndSet(s, 0, 1)) {
      return true;
    }
    boolean fits;
    if (s.kind == SpoorState.SQL) {
      fits = fits((SqlUse) s);
    } else {
      int others = waiting.incrementAndGet();
      fits = others <= MOST_WAITING;
      if (others == WAKING) {
        LockSupport.unpark(thread);
      }
    }
    if (!fits) {
      if (s.kind != SpoorState.SQL) {
        waiting.decrementAndGet();
      }
      if (s.kind != SpoorState.SQL && s.kind != SpoorState.FILE) {
        drop();
      }
      s.queued = 0;
      return false;
    }
    s.handed = true;
    push(s);
    return true;
  }

  /** The same whether there is room or not: for what there is little of. */
  void publishAnyway(SpoorState s) {
    if (QUEUED.compareAndSet(s, 0, 1)) {
      waiting.incrementAndGet();
      push(s);
    }
  }

  private void push(SpoorState s) {
    thread.hand(s);
    if (started.get() != TOLD) {
      int before = started.getAndSet(TOLD);
      if (before == EARLY) {
        LockSupport.unpark(thread);
      } else if (before != TOLD) {
        thread.start();
      }
    }
  }

  /**
   * An access is near: lets Spoor's thread load what it needs for it. It is told of the first one.
   */
  public final void expectAccess() {
    if (started.compareAndSet(0, EARLY)) {
      thread.start();
    }
  }

  /** Whether there is room for a use of SQL to wait; a use that is lost is counted once. */
  private boolean fits(SqlUse use) {
    int weight = use.weight();
    int all = waitingSql.addAndGet(weight);
    boolean fits = all <= MOST_SQL_WAITING || all == weight;
    if (!fits) {
      waitingSql.addAndGet(-weight);
    }
    if (fits == use.lost) {
      use.lost = !fits;
      lostStatements += fits ? -1 : 1;
    }
    return fits;
  }

  /**
   * Takes what was handed over since the last call, oldest first, linked by next; null when nothing
   * was. Before it reads a state's figures the caller sets queued to 0. Spoor's thread only.
   */
  public SpoorState take() {
    SpoorState taken = thread.takeAll();
    waiting.set(0);
    waitingSql.set(0);
    SpoorState oldest = null;
    while (taken != null) {
      SpoorState below = taken.next;
      taken.next = oldest;
      oldest = taken;
      taken = below;
    }
    return oldest;
  }

  /** Something is lost: there is no room for it. */
  final void drop() {
    dropped = dropped + 1;
  }

  /** Frees the places of closed and collected objects near a state. */
  public void release(SpoorState state) {
    table.sweep(state.hash);
  }

  /**
   * Objects of the job whose states are kept, and states that wait for Spoor's thread. Spoor's
   * thread only.
   */
  public int states() {
    return table.size() + waiting.get();
  }

  /** Frees the places of all collected objects. Spoor's thread only. */
  public void releaseAll() {
    table.sweepAll();
  }

  /** The unit of work of the current thread; null = main. */
  Object unit() {
    UnitCalls made = units;
    return made == null ? null : made.current();
  }

  /** The methods whose calls are units of work; before the job begins. */
  public final void setUnits(UnitTable known) {
    unitTable = known;
  }

  /** A framework that brings units of work is there. */
  public final void unitsMet() {
    publishAnyway(new FileOperation(FileOperations.UNITS, null, null, null));
    wake();
  }

  /** Units of work that were not told as runs of their own: there were too many. */
  public final long unitsLeftOut() {
    UnitCalls made = units;
    return made == null ? 0 : made.leftOut();
  }

  /** What follows units of work, made with the first of them. */
  final UnitCalls units() {
    UnitCalls made = units;
    if (made == null) {
      synchronized (started) {
        made = units;
        if (made == null) {
          made = new UnitCalls(this, unitTable);
          units = made;
        }
      }
    }
    return made;
  }

  /** Whether the current thread is one of Spoor's: nothing it does is recorded. */
  boolean isOwn() {
    return Thread.currentThread().getThreadGroup() == own;
  }

  @Override
  public SpoorState lookup(Object self) {
    return self == null ? null : table.find(self);
  }

  // The JVM

  @Override
  public void uncaught(Object dying, Object throwable) {
    // Only main's death makes the JVM exit with status 1.
    if (dying == main || (main == null && isMain((Thread) dying))) {
      uncaught = (Throwable) throwable;
    }
  }

  private static boolean isMain(Thread thread) {
    ThreadGroup group = thread.getThreadGroup();
    return "main".equals(thread.getName()) && group != null && "main".equals(group.getName());
  }

  @Override
  public void exiting(int status) {
    exitStatus = status;
  }

  @Override
  public void halting(int status) {
    exitStatus = status;
    ended();
  }

  @Override
  public void ended() {
    // Not told of anything: no access. Not alive all the same: it could not be started, and there
    // is nothing to wait for.
    if (started.get() != TOLD || !thread.isAlive() || isOwn()) {
      return;
    }
    ending = true;
    LockSupport.unpark(thread);
    long start = System.nanoTime();
    long left = budgetMillis;
    try {
      // A monitor: a latch is five classes that a job mostly has not loaded, and waits for here.
      synchronized (endOfWork) {
        // Bit by bit: a short job may end before the budget was read from the settings.
        while (!finished && left > 0) {
          endOfWork.wait(Math.min(left, 100));
          left = budgetMillis - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void failed(Throwable thrown) {
    if (failures.getAndIncrement() == 0) {
      firstFailure = thrown;
    }
  }

  // For Spoor's thread

  /** Whether the JVM is going down. */
  public boolean isEnding() {
    return ending;
  }

  /** The status given to System.exit or Runtime.halt; -1 when neither was called. */
  public int exitStatus() {
    return exitStatus;
  }

  /** What ended main; null when nothing did. */
  public Throwable uncaught() {
    return uncaught;
  }

  /**
   * How often a state was not handed over because too many waited; racing threads may lose counts.
   */
  public long dropped() {
    return dropped;
  }

  /** Distinct SQL that was never handed over because too much waited. */
  public long lostStatements() {
    return Math.max(0, lostStatements);
  }

  /** How often a hook failed inside Spoor. */
  public int failures() {
    return failures.get();
  }

  /** What made a hook fail for the first time; null when nothing did. */
  public Throwable firstFailure() {
    return firstFailure;
  }

  /** How long the end of the JVM waits for Spoor, in milliseconds. */
  public void setBudget(long millis) {
    budgetMillis = millis;
  }

  /** All was reported: the JVM need not wait any longer. */
  public void finished() {
    synchronized (endOfWork) {
      finished = true;
      endOfWork.notifyAll();
    }
  }
}
