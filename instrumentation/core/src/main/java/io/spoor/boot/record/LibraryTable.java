package io.spoor.boot.record;

import java.util.List;

/** The descriptions of libraries, read when the first class of one is met. */
public interface LibraryTable {

  /** Ids of what users describe begin here. */
  int USERS = 10000;

  /** Whether a class of a described library was loaded. */
  boolean isMet();

  /**
   * The described methods in the order of their ids.
   *
   * @param users those of the users instead of Spoor's own
   */
  List<String> calls(boolean users);
}
