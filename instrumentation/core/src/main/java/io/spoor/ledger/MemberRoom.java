package io.spoor.ledger;

/** What all members of all datasets of a run may take together. Spoor's thread only. */
final class MemberRoom {

  /** Members told apart: 4 MB where they are all of one dataset, twice that at the worst. */
  private static final int HASHES = 250000;

  /** Letters of the names listed: an event carries them all, and is to stay below a megabyte. */
  private static final int TEXT = 300000;

  int hashes;
  int text;

  boolean takesHash() {
    return hashes < HASHES;
  }

  boolean takesText(int letters) {
    if (text + letters > TEXT) {
      return false;
    }
    text += letters;
    return true;
  }
}
