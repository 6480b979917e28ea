package jobs.random;

/** The form of a step. */
public enum Shape {
  /** Each row is written before the next is read. */
  STREAM,
  /** All rows are read, then written. */
  BUFFER,
  SHUFFLE,
  FILTER,
  /** A second source, in a map, is looked up by a reference. */
  JOIN,
  /** Two outputs from the same rows. */
  FAN_OUT,
  /** One source after the other into the same output. */
  UNION,
  AGGREGATE,
  /** A prepared select for each row. */
  PER_ROW,
  /** UPDATE ... SET ... WHERE ID = ?. */
  UPDATE,
  /** Only rows that a list names. */
  SEMI_JOIN,
  /** Only rows that a list does not name. */
  ANTI_JOIN,
  /** A row for each value of a column, or each pair of values, by way of a map. */
  DISTINCT;

  boolean looksUp() {
    return this == JOIN || this == PER_ROW;
  }

  boolean lists() {
    return this == SEMI_JOIN || this == ANTI_JOIN;
  }
}
