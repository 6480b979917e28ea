package io.spoor.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever transform() needs is loaded in premain: a first load inside class loading can meet the
 * lock that is held there. So from the job's main class on, while drivers load and are woven, no
 * class of the weaver and none of ASM is loaded any more.
 */
class PreloadTest {

  @TempDir private Path folder;

  static List<Jdk> jdks() {
    return Jdks.all();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void weavingDriversLoadsNoClassOfTheWeaver(Jdk jdk) throws Exception {
    Trial trial = new Trial(jdk, folder);
    Job job =
        Job.of("LoadsDrivers").with("h2", "hsqldb", "derby", "sqlite").withJvm("-verbose:class");
    List<String> late = new ArrayList<>();
    boolean inJob = false;
    int woven = 0;
    Outcome outcome = trial.start(job).await();
    assertEquals(0, outcome.exit(), outcome::toString);
    for (String line : outcome.stdout().split("\n")) {
      inJob |= line.contains("jobs.LoadsDrivers");
      if (inJob && line.contains("JdbcResultSet")) {
        woven++;
      }
      if (inJob && line.contains("io.spoor.boot.weave.")) {
        late.add(line);
      }
    }
    assertTrue(woven > 0, "drivers were loaded");
    assertEquals(List.of(), late, "classes that preload() has to name");
  }
}
