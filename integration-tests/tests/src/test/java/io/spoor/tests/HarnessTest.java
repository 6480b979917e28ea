package io.spoor.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opentest4j.AssertionFailedError;

/** The harness itself: what it forks, what it sees of it, and that it tells differences. */
class HarnessTest {

  private static final String EVENT =
      """
      {"eventType":"COMPLETE","run":{"runId":"1","facets":{"spoor_candidates":{"entries":[
      {"namespace":"file","name":"/w/c","inputs":[
      {"namespace":"file","name":"/w/b"},{"namespace":"file","name":"/w/a"}]}]}}},
      "job":{"name":"jobs.X","facets":{"lineage":{"entries":[{"namespace":"h2:/w/db","name":"T",
      "inputs":[{"namespace":"file","name":"/w/a","transformations":[
      {"evidence":["exclusive: only one","containment"]}]}]}]}}},
      "inputs":[{"namespace":"file","name":"/w/b"},{"namespace":"file","name":"/w/a"}],
      "outputs":[{"namespace":"h2:/w/db","name":"T"},{"namespace":"file","name":"/w/c"}]}
      """;

  private static final String LINEAGE =
      """
      jobs.X COMPLETE
      input file $WORK/a
      input file $WORK/b
      output file $WORK/c
      output h2:$WORK/db T
      file $WORK/a -> h2:$WORK/db T [exclusive]
      candidates of file $WORK/c: file $WORK/a, file $WORK/b
      """;

  @TempDir private Path folder;

  @Test
  void findsAtLeastOneJdk() {
    assertTrue(Jdks.all().size() >= 1);
    assertEquals(Jdks.newest(), Jdks.ends().get(Jdks.ends().size() - 1));
  }

  @ParameterizedTest
  @MethodSource("io.spoor.tests.Jdks#all")
  void capturesAllThatAJobShows(Jdk jdk) throws Exception {
    Outcome outcome =
        new Trial(jdk, folder)
            .runWithout(
                Job.of("PrintsToBothStreams")
                    .withStdin("abcd")
                    .withEnvironment("JOB_LANGUAGE", "nl"));
    StringBuilder allBytes = new StringBuilder("ac");
    for (char c = 0; c < 256; c++) {
      allBytes.append(c);
    }
    assertEquals(allBytes.toString(), outcome.stdout());
    assertEquals("bdread 4 bytes, LANG is nl\n", outcome.stderr());
    assertEquals(7, outcome.exit());
  }

  @Test
  void readsLineageFromEvents() throws Exception {
    event().assertIs(LINEAGE);
  }

  @Test
  void tellsWhatIsMissingAndWhatIsTooMuch() throws Exception {
    String expected = LINEAGE.replace("input file $WORK/b\n", "input file $WORK/d\n");
    AssertionFailedError error =
        assertThrows(AssertionFailedError.class, () -> event().assertIs(expected));
    assertTrue(error.getMessage().contains("- input file $WORK/d\n"), error.getMessage());
    assertTrue(error.getMessage().contains("+ input file $WORK/b"), error.getMessage());
  }

  private static Lineage event() throws Exception {
    String line = EVENT.replace("\n", "");
    return Lineage.of(RecordedRun.of(Path.of("x.jsonl"), List.of(line)), Path.of("/w"));
  }
}
