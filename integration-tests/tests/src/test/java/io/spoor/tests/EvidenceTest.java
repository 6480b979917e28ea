package io.spoor.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What events say for edges, and against what is none. How many rows are sampled is not the point
 * here: numbers of rows and chances are {@code #}.
 */
class EvidenceTest {

  private final Jdk jdk = Jdks.newest();

  @TempDir private Path folder;

  private Trial trial;

  private RecordedRun run(String way) throws Exception {
    Job setup = Job.of("RowShapes", "setup").with("h2");
    trial =
        new Trial(jdk, folder)
            .given(
                place -> {
                  Outcome outcome = setup.start(jdk, place, null).await();
                  assertEquals(0, outcome.exit(), outcome::toString);
                });
    trial.run(Job.of("RowShapes", way).with("h2")).exits(0);
    RecordedRun run = trial.home().runs().get(0);
    Spec.check(run);
    return run;
  }

  private static String withoutCounts(String text) {
    return text.replaceAll("(\\d+\\.)?\\d+ (rows|sampled|agree|of|%)", "# $2")
        .replaceAll("\\d+/\\d+", "#/#")
        .replaceAll("chance \\d+(\\.\\d+)?", "chance #");
  }

  /** Name, confidence and evidence of each column of an output. */
  private static List<String> columns(JsonNode fields, String list) {
    List<String> columns = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : fields.properties()) {
      for (JsonNode input : field.getValue().path(list)) {
        JsonNode how = input.path("transformations").path(0);
        StringBuilder line = new StringBuilder();
        line.append(input.path("field").asText()).append(" -> ").append(field.getKey());
        line.append(' ').append(how.path("confidence").asText());
        how.path("evidence").forEach(one -> line.append(", ").append(one.asText()));
        columns.add(withoutCounts(line.toString()));
      }
    }
    return columns;
  }

  @Test
  void eachColumnHasItsOwnFigures() throws Exception {
    JsonNode event = run("stream").last();
    String expected =
        """
        ID -> ID 0.99, row match, by row read before, agree #/#, chance #
        CREDIT -> LIMIT_ 0.99, identity, agree #/#, row match, by row read before, agree #/#, chance #
        EMAIL -> MAIL 0.99, identity, agree #/#, row match, by row read before, agree #/#, chance #
        CITY -> TOWN 0.99, identity, agree #/#, row match, by row read before, agree #/#, chance #
        """;
    JsonNode entry = event.path("job").path("facets").path("lineage").path("entries").path(0);
    assertEquals(expected, String.join("\n", columns(entry.path("fields"), "inputs")) + "\n");
    JsonNode output = event.path("outputs").path(0).path("facets").path("columnLineage");
    assertEquals(expected, String.join("\n", columns(output.path("fields"), "inputFields")) + "\n");
  }

  /** Entries of a run facet, with their lists. */
  private static List<String> entries(JsonNode event, String facet, String list) {
    List<String> lines = new ArrayList<>();
    for (JsonNode entry : event.path("run").path("facets").path(facet).path("entries")) {
      for (JsonNode one : entry.path(list)) {
        lines.add(
            entry.path("name").asText()
                + ": "
                + one.path("name").asText()
                + ", "
                + (one.path("sampledRows").asInt() > 100 ? "#" : "few")
                + " rows: "
                + one.path("reason").asText());
      }
    }
    return lines;
  }

  @Test
  void whatIsNotInAnOutput() throws Exception {
    JsonNode event = run("stream").last();
    assertEquals(
        List.of(
            "PUBLIC.COPIES: PUBLIC.SUPPLIERS, # rows:"
                + " other inputs explain every column that varies; it explains none better"),
        entries(event, "spoor_refuted", "inputs"));
    assertEquals(List.of(), entries(event, "spoor_unexplained", "fields"));
  }

  @Test
  void columnThatComesFromNowhere() throws Exception {
    JsonNode event = run("tokens").last();
    assertEquals(
        List.of("PUBLIC.COPIES: TOWN, # rows: none of the rows that were read has its values"),
        entries(event, "spoor_unexplained", "fields"));
    assertEquals(List.of(), entries(event, "spoor_refuted", "inputs"));
  }

  @Test
  void columnThatNumbersItsRows() throws Exception {
    JsonNode event = run("numbers").last();
    assertEquals(
        List.of("PUBLIC.NUMBERS: N, # rows: it numbers the rows, which says nothing"),
        entries(event, "spoor_unexplained", "fields"));
  }

  private String why(String of) throws Exception {
    String home = trial.home().folder().toString();
    Outcome shown = Agent.run(jdk, trial.place(), "show", "--home", home, "--why", of);
    assertEquals(0, shown.exit(), shown::toString);
    int head = shown.stdout().indexOf("\n\n") + 2;
    // Long lines are broken, and go on further to the right.
    return withoutCounts(shown.stdout().substring(head).replaceAll("\n +", " "));
  }

  @Test
  void inSentences() throws Exception {
    run("stream");
    assertEquals(
        """
        CUSTOMERS.CITY is in COPIES.TOWN (confidence 0.99): the very objects that were read were written: of # sampled rows # agree; besides, of # sampled rows, linked by the row that the thread had read before, # agree; by chance # % would.

        Refuted: SUPPLIERS was read before, and nothing of it is in COPIES: other inputs explain every column that varies; it explains none better (# rows compared).
        """,
        why("copies.town"));
  }

  @Test
  void inSentencesWhatIsNotExplained() throws Exception {
    run("tokens");
    assertEquals(
        """
        CUSTOMERS fed COPIES (confidence 0.99): the very objects that were read were written: of # sampled rows # agree; besides, of # sampled rows, linked by objects that they share, # agree; by chance # % would. ID is in ID (# of # agree, # % by chance) and EMAIL is in MAIL.

        Not explained: TOWN: none of the rows that were read has its values (# rows sampled).

        Candidates: SUPPLIERS could have fed COPIES: read before the last write; nothing decides between them. They are no edges.
        """,
        why("COPIES"));
  }
}
