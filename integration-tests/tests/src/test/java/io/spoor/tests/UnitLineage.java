package io.spoor.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The lineage of a JVM's run and of its units of work, which are runs in the same file: each as
 * {@link Lineage} has it, with a line {@code beneath} and the job of its parent, and an empty line
 * between them.
 */
final class UnitLineage {

  /** What jobs make of orders, in a unit of work or beside one. */
  static final String STOCK =
      """
      input SHOP.ORDERS
      output SHOP.STOCK
      SHOP.ORDERS -> SHOP.STOCK [sql]
      SHOP.ORDERS.ID -> SHOP.STOCK (filter)
      SHOP.ORDERS.ID -> SHOP.STOCK.ITEM (identity)
      SHOP.ORDERS.AMOUNT -> SHOP.STOCK.UNITS (identity)
      """;

  /** What they make of customers. */
  static final String TOTALS =
      """
      input SHOP.CUSTOMERS
      output SHOP.TOTALS
      SHOP.CUSTOMERS -> SHOP.TOTALS [sql]
      SHOP.CUSTOMERS.ID -> SHOP.TOTALS (filter)
      SHOP.CUSTOMERS.NAME -> SHOP.TOTALS.NAME (identity)
      SHOP.CUSTOMERS.ID -> SHOP.TOTALS.TOTAL (identity)
      """;

  private UnitLineage() {}

  /** Fails unless the first units are services that wrote so many rows each. */
  static void assertServed(Home home, int units, int rows) throws Exception {
    for (RecordedRun run : runs(home.runs().get(0)).subList(1, 1 + units)) {
      JsonNode type = run.last().path("job").path("facets").path("jobType");
      assertEquals("SERVICE", type.path("jobType").asText());
      JsonNode written = run.last().path("outputs").path(0).path("outputFacets");
      int count = written.path("outputStatistics").path("rowCount").asInt();
      assertEquals(rows, count, written::toString);
    }
  }

  /** The runs of one file, in the order of their first events. */
  static List<RecordedRun> runs(RecordedRun file) throws Exception {
    Map<String, List<String>> lines = new LinkedHashMap<>();
    for (int i = 0; i < file.lines().size(); i++) {
      String id = file.events().get(i).path("run").path("runId").asText();
      lines.computeIfAbsent(id, key -> new ArrayList<>()).add(file.lines().get(i));
    }
    List<RecordedRun> runs = new ArrayList<>();
    for (List<String> each : lines.values()) {
      runs.add(RecordedRun.of(file.file(), each));
    }
    return runs;
  }

  /** Fails unless the runs in a home are just these. */
  static void assertRecorded(Home home, Path work, String expected) throws Exception {
    assertEquals(1, home.runs().size(), () -> "files in " + home);
    List<RecordedRun> runs = runs(home.runs().get(0));
    Map<String, RecordedRun> byId = new LinkedHashMap<>();
    List<String> found = new ArrayList<>();
    for (RecordedRun run : runs) {
      byId.put(run.id(), run);
    }
    for (RecordedRun run : runs) {
      if (run == runs.get(0)) {
        Spec.check(run);
      } else {
        Spec.checkEvents(run);
      }
      List<String> lines = new ArrayList<>();
      JsonNode facet = run.last().path("run").path("facets").path("parent");
      if (!facet.isMissingNode()) {
        RecordedRun parent = byId.get(facet.path("run").path("runId").asText());
        assertTrue(parent != null, () -> "the parent of " + run.last() + " is in the file");
        String job = facet.path("job").path("name").asText();
        assertEquals(parent.last().path("job").path("name").asText(), job);
        assertEquals(
            runs.get(0).id(), facet.path("root").path("run").path("runId").asText(), "the root");
        lines.add("beneath " + job);
      }
      Lineage.of(run, work).toString().lines().forEach(lines::add);
      found.add(text(lines));
    }
    List<String> wanted = new ArrayList<>();
    for (String block : expected.strip().split("\n\\s*\n")) {
      wanted.add(text(block.lines().map(String::strip).toList()));
    }
    assertEquals(
        String.join("\n", new ArrayList<>(sorted(wanted))),
        String.join("\n", new ArrayList<>(sorted(found))));
    assertEquals(List.of(), home.checkpoints(), "the run is over, so is its checkpoint");
  }

  private static List<String> sorted(List<String> blocks) {
    List<String> sorted = new ArrayList<>(blocks);
    sorted.sort(null);
    return sorted;
  }

  /** The job first, the rest sorted. */
  private static String text(List<String> lines) {
    String head =
        lines.stream()
            .filter(line -> line.matches("\\S.* (COMPLETE|FAIL)"))
            .findFirst()
            .orElse("no head");
    TreeSet<String> rest = new TreeSet<>(lines);
    rest.remove(head);
    return head + "\n" + String.join("\n", rest) + "\n";
  }
}
