package io.spoor.tests;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.opentest4j.AssertionFailedError;

/**
 * The whole lineage of a run as text, in the notation that the tests expect it in:
 *
 * <pre>
 * jobs.CsvToTable COMPLETE
 * input file $WORK/in/orders.csv
 * output h2:$WORK/shop PUBLIC.ORDERS
 * file $WORK/in/orders.csv -> h2:$WORK/shop PUBLIC.ORDERS [exclusive]
 * candidates of file $WORK/out/sum.csv: file $WORK/in/a.csv, file $WORK/in/b.csv
 * h2:$WORK/shop PUBLIC.ORDERS.AMOUNT -> h2:$WORK/shop PUBLIC.TOTALS.TOTAL (aggregation)
 * h2:$WORK/shop PUBLIC.ORDERS.DAY -> h2:$WORK/shop PUBLIC.TOTALS (filter)
 * file $WORK/in/b.csv.mail holds file $WORK/out/a.csv.mail of jobs.Exports
 * </pre>
 *
 * An input that says what the job does rather than what with is a {@code program}, what was only
 * opened is {@code empty}. A dataset is its namespace and its name; {@code $WORK} is the job's
 * working directory, {@code $TMP} the folder for temporary files. An edge shows the strongest of
 * its evidence, and whether it only decides on rows; columns follow a dot, and an edge between them
 * says how, where the target without a column stands for the whole dataset. The order of the lines
 * does not matter, everything else does.
 */
final class Lineage {

  private final List<String> lines;

  private Lineage(List<String> lines) {
    this.lines = lines;
  }

  /** What a run's last event says. */
  static Lineage of(RecordedRun run, Path work) {
    JsonNode event = run.last();
    JsonNode job = event.path("job");
    List<String> lines = new ArrayList<>();
    lines.add(job.path("name").asText() + " " + event.path("eventType").asText());
    for (JsonNode input : event.path("inputs")) {
      String role = role(input);
      lines.add((role.equals("program ") ? role : role + "input ") + dataset(input));
    }
    for (JsonNode output : event.path("outputs")) {
      lines.add(role(output) + "output " + dataset(output));
    }
    for (JsonNode entry : job.path("facets").path("lineage").path("entries")) {
      for (JsonNode input : entry.path("inputs")) {
        if (input.has("field")) {
          addColumn(lines, input, dataset(entry));
        } else {
          JsonNode how = input.path("transformations").path(0);
          String type = how.path("type").asText().equals("INDIRECT") ? ", indirect" : "";
          String why = strongest(how.path("evidence")) + type;
          lines.add(dataset(input) + " -> " + dataset(entry) + " [" + why + "]");
        }
      }
      for (Map.Entry<String, JsonNode> field : entry.path("fields").properties()) {
        for (JsonNode input : field.getValue().path("inputs")) {
          addColumn(lines, input, dataset(entry) + "." + field.getKey());
        }
      }
    }
    JsonNode candidates = event.path("run").path("facets").path("spoor_candidates");
    for (JsonNode entry : candidates.path("entries")) {
      TreeSet<String> inputs = new TreeSet<>();
      entry.path("inputs").forEach(input -> inputs.add(dataset(input)));
      lines.add("candidates of " + dataset(entry) + ": " + String.join(", ", inputs));
    }
    JsonNode resemblance = event.path("run").path("facets").path("spoor_resemblance");
    for (JsonNode entry : resemblance.path("entries")) {
      for (JsonNode written : entry.path("holdsValuesOf")) {
        String other = written.path("job").path("name").asText();
        for (JsonNode pair : written.path("columns")) {
          String column = dataset(entry) + "." + pair.path("column").asText();
          String holds = dataset(written) + "." + pair.path("holds").asText();
          lines.add(column + " holds " + holds + " of " + other);
        }
      }
    }
    String temporary = work.resolveSibling("tmp").toString();
    lines.replaceAll(line -> line.replace(work.toString(), "$WORK").replace(temporary, "$TMP"));
    return new Lineage(lines);
  }

  private static String role(JsonNode dataset) {
    String role = dataset.path("facets").path("spoor_role").path("role").asText();
    return role.isEmpty() ? "" : role + " ";
  }

  private static void addColumn(List<String> lines, JsonNode input, String target) {
    for (JsonNode how : input.path("transformations")) {
      String subtype = how.path("subtype").asText().toLowerCase(Locale.ROOT).replace('_', ' ');
      String masking = how.path("masking").asBoolean() ? ", masking" : "";
      String source = dataset(input) + "." + input.path("field").asText();
      lines.add(source + " -> " + target + " (" + subtype + masking + ")");
    }
  }

  /** From the notation. */
  static Lineage parse(String text) {
    return new Lineage(text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList());
  }

  /** Fails, with what is missing and what is too much, unless this lineage is the expected one. */
  void assertIs(String expected) {
    List<String> wanted = sorted(parse(expected).lines);
    List<String> found = sorted(lines);
    if (!wanted.equals(found)) {
      throw new AssertionFailedError(
          "The lineage is another one (- is missing, + is too much):\n" + difference(wanted, found),
          String.join("\n", wanted),
          String.join("\n", found));
    }
  }

  private static String difference(List<String> wanted, List<String> found) {
    List<String> missing = new ArrayList<>(wanted);
    found.forEach(missing::remove);
    List<String> surplus = new ArrayList<>(found);
    wanted.forEach(surplus::remove);
    List<String> both = new ArrayList<>(wanted);
    missing.forEach(both::remove);
    List<String> marked = new ArrayList<>();
    both.forEach(line -> marked.add("  " + line));
    missing.forEach(line -> marked.add("- " + line));
    surplus.forEach(line -> marked.add("+ " + line));
    return String.join("\n", marked);
  }

  private static List<String> sorted(List<String> lines) {
    List<String> sorted = new ArrayList<>(lines);
    Collections.sort(sorted);
    return sorted;
  }

  private static String dataset(JsonNode node) {
    return node.path("namespace").asText() + " " + node.path("name").asText();
  }

  /** Evidence is a word of the ladder, sometimes with a detail behind a colon. */
  private static String strongest(JsonNode evidence) {
    String first = evidence.path(0).asText("no evidence");
    int colon = first.indexOf(':');
    return colon < 0 ? first : first.substring(0, colon);
  }

  @Override
  public String toString() {
    return String.join("\n", lines);
  }
}
