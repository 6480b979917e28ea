package io.spoor.memory;

import io.spoor.flow.ColumnValues;
import java.util.Arrays;

/**
 * Keyed hashes of some values of a column that a job wrote: those of the lowest ranks, so that who
 * reads the column again has the same ones. Neither a value nor a hash without key is in it.
 * Immutable.
 */
final class RememberedColumn {

  /** Values of a column, at most. */
  static final int MOST = 64;

  final String name;

  /** Sorted, so that their order says nothing. */
  final long[] hashes;

  /** All values of lower rank are there, as far as they were looked at. */
  final long below;

  /** Rows from the first one on that were looked at; 0 when those of all rows are there. */
  final long begin;

  /** Whether two columns do not have such values by chance. */
  final boolean isTelling;

  RememberedColumn(String name, long[] hashes, long below, long begin, boolean isTelling) {
    this.name = name;
    this.hashes = hashes;
    this.below = below;
    this.begin = begin;
    this.isTelling = isTelling;
  }

  /** Null when the column is none that may be remembered. */
  static RememberedColumn of(ColumnValues values, KeyedHash key) {
    if (!values.isManyValued()) {
      return null;
    }
    long whole = values.wholeBelow();
    long begin = whole == 0 ? values.begin() : 0;
    if (whole == 0 && begin == 0) {
      return null;
    }
    long below = whole == 0 ? Long.MAX_VALUE : whole;
    long[] hashes = new long[MOST];
    int count = 0;
    for (int i = 0; i < values.size() && values.rank(i) < below; i++) {
      if (begin > 0 && values.place(i) >= begin) {
        continue;
      }
      if (count == MOST) {
        below = rounded(values.rank(i));
        break;
      }
      hashes[count++] = values.hash(i);
    }
    // The bound was rounded down: what lies between is not of the sample.
    while (count > 0 && hashes[count - 1] >>> 1 >= below) {
      count--;
    }
    long[] keyed = new long[count];
    for (int i = 0; i < count; i++) {
      keyed[i] = key.of(hashes[i]);
    }
    Arrays.sort(keyed);
    return count < Recall.FEWEST
        ? null
        : new RememberedColumn(values.name(), keyed, below, begin, values.isTelling());
  }

  /** A rank itself would tell a value's hash: three of its bits do not. */
  private static long rounded(long rank) {
    int low = 64 - Long.numberOfLeadingZeros(rank) - 3;
    return low <= 0 ? rank : rank >>> low << low;
  }

  boolean has(long keyed) {
    return Arrays.binarySearch(hashes, keyed) >= 0;
  }
}
