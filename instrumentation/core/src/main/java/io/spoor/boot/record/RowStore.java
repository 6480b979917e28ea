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

  /** Columns that are looked at for each row in all: keys, and what rows are grouped by. */
  private static final int MOST_COLUMNS = 3;

  /** Of rows without a key so many more are kept. */
  private static final int MORE = 200;

  /** A row that was kept. */
  private static final class Row {
    final long ordinal;

    /** The column that its values begin with. */
    final int begin;

    final long[] hashes;
    final Object[] values;
    final RowStore source;
    final long sourceOrdinal;
    final Row next;

    Row(
        long ordinal,
        int begin,
        long[] hashes,
        Object[] values,
        RowStore source,
        long sourceOrdinal,
        Row next) {
      this.ordinal = ordinal;
      this.begin = begin;
      this.hashes = hashes;
      this.values = values;
      this.source = source;
      this.sourceOrdinal = sourceOrdinal;
      this.next = next;
    }

    Row behind(Row other) {
      return new Row(ordinal, begin, hashes, values, source, sourceOrdinal, other);
    }

    long hash(int column) {
      int at = column - begin;
      return at >= 0 && at < hashes.length ? hashes[at] : ValueHash.NONE;
    }

    /** One past its last column. */
    int end() {
      return begin + hashes.length;
    }

    /** Its hashes, from a column on that is none behind its first one. */
    long[] hashesFrom(int column) {
      long[] from = begin == column ? hashes : new long[end() - column];
      if (from != hashes) {
        System.arraycopy(hashes, 0, from, begin - column, hashes.length);
      }
      return from;
    }

    Object[] valuesFrom(int column) {
      Object[] from = begin == column ? values : new Object[end() - column];
      if (from != values) {
        System.arraycopy(values, 0, from, begin - column, values.length);
      }
      return from;
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

  /** Columns of which all rows of some values are kept, so that what groups add up to is known. */
  private int[] groups = {};

  /** For each of these, up to which hash; negative for none. */
  private long[] upTo = {};

  private final boolean keepsGroups;

  /**
   * @param keepsGroups whether to keep all rows of some values of a column, as far as there is room
   */
  RowStore(boolean keepsGroups) {
    this.keepsGroups = keepsGroups;
  }

  /** Copies of the rows that are kept, in their order. */
  public static final class Rows {
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

    Rows(int count, long total, int begin, RowStore of) {
      this.begin = begin;
      keys = of.keys;
      threshold = of.threshold;
      groups = of.groups;
      upTo = of.upTo.clone();
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
        isKey |= keys[i] == begin + column && hash >>> 1 < threshold;
      }
      return isKey;
    }

    /** Whether all rows are among these that have a value of such a hash in a column. */
    public boolean keepsAll(int column, long hash) {
      boolean all = keeps(column, hash);
      for (int i = 0; i < groups.length; i++) {
        all |= groups[i] == begin + column && hash >>> 1 <= upTo[i];
      }
      return all;
    }
  }

  /** What is kept so far. */
  public synchronized Rows rows() {
    Rows rows = new Rows(kept, total, begin(), this);
    int at = kept;
    for (Row row = last; row != null; row = row.next) {
      at--;
      rows.hashes[at] = row.hashesFrom(rows.begin);
      rows.values[at] = row.valuesFrom(rows.begin);
      rows.ordinals[at] = row.ordinal;
      rows.sources[at] = row.source;
      rows.sourceOrdinals[at] = row.sourceOrdinal;
    }
    return rows;
  }

  /** The first column that any row has. */
  private int begin() {
    int begin = last == null ? 0 : last.begin;
    for (Row row = last; row != null; row = row.next) {
      begin = Math.min(begin, row.begin);
    }
    return begin;
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
    for (int i = 0; i < groups.length; i++) {
      long hash = ring.hash(groups[i]);
      if (hash != ValueHash.NONE && hash >>> 1 <= upTo[i]) {
        return true;
      }
    }
    return false;
  }

  private synchronized void first(RowRing ring, RowStore source, long sourceOrdinal) {
    add(ring, source, sourceOrdinal);
    if (kept >= FIRST || bytes >= ROOM / 2) {
      first = kept;
      int[] found = keyLike();
      if (keepsGroups) {
        GroupColumns columns = new GroupColumns(hashesOfFirst(), MOST_COLUMNS - found.length);
        groups = columns.columns();
        upTo = columns.upTo();
      }
      keys = found;
    }
  }

  private synchronized void add(RowRing ring, RowStore source, long sourceOrdinal) {
    int begin = ring.begin();
    Row row =
        new Row(total, begin, ring.hashes(begin), ring.values(begin), source, sourceOrdinal, last);
    int more = row.bytes();
    // What the threshold lets in has to be here, or its absence would be taken for evidence.
    while (bytes + more > ROOM && threshold > 0 && canForget()) {
      makeRoom();
    }
    if (bytes + more <= ROOM) {
      last = row.behind(last);
      kept++;
      bytes += more;
    }
    total++;
  }

  private long[][] hashesOfFirst() {
    long[][] hashes = new long[kept][];
    int at = kept;
    for (Row row = last; row != null; row = row.next) {
      hashes[--at] = row.hashesFrom(0);
    }
    return hashes;
  }

  private boolean canForget() {
    return keys != null && keys.length + groups.length > 0;
  }

  /** Halves what is kept beside the first rows. */
  private void makeRoom() {
    int[] known = keys;
    threshold >>>= 1;
    int grouped = 0;
    for (Row row = last; row != null; row = row.next) {
      grouped += row.ordinal >= first && isGrouped(row) ? row.bytes() : 0;
    }
    for (int i = 0; i < groups.length && grouped > ROOM / 4; i++) {
      upTo[i] = below(i);
    }
    Row reversed = null;
    for (Row row = last; row != null; row = row.next) {
      reversed = row.behind(reversed);
    }
    last = null;
    kept = 0;
    bytes = 0;
    for (Row row = reversed; row != null; row = row.next) {
      if (row.ordinal < first || isKept(row, known) || isGrouped(row)) {
        last = row.behind(last);
        kept++;
        bytes += row.bytes();
      }
    }
  }

  private boolean isGrouped(Row row) {
    boolean is = false;
    for (int i = 0; i < groups.length; i++) {
      long hash = row.hash(groups[i]);
      is |= hash != ValueHash.NONE && hash >>> 1 <= upTo[i];
    }
    return is;
  }

  /** The next lower hash of a group that is kept; -1 when there is none. */
  private long below(int group) {
    long below = -1;
    for (Row row = last; row != null; row = row.next) {
      long hash = row.hash(groups[group]);
      if (hash != ValueHash.NONE && hash >>> 1 < upTo[group]) {
        below = Math.max(below, hash >>> 1);
      }
    }
    return below;
  }

  private boolean isKept(Row row, int[] known) {
    for (int key : known) {
      if (row.hash(key) != ValueHash.NONE && row.hash(key) >>> 1 < threshold) {
        return true;
      }
    }
    return false;
  }

  /** Columns in which nearly every of the first rows has a value of its own. */
  private int[] keyLike() {
    int width = 0;
    for (Row row = last; row != null; row = row.next) {
      width = Math.max(width, row.end());
    }
    int[] found = new int[KEYS];
    int count = 0;
    for (int column = 0; column < width && count < KEYS; column++) {
      Set<Long> values = new HashSet<Long>();
      int filled = 0;
      for (Row row = last; row != null; row = row.next) {
        if (row.hash(column) != ValueHash.NONE) {
          filled++;
          values.add(row.hash(column));
        }
      }
      if (filled >= kept / 2 && values.size() >= 0.9 * filled) {
        found[count++] = column;
      }
    }
    return java.util.Arrays.copyOf(found, count);
  }
}
