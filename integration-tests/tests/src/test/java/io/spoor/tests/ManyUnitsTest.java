package io.spoor.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A job that calls a named method a million times. */
class ManyUnitsTest {

  @TempDir private Path folder;

  /**
   * The first thousand and some are runs, the others are counted, and what they do belongs to the
   * JVM's run. The heap is small enough that it would overflow if anything were kept of each.
   */
  @Test
  void aMillionUnitsInASmallHeap() throws Exception {
    Trial trial =
        new Trial(Jdks.newest(), folder).given(Data::h2).with("units", "jobs.ManyUnits.work");
    trial
        .run(Job.of("ManyUnits", "1000000").with("h2").withJvm("-Xmx64m"))
        .exits(0)
        .prints("1000000\n");
    List<RecordedRun> runs = UnitLineage.runs(trial.home().runs().get(0));
    assertTrue(runs.size() > 900 && runs.size() < 3000, () -> runs.size() + " runs");
    JsonNode agent = runs.get(0).last().path("run").path("facets").path("spoor_agent");
    JsonNode dropped = agent.path("dropped");
    long units = dropped.path("units").asLong();
    assertEquals(1000000, units + runs.size() - 1, () -> "all are accounted for: " + dropped);
    assertTrue(agent.path("heapBytes").asLong() < 20_000_000, agent::toString);
    for (RecordedRun run : runs) {
      assertEquals("COMPLETE", run.types().get(run.types().size() - 1));
      assertEquals(1, run.last().path("outputs").size(), () -> run.last().toString());
    }
  }
}
