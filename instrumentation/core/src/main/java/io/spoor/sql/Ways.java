package io.spoor.sql;

import io.spoor.model.Transformation;

/**
 * The ways in which a base column takes part in a value, as bits: bit k for the transformation of
 * ordinal k, bit 16 + k when all paths of that transformation mask the value.
 */
final class Ways {

  private static final int KINDS = 0xffff;
  private static final int DIRECT = 7;
  private static final int MASKS = 16;

  static final int IDENTITY = 1 << Transformation.IDENTITY.ordinal();
  static final int TRANSFORMATION = 1 << Transformation.TRANSFORMATION.ordinal();
  static final int AGGREGATION = 1 << Transformation.AGGREGATION.ordinal();
  static final int JOIN = 1 << Transformation.JOIN.ordinal();
  static final int GROUP_BY = 1 << Transformation.GROUP_BY.ordinal();
  static final int FILTER = 1 << Transformation.FILTER.ordinal();
  static final int SORT = 1 << Transformation.SORT.ordinal();
  static final int WINDOW = 1 << Transformation.WINDOW.ordinal();
  static final int CONDITIONAL = 1 << Transformation.CONDITIONAL.ordinal();

  private Ways() {}

  /** The same way, masking the value. */
  static int masking(int way) {
    return way | (way & KINDS) << MASKS;
  }

  static boolean has(int ways, Transformation kind) {
    return (ways & 1 << kind.ordinal()) != 0;
  }

  static boolean isMasking(int ways, Transformation kind) {
    return (ways & 1 << kind.ordinal() + MASKS) != 0;
  }

  static boolean isDirect(int ways) {
    return (ways & DIRECT) != 0;
  }

  /** The ways of two paths side by side; a value seen unmasked on one of them is not masked. */
  static int beside(int a, int b) {
    int masks = (a & b) >>> MASKS | a >>> MASKS & ~b | b >>> MASKS & ~a;
    return (a | b) & KINDS | masks << MASKS;
  }

  /**
   * The ways of a path that goes on.
   *
   * @param outer one way, perhaps masking: how the value is used
   * @param inner how the base column takes part in the value
   */
  static int through(int outer, int inner) {
    if (outer == IDENTITY) {
      return inner;
    }
    boolean masks = outer >>> MASKS != 0;
    if (!isDirect(outer)) {
      boolean allMasked = (inner >>> MASKS & KINDS) == (inner & KINDS);
      return masks || allMasked ? masking(outer & KINDS) : outer;
    }
    int result = inner & ~(DIRECT | DIRECT << MASKS);
    for (int way = IDENTITY; way <= AGGREGATION; way <<= 1) {
      if ((inner & way) != 0) {
        int kind = Math.max(way, outer & KINDS); // the stronger one
        boolean masked = masks || (inner & way << MASKS) != 0;
        result = beside(result, masked ? masking(kind) : kind);
      }
    }
    return result;
  }
}
