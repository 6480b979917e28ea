package io.spoor.boot.record;

/**
 * The first rows of one side of a text of SQL, as hashes of their values by column. Job threads
 * fill it; Spoor's thread reads what {@link #count} says is there.
 */
public final class RowStore {

  /** Rows kept, at most. */
  public static final int ROWS = 400;

  /** Values kept, at most: 64 KB. */
  private static final int CELLS = 8192;

  /** Rows; a row may be shorter than others. */
  private final long[][] rows = new long[ROWS][];

  /** For each row, which rows the thread had read last when it was complete; null when none. */
  private final RowStore[] sources = new RowStore[ROWS];

  private final int[] sourceRows = new int[ROWS];

  /** Labels of columns that are known by them, by column from {@link RowRing#LABELLED} on. */
  final String[] labels = new String[RowRing.WIDTH];

  private int cells;
  private volatile int count;
  private volatile boolean full;

  /** Whether nothing more is kept. */
  boolean isFull() {
    return full;
  }

  /** Rows that are there. */
  public int count() {
    return count;
  }

  /** Whether more came than was kept. */
  public boolean isCut() {
    return full;
  }

  /** A row's hashes by column from 0; those by label follow at {@link RowRing#LABELLED}. */
  public long[] row(int row) {
    return rows[row];
  }

  /** The label of a column from {@link RowRing#LABELLED} on; null when there is none. */
  public String label(int column) {
    return labels[column - RowRing.LABELLED];
  }

  /** What the thread had read last; null when that is not known. */
  public RowStore source(int row) {
    return sources[row];
  }

  /** Which row of it. */
  public int sourceRow(int row) {
    return sourceRows[row];
  }

  synchronized void add(long[] row, RowStore source, int sourceRow) {
    int at = count;
    if (at == ROWS || cells + row.length > CELLS) {
      full = true;
      return;
    }
    rows[at] = row;
    sources[at] = source;
    sourceRows[at] = sourceRow;
    cells += row.length;
    count = at + 1;
  }
}
