package io.spoor.flow;

import java.util.List;

/** How a column of an output was made of columns of inputs. Immutable. */
final class Rule {

  /** In words that name the operation and no constant. */
  final String name;

  /** Of what it was made. */
  final List<LinkedColumn> columns;

  /** Whether the value cannot be read from the result. */
  final boolean isMasking;

  /** Rows, or groups, for which it holds, and rows that were looked at. */
  final int agreeing;

  final int linked;

  /** How often it holds for rows that have nothing to do with each other, 0 to 1. */
  final double chance;

  /** How far it is from chance, in bits. */
  final double bits;

  /** Whether there is something else in the column, too. */
  final boolean isPartial;

  /** The same rule of columns that are the same. */
  Rule of(List<LinkedColumn> others) {
    return new Rule(name, others, isMasking, agreeing, linked, chance, bits, isPartial);
  }

  Rule(
      String name,
      List<LinkedColumn> columns,
      boolean isMasking,
      int agreeing,
      int linked,
      double chance,
      double bits) {
    this(name, columns, isMasking, agreeing, linked, chance, bits, false);
  }

  Rule(
      String name,
      List<LinkedColumn> columns,
      boolean isMasking,
      int agreeing,
      int linked,
      double chance,
      double bits,
      boolean isPartial) {
    this.isPartial = isPartial;
    this.name = name;
    this.columns = columns;
    this.isMasking = isMasking;
    this.agreeing = agreeing;
    this.linked = linked;
    this.chance = chance;
    this.bits = bits;
  }
}
