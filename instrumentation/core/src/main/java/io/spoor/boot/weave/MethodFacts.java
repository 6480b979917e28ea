package io.spoor.boot.weave;

/**
 * What a method was seen to do with its own parameters while it was woven. A hook on return or
 * throw reads a parameter's slot; that is only sound while the slot still holds a value of its
 * kind.
 */
final class MethodFacts {

  /** Bit n: slot n receives something other than a reference. */
  private long notReference;

  /** Bit n: slot n receives something other than an int. */
  private long notInt;

  /** Bit n: slot n receives something of one slot. */
  private long otherThanWide;

  /** Slot 0 receives a value. No compiler does that to this, obfuscators may. */
  private boolean overwritesThis;

  /** It hands the call to the same method of its super class, which is woven itself. */
  private boolean callsSuper;

  /** A store to a slot; wide ones take the next slot too. */
  void stores(int slot, boolean reference, boolean isInt, boolean wide) {
    overwritesThis |= slot == 0;
    if (!wide && slot < 64) {
      otherThanWide |= 1L << slot;
    }
    for (int s = slot; s <= (wide ? slot + 1 : slot) && s < 64; s++) {
      if (!reference) {
        notReference |= 1L << s;
      }
      if (!isInt) {
        notInt |= 1L << s;
      }
    }
  }

  void callsSuper() {
    callsSuper = true;
  }

  boolean isDelegating() {
    return callsSuper;
  }

  boolean keepsThis() {
    return !overwritesThis;
  }

  /** Whether a slot still holds what the caller passed, or something of the same kind. */
  boolean keeps(int slot, char kind) {
    if (slot >= 64) {
      return true;
    }
    switch (kind) {
      case 'A':
        return (notReference >>> slot & 1) == 0;
      case 'I':
        return (notInt >>> slot & 1) == 0;
      case 'F':
        return ((notInt | notReference) >>> slot & 1) == 0;
      default:
        // Long or double: two slots, of which the second may be taken for something else.
        return ((notInt | notReference | otherThanWide) >>> slot & 3) == 0;
    }
  }
}
