package io.spoor.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** An output that several inputs could have fed, and nothing decides which. Not an edge. */
final class CandidateView {
  private final DatasetView output;
  private final List<DatasetView> inputs;
  private final String reason;

  /**
   * @param reason why these and no others, or null
   */
  CandidateView(DatasetView output, List<DatasetView> inputs, String reason) {
    this.output = output;
    this.inputs = Collections.unmodifiableList(new ArrayList<>(inputs));
    this.reason = reason;
  }

  DatasetView output() {
    return output;
  }

  List<DatasetView> inputs() {
    return inputs;
  }

  String reason() {
    return reason;
  }
}
