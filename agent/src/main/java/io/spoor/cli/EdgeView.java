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

  /**
   * @param evidence strongest first; empty when the event names none
   * @param confidence 0 to 1, or null when the event names none
   * @param columns sorted; empty when the event names none
   */
  EdgeView(
      DatasetView input,
      DatasetView output,
      List<String> evidence,
      Double confidence,
      List<ColumnView> columns) {
    this.input = input;
    this.output = output;
    this.evidence = Collections.unmodifiableList(new ArrayList<>(evidence));
    this.confidence = confidence;
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

  List<ColumnView> columns() {
    return columns;
  }
}
