package jobs.random;

/** Takes one row after the other, perhaps on several threads. */
interface Rows {
  void take(Object[] row) throws Exception;
}
