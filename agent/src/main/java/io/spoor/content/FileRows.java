package io.spoor.content;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The rows that a file begins with, as hashes of their values by column. Immutable. */
public final class FileRows {

  /** Values of one file that are kept: 64 KB. */
  public static final int CELLS = 8192;

  /** Columns of one file that are looked at. */
  static final int WIDEST = 100;

  /** Fewer rows say nothing. */
  static final int FEWEST = 3;

  private final List<String> names;
  private final List<long[]> rows;
  private final int width;
  private final boolean complete;

  private FileRows(List<String> names, List<long[]> rows, int width, boolean complete) {
    this.names = names;
    this.rows = rows;
    this.width = width;
    this.complete = complete;
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
    boolean fits = all.addAll(rows) && all.addAll(other.rows);
    return new FileRows(names, all.rows, all.width, fits && complete && other.complete);
  }

  /** The same without the names of the columns. */
  FileRows unnamed() {
    return new FileRows(Collections.<String>emptyList(), rows, width, complete);
  }

  /** Collects rows while there is room. Not thread-safe. */
  static final class Collector {

    private final List<long[]> rows = new ArrayList<long[]>();
    private int cells;
    private int width;
    private boolean isFull;

    /** Adds a row that is changed no more; false when there is no room for it. */
    boolean add(long[] row) {
      isFull |= cells + row.length > CELLS;
      if (!isFull) {
        rows.add(row);
        cells += row.length;
        width = Math.max(width, row.length);
      }
      return !isFull;
    }

    private boolean addAll(List<long[]> more) {
      for (long[] row : more) {
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
      return rows.size() < FEWEST ? null : new FileRows(names, rows, width, whole && !isFull);
    }
  }
}
