package io.spoor.boot.record;

/**
 * Calls in the application's own code that make one value of others, as far as a row is open on the
 * thread whose values are looked at.
 *
 * <p>A query that is not read to its end keeps the hooks at work on all threads, and a loop in them
 * may call one of them fifty million times a second. So each thread counts what its calls cost, by
 * the nanoseconds that one was measured to take, and looks at the clock once in {@link #WEIGHED}:
 * where looking takes more than its share of a thread's time, it ends for the rest of the run.
 */
abstract class TagRecorder extends BulkRecorder {

  /** What a hook costs where no row is open, and where one is: measured, rounded up. */
  private static final int VAIN = 5;

  private static final int WITHIN = 15;

  /** So many nanoseconds of hooks are weighed against the time that has passed. */
  private static final int WEIGHED = 160000;

  /** What the hooks of one thread may cost beyond their share, in nanoseconds. */
  private static final long SPARE = 10000000;

  /** Of a thread's time, in percent. */
  private volatile int share = 2;

  private volatile boolean stopped;

  TagRecorder(Runnable work, String javaHome, Thread main) {
    super(work, javaHome, main);
  }

  /**
   * Limits what looking at calls may cost.
   *
   * @param percent of the time of any one thread; 100 and more = no limit
   */
  public final void limitLooking(long percent) {
    share = (int) Math.min(100, Math.max(0, percent));
  }

  /** Whether calls are looked at no more, for that cost too much. */
  public final boolean isLookingStopped() {
    return stopped;
  }

  private TagWindow open() {
    RowWindow window = windows.get();
    if (window == null) {
      // Once a thread; what comes with it in the thread's map is larger, and there already.
      window = new RowWindow();
      windows.set(window);
    }
    TagWindow tags = window.tags;
    boolean isOpen = tags != null && tags.ring != null;
    window.cost += isOpen ? WITHIN : VAIN;
    if (window.cost >= WEIGHED) {
      weigh(window);
    }
    return isOpen ? tags : null;
  }

  private void weigh(RowWindow window) {
    long now = System.nanoTime();
    if (window.weighedAt != 0 && share < 100) {
      long allowed = (now - window.weighedAt) / 100 * share;
      window.debt = Math.max(0, window.debt + window.cost - allowed);
      if (window.debt > SPARE) {
        stopped = true;
        stopLooking();
      }
    }
    window.weighedAt = now;
    window.cost = 0;
  }

  @Override
  public final void using(Object one, Object other, int call) {
    TagWindow tags = open();
    if (tags != null) {
      tags.using(one, other, call);
    }
  }

  @Override
  public final void adding(Object to, Object value, int call) {
    TagWindow tags = open();
    if (tags != null) {
      tags.adding(to, value, call);
    }
  }

  @Override
  public final void emptied(Object object) {
    TagWindow tags = open();
    if (tags != null) {
      tags.emptied(object);
    }
  }

  @Override
  public final void made(Object result, int call) {
    TagWindow tags = open();
    if (tags != null) {
      tags.made(result, call);
    }
  }
}
