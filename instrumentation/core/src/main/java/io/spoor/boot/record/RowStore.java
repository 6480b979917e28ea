package io.spoor.boot.record;

import java.util.HashSet;
import java.util.Set;

/**
 * Sampled rows of one side of a text of SQL, as hashes of their values by column: the first ones,
 * and of the others those in which the value of a key-like column has a small hash. Both sides of a
 * flow so keep the same rows, without knowing of one another. Job threads fill it; Spoor's thread
 * reads copies.
 */
public final class RowStore {

  /** So many rows are kept whatever is in them. */
  public static final int FIRST = 200;

  /** Values kept, at most: 64 KB. */
  private static final int CELLS = 8192;

  /** Key-like columns that are looked at for each row. */
  private static final int KEYS = 2;

  /** One row of sixteen is kept at first, then of twice as many each time that room is short. */
  private static final long THRESHOLD = Long.MAX_VALUE >>> 4;

  /** A row that was kept. */
  private static final class Row {
    final long ordinal;
    final long[] hashes;
    final RowStore source;
    final long sourceOrdinal;
    final Row next;

    Row(long ordinal, long[] hashes, RowStore source, long sourceOrdinal, Row next) {
      this.ordinal = ordinal;
      this.hashes = hashes;
      this.source = source;
      this.sourceOrdinal = sourceOrdinal;
      this.next = next;
    }
  }

  /** Labels of columns that are known by them, by column from {@link RowRing#LABELLED} on. */
  final String[] labels = new String[RowRing.WIDTH];

  private Row last;
  private int kept;
  private int cells;
  private long threshold = THRESHOLD;

  /** Plain: a volatile write for each row would cost more than all the rest. */
  private long total;

  /** Columns from 0; null while the first rows come, empty when no column is like a key. */
  private volatile int[] keys;

  /** Copies of the rows that are kept, in their order. */
  public static final class Rows {
    public final long[][] hashes;

    /** The place of each among all rows, from 0. */
    public final long[] ordinals;

    /** What the thread had read last when the row was complete; null when that is not known. */
    public final RowStore[] sources;

    /** The place of that. */
    public final long[] sourceOrdinals;

    /** How many rows there were in all. */
    public final long total;

    Rows(int count, long total) {
      hashes = new long[count][];
      ordinals = new long[count];
      sources = new RowStore[count];
      sourceOrdinals = new long[count];
      this.total = total;
    }
  }

  /** What is kept so far. */
  public synchronized Rows rows() {
    Rows rows = new Rows(kept, total);
    int at = kept;
    for (Row row = last; row != null; row = row.next) {
      at--;
      rows.hashes[at] = row.hashes;
      rows.ordinals[at] = row.ordinal;
      rows.sources[at] = row.source;
      rows.sourceOrdinals[at] = row.sourceOrdinal;
    }
    return rows;
  }

  /** What it takes, in bytes, by our own estimate. */
  public synchronized long heapBytes() {
    return 8L * cells + 64L * kept;
  }

  /** The label of a column from {@link RowRing#LABELLED} on; null when there is none. */
  public String label(int column) {
    return labels[column - RowRing.LABELLED];
  }

  /** The place of the row that is open. */
  long ordinal() {
    return total;
  }

  /** The open row is complete: keeps it, or not. */
  void end(RowRing ring, RowStore source, long sourceOrdinal) {
    int[] known = keys;
    if (known == null) {
      first(ring.hashes(), source, sourceOrdinal);
    } else if (isWanted(ring, known)) {
      add(ring.hashes(), source, sourceOrdinal);
    } else {
      total++;
    }
  }

  /** The last column that decides whether a row is kept; -1 while others do, or none does. */
  int lastKey() {
    int[] known = keys;
    return known == null || known.length == 0 ? -1 : known[known.length - 1];
  }

  /** Whether the open row will be kept, as far as its columns up to the last key tell. */
  boolean wants(RowRing ring) {
    int[] known = keys;
    return known == null || isWanted(ring, known);
  }

  /** The open row is complete, and not kept. */
  void pass() {
    total++;
  }

  private boolean isWanted(RowRing ring, int[] known) {
    for (int key : known) {
      long hash = ring.hash(key);
      if (hash != ValueHash.NONE && hash >>> 1 < threshold) {
        return true;
      }
    }
    return false;
  }

  private synchronized void first(long[] hashes, RowStore source, long sourceOrdinal) {
    add(hashes, source, sourceOrdinal);
    if (kept >= FIRST || cells >= CELLS / 2) {
      keys = keyLike();
    }
  }

  private synchronized void add(long[] hashes, RowStore source, long sourceOrdinal) {
    if (cells + hashes.length > CELLS) {
      makeRoom();
      if (cells + hashes.length > CELLS) {
        total++;
        return;
      }
    }
    last = new Row(total, hashes, source, sourceOrdinal, last);
    kept++;
    cells += hashes.length;
    total++;
  }

  /** Halves what is kept beside the first rows. */
  private void makeRoom() {
    int[] known = keys;
    if (known == null || known.length == 0) {
      return;
    }
    threshold >>>= 1;
    Row rest = null;
    kept = 0;
    cells = 0;
    Row reversed = null;
    for (Row row = last; row != null; row = row.next) {
      reversed = new Row(row.ordinal, row.hashes, row.source, row.sourceOrdinal, reversed);
    }
    for (Row row = reversed; row != null; row = row.next) {
      if (row.ordinal < FIRST || isKept(row.hashes, known)) {
        rest = new Row(row.ordinal, row.hashes, row.source, row.sourceOrdinal, rest);
        kept++;
        cells += row.hashes.length;
      }
    }
    last = rest;
  }

  private boolean isKept(long[] hashes, int[] known) {
    for (int key : known) {
      if (key < hashes.length && hashes[key] != 0 && hashes[key] >>> 1 < threshold) {
        return true;
      }
    }
    return false;
  }

  /** Columns in which nearly every of the first rows has a value of its own. */
  private int[] keyLike() {
    int width = 0;
    for (Row row = last; row != null; row = row.next) {
      width = Math.max(width, row.hashes.length);
    }
    int[] found = new int[KEYS];
    int count = 0;
    for (int column = 0; column < width && count < KEYS; column++) {
      Set<Long> values = new HashSet<Long>();
      int filled = 0;
      for (Row row = last; row != null; row = row.next) {
        if (column < row.hashes.length && row.hashes[column] != 0) {
          filled++;
          values.add(row.hashes[column]);
        }
      }
      if (filled >= kept / 2 && values.size() >= 0.9 * filled) {
        found[count++] = column;
      }
    }
    return java.util.Arrays.copyOf(found, count);
  }
}
