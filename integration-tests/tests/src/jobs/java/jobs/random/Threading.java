package jobs.random;

/** Whose threads do the work. */
public enum Threading {
  ONE,
  /** A writer takes from a queue what the main thread reads. */
  QUEUE,
  /** A task a chunk. */
  POOL,
  PARALLEL_STREAM,
  FUTURE
}
