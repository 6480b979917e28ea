package jobs.random;

/** Rows of one source on their way into the outputs of a step. */
final class Part {

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

  boolean keeps(Object[] row) {
    return filter < 0 || Math.floorMod(Type.text(row[filter]).hashCode() * 31, 100) < percent;
  }
}
