package io.spoor.ledger;

import java.util.HashSet;
import java.util.Set;

/**
 * Counts what a limit kept out, each thing once however often it comes, as far as the memory for
 * that goes: from {@value #TOLD_APART} on the figure means "at least". Spoor's thread only.
 */
final class LeftOut {

  private static final int TOLD_APART = 10000;

  private final Set<Integer> seen = new HashSet<Integer>();

  /**
   * @param where what it would have been kept in, told apart by identity
   * @param what equal things count once
   */
  void add(Object where, Object what) {
    if (seen.size() < TOLD_APART) {
      seen.add(Integer.valueOf(System.identityHashCode(where) * 31 + what.hashCode()));
    }
  }

  int count() {
    return seen.size();
  }
}
