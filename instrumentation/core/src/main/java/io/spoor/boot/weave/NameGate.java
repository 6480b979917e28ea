package io.spoor.boot.weave;

/**
 * Lets names pass that may be among some: nearly all classes of a job are of no interest, and a
 * look into a map costs a short job more, which computes each name's hash uncompiled. Names are
 * added before others ask.
 */
final class NameGate {

  private static final int PLACES = 4096;

  private final long[] open = new long[PLACES / 64];

  void add(String name) {
    int place = place(name);
    open[place >> 6] |= 1L << place;
  }

  boolean passes(String name) {
    int place = place(name);
    return (open[place >> 6] >>> place & 1) != 0;
  }

  /** By length, the last letter and one from the middle. */
  private static int place(String name) {
    int length = name.length();
    return length == 0
        ? 0
        : (31 * (31 * length + name.charAt(length - 1)) + name.charAt(length >> 1)) & PLACES - 1;
  }
}
