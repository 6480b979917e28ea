package io.spoor.boot.record;

/**
 * How often parameters of a statement were objects that had been made of columns of the row that
 * was open. Filled by job threads while few rows were there, read by Spoor's thread.
 */
public final class TagCounts {

  private static final int MOST = 64;

  /** What it takes, in bytes, by our own estimate. */
  static final int BYTES = 200 + RowRing.WIDTH * 4 + MOST * 48;

  /** Rows in which a parameter had an object at all. */
  private final int[] rows = new int[RowRing.WIDTH];

  private final Entry[] entries = new Entry[MOST];
  private int count;

  /** One way in which a parameter was made. Immutable for who reads it. */
  public static final class Entry {
    public final int parameter;

    /** Where the row came from. */
    public final RowStore source;

    /** Its columns: a bit for each. */
    public final long columns;

    /** What tells most of the calls that made it. */
    public final int call;

    private int times;

    Entry(int parameter, RowStore source, long columns, int call) {
      this.parameter = parameter;
      this.source = source;
      this.columns = columns;
      this.call = call;
    }
  }

  /** A row of parameters is complete. */
  synchronized void add(RowRing bound, TagWindow window) {
    for (int i = 0; i < bound.width() && i < rows.length; i++) {
      Object value = bound.reference(i);
      if (value == null) {
        continue;
      }
      rows[i]++;
      long columns = window.made(value);
      if (columns != 0) {
        add(i, window.ring.store(), columns, window.call(value));
      }
    }
  }

  private void add(int parameter, RowStore source, long columns, int call) {
    for (int i = 0; i < count; i++) {
      Entry each = entries[i];
      if (each.parameter == parameter
          && each.source == source
          && each.columns == columns
          && each.call == call) {
        each.times++;
        return;
      }
    }
    if (count < MOST) {
      entries[count] = new Entry(parameter, source, columns, call);
      entries[count++].times = 1;
    }
  }

  /** The way in which a parameter was made most often; null when it was in none. */
  public synchronized Entry of(int parameter) {
    Entry most = null;
    for (int i = 0; i < count; i++) {
      boolean isMore = most == null || entries[i].times > most.times;
      most = entries[i].parameter == parameter && isMore ? entries[i] : most;
    }
    return most;
  }

  /** How many rows were made so. */
  public synchronized int times(Entry entry) {
    return entry.times;
  }

  /** In how many rows the parameter was an object. */
  public synchronized int rows(int parameter) {
    return parameter < rows.length ? rows[parameter] : 0;
  }
}
