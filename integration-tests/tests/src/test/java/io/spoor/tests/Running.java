package io.spoor.tests;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A job that was started. Nothing waits for it longer than {@link #LIMIT_SECONDS}: a job that hangs
 * is killed and fails its test.
 */
final class Running {

  /** Far above what any job takes, also on a busy machine. */
  private static final long LIMIT_SECONDS = 300;

  private final List<String> command;
  private final Process process;
  private final Path out;
  private final Path err;

  Running(List<String> command, Process process, Path out, Path err) {
    this.command = command;
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /** Waits for the end. */
  Outcome await() throws IOException, InterruptedException {
    if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
      throw new AssertionError("The job did not end within " + LIMIT_SECONDS + " s\n" + outcome());
    }
    return outcome();
  }

  /** Waits until something is so while the job runs. */
  void awaitThat(String what, BooleanSupplier condition) throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
    while (!condition.getAsBoolean()) {
      if (!process.isAlive() || System.nanoTime() > end) {
        process.destroyForcibly().waitFor();
        throw new AssertionError("Waited in vain: " + what + "\n" + outcome());
      }
      Thread.sleep(50);
    }
  }

  /** kill -9. */
  Outcome kill() throws IOException, InterruptedException {
    process.destroyForcibly().waitFor();
    return outcome();
  }

  /** What the job printed so far on stdout. */
  String printed() {
    try {
      return Place.latin1(out);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private Outcome outcome() throws IOException {
    return new Outcome(command, process.exitValue(), Place.latin1(out), Place.latin1(err));
  }
}
