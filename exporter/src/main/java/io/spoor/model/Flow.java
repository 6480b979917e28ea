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
  private final List<ColumnFlow> columns;
  private final boolean direct;

  /**
   * A flow of which no columns are known.
   *
   * @param evidence strongest first; not empty
   * @param confidence 0 to 1
   */
  public Flow(DatasetId input, DatasetId output, List<Evidence> evidence, double confidence) {
    this(input, output, evidence, confidence, Collections.<ColumnFlow>emptyList());
  }

  /**
   * A flow between columns.
   *
   * @param evidence strongest first; not empty
   * @param confidence 0 to 1
   * @param columns what is known of the columns, each once, in any order; empty when nothing is,
   *     and for a candidate, of which nothing is claimed
   */
  public Flow(
      DatasetId input,
      DatasetId output,
      List<Evidence> evidence,
      double confidence,
      List<ColumnFlow> columns) {
    this(input, output, evidence, confidence, columns, true);
  }

  /**
   * A flow between columns that may only decide on rows.
   *
   * @param evidence strongest first; not empty
   * @param confidence 0 to 1
   * @param columns as above
   * @param direct false when no value of the input is in the output: it only decides which rows
   *     there are
   */
  public Flow(
      DatasetId input,
      DatasetId output,
      List<Evidence> evidence,
      double confidence,
      List<ColumnFlow> columns,
      boolean direct) {
    if (evidence.isEmpty()) {
      throw new IllegalArgumentException("a flow without evidence");
    }
    this.input = input;
    this.output = output;
    this.evidence = Collections.unmodifiableList(new ArrayList<Evidence>(evidence));
    this.confidence = confidence;
    this.columns = Values.copy(columns, "columns");
    this.direct = direct;
    if (isCandidate() && !columns.isEmpty()) {
      throw new IllegalArgumentException("a candidate claims no columns");
    }
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

  /** Which columns take part, and how; empty when it is not known. */
  public List<ColumnFlow> columns() {
    return columns;
  }

  /** Whether values of the input are in the output, or may be; else it only decides on rows. */
  public boolean isDirect() {
    return direct;
  }

  /** Whether this is only a possibility among several, not an edge. */
  public boolean isCandidate() {
    return evidence.get(0).rung() == Rung.CANDIDATE;
  }
}
