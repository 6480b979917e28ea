package io.spoor.flow;

/**
 * How sure an edge is by how far its evidence is from chance: how often edges with as much were
 * right in random programs (RandomProgramsTest prints the fit, the README has the figures). No edge
 * is surer than 0.99, as those programs are not all there are.
 */
final class Confidence {

  private static final double[] IDENTITY = {100, 0.95, 200, 0.98, 0.99};
  private static final double[] ROW_MATCH = {33, 0.85, 0.99};
  private static final double[] DERIVATION = {33, 0.85, 66, 0.93, 200, 0.97, 400, 0.98, 0.99};

  /** No row speaks for it, so that it is less than the least of what rows speak for. */
  private static final double[] CONTAINMENT = {200, 0.7, 0.8};

  /** Columns that decide on rows: 164 of 165 were right, too few for steps. */
  private static final double CONDITION = 0.98;

  private Confidence() {}

  static double of(ColumnMatch match, boolean isComputed) {
    return of(match, isComputed ? DERIVATION : match.isIdentity() ? IDENTITY : ROW_MATCH);
  }

  /** Of a column whose values are among those of another one. */
  static double ofContainment(ColumnMatch match) {
    return of(match, CONTAINMENT);
  }

  private static double of(ColumnMatch match, double[] steps) {
    double bits = bits(match);
    int at = 0;
    while (at + 1 < steps.length && bits >= steps[at]) {
      at += 2;
    }
    return at + 1 < steps.length ? steps[at + 1] : steps[at];
  }

  /** Of a column that decides which rows there are. */
  static double ofCondition() {
    return CONDITION;
  }

  /** The rows that agree, times how unlikely each is; 0 where chance is not known. */
  private static double bits(ColumnMatch match) {
    boolean isKnown = match.chance() > 0 && match.chance() < 1;
    return isKnown ? match.agreeing() * -Math.log(match.chance()) / Math.log(2) : 0;
  }
}
