package io.spoor.boot.record;

/**
 * Rows of a file, of which some are kept as of those of a statement, so that both sides of a flow
 * keep the same ones. One thread at a time.
 */
public final class SampledRows {

  /** Columns that rows may have. */
  public static final int WIDEST = RowRing.WIDTH;

  private final RowRing ring = new RowRing();
  private final RowStore store;
  private final RowRoom room;

  /**
   * @param isRead whether to keep all rows of some values of a column
   * @param shared by all rows of the JVM
   * @param most bytes that rows may take
   * @param elsewhere so many of the first rows are held by somebody else
   */
  public SampledRows(boolean isRead, RowRoom shared, int most, int elsewhere) {
    room = shared.part();
    store = new RowStore(isRead, Effort.FILE, room, most, elsewhere);
  }

  /**
   * The open row has a value.
   *
   * @param column from 0
   * @param value a text, a number, or null
   */
  public void put(int column, Object value) {
    if (value != null) {
      ring.put(column + 1, value);
    }
  }

  /** The same of a part of a text, which is not cut out unless the row is kept. */
  public void put(int column, String text, int from, int to) {
    ring.put(column + 1, text, from, to);
  }

  /** The open row is complete. */
  public void end() {
    store.end(ring, null, 0);
    ring.next();
  }

  /** What is kept so far. */
  public KeptRows rows() {
    return store.rows();
  }

  /** Bytes that they take, by our own estimate. */
  public long heapBytes() {
    return store.heapBytes();
  }

  /** Nothing of it is kept any longer. */
  public void release() {
    room.release();
    ring.clear();
  }
}
