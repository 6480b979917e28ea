package io.spoor.boot.record;

import java.util.List;

/** Update counts of a batch, int[] or long[]; null stands for none (JDBC 4.3, 14.1). */
final class Counts {

  /** The statement ran, its count is not known: at least one row, for all that can be said. */
  private static final long SUCCESS_NO_INFO = -2;

  private Counts() {}

  static int length(Object counts) {
    return counts instanceof int[]
        ? ((int[]) counts).length
        : counts instanceof long[] ? ((long[]) counts).length : 0;
  }

  private static long at(Object counts, int index) {
    return counts instanceof int[] ? ((int[]) counts)[index] : ((long[]) counts)[index];
  }

  static boolean succeeded(Object counts, int index) {
    long count = at(counts, index);
    return count >= 0 || count == SUCCESS_NO_INFO;
  }

  /**
   * Of the counts of a batch that failed, how many from the first on tell of statements that were
   * tried. SQLite's driver counts 0 for those it did not get to, and for the one that failed.
   *
   * @param size of the batch; 0 when not known
   */
  static int tried(Object counts, int size) {
    int length = length(counts);
    if (length < size) {
      return length;
    }
    int tried = 0;
    for (int i = 0; i < length; i++) {
      if (!succeeded(counts, i)) {
        return length;
      }
      tried = at(counts, i) == 0 ? tried : i + 1;
    }
    return tried;
  }

  static long rows(Object counts, int index) {
    long count = at(counts, index);
    return count == SUCCESS_NO_INFO ? 1 : Math.max(0, count);
  }

  static long sum(Object counts) {
    long sum = 0;
    for (int i = 0; i < length(counts); i++) {
      sum += rows(counts, i);
    }
    return sum;
  }

  /**
   * Which of a batch failed: a driver that goes on marks it, one that stops counts those before.
   */
  static SqlUse failing(Object counts, List<SqlUse> uses) {
    int tried = tried(counts, uses.size());
    for (int i = 0; i < tried && i < uses.size(); i++) {
      if (!succeeded(counts, i)) {
        return uses.get(i);
      }
    }
    return uses.get(Math.min(tried, uses.size() - 1));
  }
}
