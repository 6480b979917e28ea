package io.spoor.boot.record;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Room beyond what each side has: for a few sides of a JVM whose columns could not be told apart
 * with less. Any thread.
 */
final class Reserve {

  /** Sides that have it at a time: 4 MB. */
  private static final int MOST = 8;

  private final AtomicInteger taken = new AtomicInteger();

  /** Whether there was some for one more. */
  boolean take() {
    if (taken.incrementAndGet() <= MOST) {
      return true;
    }
    taken.decrementAndGet();
    return false;
  }

  void giveBack() {
    taken.decrementAndGet();
  }
}
