package io.spoor.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What one rule left out of a run's lineage. */
final class LeftOutView {
  private final String rule;
  private final String reason;
  private final long count;
  private final List<String> examples;

  LeftOutView(String rule, String reason, long count, List<String> examples) {
    this.rule = rule;
    this.reason = reason;
    this.count = count;
    this.examples = Collections.unmodifiableList(new ArrayList<>(examples));
  }

  String rule() {
    return rule;
  }

  String reason() {
    return reason;
  }

  long count() {
    return count;
  }

  List<String> examples() {
    return examples;
  }
}
