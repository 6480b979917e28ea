package io.spoor.boot.record;

import java.util.concurrent.atomic.AtomicLong;

/** How often something may be: so many times at once, and once a second on average. */
final class UnitRate {

  private static final long INTERVAL = 1000;

  private final long burst;

  /** When the next one would come at an even pace, in milliseconds. */
  private final AtomicLong next = new AtomicLong();

  private final AtomicLong refused = new AtomicLong();

  UnitRate(int burst) {
    this.burst = burst;
  }

  /** Whether it may be once more; when it may not, that is counted. */
  boolean allows() {
    long now = System.currentTimeMillis();
    while (true) {
      long before = next.get();
      long after = Math.max(before, now - burst * INTERVAL) + INTERVAL;
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
