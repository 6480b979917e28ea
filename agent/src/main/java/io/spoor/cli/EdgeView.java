package io.spoor.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** An edge that is claimed: this input reached this output, and why that is believed. */
final class EdgeView {
  private final DatasetView input;
  private final DatasetView output;
  private final List<String> evidence;
  private final Double confidence;
  private final List<ColumnView> columns;
  private final boolean indirect;

  /**
   * @param evidence strongest first; empty when the event names none
   * @param confidence 0 to 1, or null when the event names none
   * @param columns sorted; empty when the event names none
   * @param indirect whether the input only decides on rows
   */
  EdgeView(
      DatasetView input,
      DatasetView output,
      List<String> evidence,
      Double confidence,
      List<ColumnView> columns,
      boolean indirect) {
    this.input = input;
    this.output = output;
    this.evidence = Collections.unmodifiableList(new ArrayList<>(evidence));
    this.confidence = confidence;
    this.indirect = indirect;
    this.columns = Collections.unmodifiableList(new ArrayList<>(columns));
  }

  DatasetView input() {
    return input;
  }

  DatasetView output() {
    return output;
  }

  List<String> evidence() {
    return evidence;
  }

  Double confidence() {
    return confidence;
  }

  boolean isIndirect() {
    return indirect;
  }

  List<ColumnView> columns() {
    return columns;
  }
}
