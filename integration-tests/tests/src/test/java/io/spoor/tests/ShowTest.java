package io.spoor.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code java -jar spoor-agent.jar show} over what real jobs left. */
class ShowTest {

  private final Jdk jdk = Jdks.newest();
  private Trial trial;

  @TempDir private Path folder;

  @BeforeEach
  void recordARun() throws Exception {
    trial = new Trial(jdk, folder).given(Data::orders);
    trial.run(Job.of("FilesCopyApi", "in/orders.csv", "out/copy.csv")).exits(0);
    assertEquals(1, trial.home().runs().size());
  }

  private Outcome show(String... more) throws Exception {
    String[] arguments = new String[3 + more.length];
    arguments[0] = "show";
    arguments[1] = "--home";
    arguments[2] = trial.home().folder().toString();
    System.arraycopy(more, 0, arguments, 3, more.length);
    return Agent.run(jdk, trial.place(), arguments);
  }

  @Test
  void textTellsJobOutputAndSource() throws Exception {
    Outcome shown = show();
    assertEquals(0, shown.exit(), shown::toString);
    assertEquals("", shown.stderr());
    for (String part :
        List.of("jobs.FilesCopyApi  COMPLETE", "in/orders.csv", "out/copy.csv", "copy")) {
      assertTrue(shown.stdout().contains(part), () -> part + " in " + shown);
    }
  }

  @Test
  void graphFormatsNameBothDatasets() throws Exception {
    for (String format : List.of("json", "dot", "mermaid")) {
      Outcome shown = show("--format", format);
      assertEquals(0, shown.exit(), shown::toString);
      assertTrue(shown.stdout().contains("orders.csv"), shown::toString);
      assertTrue(shown.stdout().contains("copy.csv"), shown::toString);
    }
    JsonNode json = new JsonMapper().readTree(show("--format", "json").stdout());
    assertTrue(json.isContainerNode());
  }

  @Test
  void truncatedFileIsToldAndTheRestIsShown() throws Exception {
    RecordedRun whole = trial.home().runs().get(0);
    String cut = whole.lines().get(0) + "\n" + whole.lines().get(1).substring(0, 200);
    Files.writeString(whole.file(), cut);
    trial.start(Job.of("FileCopyStreams", "in/orders.csv", "out/second.csv")).await();
    Outcome shown = show("--all-runs");
    assertTrue(shown.stdout().contains("jobs.FileCopyStreams"), shown::toString);
    assertTrue(shown.stdout().contains("jobs.FilesCopyApi"), shown::toString);
    String name = whole.file().getFileName().toString();
    assertEquals(
        1, shown.stderr().lines().filter(line -> line.contains(name)).count(), shown::toString);
  }
}
