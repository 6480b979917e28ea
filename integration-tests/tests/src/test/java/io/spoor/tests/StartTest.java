package io.spoor.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the JDK does for Spoor before the job's main, which every short job waits for. */
class StartTest {

  @TempDir private Path folder;

  static List<Jdk> withLogs() {
    return Jdks.ofReleases(17, 21, 25);
  }

  /**
   * Reflection, method handles and lambdas cost half a millisecond for each class that is spun for
   * them: two dozen where premain is called by Method.invoke, and java.lang opened by
   * redefineModule.
   */
  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("withLogs")
  void noClassesAreSpunForReflection(Jdk jdk) throws Exception {
    Trial trial = new Trial(jdk, folder);
    Path log = trial.place().root().resolve("classes.log");
    trial
        .run(Job.of("H2Once").with("h2").withJvm("-Xlog:class+load:file=" + log + ":none"))
        .exits(0);
    List<String> spun = new ArrayList<>();
    boolean inPremain = false;
    boolean wasInPremain = false;
    for (String line : Files.readAllLines(log)) {
      inPremain |= line.startsWith("io.spoor.boot.Premain ");
      wasInPremain |= inPremain;
      if (line.startsWith("io.spoor.boot.AtEnd ")) {
        inPremain = false;
      }
      // Those of the JDK's archive come without an address.
      if (inPremain && line.startsWith("java.lang.invoke.LambdaForm$") && line.contains("/0x")) {
        spun.add(line);
      }
    }
    assertTrue(wasInPremain, "premain was called");
    assertEquals(List.of(), spun);
  }

  static List<Jdk> withModules() {
    return Jdks.ofReleases(11, 17, 21, 25);
  }

  /** By it premain defines the bridge; nobody may define more. */
  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("withModules")
  void whatDefinesTheBridgeDoesSoOnce(Jdk jdk) throws Exception {
    Outcome outcome = new Trial(jdk, folder).start(Job.of("DefinesInJdk")).await();
    assertEquals("refused: called once, by Spoor's premain\n", outcome.stdout(), outcome::toString);
  }
}
