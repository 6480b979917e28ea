package io.spoor.flow;

import io.spoor.boot.record.ValueHash;
import io.spoor.ledger.Access;
import io.spoor.model.Transformation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The different values of a dataset's column among sampled rows, as hashes in the order of their
 * ranks: a hash without its lowest bit. Of many values those of low rank are the sample that
 * everybody who has the column takes. Immutable.
 */
public final class ColumnValues {

  /** Fewer different values say nothing about where they come from. */
  private static final int FEWEST = 32;

  /** Of the rows so many have a value of their own where a column has many distinct values. */
  private static final double DISTINCT = 0.9;

  /** Shorter values are drawn from a pool that others draw from as well. */
  private static final int TELLING = 6;

  /** So many digits are the number of something. */
  private static final int DIGITS = 9;

  private final RowTable table;
  private final int at;
  private final Access access;
  private final String name;
  private final long[] hashes;
  private final long[] places;

  private ColumnValues(RowTable table, int at, RowColumn column) {
    this.table = table;
    this.at = at;
    this.access = column.access();
    this.name = column.name();
    Map<Long, Long> first = new HashMap<Long, Long>();
    for (int row = 0; row < table.size(); row++) {
      long value = table.value(row, at);
      if (value != ValueHash.NONE && !first.containsKey(value)) {
        first.put(value, table.ordinal(row));
      }
    }
    // Sorted by rank: the bits above the lowest, without a sign.
    long[] turned = new long[first.size()];
    int count = 0;
    for (long value : first.keySet()) {
      turned[count++] = value ^ Long.MIN_VALUE;
    }
    Arrays.sort(turned);
    hashes = new long[count];
    places = new long[count];
    for (int i = 0; i < count; i++) {
      hashes[i] = turned[i] ^ Long.MIN_VALUE;
      places[i] = first.get(hashes[i]);
    }
  }

  /** Those columns of some rows that are a dataset's as they are. */
  public static List<ColumnValues> of(RowSide side) {
    List<ColumnValues> all = new ArrayList<ColumnValues>();
    RowTable table = side.table();
    for (int at = 0; at < table.width(); at++) {
      for (RowColumn column : side.columns(at)) {
        boolean isOwn = column.transformation() == Transformation.IDENTITY && !column.isMasking();
        if (column.name() != null && isOwn) {
          all.add(new ColumnValues(table, at, column));
        }
      }
    }
    return all;
  }

  /** The dataset that the column is of. */
  public Access access() {
    return access;
  }

  /** The column's name. */
  public String name() {
    return name;
  }

  /** How many different values there are. */
  public int size() {
    return hashes.length;
  }

  /** The hash of the value with the n-th lowest rank. */
  public long hash(int n) {
    return hashes[n];
  }

  /** The n-th lowest rank. */
  public long rank(int n) {
    return hashes[n] >>> 1;
  }

  /** The place of the first row that has it, among all rows. */
  public long place(int n) {
    return places[n];
  }

  /** How many rows there are from the first one on without a gap; 0 when the first is missing. */
  public long begin() {
    return table.size() == 0 || table.ordinal(0) != 0 ? 0 : table.begin();
  }

  /**
   * A rank below which all values that the column has are among these: a power of two, or the
   * highest number; 0 when that cannot be said of any.
   */
  public long wholeBelow() {
    for (int bits = 0; bits < 40; bits++) {
      long rank = Long.MAX_VALUE >>> bits;
      if (table.keeps(at, rank - 1 << 1)) {
        return rank;
      }
    }
    return 0;
  }

  /**
   * Whether nearly every row has a value of its own, and these are not plain numbers that follow
   * one another. Only of such a column values may be remembered: few values could be guessed.
   */
  public boolean isManyValued() {
    return hashes.length >= FEWEST
        && hashes.length >= DISTINCT * table.filled(at)
        && !Sequences.isDense(table, at)
        && !Sequences.isCount(table, at);
  }

  /**
   * Whether values are such that two columns do not have the same ones by chance: names of things
   * and long numbers, rather than amounts and dates.
   */
  public boolean isTelling() {
    int telling = 0;
    int held = 0;
    for (int row = 0; row < table.size(); row++) {
      Object value = table.object(row, at);
      if (table.value(row, at) != ValueHash.NONE && value != null) {
        held++;
        telling += isTelling(value.toString()) ? 1 : 0;
      }
    }
    // What is not held is long.
    return held == 0 || telling >= DISTINCT * held;
  }

  private static boolean isTelling(String value) {
    String text = value.trim();
    int digits = 0;
    boolean isName = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      digits += c >= '0' && c <= '9' ? 1 : 0;
      isName |= Character.isLetter(c) && c != 'T' && c != 'E';
    }
    boolean isDate = text.length() >= 10 && text.charAt(4) == '-' && text.charAt(7) == '-';
    return isName ? text.length() >= TELLING : digits >= DIGITS && !isDate;
  }
}
