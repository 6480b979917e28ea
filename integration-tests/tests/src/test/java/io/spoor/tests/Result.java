package io.spoor.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** What can be said of a {@link Trial} that is over. */
final class Result {

  private final Trial trial;
  private final Outcome outcome;

  Result(Trial trial, Outcome outcome) {
    this.trial = trial;
    this.outcome = outcome;
  }

  /** The job ended with an exit code, so that it is known to have done what the test is about. */
  Result exits(int code) {
    assertEquals(code, outcome.exit(), outcome::toString);
    return this;
  }

  /** The job printed just this on stdout. */
  Result prints(String text) {
    assertEquals(text, outcome.stdout(), outcome::toString);
    return this;
  }

  /** Something is on stderr. */
  Result complains(String part) {
    assertTrue(outcome.stderr().contains(part), outcome::toString);
    return this;
  }

  /** The home holds one run, well-formed and ended, with just this lineage. */
  Result recorded(String lineage) throws IOException {
    return recordedIn(trial.home(), lineage);
  }

  /** The home holds one file with the JVM's run and those of its units, with just this lineage. */
  Result recordedUnits(String lineage) throws Exception {
    UnitLineage.assertRecorded(trial.home(), trial.place().work(), lineage);
    return this;
  }

  /** The same of another home. */
  Result recordedIn(Home home, String lineage) throws IOException {
    List<RecordedRun> runs = home.runs();
    assertEquals(1, runs.size(), () -> "runs in " + home + "; its log: " + logOf(home));
    RecordedRun run = runs.get(0);
    Lineage.of(run, trial.place().work()).assertIs(lineage);
    Spec.check(run);
    assertEquals(List.of(), home.checkpoints(), "the run is over, so is its checkpoint");
    return this;
  }

  /** No file was made at all. */
  Result recordedNothing() throws IOException {
    assertFalse(Files.exists(trial.home().folder()), () -> "home of a job without data");
    assertEquals(List.of(), trial.fallbackHome().filesIn(""), "nor the one beside it");
    return this;
  }

  /** A text that the job handled is in no file of Spoor's. */
  Result hides(String text) throws IOException {
    assertEquals(List.of(), trial.home().filesContaining(text), "files that tell a value");
    return this;
  }

  /** Spoor's log has one line with all of these parts. */
  Result logged(String... parts) throws IOException {
    return loggedIn(trial.home(), parts);
  }

  /** The same of another home. */
  Result loggedIn(Home home, String... parts) throws IOException {
    String log = home.log();
    assertTrue(
        log.lines().anyMatch(line -> List.of(parts).stream().allMatch(line::contains)),
        () -> "a line of the log with " + List.of(parts) + "; the log:\n" + log);
    return this;
  }

  private static String logOf(Home home) {
    try {
      return home.log();
    } catch (IOException e) {
      return e.toString();
    }
  }
}
