package io.spoor.openlineage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spoor.model.DatasetId;
import io.spoor.model.Facet;
import io.spoor.model.RefutedInput;
import io.spoor.model.RunEvent;
import io.spoor.model.UnexplainedColumn;
import io.spoor.testing.OpenLineageSpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventWriterTest {

  private static final OpenLineageSpec SPEC = OpenLineageSpec.load();

  private final EventWriter writer = new EventWriter("0.1.0");

  @Test
  void wholeEventWithEveryFacet() {
    String producer = "\"_producer\":\"urn:spoor:agent:0.1.0\",\"_schemaURL\":\"";
    String official = producer + "https://openlineage.io/spec/facets/";
    String parent =
        "\"run\":{\"runId\":\"0195f3a0-7b1c-7d2e-8f3a-4b5c6d7e8f90\"},"
            + "\"job\":{\"namespace\":\"ns\",\"name\":\"%s\"}";
    String orders = "\"namespace\":\"postgres://db:5432\",\"name\":\"sales.public.orders\"";
    String targets = "\"namespace\":\"file\",\"name\":\"/data/targets \\\"2026\\\".csv\"";
    String storage =
        "\"storage\":{" + official + "1-0-1/StorageDatasetFacet.json#/$defs/StorageDatasetFacet\",";
    String expected =
        "{\"eventType\":\"COMPLETE\",\"eventTime\":\"2026-01-31T23:59:59.123Z\","
            + "\"producer\":\"urn:spoor:agent:0.1.0\",\"schemaURL\":"
            + "\"https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent\","
            + "\"run\":{\"runId\":\"0195f3a0-7b1c-7d2e-8f3a-4b5c6d7e8f90\",\"facets\":{"
            + "\"processing_engine\":{"
            + official
            + "1-1-1/ProcessingEngineRunFacet.json#/$defs/ProcessingEngineRunFacet\","
            + "\"version\":\"17.0.15\",\"name\":\"JVM\",\"openlineageAdapterVersion\":\"0.1.0\"},"
            + "\"errorMessage\":{"
            + official
            + "1-0-1/ErrorMessageRunFacet.json#/$defs/ErrorMessageRunFacet\","
            + "\"message\":\"java.lang.IllegalStateException\",\"programmingLanguage\":\"JAVA\","
            + "\"stackTrace\":\"at a.B.c(B.java:1)\"},"
            + "\"extractionError\":{"
            + official
            + "1-1-2/ExtractionErrorRunFacet.json#/$defs/ExtractionErrorRunFacet\","
            + "\"totalTasks\":3,\"failedTasks\":1,"
            + "\"errors\":[{\"errorMessage\":\"not understood\",\"task\":\"CALL ?\"}]},"
            + "\"parent\":{"
            + official
            + "1-2-0/ParentRunFacet.json#/$defs/ParentRunFacet\","
            + parent.formatted("parent")
            + ",\"root\":{"
            + parent.formatted("root")
            + "}},"
            + "\"spoor_candidates\":{"
            + producer
            + "urn:spoor:schema:CandidatesRunFacet:1-0-0\","
            + "\"entries\":[{\"namespace\":\"file\",\"name\":\"/out/report.csv\",\"inputs\":[{"
            + targets
            + "},{"
            + orders
            + "}],\"reason\":\"two inputs were read before it\"}]},"
            + "\"spoor_agent\":{"
            + producer
            + "urn:spoor:schema:AgentRunFacet:1-0-0\",\"format\":1,\"version\":\"0.1.0\","
            + "\"cpuMillis\":12,\"heapBytes\":3456,\"dropped\":{\"accesses\":7,\"sql\":0}}}},"
            + "\"job\":{\"namespace\":\"ns\",\"name\":\"nightly\",\"facets\":{"
            + "\"jobType\":{"
            + official
            + "2-0-4/JobTypeJobFacet.json#/$defs/JobTypeJobFacet\","
            + "\"processingType\":\"BATCH\",\"integration\":\"JVM\",\"jobType\":\"JOB\"},"
            + "\"sql\":{"
            + official
            + "1-1-0/SQLJobFacet.json#/$defs/SQLJobFacet\","
            + "\"query\":\"SELECT a FROM t WHERE b = ?\",\"dialect\":\"postgresql\"},"
            + "\"lineage\":{"
            + official
            + "1-0-0/LineageFacet.json#/$defs/LineageJobFacet\","
            + "\"entries\":[{\"namespace\":\"file\",\"name\":\"/out/archive.gz\","
            + "\"type\":\"DATASET\",\"inputs\":[{"
            + targets
            + ",\"type\":\"DATASET\",\"transformations\":[{\"type\":\"DIRECT\","
            + "\"subtype\":\"IDENTITY\",\"confidence\":1.0,\"evidence\":[\"copy\"]}]},{"
            + orders
            + ",\"type\":\"DATASET\",\"transformations\":[{\"type\":\"DIRECT\",\"confidence\":0.8,"
            + "\"evidence\":[\"sql\",\"exclusive: only input read before its last write\"]}]}]}]}}},"
            + "\"inputs\":[{"
            + orders
            + ",\"facets\":{"
            + "\"schema\":{"
            + official
            + "1-2-0/SchemaDatasetFacet.json#/$defs/SchemaDatasetFacet\","
            + "\"fields\":[{\"name\":\"id\",\"type\":\"int8\",\"ordinal_position\":1}]},"
            + "\"dataSource\":{"
            + official
            + "1-0-1/DatasourceDatasetFacet.json#/$defs/DatasourceDatasetFacet\","
            + "\"name\":\"postgres://db:5432\",\"uri\":\"postgres://db:5432/sales\"},"
            + storage
            + "\"storageLayer\":\"postgresql\"},"
            + "\"datasetType\":{"
            + official
            + "1-0-1/DatasetTypeDatasetFacet.json#/$defs/DatasetTypeDatasetFacet\","
            + "\"datasetType\":\"TABLE\",\"subType\":\"EXTERNAL\"}},"
            + "\"inputFacets\":{\"inputStatistics\":{"
            + official
            + "1-0-0/InputStatisticsInputDatasetFacet.json#/$defs/InputStatisticsInputDatasetFacet\","
            + "\"rowCount\":10,\"size\":200}}},{"
            + targets
            + ",\"facets\":{"
            + storage
            + "\"storageLayer\":\"filesystem\",\"fileFormat\":\"csv\"}},"
            + "\"inputFacets\":{\"inputStatistics\":{"
            + official
            + "1-0-0/InputStatisticsInputDatasetFacet.json#/$defs/InputStatisticsInputDatasetFacet\","
            + "\"fileCount\":1}}}],"
            + "\"outputs\":[{\"namespace\":\"file\",\"name\":\"/out/archive.gz\",\"facets\":{"
            + storage
            + "\"storageLayer\":\"filesystem\",\"fileFormat\":\"csv\"}},"
            + "\"outputFacets\":{\"outputStatistics\":{"
            + official
            + "1-0-2/OutputStatisticsOutputDatasetFacet.json"
            + "#/$defs/OutputStatisticsOutputDatasetFacet\","
            + "\"rowCount\":1,\"size\":2,\"fileCount\":3}}}]}";

    assertEquals(expected, writer.write(Events.full()));
    assertEquals(List.of(), SPEC.problems(expected));
  }

  @Test
  void whatIsUnknownIsLeftOut() {
    String line = writer.write(Events.bare());

    assertEquals(List.of(), SPEC.problems(line));
    for (String absent :
        List.of(
            "null",
            ":-1",
            "cpuMillis",
            "dropped",
            "stackTrace",
            "dialect",
            "subType",
            "ordinal_position",
            "outputFacets",
            "inputFacets")) {
      assertFalse(line.contains(absent), absent);
    }
  }

  @Test
  void oneLineWhateverTheNames() {
    DatasetId odd = new DatasetId("file", "/a\nb\r\u2028\u0085\u0000\ud800c\"\\\ud83d\ude00");
    String line =
        writer.write(
            Events.event(
                RunEvent.Type.FAIL,
                List.of(),
                List.of(),
                List.of(new io.spoor.model.Dataset(odd, List.of(), List.of())),
                List.of()));

    assertEquals(List.of(), SPEC.problems(line));
    assertEquals(1, line.lines().count());
    assertTrue(line.contains("/a\\nb\\r\\u2028\\u0085\\u0000\ufffdc\\\"\\\\\ud83d\ude00"), line);
  }

  @Test
  void everyTypeIsAnEvent() {
    for (RunEvent.Type type : RunEvent.Type.values()) {
      String line = writer.write(Events.event(type, List.of(), List.of(), List.of(), List.of()));
      assertEquals(List.of(), SPEC.problems(line));
      assertEquals(type, EventHead.read(line).type());
    }
  }

  /** The judge itself: each damage to a good event is found, with or without official schemas. */
  @Test
  void validationBites() {
    String line = writer.write(Events.full());
    Map<String, String> always =
        Map.of(
            "\"eventType\":\"COMPLETE\"", "\"eventType\":\"DONE\"",
            "\"fields\":[{", "\"fields\":[{\"colour\":1,",
            "\"confidence\":0.8", "\"trust\":0.8",
            "\"format\":1", "\"format\":2",
            "\"cpuMillis\":12", "\"cpuMillis\":-12",
            "\"reason\"", "\"because\"",
            "\"job\":{\"namespace\":\"ns\",\"name\":\"nightly\"", "\"jobs\":{\"name\":\"nightly\"");
    always.forEach((good, bad) -> assertFound(line, good, bad));
    if (SPEC.isOfficial()) {
      Map<String, String> withSchemas =
          Map.of(
              "\"eventTime\":\"2026-01-31T23", "\"eventTime\":\"2026-13-31T23",
              "\"fields\":[{\"name\":\"id\",", "\"fields\":[{",
              "1-1-1/ProcessingEngineRunFacet", "1-1-9/ProcessingEngineRunFacet",
              "\"_producer\":\"urn:spoor:agent:0.1.0\",", "",
              "\"query\":\"SELECT a FROM t WHERE b = ?\",", "");
      withSchemas.forEach((good, bad) -> assertFound(line, good, bad));
    }
  }

  @Test
  void specThatIsSetUpIsUsed() {
    assertEquals(!System.getProperty("openlineage.spec", "").isBlank(), SPEC.isOfficial());
  }

  @Test
  void ownFacetsNameTheirPublishedSchema() {
    for (Facet facet :
        List.of(
            new AgentRunFacet("1"),
            new CandidatesRunFacet(List.of()),
            new UnexplainedRunFacet(List.of()),
            new RefutedRunFacet(List.of()),
            new ResemblanceRunFacet(List.of()))) {
      String name = facet.schemaUrl().split(":")[3];
      assertTrue(
          EventWriter.class.getResource("/io/spoor/schemas/" + name + ".json") != null, name);
    }
  }

  /** By output and name, whatever the order they come in. */
  @Test
  void whatSpeaksAgainstFlows() {
    UnexplainedRunFacet unexplained =
        new UnexplainedRunFacet(
            List.of(
                new UnexplainedColumn(Events.REPORT, "tax", 200, "not found"),
                new UnexplainedColumn(Events.ARCHIVE, "id", 7, "too few"),
                new UnexplainedColumn(Events.REPORT, "sum", 200, "not found")));
    RefutedRunFacet refuted =
        new RefutedRunFacet(
            List.of(
                new RefutedInput(Events.REPORT, Events.TARGETS, 9, "others"),
                new RefutedInput(Events.REPORT, Events.ORDERS, 200, "others")));
    String line =
        writer.write(
            Events.event(
                RunEvent.Type.COMPLETE,
                List.of(unexplained, refuted),
                List.of(),
                List.of(),
                List.of()));

    assertEquals(List.of(), SPEC.problems(line));
    String name = "{'namespace':'file','name':'/out/";
    String fields = "','sampledRows':200,'reason':'not found'}";
    String columns =
        name
            + "archive.gz','fields':[{'name':'id','sampledRows':7,'reason':'too few'}]},"
            + name
            + "report.csv','fields':[{'name':'sum"
            + fields
            + ",{'name':'tax"
            + fields
            + "]}]";
    String inputs =
        name
            + "report.csv','inputs':[{'namespace':'file','name':'/data/targets ^2026^.csv',"
            + "'sampledRows':9,'reason':'others'},{'namespace':'postgres://db:5432',"
            + "'name':'sales.public.orders','sampledRows':200,'reason':'others'}]}]";
    for (String part : List.of(columns, inputs)) {
      String json = "\"entries\":[" + part.replace('\'', '"').replace("^", "\\\"");
      assertTrue(line.contains(json), line);
    }
    assertFound(line, "\"sampledRows\":7", "\"sampledRows\":-7");
    assertFound(line, "\"fields\"", "\"columns\"");
    assertFound(line, "\"reason\":\"others\"", "\"why\":\"others\"");
  }

  private static void assertFound(String line, String good, String bad) {
    assertTrue(line.contains(good), good);
    String damaged = line.replace(good, bad);
    assertFalse(SPEC.problems(damaged).isEmpty(), () -> bad + " was not found in " + damaged);
  }
}
