package jobs.random;

import java.util.Locale;

/** Rows of one source on their way into the outputs of a step. */
final class Part {

  private static final int FEWEST = 30;

  final Source source;

  /** Where the source's reference leads to; null for none. */
  Source lookup;

  /** The numbers that decide which rows go on; null for none. */
  Source listing;

  boolean isAnti;

  /** The column that decides which rows go on; -1 for all. */
  int filter = -1;

  /** Of a hundred values so many go on. */
  int percent = 100;

  Part(Source source) {
    this.source = source;
  }

  /** Whether enough rows go on to show where they are from. */
  boolean keepsEnough() {
    int kept = 0;
    for (Object[] row : source.rows) {
      kept += keeps(row) ? 1 : 0;
    }
    return kept >= FEWEST;
  }

  boolean keeps(Object[] row) {
    // Some drivers call it TRUE, files true.
    return filter < 0
        || Math.floorMod(Type.text(row[filter]).toLowerCase(Locale.ROOT).hashCode() * 31, 100)
            < percent;
  }
}
