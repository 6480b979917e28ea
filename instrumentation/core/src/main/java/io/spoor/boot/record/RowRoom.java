package io.spoor.boot.record;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What rows of all sides take together, of statements and of files: 8 MB a JVM. A side may use its
 * own room as long as there is enough for all; when it is short, it gets by with a part that is
 * always there. Any thread.
 */
public final class RowRoom {

  /** Bytes in all. */
  public static final long ALL = 8L << 20;

  /** Sides of texts of SQL whose rows are kept, at most. */
  static final int MOST_SIDES = 128;

  /** Bytes that each of them has when room is short. */
  static final int LEAST = 16 << 10;

  /** Bytes of rows that one file may add after it was asked whether room is short. */
  private static final int FILE = 256 << 10;

  /** Sides that have more than the usual, at a time: of columns that could not be told apart. */
  private static final int MOST_MORE = 8;

  /** What all take; the same object for the parts of one room. */
  private final AtomicLong used;

  /** What this part takes. */
  private final AtomicLong own = new AtomicLong();

  private final AtomicInteger more;
  private volatile boolean released;

  /** Of a JVM. */
  public RowRoom() {
    this(new AtomicLong(), new AtomicInteger());
  }

  private RowRoom(AtomicLong used, AtomicInteger more) {
    this.used = used;
    this.more = more;
  }

  /** The same room, for what is given back at once: a unit of work's. */
  RowRoom part() {
    return new RowRoom(used, more);
  }

  /** Whether sides have to get by with {@link #LEAST} from now on. */
  public boolean isShort() {
    return used.get() > ALL - (long) MOST_SIDES * LEAST - FILE;
  }

  /**
   * Notes that rows came or went.
   *
   * @param bytes negative for those that went
   */
  public void add(long bytes) {
    if (!released) {
      own.addAndGet(bytes);
      used.addAndGet(bytes);
    }
  }

  /** All of this part went; what is noted later does not count. */
  void release() {
    released = true;
    used.addAndGet(-own.getAndSet(0));
  }

  /** Whether one more side may have more than the usual. */
  boolean takeMore() {
    if (more.incrementAndGet() <= MOST_MORE) {
      return true;
    }
    more.decrementAndGet();
    return false;
  }

  void giveBackMore() {
    more.decrementAndGet();
  }
}
