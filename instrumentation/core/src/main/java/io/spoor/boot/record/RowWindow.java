package io.spoor.boot.record;

/** The row of a result set that a thread reads. */
final class RowWindow {
  RowStore rows;
  long row;

  /** Null unless calls of the application are looked at. */
  TagWindow tags;

  /** What looking at the thread's calls has cost since it was weighed last, in nanoseconds. */
  int cost;

  /** What it has cost beyond its share, likewise. */
  long debt;

  /** System.nanoTime() of then; 0 before. */
  long weighedAt;
}
