package io.spoor.boot.record;

/**
 * Which bytes of a long stream are examined: the first 4 MiB, then 64 KiB at every multiple of 16
 * MiB, so that both sides of a copy see the same ones. Stateless.
 */
public final class ContentRanges {

  /** Bytes that are examined from the start on. */
  public static final long BEGINNING = 4L << 20;

  /** Bytes of a block behind them. */
  public static final int BLOCK = 64 << 10;

  /** From the start of one block to that of the next. */
  private static final long DISTANCE = 16L << 20;

  private ContentRanges() {}

  /** One past the last byte of the range that a position is in. */
  static long end(long position) {
    return position < BEGINNING ? BEGINNING : position / DISTANCE * DISTANCE + BLOCK;
  }

  /** Where the next range begins, seen from a position that is in one or behind one. */
  public static long next(long position) {
    return (position / DISTANCE + 1) * DISTANCE;
  }
}
