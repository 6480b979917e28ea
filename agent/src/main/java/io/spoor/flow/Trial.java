package io.spoor.flow;

import java.util.Arrays;
import java.util.List;

/**
 * Tries a rule on linked rows, and as a control on rows that are not linked: values of a row beside
 * the result of another one. A rule that holds there as well says nothing.
 */
abstract class Trial {

  /** Rows that a rule is tried on, at most and at least. */
  private static final int MOST = 80;

  private static final int FEWEST = 8;

  /** Of the rows so many have to agree. */
  private static final double SHARE = 0.95;

  /** Evidence that a rule needs, after what trying many costs. */
  private static final double ENOUGH = 25;

  /** By so many rows the results are moved, for the control. */
  private static final int[] SHIFTS = {1, 2, 5, 11, 23};

  private final int rows;

  Trial(int rows) {
    this.rows = rows;
  }

  /** Whether the rows have all values that the rule asks for. */
  abstract boolean isThere(int row);

  /** Whether the rule makes the result that stands in one row of the values of another one. */
  abstract boolean holds(int row, int result);

  /**
   * The rule, if it is far from chance.
   *
   * @param tries how many rules were tried, in bits
   * @param learnt rows that were needed to find the rule's constants
   */
  final Rule rule(
      String name, boolean isMasking, double tries, int learnt, LinkedColumn... columns) {
    int[] there = there();
    if (there.length < FEWEST) {
      return null;
    }
    int agreeing = 0;
    for (int i = 0; i < there.length; i++) {
      agreeing += holds(there[i], there[i]) ? 1 : 0;
      if (i + 1 - agreeing > (1 - SHARE) * there.length) {
        return null;
      }
    }
    double chance = chance(there);
    double bits = (agreeing - learnt) * -Math.log(chance) / Math.log(2) - tries;
    List<LinkedColumn> of = Arrays.asList(columns);
    return bits < ENOUGH
        ? null
        : new Rule(name, of, isMasking, agreeing, there.length, chance, bits);
  }

  private int[] there() {
    int[] there = new int[Math.min(rows, MOST)];
    int count = 0;
    for (int row = 0; row < rows && count < MOST; row++) {
      if (isThere(row)) {
        there[count++] = row;
      }
    }
    return Arrays.copyOf(there, count);
  }

  private double chance(int[] there) {
    int held = 0;
    int tried = 0;
    for (int shift : SHIFTS) {
      for (int i = 0; i < there.length && shift < there.length; i++) {
        held += holds(there[i], there[(i + shift) % there.length]) ? 1 : 0;
        tried++;
      }
    }
    return (held + 0.5) / (tried + 1);
  }
}
