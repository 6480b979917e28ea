package io.spoor.boot.record;

/**
 * Sampled rows of one side of a text of SQL, as hashes of their values by column beside those of
 * the values that are small: the first ones, and of the others those in which the value of a
 * key-like column has a small hash. Both sides of a flow so keep the same rows, without knowing of
 * one another. Job threads fill it; Spoor's thread reads copies.
 */
public final class RowStore {

  /**
   * Rows for which all keys are looked at; of later ones only the first key. By then the other side
   * of a flow has rows in common by each of them, and hashing a text of every row would cost more
   * than all other hooks of the row together.
   */
  static final int ALL_KEYS = 5_000;

  /** Columns that are looked at for each row in all: keys, and what rows are grouped by. */
  private static final int MOST_COLUMNS = 3;

  /** A bit for each of them. */
  static final long ALL_COLUMNS = -1;

  /** Of rows without a key as many as the first ones are kept once more. */
  private static final int KEYLESS = 2;

  /** Labels of columns that are known by them, by column from {@link RowRing#LABELLED} on. */
  final String[] labels = new String[RowRing.WIDTH];

  /** Whether calls are looked at until its first rows are there. */
  boolean isLooked;

  private KeptRow last;
  private int kept;
  private int bytes;
  private int first = Integer.MAX_VALUE;

  /**
   * Rows whose keys have smaller hashes are kept: all at first, half of them each time that room is
   * short.
   */
  private long threshold = Long.MAX_VALUE;

  /** Plain: a volatile write for each row would cost more than all the rest. */
  private long total;

  /**
   * Columns from 0, the one that counts to the end first; null while the first rows come, empty
   * when no column is like a key.
   */
  private volatile int[] keys;

  /** Columns of which all rows of some values are kept, so that what groups add up to is known. */
  private int[] groups = {};

  /** For each of these, up to which hash; negative for none. */
  private long[] upTo = {};

  /** What was made of open rows; null while nothing was. */
  private volatile TagCounts tags;

  private final boolean keepsGroups;
  private final RowRoom room;
  private final int most;

  /** So many of the first rows are held by somebody else: from when keys are known not here. */
  private final int elsewhere;

  /** Of {@link #bytes}, what the room knows of. */
  private int noted;

  /** Plain, as the total: a row more or less does not matter. */
  private Effort effort;

  /** With the usual effort. */
  RowStore(boolean keepsGroups) {
    this(keepsGroups, Effort.USUAL, new RowRoom());
  }

  /**
   * @param keepsGroups whether to keep all rows of some values of a column, as far as there is room
   * @param effort how much is kept until somebody knows better
   * @param room that all sides share; more effort was asked of it already
   */
  RowStore(boolean keepsGroups, Effort effort, RowRoom room) {
    this(keepsGroups, effort, room, Integer.MAX_VALUE, 0);
  }

  /**
   * @param most bytes that rows may take, whatever the effort
   * @param elsewhere so many of the first rows are held by somebody else
   */
  RowStore(boolean keepsGroups, Effort effort, RowRoom room, int most, int elsewhere) {
    this.keepsGroups = keepsGroups;
    this.effort = effort;
    this.room = room;
    this.most = most;
    this.elsewhere = elsewhere;
  }

  /**
   * Decides how much is kept. What is there already and too much goes; of less than was kept so far
   * more cannot be had, only of what comes. For more there may be no room.
   */
  public synchronized void take(Effort wanted) {
    if (wanted == effort || wanted == Effort.MORE && !room.takeMore()) {
      return;
    }
    if (effort == Effort.MORE) {
      room.giveBackMore();
    }
    effort = wanted;
    if (keys == null) {
      if (isEnough()) {
        chooseKeys();
      } else {
        return;
      }
    }
    if (keys.length + groups.length == 0) {
      keepOnly(0, KEYLESS * wanted.first, wanted.room);
    } else {
      first = Math.min(first, firstRows(wanted));
      while (bytes > wanted.room && threshold > 1) {
        makeRoom();
      }
    }
    note();
  }

  /** How many bytes rows may take now. */
  private int room() {
    int wanted = Math.min(effort.room, most);
    return room.isShort() ? Math.min(RowRoom.LEAST, wanted) : wanted;
  }

  private void note() {
    if (bytes != noted) {
      room.add(bytes - noted);
      noted = bytes;
    }
  }

  /** How many of the first rows would have been kept whatever is in them. */
  private int firstRows(Effort wanted) {
    int begin = 0;
    int taken = 0;
    for (KeptRow row = inOrder(); row != null && begin < wanted.first; row = row.next) {
      if (taken >= wanted.room / 2) {
        break;
      }
      taken += row.bytes();
      begin++;
    }
    return begin;
  }

  /** Keeps rows from one place up to another, as far as there is room. */
  private void keepOnly(int from, int until, int room) {
    KeptRow rows = inOrder();
    last = null;
    kept = 0;
    bytes = 0;
    for (KeptRow row = rows; row != null && row.ordinal < until; row = row.next) {
      if (row.ordinal >= from && bytes + row.bytes() <= room) {
        keep(row);
      }
    }
  }

  /** The rows that are kept, the first one first. */
  private KeptRow inOrder() {
    KeptRow reversed = null;
    for (KeptRow row = last; row != null; row = row.next) {
      reversed = row.behind(reversed);
    }
    return reversed;
  }

  private void keep(KeptRow row) {
    last = row.behind(last);
    kept++;
    bytes += row.bytes();
  }

  /** What is kept so far. */
  public synchronized KeptRows rows() {
    KeptRows rows = new KeptRows(kept, total, begin(), keys, threshold, groups, upTo.clone());
    int at = kept;
    for (KeptRow row = last; row != null; row = row.next) {
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
    for (KeptRow row = last; row != null; row = row.next) {
      begin = Math.min(begin, row.begin);
    }
    return begin;
  }

  /** What it takes, in bytes, by our own estimate. */
  public synchronized long heapBytes() {
    return bytes + (tags == null ? 0 : TagCounts.BYTES);
  }

  /** The label of a column from {@link RowRing#LABELLED} on; null when there is none. */
  public String label(int column) {
    return labels[column - RowRing.LABELLED];
  }

  /** What parameters were made of; null when that was not looked at. */
  public TagCounts tags() {
    return tags;
  }

  /** A row of parameters is complete, some of which may have been made of the row that is open. */
  void tag(RowRing bound, TagWindow window) {
    TagCounts counts = tags;
    if (counts == null) {
      counts = new TagCounts();
      tags = counts;
    }
    counts.add(bound, window);
  }

  /** Whether the first rows are still coming. */
  boolean isBeginning() {
    return keys == null;
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
    } else if (total >= elsewhere && isWanted(ring, known)) {
      add(ring, source, sourceOrdinal);
    } else {
      total++;
    }
  }

  /** The last column that decides whether a row is kept; -1 while others do, or none does. */
  int lastKey() {
    int[] known = keys;
    int last = -1;
    for (int i = 0; known != null && i < looked(known); i++) {
      last = Math.max(last, known[i]);
    }
    return last;
  }

  /** Bit n is set when column n tells whether a row is kept; all while the first rows come. */
  long deciding() {
    int[] known = keys;
    if (known == null) {
      return ALL_COLUMNS;
    }
    long columns = 0;
    int looked = looked(known);
    for (int i = 0; i < looked; i++) {
      columns |= 1L << known[i];
    }
    for (int i = 0; i < groups.length && looked > 0; i++) {
      columns |= 1L << groups[i];
    }
    return columns;
  }

  /** The one column that tells whether a row is kept; -1 while it takes more, or none does. */
  int decider() {
    int[] known = keys;
    boolean isOne =
        known != null
            && known.length > 0
            && groups.length == 0
            && (known.length == 1 || total >= ALL_KEYS);
    return isOne ? known[0] : -1;
  }

  /** Up to which hash of a key rows are kept; a moment old without the lock, and only falling. */
  long threshold() {
    return threshold;
  }

  /** Whether the open row will be kept, as far as its columns up to the last key tell. */
  boolean wants(RowRing ring) {
    int[] known = keys;
    return known == null || isWanted(ring, known);
  }

  /** Whether a row will be kept that has a value of such a hash in a column that decides on it. */
  boolean wants(int column, long hash) {
    int[] known = keys;
    int looked = looked(known);
    for (int i = 0; i < looked; i++) {
      if (known[i] == column && isLow(hash, threshold - 1)) {
        return true;
      }
    }
    for (int i = 0; i < groups.length; i++) {
      if (groups[i] == column && isLow(hash, upTo[i])) {
        return true;
      }
    }
    return false;
  }

  /** The open row is complete, and not kept. */
  void pass() {
    total++;
  }

  private boolean isWanted(RowRing ring, int[] known) {
    if (known.length == 0) {
      return total < KEYLESS * effort.first && bytes < room();
    }
    int looked = looked(known);
    for (int i = 0; i < looked; i++) {
      if (isLow(ring.hash(known[i]), threshold - 1)) {
        return true;
      }
    }
    for (int i = 0; i < groups.length; i++) {
      if (isLow(ring.hash(groups[i]), upTo[i])) {
        return true;
      }
    }
    return false;
  }

  /** So many of the keys tell whether a row is kept. */
  private int looked(int[] known) {
    return total < ALL_KEYS ? known.length : Math.min(1, known.length);
  }

  private static boolean isLow(long hash, long highest) {
    return hash != ValueHash.NONE && hash >>> 1 <= highest;
  }

  private synchronized void first(RowRing ring, RowStore source, long sourceOrdinal) {
    add(ring, source, sourceOrdinal);
    if (isEnough()) {
      chooseKeys();
    }
  }

  /** Whether there are enough rows to see which columns are like keys. */
  private boolean isEnough() {
    return kept >= effort.first || bytes >= room() / 2;
  }

  private void chooseKeys() {
    first = kept;
    int[] found = KeyColumns.of(last, kept);
    if (keepsGroups) {
      GroupColumns columns = new GroupColumns(hashesOfFirst(), MOST_COLUMNS - found.length);
      groups = columns.columns();
      upTo = columns.upTo();
    }
    keys = found;
    if (elsewhere > 0) {
      keepOnly(elsewhere, Integer.MAX_VALUE, most);
      note();
    }
  }

  private synchronized void add(RowRing ring, RowStore source, long sourceOrdinal) {
    int begin = ring.begin();
    KeptRow row =
        new KeptRow(
            total, begin, ring.hashes(begin), ring.values(begin), source, sourceOrdinal, last);
    int more = row.bytes();
    // What the threshold lets in has to be here, or its absence would be taken for evidence.
    int allowed = room();
    while (bytes + more > allowed && threshold > 0 && canForget()) {
      makeRoom();
    }
    if (bytes + more <= allowed) {
      last = row.behind(last);
      kept++;
      bytes += more;
    }
    note();
    total++;
  }

  private long[][] hashesOfFirst() {
    long[][] hashes = new long[kept][];
    int at = kept;
    for (KeptRow row = last; row != null; row = row.next) {
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
    for (KeptRow row = last; row != null; row = row.next) {
      grouped += row.ordinal >= first && isGrouped(row) ? row.bytes() : 0;
    }
    for (int i = 0; i < groups.length && grouped > Math.min(effort.room, most) / 4; i++) {
      upTo[i] = below(i);
    }
    KeptRow rows = inOrder();
    last = null;
    kept = 0;
    bytes = 0;
    for (KeptRow row = rows; row != null; row = row.next) {
      if (row.ordinal < first || isKept(row, known) || isGrouped(row)) {
        keep(row);
      }
    }
  }

  private boolean isGrouped(KeptRow row) {
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
    for (KeptRow row = last; row != null; row = row.next) {
      long hash = row.hash(groups[group]);
      if (hash != ValueHash.NONE && hash >>> 1 < upTo[group]) {
        below = Math.max(below, hash >>> 1);
      }
    }
    return below;
  }

  private boolean isKept(KeptRow row, int[] known) {
    for (int key : known) {
      if (row.hash(key) != ValueHash.NONE && row.hash(key) >>> 1 < threshold) {
        return true;
      }
    }
    return false;
  }
}
