package io.spoor.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the last event says beside the lineage: all facets of it, with what is in them. */
class FacetsTest {

  /** Their content is checked elsewhere, or differs from run to run. */
  private static final Set<String> BY_NAME_ONLY =
      Set.of(
          "processing_engine",
          "spoor_agent",
          "spoor_leftOut",
          "lineage",
          "version",
          "spoor_access");

  private final Jdk jdk = Jdks.newest();

  @TempDir private Path folder;

  @Test
  void fileAndTable() throws Exception {
    Trial trial =
        new Trial(jdk, folder)
            .given(
                place -> {
                  Data.h2(place);
                  Data.orders(place);
                  Data.write(place, "job.properties", "url=" + Data.h2Url(place, "shop") + "\n");
                });
    trial.run(Job.of("CsvToTable", "job.properties", "in/orders.csv").with("h2")).exits(0);
    assertFacets(
        """
        run executionParameters {"parameters":[{"key":"arg1","value":"***"},{"key":"arg2","value":"***"}]}
        run processing_engine
        run spoor_agent
        run spoor_leftOut
        run spoor_unexplained {"entries":[{"namespace":"h2:$WORK/db/shop","name":"PUBLIC.STOCK","fields":[{"name":"ITEM","sampledRows":3,"reason":"too few rows to compare"},{"name":"UNITS","sampledRows":3,"reason":"too few rows to compare"}]}]}
        job jobType {"processingType":"BATCH","integration":"JVM","jobType":"JOB"}
        job lineage
        job sql {"query":"insert into stock(item, units) values (?)","dialect":"h2"}
        input job.properties dataSource {"name":"file","uri":"file:///"}
        input job.properties datasetType {"datasetType":"FILE"}
        input job.properties inputStatistics {"size":SIZE,"fileCount":1}
        input job.properties spoor_access
        input job.properties version
        input job.properties spoor_role {"role":"program","reason":"configuration"}
        input orders.csv dataSource {"name":"file","uri":"file:///"}
        input orders.csv datasetType {"datasetType":"FILE"}
        input orders.csv inputStatistics {"rowCount":3,"size":43,"fileCount":1}
        input orders.csv spoor_access
        input orders.csv version
        input orders.csv schema {"fields":[{"name":"id"},{"name":"customer"},{"name":"amount"}]}
        input orders.csv storage {"storageLayer":"file","fileFormat":"csv"}
        output PUBLIC.STOCK dataSource {"name":"h2:$WORK/db/shop","uri":"h2:$WORK/db/shop"}
        output PUBLIC.STOCK datasetType {"datasetType":"TABLE"}
        output PUBLIC.STOCK outputStatistics {"rowCount":3}
        output PUBLIC.STOCK schema {"fields":[{"name":"ITEM"},{"name":"UNITS"}]}
        """
            .replace(
                "SIZE", String.valueOf(Files.size(trial.place().work().resolve("job.properties")))),
        trial);
  }

  @Test
  void tablesReadAndWritten() throws Exception {
    Trial trial = new Trial(jdk, folder).given(Data::h2);
    trial
        .run(
            Job.of("JdbcCtasAndView", Data.h2Url(trial.place(), "shop"), "out/amounts.csv")
                .with("h2"))
        .exits(0);
    List<String> facets = facets(trial);
    facets.removeIf(line -> line.contains(" dataSource ") || !line.contains("put "));
    assertEquals(
        List.of(
            "input PUBLIC.BIG_AMOUNTS datasetType {\"datasetType\":\"VIEW\"}",
            "input PUBLIC.BIG_AMOUNTS inputStatistics {\"rowCount\":2}",
            "input PUBLIC.BIG_AMOUNTS schema {\"fields\":[{\"name\":\"AMOUNT\",\"type\":\"INTEGER\"}]}",
            "input PUBLIC.BIG_ORDERS datasetType {\"datasetType\":\"TABLE\"}",
            "input PUBLIC.BIG_ORDERS schema {\"fields\":[{\"name\":\"AMOUNT\"}]}",
            "input PUBLIC.ORDERS datasetType {\"datasetType\":\"TABLE\"}",
            "input PUBLIC.ORDERS schema {\"fields\":[{\"name\":\"ID\"},{\"name\":\"AMOUNT\"}]}",
            "output PUBLIC.BIG_AMOUNTS columnLineage {\"fields\":{\"AMOUNT\":{\"inputFields\":[{\"namespace\":\"h2:$WORK/db/shop\",\"name\":\"PUBLIC.BIG_ORDERS\",\"field\":\"AMOUNT\",\"transformations\":[{\"type\":\"DIRECT\",\"subtype\":\"IDENTITY\",\"confidence\":1.0,\"evidence\":[\"sql: CREATE_VIEW\"]}]}]}}}",
            "output PUBLIC.BIG_AMOUNTS datasetType {\"datasetType\":\"VIEW\"}",
            "output PUBLIC.BIG_AMOUNTS schema {\"fields\":[{\"name\":\"AMOUNT\"}]}",
            "output PUBLIC.BIG_ORDERS columnLineage {\"fields\":{\"AMOUNT\":{\"inputFields\":[{\"namespace\":\"h2:$WORK/db/shop\",\"name\":\"PUBLIC.ORDERS\",\"field\":\"AMOUNT\",\"transformations\":[{\"type\":\"DIRECT\",\"subtype\":\"IDENTITY\",\"confidence\":1.0,\"evidence\":[\"sql: CREATE_TABLE_AS\"]}]}]},\"ID\":{\"inputFields\":[{\"namespace\":\"h2:$WORK/db/shop\",\"name\":\"PUBLIC.ORDERS\",\"field\":\"ID\",\"transformations\":[{\"type\":\"DIRECT\",\"subtype\":\"IDENTITY\",\"confidence\":1.0,\"evidence\":[\"sql: CREATE_TABLE_AS\"]}]}]}},\"dataset\":[{\"namespace\":\"h2:$WORK/db/shop\",\"name\":\"PUBLIC.ORDERS\",\"field\":\"AMOUNT\",\"transformations\":[{\"type\":\"INDIRECT\",\"subtype\":\"FILTER\",\"confidence\":1.0,\"evidence\":[\"sql: CREATE_TABLE_AS\"]}]}]}",
            "output PUBLIC.BIG_ORDERS datasetType {\"datasetType\":\"TABLE\"}",
            "output PUBLIC.BIG_ORDERS schema {\"fields\":[{\"name\":\"ID\"},{\"name\":\"AMOUNT\"}]}",
            "output amounts.csv datasetType {\"datasetType\":\"FILE\"}",
            "output amounts.csv outputStatistics {\"rowCount\":2,\"size\":6,\"fileCount\":1}",
            "output amounts.csv spoor_access",
            "output amounts.csv storage {\"storageLayer\":\"file\",\"fileFormat\":\"csv\"}",
            "output amounts.csv version"),
        facets);
  }

  @Test
  void failureTellsTypesAndCodesAndNoText() throws Exception {
    Trial trial = new Trial(jdk, folder).given(Data::h2);
    trial
        .run(Job.of("FailsInDatabase", Data.h2Url(trial.place(), "shop")).with("h2"))
        .exits(1)
        .hides("secret name");
    JsonNode run = trial.home().runs().get(0).last().path("run").path("facets");
    String violation = "org.h2.jdbc.JdbcSQLIntegrityConstraintViolationException";
    JsonNode error = run.path("errorMessage");
    assertEquals(violation, error.path("message").asText());
    assertEquals("JAVA", error.path("programmingLanguage").asText());
    List<String> trace = error.path("stackTrace").asText().lines().toList();
    assertEquals(violation, trace.get(0));
    assertEquals(
        "\tat jobs.FailsInDatabase.main(FailsInDatabase.java:20)", trace.get(trace.size() - 1));
    JsonNode gap = run.path("extractionError").path("errors").path(0);
    assertEquals(
        "A statement failed: " + violation + ", SQLState 23505, vendor code 23505",
        gap.path("errorMessage").asText());
    assertEquals("insert into totals(name, total) values (?)", gap.path("task").asText());
  }

  @Test
  void ownCostIsToldButAtTheStart() throws Exception {
    Trial trial = new Trial(jdk, folder).given(Data::orders);
    trial.run(Job.of("NioChannels", "in/orders.csv", "out/copy.csv")).exits(0);
    List<JsonNode> agents = new ArrayList<>();
    for (JsonNode event : trial.home().runs().get(0).events()) {
      agents.add(event.path("run").path("facets").path("spoor_agent"));
    }
    assertEquals(Set.of("_producer", "_schemaURL", "format", "version"), names(agents.get(0)));
    JsonNode last = agents.get(agents.size() - 1);
    assertEquals(
        Set.of("_producer", "_schemaURL", "format", "version", "cpuMillis", "heapBytes", "dropped"),
        names(last));
    assertTrue(last.path("cpuMillis").asLong() > 0, last::toString);
    // Pieces of the ring of first bytes, as many as were filled at once, two streams, two datasets.
    long heap = last.path("heapBytes").asLong();
    assertTrue(heap > (8 << 10) && heap < (260 << 10), last::toString);
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new HashSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static void assertFacets(String expected, Trial trial) throws Exception {
    List<String> wanted = new ArrayList<>(expected.lines().toList());
    Collections.sort(wanted);
    assertEquals(String.join("\n", wanted), String.join("\n", facets(trial)));
  }

  /** A line for each facet of the only run's last event, sorted. */
  private static List<String> facets(Trial trial) throws Exception {
    List<RecordedRun> runs = trial.home().runs();
    assertEquals(1, runs.size());
    JsonNode event = runs.get(0).last();
    List<String> lines = new ArrayList<>();
    add(lines, "run", event.path("run").path("facets"));
    add(lines, "job", event.path("job").path("facets"));
    for (String side : List.of("input", "output")) {
      for (JsonNode dataset : event.path(side + "s")) {
        String name = dataset.path("name").asText();
        String owner = side + " " + name.substring(name.lastIndexOf('/') + 1);
        add(lines, owner, dataset.path("facets"));
        add(lines, owner, dataset.path(side + "Facets"));
      }
    }
    lines.replaceAll(line -> line.replace(trial.place().work().toString(), "$WORK"));
    Collections.sort(lines);
    return lines;
  }

  private static void add(List<String> lines, String owner, JsonNode facets) {
    facets
        .properties()
        .forEach(
            facet -> {
              ObjectNode content = facet.getValue().deepCopy();
              content.remove(List.of("_producer", "_schemaURL"));
              String shown = BY_NAME_ONLY.contains(facet.getKey()) ? "" : " " + content;
              lines.add(owner + " " + facet.getKey() + shown);
            });
  }
}
