package io.spoor.boot.record;

import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;

/**
 * Spoor's own thread: made in premain, before the job has inheritable thread-locals or a context of
 * its own, and started when a driver loads, or at the first access. Threads that it starts share
 * its group, by which the recorder knows them: nothing they do is recorded.
 */
final class SpoorThread extends Thread {

  /**
   * As in {@link StateTable}; in a class of few fields, since the JDK loads the types of all that a
   * class has to find one.
   */
  private static final AtomicReferenceFieldUpdater<SpoorThread, SpoorState> PUBLISHED =
      AtomicReferenceFieldUpdater.newUpdater(SpoorThread.class, SpoorState.class, "published");

  /** The state that was handed over last, linked to those before it. */
  private volatile SpoorState published;

  SpoorThread(Runnable work) {
    super(new ThreadGroup(root(), "spoor"), work, "spoor");
    setDaemon(true);
    setContextClassLoader(null);
  }

  /** Adds to what waits for this thread. Any thread. */
  void hand(SpoorState state) {
    SpoorState head;
    do {
      head = published;
      state.next = head;
    } while (!PUBLISHED.compareAndSet(this, head, state));
  }

  /** All that waits, newest first, linked by next; null when nothing does. */
  SpoorState takeAll() {
    return PUBLISHED.getAndSet(this, null);
  }

  private static ThreadGroup root() {
    ThreadGroup group = Thread.currentThread().getThreadGroup();
    while (group.getParent() != null) {
      group = group.getParent();
    }
    return group;
  }
}
