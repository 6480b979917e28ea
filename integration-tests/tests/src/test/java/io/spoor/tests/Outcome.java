package io.spoor.tests;

import java.util.List;

/**
 * What a process left behind.
 *
 * @param command its command line
 * @param exit its exit code
 * @param stdout what it printed, a character for each byte
 * @param stderr likewise
 */
record Outcome(List<String> command, int exit, String stdout, String stderr) {

  /** All that anybody can see of the process, for comparison in one piece. */
  String visible() {
    return "exit code " + exit + "\n--- stdout\n" + stdout + "\n--- stderr\n" + stderr;
  }

  @Override
  public String toString() {
    return String.join(" ", command) + "\n" + visible();
  }
}
