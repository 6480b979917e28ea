package io.spoor.model;

import java.util.List;

/** How likely a flow between columns is, and why. Immutable. */
public final class Belief {

  private final double confidence;
  private final List<Evidence> evidence;

  /**
   * @param confidence 0 to 1
   * @param evidence strongest first; not empty
   */
  public Belief(double confidence, List<Evidence> evidence) {
    if (evidence.isEmpty()) {
      throw new IllegalArgumentException("a belief without evidence");
    }
    this.confidence = confidence;
    this.evidence = Values.copy(evidence, "evidence");
  }

  /** 0 to 1. */
  public double confidence() {
    return confidence;
  }

  /** Strongest first; not empty. */
  public List<Evidence> evidence() {
    return evidence;
  }
}
