package io.spoor.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that fail under the job: it sees what it would see without the agent, to the byte. */
class FaultsTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource("io.spoor.tests.Jdks#all")
  void filesThatGoWrong(Jdk jdk) throws Exception {
    new Trial(jdk, folder)
        .given(
            place -> {
              Path in = Files.createDirectories(place.work().resolve("in"));
              for (String name : new String[] {"a", "b", "c", "d", "e"}) {
                Files.writeString(in.resolve(name + ".csv"), "0123456789\n");
              }
            })
        // Read by the superuser, and by nobody else.
        .with("exclude", "**/in/d.csv")
        // So many blocks of 512 bytes, or of 1 KiB: the agent's own files are smaller.
        .run(Job.of("FilesGoWrong").within("sh", "-c", "ulimit -f 1000; exec \"$@\"", "sh"))
        .exits(0)
        .recorded(
            """
            jobs.FilesGoWrong COMPLETE
            candidates of file $WORK/in/c.csv: file $WORK/in/a.csv, file $WORK/in/b.csv
            candidates of file $WORK/out/large.bin: file $WORK/in/a.csv, file $WORK/in/b.csv, file $WORK/in/c.csv, file $WORK/in/e.csv
            candidates of file $WORK/out/twice.csv: file $WORK/in/a.csv, file $WORK/in/b.csv, file $WORK/in/c.csv
            input file $WORK/in/a.csv
            input file $WORK/in/b.csv
            input file $WORK/in/c.csv
            input file $WORK/in/e.csv
            output file $WORK/in/a.csv
            output file $WORK/in/c.csv
            output file $WORK/out/large.bin
            output file $WORK/out/twice.csv
            """);
  }

  /** A million opens on 200 threads, in a heap in which Spoor could not keep them. */
  @Test
  void aMillionOpens() throws Exception {
    Trial trial = new Trial(Jdks.newest(), folder).given(Data::orders);
    trial
        .run(Job.of("ManyOpens", "200", "5000").withJvm("-Xmx64m"))
        .exits(0)
        .prints("43000000 bytes\n");
    JsonNode event = trial.home().runs().get(0).last();
    assertEquals("COMPLETE", event.path("eventType").asText());
    JsonNode agent = event.path("run").path("facets").path("spoor_agent");
    // What streams begin with may pass faster than it can be looked at; nothing else is lost.
    int contents = agent.path("dropped").has("contents") ? 1 : 0;
    assertEquals(contents, agent.path("dropped").size(), agent::toString);
    assertEquals(
        43000000,
        event
            .path("inputs")
            .path(0)
            .path("inputFacets")
            .path("inputStatistics")
            .path("size")
            .asLong());
    assertTrue(agent.path("heapBytes").asLong() < 16 << 20, agent::toString);
    assertEquals(1, event.path("inputs").size());
    assertEquals(1, event.path("outputs").size());
    JsonNode output = event.path("outputs").path(0);
    assertEquals(
        trial.place().work() + "/out/*.csv", output.path("name").asText(), output::toString);
    assertEquals(
        200, output.path("outputFacets").path("outputStatistics").path("fileCount").asLong());
    System.out.println("a million opens: " + agent);
  }
}
