package io.spoor.boot.record;

import java.util.concurrent.atomic.AtomicLong;

/**
 * All streams of one path that were closed while Spoor's thread was too far behind to take each by
 * itself: what they are about is kept, and their sums. Any thread adds, Spoor's thread looks.
 */
final class FileTotal extends SpoorState {

  private final AtomicLong readCount = new AtomicLong();
  private final AtomicLong writeCount = new AtomicLong();
  private final AtomicLong bytesIn = new AtomicLong();
  private final AtomicLong bytesOut = new AtomicLong();
  private final AtomicLong earliestRead = new AtomicLong(Long.MAX_VALUE);
  private final AtomicLong earliestWrite = new AtomicLong(Long.MAX_VALUE);
  private final AtomicLong latestWrite = new AtomicLong();

  FileTotal(SpoorState first) {
    super(FILE, null);
    about = first.about;
    mode = first.mode;
    unit = first.unit;
    closed = true;
    // Content is examined of single streams only.
    sampledIn = Integer.MAX_VALUE;
    sampledOut = Integer.MAX_VALUE;
  }

  void add(SpoorState stream) {
    readCount.addAndGet(stream.reads);
    writeCount.addAndGet(stream.writes);
    bytesIn.addAndGet(stream.in);
    bytesOut.addAndGet(stream.out);
    if (stream.reads > 0) {
      atMost(earliestRead, stream.firstRead);
    }
    if (stream.writes > 0) {
      atMost(earliestWrite, stream.firstWrite);
      atLeast(latestWrite, stream.lastWrite);
    }
  }

  private static void atMost(AtomicLong value, long other) {
    for (long now = value.get(); other < now; now = value.get()) {
      if (value.compareAndSet(now, other)) {
        return;
      }
    }
  }

  private static void atLeast(AtomicLong value, long other) {
    for (long now = value.get(); other > now; now = value.get()) {
      if (value.compareAndSet(now, other)) {
        return;
      }
    }
  }

  /** Makes the figures those of now; whether any has changed. Spoor's thread only. */
  boolean update() {
    long before = reads + writes + in + out;
    reads = readCount.get();
    writes = writeCount.get();
    in = bytesIn.get();
    out = bytesOut.get();
    firstRead = earliestRead.get();
    firstWrite = earliestWrite.get();
    lastWrite = latestWrite.get();
    return reads + writes + in + out != before;
  }
}
