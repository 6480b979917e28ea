package io.spoor.memory;

import io.spoor.model.DatasetId;
import java.util.Collections;
import java.util.List;

/** That a column of an input was in one of an output, and why that was believed. Immutable. */
final class RememberedFlow {

  final DatasetId input;
  final String from;
  final String to;

  /** The rung and its figures, as events have them. */
  final List<String> evidence;

  RememberedFlow(DatasetId input, String from, String to, List<String> evidence) {
    this.input = input;
    this.from = from;
    this.to = to;
    this.evidence = Collections.unmodifiableList(evidence);
  }
}
