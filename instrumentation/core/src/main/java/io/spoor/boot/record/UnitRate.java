package io.spoor.boot.record;

import java.util.concurrent.atomic.AtomicLong;

/** How many units of work may be told as runs: a thousand at once, and one a second on average. */
final class UnitRate {

  private static final long BURST = 1000;
  private static final long INTERVAL = 1000;

  /** When the next one would come at an even pace, in milliseconds. */
  private final AtomicLong next = new AtomicLong();

  private final AtomicLong refused = new AtomicLong();

  /** Whether one more may be told; one that may not is counted. */
  boolean allows() {
    long now = System.currentTimeMillis();
    while (true) {
      long before = next.get();
      long after = Math.max(before, now - BURST * INTERVAL) + INTERVAL;
      if (after > now) {
        refused.incrementAndGet();
        return false;
      }
      if (next.compareAndSet(before, after)) {
        return true;
      }
    }
  }

  long refused() {
    return refused.get();
  }
}
