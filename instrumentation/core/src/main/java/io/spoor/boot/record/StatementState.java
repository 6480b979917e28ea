package io.spoor.boot.record;

/** One statement object of a driver: {@code detail} is its current use of SQL. */
final class StatementState extends SpoorState {

  /** The text that {@code detail} is the use of; null when it is not kept for recognition. */
  Object ran;

  /** The transaction in which it ran last. */
  long transaction;

  /** Whether the current result is one whose count nobody has told yet. */
  boolean countOpen;

  /** Whether the driver made it for itself. */
  boolean isDrivers;

  /** The connection's era when it was made. */
  int era;

  /** Whether it stays in the catalog of that era. */
  boolean keepsCatalog;

  /** Rows added to its one text; only what writes them without telling a count takes them. */
  long waiting;

  StatementState(Object referent) {
    super(STATEMENT, referent);
  }
}
