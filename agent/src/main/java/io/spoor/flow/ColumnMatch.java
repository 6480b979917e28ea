package io.spoor.flow;

/** A column of an input that is a column of an output, with what speaks for it. Immutable. */
public final class ColumnMatch {

  private final int input;
  private final int output;
  private final int agreeing;
  private final int linked;
  private final int same;
  private final double chance;
  private final double bits;

  /** Another column of the input that is the same in all of these rows; -1 for none. */
  private int other = -1;

  ColumnMatch(
      int input, int output, int agreeing, int linked, int same, double chance, double bits) {
    this.input = input;
    this.output = output;
    this.agreeing = agreeing;
    this.linked = linked;
    this.same = same;
    this.chance = chance;
    this.bits = bits;
  }

  /** Column of the input, from 0. */
  public int input() {
    return input;
  }

  /** Column of the output, from 0. */
  public int output() {
    return output;
  }

  /** Linked rows in which the two are the same. */
  public int agreeing() {
    return agreeing;
  }

  /** Linked rows in which both have a value. */
  public int linked() {
    return linked;
  }

  /** Those of them in which the very object that was read was written. */
  public int same() {
    return same;
  }

  /** Whether that is enough to be sure. */
  public boolean isIdentity() {
    return same >= SameObjects.FEWEST;
  }

  /** How often two rows would agree that have nothing to do with each other, 0 to 1. */
  public double chance() {
    return chance;
  }

  /** Another column of the input that agrees in as many rows; -1 for none. */
  int other() {
    return other;
  }

  /** The same match, where a column of the input is as good. */
  ColumnMatch or(int column) {
    ColumnMatch match = new ColumnMatch(input, output, agreeing, linked, same, chance, bits);
    match.other = column;
    return match;
  }

  /** How far it is from chance, in bits. */
  public double bits() {
    return bits;
  }
}
