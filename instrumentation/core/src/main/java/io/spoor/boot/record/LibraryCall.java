package io.spoor.boot.record;

/**
 * A described method of a library returned. What it tells was taken out of the job's objects
 * already, which may change from now on.
 */
public final class LibraryCall extends SpoorState {

  /** A value with the name it has in the job: in a map, as an option, as a field. Immutable. */
  public static final class Named {
    /** Null when it has none. */
    public final String name;

    /** A path or other text, a number, a boolean, an array of numbers, or a LibraryObject. */
    public final Object value;

    Named(String name, Object value) {
      this.name = name;
      this.value = value;
    }
  }

  public final LibraryRule rule;

  /** What was found, for each part of the rule; an empty array where nothing was. */
  public final Named[][] found;

  /** A class of the library; its jar knows the library's version. */
  public final Class<?> type;

  /**
   * Logical time when it was called; firstRead is when it returned; in is how many iterations were.
   */
  public final long called;

  public final long nanos;

  /** The first rows of the arrays that the job gave; null when there are none. */
  public final LibraryRows rows;

  LibraryCall(
      LibraryRule rule,
      Named[][] found,
      LibraryRows rows,
      Class<?> type,
      long called,
      long nanos,
      Object unit) {
    super(LIBRARY_CALL, null);
    this.unit = unit;
    this.rule = rule;
    this.found = found;
    this.rows = rows;
    this.type = type;
    this.called = called;
    this.nanos = nanos;
    firstRead = SpoorHooks.CLOCK.incrementAndGet();
    lastWrite = firstRead;
  }
}
