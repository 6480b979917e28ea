package io.spoor.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** An input that fed an output, or may have. Immutable. */
public final class Flow {

  private final DatasetId input;
  private final DatasetId output;
  private final List<Evidence> evidence;
  private final double confidence;

  /**
   * @param evidence strongest first; not empty
   * @param confidence 0 to 1
   */
  public Flow(DatasetId input, DatasetId output, List<Evidence> evidence, double confidence) {
    if (evidence.isEmpty()) {
      throw new IllegalArgumentException("a flow without evidence");
    }
    this.input = input;
    this.output = output;
    this.evidence = Collections.unmodifiableList(new ArrayList<Evidence>(evidence));
    this.confidence = confidence;
  }

  public DatasetId input() {
    return input;
  }

  public DatasetId output() {
    return output;
  }

  public List<Evidence> evidence() {
    return evidence;
  }

  public double confidence() {
    return confidence;
  }

  /** Whether this is only a possibility among several, not an edge. */
  public boolean isCandidate() {
    return evidence.get(0).rung() == Rung.CANDIDATE;
  }
}
