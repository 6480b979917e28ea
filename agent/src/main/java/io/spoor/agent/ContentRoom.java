package io.spoor.agent;

/** What the examiners of all units share: how much they may keep at a time. Spoor's thread only. */
final class ContentRoom {

  /** Streams whose first bytes are kept at a time, 64 KiB each at the most. */
  private static final int MOST_HELD = 64;

  /** Files whose rows are kept, 64 KB each at the most; with those of SQL 12 MB. */
  private static final int MOST_ROWS = 64;

  private int held;
  private int rows;

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

  void keepRows() {
    rows++;
  }

  void forgetRows(int files) {
    rows -= files;
  }
}
