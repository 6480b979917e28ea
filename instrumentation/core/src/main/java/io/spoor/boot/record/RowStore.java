package io.spoor.boot.record;

import java.util.HashSet;
import java.util.Set;

/**
 * Sampled rows of one side of a text of SQL, as hashes of their values by column beside those of
 * the values that are small: the first ones, and of the others those in which the value of a
 * key-like column has a small hash. Both sides of a flow so keep the same rows, without knowing of
 * one another. Job threads fill it; Spoor's thread reads copies.
 */
public final class RowStore {

  /** So many rows are kept whatever is in them, if half of the room is enough for them. */
  private static final int FIRST = 200;

  /** Bytes that rows take, at most. */
  private static final int ROOM = 64 << 10;

  /** Bytes of a row without its values, and of each value's hash and reference. */
  private static final int ROW = 88;

  private static final int CELL = 12;

  /** Key-like columns that are looked at for each row. */
  private static final int KEYS = 2;

  /** Of rows without a key so many more are kept. */
  private static final int MORE = 200;

  /** A row that was kept. */
  private static final class Row {
    final long ordinal;
    final long[] hashes;
    final Object[] values;
    final RowStore source;
    final long sourceOrdinal;
    final Row next;

    Row(
        long ordinal,
        long[] hashes,
        Object[] values,
        RowStore source,
        long sourceOrdinal,
        Row next) {
      this.ordinal = ordinal;
      this.hashes = hashes;
      this.values = values;
      this.source = source;
      this.sourceOrdinal = sourceOrdinal;
      this.next = next;
    }

    Row behind(Row other) {
      return new Row(ordinal, hashes, values, source, sourceOrdinal, other);
    }

    int bytes() {
      int bytes = ROW + CELL * hashes.length;
      for (Object value : values) {
        bytes += SmallValue.bytes(value);
      }
      return bytes;
    }
  }

  /** Labels of columns that are known by them, by column from {@link RowRing#LABELLED} on. */
  final String[] labels = new String[RowRing.WIDTH];

  private Row last;
  private int kept;
  private int bytes;
  private int first = FIRST;

  /**
   * Rows whose keys have smaller hashes are kept: all at first, half of them each time that room is
   * short.
   */
  private long threshold = Long.MAX_VALUE;

  /** Plain: a volatile write for each row would cost more than all the rest. */
  private long total;

  /** Columns from 0; null while the first rows come, empty when no column is like a key. */
  private volatile int[] keys;

  /** Copies of the rows that are kept, in their order. */
  public static final class Rows {
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

    Rows(int count, long total, int[] keys, long threshold) {
      this.keys = keys;
      this.threshold = threshold;
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
        isKey |= keys[i] == column && hash >>> 1 < threshold;
      }
      return isKey;
    }
  }

  /** What is kept so far. */
  public synchronized Rows rows() {
    Rows rows = new Rows(kept, total, keys, threshold);
    int at = kept;
    for (Row row = last; row != null; row = row.next) {
      at--;
      rows.hashes[at] = row.hashes;
      rows.values[at] = row.values;
      rows.ordinals[at] = row.ordinal;
      rows.sources[at] = row.source;
      rows.sourceOrdinals[at] = row.sourceOrdinal;
    }
    return rows;
  }

  /** What it takes, in bytes, by our own estimate. */
  public synchronized long heapBytes() {
    return bytes;
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
      first(ring, source, sourceOrdinal);
    } else if (isWanted(ring, known)) {
      add(ring, source, sourceOrdinal);
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
    if (known.length == 0) {
      return total < FIRST + MORE && bytes < ROOM;
    }
    for (int key : known) {
      long hash = ring.hash(key);
      if (hash != ValueHash.NONE && hash >>> 1 < threshold) {
        return true;
      }
    }
    return false;
  }

  private synchronized void first(RowRing ring, RowStore source, long sourceOrdinal) {
    add(ring, source, sourceOrdinal);
    if (kept >= FIRST || bytes >= ROOM / 2) {
      first = kept;
      keys = keyLike();
    }
  }

  private synchronized void add(RowRing ring, RowStore source, long sourceOrdinal) {
    Row row = new Row(total, ring.hashes(), ring.values(), source, sourceOrdinal, last);
    int more = row.bytes();
    if (bytes + more > ROOM) {
      makeRoom();
      row = row.behind(last);
    }
    if (bytes + more <= ROOM) {
      last = row;
      kept++;
      bytes += more;
    }
    total++;
  }

  /** Halves what is kept beside the first rows. */
  private void makeRoom() {
    int[] known = keys;
    if (known == null || known.length == 0) {
      return;
    }
    threshold >>>= 1;
    Row reversed = null;
    for (Row row = last; row != null; row = row.next) {
      reversed = row.behind(reversed);
    }
    last = null;
    kept = 0;
    bytes = 0;
    for (Row row = reversed; row != null; row = row.next) {
      if (row.ordinal < first || isKept(row.hashes, known)) {
        last = row.behind(last);
        kept++;
        bytes += row.bytes();
      }
    }
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
