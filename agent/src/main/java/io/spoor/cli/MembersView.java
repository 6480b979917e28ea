package io.spoor.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The files of a dataset of several that a run read or wrote. */
final class MembersView {
  private final List<String> names;
  private final long count;
  private final String reason;

  /**
   * @param names the first of them
   * @param reason what makes them one dataset
   */
  MembersView(List<String> names, long count, String reason) {
    this.names = Collections.unmodifiableList(new ArrayList<>(names));
    this.count = count;
    this.reason = reason;
  }

  List<String> names() {
    return names;
  }

  long count() {
    return count;
  }

  String reason() {
    return reason;
  }
}
