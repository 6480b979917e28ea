package io.spoor.cli;

import java.nio.file.Path;
import java.util.function.Consumer;

/** Ends the runs whose JVM died without ending them. */
interface OrphanRecovery {
  /**
   * Turns each orphaned checkpoint into the FAIL event of its run and deletes it. Does not throw.
   *
   * @param home holds {@code runs} and {@code events}
   * @param sentences takes one sentence for each run ended and for each that could not be
   */
  void recover(Path home, Consumer<String> sentences);
}
