package io.spoor.content;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The rows that a file begins with. Immutable. */
public final class FileRows {

  /** Values of one file that are kept. */
  public static final int CELLS = 8192;

  /** Columns of one file that are looked at. */
  static final int WIDEST = 100;

  /** Fewer rows say nothing. */
  static final int FEWEST = 3;

  /** Bytes that they take, at most: what is left of 64 KB is for rows that come later. */
  private static final int ROOM = 44 << 10;

  /** Bytes beside those of the rows. */
  private static final int OBJECTS = 200;

  private final List<String> names;
  private final PackedRows rows;
  private final int width;
  private final int unpackedBytes;
  private final boolean complete;
  private final RowFormat format;

  private FileRows(
      List<String> names,
      PackedRows rows,
      int width,
      int unpackedBytes,
      boolean complete,
      RowFormat format) {
    this.names = names;
    this.rows = rows;
    this.width = width;
    this.unpackedBytes = unpackedBytes;
    this.complete = complete;
    this.format = format;
  }

  /** The same, of which it is known how they were read. */
  FileRows readAs(RowFormat known) {
    return new FileRows(names, rows, width, unpackedBytes, complete, known);
  }

  /** How they were read; null when they are of several files, or it is not known. */
  RowFormat format() {
    return format;
  }

  /** How many columns the widest row has. */
  public int width() {
    return width;
  }

  /** How many rows there are. */
  public int count() {
    return rows.count();
  }

  /** The name of a column from 0; null when it is not known. */
  public String name(int column) {
    return column < names.size() ? names.get(column) : null;
  }

  /** The rows in their order, unpacked anew. */
  public RowCells cells() {
    return rows.unpack();
  }

  /** What it takes, in bytes, by our own estimate. */
  public int heapBytes() {
    return OBJECTS + rows.bytes();
  }

  /** What {@link #cells} will take. */
  public int unpackedBytes() {
    return unpackedBytes;
  }

  /** How many rows the file has in all; -1 when that is not known. */
  public long total() {
    return complete ? rows.count() : -1;
  }

  boolean hasColumnsOf(FileRows other) {
    return names.equals(other.names) && (!names.isEmpty() || width == other.width);
  }

  /** The same without the names of the columns. */
  FileRows unnamed() {
    return new FileRows(
        Collections.<String>emptyList(), rows, width, unpackedBytes, complete, null);
  }

  /** These and then those of another one with the same columns, as far as there is room. */
  FileRows and(FileRows other) {
    Collector all = new Collector();
    boolean fits = all.addAll(rows.rows()) && all.addAll(other.rows.rows());
    return all.done(names, fits && complete && other.complete);
  }

  /** Collects rows while there is room. Not thread-safe. */
  static final class Collector {

    private final List<Object[]> rows = new ArrayList<Object[]>();
    private int cells;
    private int width;
    private boolean isFull;

    /**
     * Adds a row; false when there is no room for it.
     *
     * @param row texts, numbers, or null for no value; not copied
     */
    boolean add(Object[] row) {
      isFull |= cells + row.length > CELLS;
      if (!isFull) {
        rows.add(row);
        cells += row.length;
        width = Math.max(width, row.length);
      }
      return !isFull;
    }

    private boolean addAll(List<Object[]> more) {
      for (Object[] row : more) {
        if (!add(row)) {
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
      if (rows.size() < FEWEST) {
        return null;
      }
      PackedRows packed = PackedRows.of(rows, ROOM);
      HeldValues held = new HeldValues();
      for (Object[] row : rows) {
        for (Object cell : row) {
          held.add(PackedRows.isHeld(cell) ? cell : null);
        }
      }
      boolean isAll = whole && !isFull && packed.count() == rows.size();
      int unpacked = OBJECTS + 8 * cells + held.bytes();
      return new FileRows(names, packed, width, unpacked, isAll, null);
    }
  }
}
