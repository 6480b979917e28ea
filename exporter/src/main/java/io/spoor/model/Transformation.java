package io.spoor.model;

/**
 * How an input column takes part in an output, in the words of OpenLineage's columnLineage facet:
 * DIRECT when values of the output are made from its values, INDIRECT when it only decides which
 * rows there are, how they are joined, grouped, sorted or chosen.
 */
public enum Transformation {
  /** The value itself. */
  IDENTITY(true),
  /** A function of the value, alone or with others. */
  TRANSFORMATION(true),
  /** A function of the values of many rows. */
  AGGREGATION(true),
  JOIN(false),
  GROUP_BY(false),
  FILTER(false),
  SORT(false),
  WINDOW(false),
  CONDITIONAL(false);

  private final boolean direct;

  Transformation(boolean direct) {
    this.direct = direct;
  }

  public boolean isDirect() {
    return direct;
  }

  /** DIRECT or INDIRECT, as OpenLineage writes it. */
  public String type() {
    return direct ? "DIRECT" : "INDIRECT";
  }

  /** The subtype, as OpenLineage writes it. */
  public String subtype() {
    return name();
  }
}
