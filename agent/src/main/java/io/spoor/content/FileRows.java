package io.spoor.content;

import io.spoor.boot.record.ValueHash;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The rows that a file begins with, as hashes of their values by column, and the values. Immutable.
 */
public final class FileRows {

  /** Values of one file that are kept: 64 KB. */
  public static final int CELLS = 8192;

  /** Columns of one file that are looked at. */
  static final int WIDEST = 100;

  /** Fewer rows say nothing. */
  static final int FEWEST = 3;

  /** Bytes of values that are held beside their hashes. */
  private static final int VALUES = 64 << 10;

  /** Bytes of these with further numbers, which sums and averages need of all rows. */
  private static final int NUMBERS = 2 * VALUES;

  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}(\\.\\d{1,6})?");

  /** Longer texts are held as hashes only. */
  private static final int LONGEST = 64;

  private final List<String> names;
  private final List<long[]> rows;
  private final List<Object[]> values;
  private final int width;
  private final int heapBytes;
  private final boolean complete;
  private final RowFormat format;

  private FileRows(List<String> names, Collector collected, boolean complete) {
    this.format = null;
    this.names = names;
    this.rows = collected.rows;
    this.values = collected.values;
    this.width = collected.width;
    this.heapBytes = collected.bytes + 8 * collected.cells;
    this.complete = complete;
  }

  private FileRows(FileRows same, RowFormat format) {
    this.names = same.names;
    this.rows = same.rows;
    this.values = same.values;
    this.width = same.width;
    this.heapBytes = same.heapBytes;
    this.complete = same.complete;
    this.format = format;
  }

  /** The same, of which it is known how they were read. */
  FileRows readAs(RowFormat known) {
    return new FileRows(this, known);
  }

  /** How they were read; null when they are of several files, or it is not known. */
  RowFormat format() {
    return format;
  }

  /** How many columns the widest row has. */
  public int width() {
    return width;
  }

  /** The name of a column from 0; null when it is not known. */
  public String name(int column) {
    return column < names.size() ? names.get(column) : null;
  }

  /** In their order; 0 stands for no value. */
  public long[][] hashes() {
    return rows.toArray(new long[0][]);
  }

  /** The values that are held; a row or a value may be null. */
  public Object[][] values() {
    return values.toArray(new Object[0][]);
  }

  /** What it takes, in bytes, by our own estimate. */
  public int heapBytes() {
    return heapBytes;
  }

  /** How many rows the file has in all; -1 when that is not known. */
  public long total() {
    return complete ? rows.size() : -1;
  }

  boolean hasColumnsOf(FileRows other) {
    return names.equals(other.names) && (!names.isEmpty() || width == other.width);
  }

  /** These and then those of another one with the same columns, as far as there is room. */
  FileRows and(FileRows other) {
    Collector all = new Collector();
    boolean fits = all.addAll(this) && all.addAll(other);
    return new FileRows(names, all, fits && complete && other.complete);
  }

  /** The same without the names of the columns. */
  FileRows unnamed() {
    Collector same = new Collector();
    same.addAll(this);
    return new FileRows(Collections.<String>emptyList(), same, complete);
  }

  /** Collects rows while there is room. Not thread-safe. */
  static final class Collector {

    private final List<long[]> rows = new ArrayList<long[]>();
    private final List<Object[]> values = new ArrayList<Object[]>();
    private final Map<Object, Object> known = new HashMap<Object, Object>();
    private int bytes;
    private int cells;
    private int width;
    private boolean isFull;

    /**
     * Adds a row; false when there is no room for it.
     *
     * @param cells texts, numbers, or null for no value
     */
    boolean add(Object[] cells) {
      long[] hashes = new long[cells.length];
      Object[] held = new Object[cells.length];
      for (int i = 0; i < cells.length; i++) {
        hashes[i] = ValueHash.of(cells[i]);
        boolean isShort = cells[i] instanceof String && ((String) cells[i]).length() <= LONGEST;
        boolean isHeld = isShort || cells[i] instanceof Number || cells[i] instanceof Boolean;
        held[i] = isHeld ? cells[i] : null;
      }
      return add(hashes, held);
    }

    private boolean add(long[] hashes, Object[] held) {
      isFull |= cells + hashes.length > CELLS;
      if (!isFull) {
        rows.add(hashes);
        cells += hashes.length;
        width = Math.max(width, hashes.length);
        boolean all = bytes < VALUES;
        for (int i = 0; held != null && i < held.length; i++) {
          held[i] = all ? held[i] : bytes < NUMBERS ? number(held[i]) : null;
          Object before = known.get(held[i]);
          if (before != null) {
            held[i] = before;
          } else if (held[i] != null) {
            known.put(held[i], held[i]);
            bytes += held[i] instanceof String ? 48 + ((String) held[i]).length() : 24;
          }
        }
        values.add(held);
      }
      return !isFull;
    }

    /** In as little room as will do; null when it is none. */
    private static Object number(Object value) {
      boolean isText = value instanceof String && NUMBER.matcher((String) value).matches();
      return isText
          ? (Object) Double.valueOf((String) value)
          : value instanceof Number ? value : null;
    }

    private boolean addAll(FileRows more) {
      for (int i = 0; i < more.rows.size(); i++) {
        Object[] held = more.values.get(i);
        if (!add(more.rows.get(i), held == null ? null : held.clone())) {
          return false;
        }
      }
      return true;
    }

    /**
     * What was collected.
     *
     * @param names of the columns, or empty
     * @param whole whether the file has no more
     * @return null when there are too few rows
     */
    FileRows done(List<String> names, boolean whole) {
      return rows.size() < FEWEST ? null : new FileRows(names, this, whole && !isFull);
    }
  }
}
