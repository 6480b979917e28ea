package io.spoor.cli;

import java.util.ArrayList;
import java.util.List;

/** What the doctor found, one line each. */
final class Findings {
  private final List<String> lines = new ArrayList<>();
  private boolean warned;

  /** Something that is as it should be, or that a reader wants to know. */
  void ok(String line) {
    lines.add("ok: " + Plain.line(line));
  }

  /** Something to do; the line says what. */
  void warn(String line) {
    lines.add("warn: " + Plain.line(line));
    warned = true;
  }

  List<String> lines() {
    return lines;
  }

  boolean warned() {
    return warned;
  }
}
