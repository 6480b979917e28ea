package io.spoor.boot.record;

/** Copies of the rows that are kept, in their order. */
public final class KeptRows {
  /** Which column of the store is the first one here. */
  public final int begin;

  public final long[][] hashes;

  /** The values themselves, null where they are not held; the very objects of the job. */
  public final Object[][] values;

  /** The place of each among all rows, from 0. */
  public final long[] ordinals;

  /** What the thread had read last when the row was complete; null when that is not known. */
  public final RowStore[] sources;

  /** The place of that. */
  public final long[] sourceOrdinals;

  /** How many rows there were in all. */
  public final long total;

  private final int[] keys;
  private final long threshold;
  private final int[] groups;
  private final long[] upTo;

  /**
   * @param keys the columns by whose values rows are kept; null while the first ones come
   * @param threshold values of keys below it are kept with their rows
   * @param groups the columns whose smallest values are kept with all their rows
   * @param upTo of each group, how far
   */
  KeptRows(
      int count, long total, int begin, int[] keys, long threshold, int[] groups, long[] upTo) {
    this.begin = begin;
    this.keys = keys;
    this.threshold = threshold;
    this.groups = groups;
    this.upTo = upTo;
    hashes = new long[count][];
    values = new Object[count][];
    ordinals = new long[count];
    sources = new RowStore[count];
    sourceOrdinals = new long[count];
    this.total = total;
  }

  /** Whether a row is among these in any case that has a value of such a hash in a column. */
  public boolean keeps(int column, long hash) {
    boolean isKey = hashes.length == total;
    for (int i = 0; keys != null && i < keys.length; i++) {
      boolean isWhole = i == 0 || total <= RowStore.ALL_KEYS;
      isKey |= isWhole && keys[i] == begin + column && hash >>> 1 < threshold;
    }
    return isKey;
  }

  /** Whether all rows are among these that have a value of such a hash in a column. */
  public boolean keepsAll(int column, long hash) {
    boolean all = keeps(column, hash);
    // Without a key only the first rows are kept, whatever group they are of.
    boolean isGrouped = keys != null && keys.length > 0;
    for (int i = 0; isGrouped && i < groups.length; i++) {
      all |= groups[i] == begin + column && hash >>> 1 <= upTo[i];
    }
    return all;
  }
}
