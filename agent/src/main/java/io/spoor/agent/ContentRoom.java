package io.spoor.agent;

import io.spoor.boot.record.RowRoom;

/** What the examiners of all units share: how much they may keep at a time. Spoor's thread only. */
final class ContentRoom {

  /** Streams whose first bytes are kept at a time, 64 KiB each at the most. */
  private static final int MOST_HELD = 64;

  /** Bytes of rows of files once they are unpacked: the other half is left to those of SQL. */
  private static final long MOST_ROWS = RowRoom.ALL / 2;

  private final RowRoom all;

  /** Streams of which rows are read behind their first bytes at a time, a row each. */
  private static final int MOST_READ = 16;

  private ContentBudget budget;
  private int held;
  private int read;
  private long rows;

  ContentRoom(RowRoom all) {
    this.all = all;
  }

  boolean hold() {
    boolean fits = held < MOST_HELD;
    held += fits ? 1 : 0;
    return fits;
  }

  void letGo(int streams) {
    held -= streams;
  }

  /** What limits how many streams are examined behind their first bytes. */
  ContentBudget budget() {
    budget = budget == null ? new ContentBudget(System.nanoTime()) : budget;
    return budget;
  }

  /** What rows of all sides share. */
  RowRoom rows() {
    return all;
  }

  boolean read() {
    boolean fits = read < MOST_READ;
    read += fits ? 1 : 0;
    return fits;
  }

  void endRead() {
    read--;
  }

  boolean hasRowsLeft() {
    return rows < MOST_ROWS && !all.isShort();
  }

  void keepRows(long bytes) {
    rows += bytes;
    all.add(bytes);
  }

  void forgetRows(long bytes) {
    rows -= bytes;
    all.add(-bytes);
  }
}
