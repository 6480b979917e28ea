package io.spoor.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import jobs.RandomPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random programs, of which it is known what they do: sources that flow somewhere and sources that
 * do not, in memory and row by row, shuffled, filtered, looked up, one after the other. How much is
 * found, and how much of that is right. Programs from {@code random.programs.from} on, as many as
 * {@code random.programs}.
 */
class RandomProgramsTest {

  @TempDir private Path folder;

  private static final class Score {
    int right;
    int wrong;
    int missed;

    void add(Set<String> found, Set<String> truth) {
      for (String each : found) {
        right += truth.contains(each) ? 1 : 0;
        wrong += truth.contains(each) ? 0 : 1;
      }
      for (String each : truth) {
        missed += found.contains(each) ? 0 : 1;
      }
    }

    double precision() {
      return right + wrong == 0 ? 1 : (double) right / (right + wrong);
    }

    double recall() {
      return right + missed == 0 ? 1 : (double) right / (right + missed);
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "precision %.3f recall %.3f (%d right, %d wrong, %d missed)",
          precision(),
          recall(),
          right,
          wrong,
          missed);
    }
  }

  @Test
  void whatIsFoundIsRight() throws Exception {
    long from = Long.getLong("random.programs.from", 1);
    int count = Integer.getInteger("random.programs", 60);
    boolean tells = Boolean.getBoolean("random.programs.tell");
    Score datasets = new Score();
    Score columns = new Score();
    for (long seed = from; seed < from + count; seed++) {
      RandomPlan plan = new RandomPlan(seed);
      Set<String> foundDatasets = new TreeSet<>();
      Set<String> foundColumns = new TreeSet<>();
      read(event(seed), foundDatasets, foundColumns);
      datasets.add(foundDatasets, plan.datasetEdges());
      columns.add(foundColumns, plan.columnEdges());
      if (tells) {
        tell(seed, plan.datasetEdges(), foundDatasets);
        tell(seed, plan.columnEdges(), foundColumns);
      }
    }
    System.out.println(count + " random programs, datasets: " + datasets);
    System.out.println(count + " random programs, columns: " + columns);
    assertTrue(datasets.precision() >= 0.97, datasets::toString);
    assertTrue(columns.precision() >= 0.97, columns::toString);
  }

  private static void tell(long seed, Set<String> truth, Set<String> found) {
    for (String each : found) {
      if (!truth.contains(each)) {
        System.out.println(seed + " wrong " + each);
      }
    }
    for (String each : truth) {
      if (!found.contains(each)) {
        System.out.println(seed + " missed " + each);
      }
    }
  }

  private JsonNode event(long seed) throws Exception {
    Jdk jdk = Jdks.newest();
    Path own = Files.createDirectory(folder.resolve("seed" + seed));
    Job setup = Job.of("RandomEtl", "setup", Long.toString(seed)).with("h2");
    Trial trial =
        new Trial(jdk, own)
            .given(
                place -> {
                  Outcome outcome = setup.start(jdk, place, null).await();
                  assertEquals(0, outcome.exit(), outcome::toString);
                });
    Outcome outcome =
        trial.start(Job.of("RandomEtl", "run", Long.toString(seed)).with("h2")).await();
    assertEquals(0, outcome.exit(), outcome::toString);
    return trial.home().runs().get(0).last();
  }

  private static void read(JsonNode event, Set<String> datasets, Set<String> columns) {
    for (JsonNode entry : event.path("job").path("facets").path("lineage").path("entries")) {
      String output = name(entry);
      for (JsonNode input : entry.path("inputs")) {
        if (!input.has("field")) {
          datasets.add(name(input) + " -> " + output);
        }
      }
      for (Map.Entry<String, JsonNode> field : entry.path("fields").properties()) {
        for (JsonNode input : field.getValue().path("inputs")) {
          columns.add(
              name(input)
                  + "#"
                  + input.path("field").asText()
                  + " -> "
                  + output
                  + "#"
                  + field.getKey().toUpperCase(Locale.ROOT));
        }
      }
    }
  }

  private static String name(JsonNode dataset) {
    String name = dataset.path("name").asText();
    int folder = Math.max(name.lastIndexOf("/in/"), name.lastIndexOf("/out/"));
    return folder < 0 ? name : name.substring(folder + 1);
  }
}
