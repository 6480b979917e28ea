package io.spoor.ledger;

import io.spoor.model.Rung;

/** A flow that is known for certain: a statement or a copy made it. Follows renames of its ends. */
public final class Edge {

  private final Access input;
  private final Access output;
  private final Rung rung;
  private final String detail;

  Edge(Access input, Access output, Rung rung, String detail) {
    this.input = input;
    this.output = output;
    this.rung = rung;
    this.detail = detail;
  }

  public Access input() {
    return input;
  }

  public Access output() {
    return output;
  }

  public Rung rung() {
    return rung;
  }

  /**
   * What made the flow: a kind of statement, the name of a call; null when there is nothing to add.
   */
  public String detail() {
    return detail;
  }
}
