package io.spoor.agent;

/** What the examiners of all units share: how much they may keep at a time. Spoor's thread only. */
final class ContentRoom {

  /** Streams whose first bytes are kept at a time, 64 KiB each at the most. */
  private static final int MOST_HELD = 64;

  /** Bytes of rows of files, 192 KB each at the most; those of SQL take as much again. */
  private static final int MOST_ROWS = 4 << 20;

  private int held;
  private long rows;

  boolean hold() {
    boolean fits = held < MOST_HELD;
    held += fits ? 1 : 0;
    return fits;
  }

  void letGo(int streams) {
    held -= streams;
  }

  boolean hasRowsLeft() {
    return rows < MOST_ROWS;
  }

  void keepRows(long bytes) {
    rows += bytes;
  }

  void forgetRows(long bytes) {
    rows -= bytes;
  }
}
