package io.spoor.boot.record;

/**
 * Takes the stack of the first uses of files: where in the application that was is found out later,
 * on Spoor's thread. A stack costs a few microseconds, so it is taken for a path the first time it
 * is opened in a way, and for so many in a JVM.
 */
final class CallSites {

  private static final int MOST = 100;
  private static final int SLOTS = 256;

  /** Hashes of what was seen. Threads may race: at worst a stack is taken twice. */
  private final int[] seen = new int[SLOTS];

  private int taken;

  /** The stack; null when enough is known. */
  Throwable take(int path, int mode) {
    if (taken >= MOST) {
      return null;
    }
    int hash = path * 31 + mode + 1;
    int slot = (hash ^ hash >>> 16) & SLOTS - 1;
    if (seen[slot] == hash) {
      return null;
    }
    seen[slot] = hash;
    taken++;
    return new Throwable();
  }
}
