package io.spoor.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import jobs.random.RandomData;
import jobs.random.RandomPlan;
import jobs.random.Truth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random programs, of which it is known what they do: how much of that is found, and how much of
 * what is found is right. Programs from {@code random.programs.from} on, as many as {@code
 * random.programs}; {@code random.programs.tell} prints each edge that is wrong or missed.
 *
 * <p>Two properties make it harder, each a percentage. Both are 0 as long as too many wrong edges
 * come of them: {@code random.programs.older}, sources that have two thirds of the rows of another
 * one, and {@code random.programs.staged}, second steps that go on from what the first has written.
 */
class RandomProgramsTest {

  private static final int AT_A_TIME = 2;

  /** Fewer programs may all be of a hard kind: how much is found says little then. */
  private static final int ENOUGH = 100;

  private static final int OLDER = Integer.getInteger("random.programs.older", 10);
  private static final int STAGED = Integer.getInteger("random.programs.staged", 15);

  /** Programs of the same seeds that write different values of columns, and nothing else. */
  private static final int DISTINCT = Integer.getInteger("random.programs.distinct", 60);

  @TempDir private Path folder;

  @Test
  void whatIsFoundIsRight() throws Exception {
    int count = Integer.getInteger("random.programs", 200);
    ScoreBoard scores = scores(count, 0);
    assertTrue(scores.datasets().precision() >= 0.97, scores.datasets()::toString);
    assertTrue(scores.columns().precision() >= 0.97, scores.columns()::toString);
    if (count >= ENOUGH) {
      assertTrue(scores.datasets().recall() >= 0.93, scores.datasets()::toString);
      assertTrue(scores.columns().recall() >= 0.90, scores.columns()::toString);
    }
    calibrated(scores.datasetConfidence());
    calibrated(scores.columnConfidence());
  }

  /** Many of the columns have so few values that nothing can show where they are from. */
  @Test
  void differentValuesOfColumns() throws Exception {
    ScoreBoard scores = scores(DISTINCT, 100);
    assertTrue(scores.datasets().precision() >= 0.97, scores.datasets()::toString);
    assertTrue(scores.columns().precision() >= 0.97, scores.columns()::toString);
  }

  private ScoreBoard scores(int count, int distinct) throws Exception {
    long from = Long.getLong("random.programs.from", 1);
    ScoreBoard scores = new ScoreBoard();
    ExecutorService pool = Executors.newFixedThreadPool(AT_A_TIME);
    try {
      List<Future<Told>> runs = new ArrayList<>();
      for (long seed = from; seed < from + count; seed++) {
        long own = seed;
        runs.add(pool.submit(() -> told(plan(own, distinct), own, distinct)));
      }
      for (int i = 0; i < count; i++) {
        scores.add(from + i, new Truth(plan(from + i, distinct)), runs.get(i).get());
      }
    } finally {
      pool.shutdownNow();
    }
    if (Boolean.getBoolean("random.programs.tell")) {
      scores.faults().forEach(System.out::println);
    }
    System.out.println(count + " random programs from " + from + " on\n" + scores);
    return scores;
  }

  private static RandomPlan plan(long seed, int distinct) {
    return new RandomPlan(seed, OLDER, STAGED, distinct);
  }

  /** Fewer than 200 edges with about the same confidence say little of it. */
  private static void calibrated(Calibration confidence) {
    assertTrue(confidence.largestError(200) <= 0.05, confidence::toString);
  }

  private Told told(RandomPlan plan, long seed, int distinct) throws Exception {
    Path own = Files.createDirectory(folder.resolve("seed" + seed));
    Trial trial = trial(own).given(place -> RandomData.make(plan, place.work()));
    Job job =
        Job.of("random.RandomEtl", "" + seed, "" + OLDER, "" + STAGED, "" + distinct).with("h2");
    Outcome outcome = trial.start(job).await();
    assertEquals("", outcome.stderr(), outcome::toString);
    assertEquals(0, outcome.exit(), outcome::toString);
    Told told = Told.of(trial.home().runs().get(0).last());
    delete(own);
    return told;
  }

  /** With time to compare, so that a machine that is busy with other tests finds no less. */
  private static Trial trial(Path folder) throws IOException {
    return new Trial(Jdks.newest(), folder).with("exit.budget", "20000");
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
