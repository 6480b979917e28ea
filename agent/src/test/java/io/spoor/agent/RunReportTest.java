package io.spoor.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.spoor.json.UtcTime;
import io.spoor.ledger.Access;
import io.spoor.ledger.Column;
import io.spoor.ledger.Ledger;
import io.spoor.model.ColumnFlow;
import io.spoor.model.DatasetId;
import io.spoor.model.RunEvent;
import io.spoor.model.Rung;
import io.spoor.model.Transformation;
import io.spoor.openlineage.EventWriter;
import io.spoor.openlineage.JobTypeJobFacet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** From the ledger to the event, whole. */
class RunReportTest {

  private static final UUID RUN = UUID.fromString("0195f3a0-7b1c-7d2e-8f3a-4b5c6d7e8f90");
  private static final long TIME = 1769903999123L;

  private final Ledger ledger = new Ledger(100);

  private static String event(RunReport report, RunEvent.Type type, Ledger ledger) {
    RunReport.Circumstances circumstances =
        type == RunEvent.Type.START
            ? null
            : new RunReport.Circumstances(Map.of(), new Misunderstood(), 12, -1);
    return new EventWriter("0.1.0").write(report.event(type, TIME, ledger, null, circumstances));
  }

  private static final JobTypeJobFacet JOB = new JobTypeJobFacet("BATCH", "JVM", "JOB");

  private static RunReport report(boolean flows) {
    return new RunReport(RUN, "ns", "nightly", "0.1.0", null, JOB, flows, List.of());
  }

  private Access table(String name, boolean output, Access.Kind kind) {
    DatasetId id = new DatasetId("h2:/mart", name);
    Access access = output ? ledger.output(id, kind) : ledger.input(id, kind);
    access.setSource("h2:/mart");
    access.used(1, output ? 2 : 1, output ? 2 : 1);
    return access;
  }

  private static final String PRODUCER =
      "'_producer':'urn:spoor:agent:0.1.0','_schemaURL':'https://openlineage.io/spec/facets/";

  private static String head(String type, String agent, String lineage) {
    return "{'eventType':'"
        + type
        + "','eventTime':'2026-01-31T23:59:59.123Z','producer':'urn:spoor:agent:0.1.0',"
        + "'schemaURL':'https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent',"
        + "'run':{'runId':'0195f3a0-7b1c-7d2e-8f3a-4b5c6d7e8f90','facets':{'processing_engine':{"
        + PRODUCER
        + "1-1-1/ProcessingEngineRunFacet.json#/$defs/ProcessingEngineRunFacet','version':'"
        + System.getProperty("java.version")
        + "','name':'JVM','openlineageAdapterVersion':'0.1.0'},'spoor_agent':{"
        + "'_producer':'urn:spoor:agent:0.1.0','_schemaURL':'urn:spoor:schema:AgentRunFacet:1-0-0',"
        + "'format':1,'version':'0.1.0'"
        + agent
        + "}}},'job':{'namespace':'ns','name':'nightly','facets':{'jobType':{"
        + PRODUCER
        + "2-0-4/JobTypeJobFacet.json#/$defs/JobTypeJobFacet','processingType':'BATCH',"
        + "'integration':'JVM','jobType':'JOB'}"
        + lineage
        + "}},";
  }

  /** A table or view, with the statistics facet where there are any. */
  private static String dataset(String name, String type, String moreFacets, String statistics) {
    return "{'namespace':'h2:/mart','name':'"
        + name
        + "','facets':{'datasetType':{"
        + PRODUCER
        + "1-0-1/DatasetTypeDatasetFacet.json#/$defs/DatasetTypeDatasetFacet','datasetType':'"
        + type
        + "'},'dataSource':{"
        + PRODUCER
        + "1-0-1/DatasourceDatasetFacet.json#/$defs/DatasourceDatasetFacet',"
        + "'name':'h2:/mart','uri':'h2:/mart'}"
        + moreFacets
        + "}"
        + statistics
        + "}";
  }

  private static String schema(String fields) {
    return ",'schema':{"
        + PRODUCER
        + "1-2-0/SchemaDatasetFacet.json#/$defs/SchemaDatasetFacet','fields':["
        + fields
        + "]}";
  }

  private static String json(String text) {
    return text.replace('\'', '"');
  }

  @Test
  void aTableReadWithoutCountsHasNoStatisticsFacet() {
    table("PUBLIC.T", false, Access.Kind.TABLE);

    assertEquals(
        json(
            head("COMPLETE", ",'cpuMillis':12,'dropped':{}", "")
                + "'inputs':["
                + dataset("PUBLIC.T", "TABLE", "", "")
                + "],'outputs':[]}"),
        event(report(true), RunEvent.Type.COMPLETE, ledger));
  }

  @Test
  void aFileNothingWasCountedOfIsStillOneFile() {
    Access out = ledger.output(new DatasetId("file", "/out"), Access.Kind.FILE);
    out.used(1, 1, 1);
    String time = UtcTime.iso(out.firstMillis());

    assertEquals(
        json(
            head("COMPLETE", ",'cpuMillis':12,'dropped':{}", "")
                + "'inputs':[],'outputs':[{'namespace':'file','name':'/out','facets':{"
                + "'datasetType':{"
                + PRODUCER
                + "1-0-1/DatasetTypeDatasetFacet.json#/$defs/DatasetTypeDatasetFacet',"
                + "'datasetType':'FILE'},'dataSource':{"
                + PRODUCER
                + "1-0-1/DatasourceDatasetFacet.json#/$defs/DatasourceDatasetFacet',"
                + "'name':'file','uri':'file:///'}},'outputFacets':{'outputStatistics':{"
                + PRODUCER
                + "1-0-2/OutputStatisticsOutputDatasetFacet.json"
                + "#/$defs/OutputStatisticsOutputDatasetFacet','fileCount':1},"
                + "'spoor_access':{'_producer':'urn:spoor:agent:0.1.0',"
                + "'_schemaURL':'urn:spoor:schema:AccessFacet:1-0-0','firstOperation':'"
                + (time + "','lastOperation':'" + time)
                + "','callSites':[]}}}]}"),
        event(report(true), RunEvent.Type.COMPLETE, ledger));
  }

  /** A view made of a table, with its columns: told in lineage, columnLineage and schema. */
  private void view() {
    Access orders = table("PUBLIC.ORDERS", false, Access.Kind.TABLE);
    orders.addColumn(new Column("PRICE", "DECIMAL"));
    orders.addRows(3);
    Access view = table("PUBLIC.REVENUE", true, Access.Kind.VIEW);
    ledger.edge(
        orders,
        view,
        Rung.SQL,
        "CREATE_VIEW",
        List.of(
            new ColumnFlow("REGION", null, Transformation.FILTER, false),
            new ColumnFlow("PRICE", "AMOUNT", Transformation.AGGREGATION, false)));
  }

  private static String inputFields(String type, String list, String before, String after) {
    String of = "{'namespace':'h2:/mart','name':'PUBLIC.ORDERS'," + type;
    String why = "'confidence':1.0,'evidence':['sql: CREATE_VIEW']}]}";
    return before
        + "'fields':{'AMOUNT':{'"
        + list
        + "':["
        + of
        + "'field':'PRICE','transformations':[{'type':'DIRECT','subtype':'AGGREGATION',"
        + why
        + "]}}"
        + after.replace(
            "WHOLE",
            of
                + "'field':'REGION','transformations':[{'type':'INDIRECT','subtype':'FILTER',"
                + why);
  }

  @Test
  void columnsOfAView() {
    view();

    String region =
        "{'namespace':'h2:/mart','name':'PUBLIC.ORDERS','type':'DATASET','field':'REGION',"
            + "'transformations':[{'type':'INDIRECT','subtype':'FILTER','confidence':1.0,"
            + "'evidence':['sql: CREATE_VIEW']}]}";
    String lineage =
        ",'lineage':{"
            + PRODUCER
            + "1-0-0/LineageFacet.json#/$defs/LineageJobFacet','entries':[{"
            + "'namespace':'h2:/mart','name':'PUBLIC.REVENUE','type':'DATASET','inputs':[{"
            + "'namespace':'h2:/mart','name':'PUBLIC.ORDERS','type':'DATASET',"
            + "'transformations':[{'type':'DIRECT','confidence':1.0,"
            + "'evidence':['sql: CREATE_VIEW']}]},"
            + region
            + inputFields("'type':'DATASET',", "inputs", "],", "}]}");
    String columns =
        ",'columnLineage':{"
            + PRODUCER
            + "1-2-0/ColumnLineageDatasetFacet.json#/$defs/ColumnLineageDatasetFacet',"
            + inputFields("", "inputFields", "", ",'dataset':[WHOLE]}");
    assertEquals(
        json(
            head("COMPLETE", ",'cpuMillis':12,'dropped':{}", lineage)
                + "'inputs':["
                + dataset(
                    "PUBLIC.ORDERS",
                    "TABLE",
                    schema("{'name':'PRICE','type':'DECIMAL'},{'name':'REGION'}"),
                    ",'inputFacets':{'inputStatistics':{"
                        + PRODUCER
                        + "1-0-0/InputStatisticsInputDatasetFacet.json"
                        + "#/$defs/InputStatisticsInputDatasetFacet','rowCount':3}}")
                + "],'outputs':["
                + dataset("PUBLIC.REVENUE", "VIEW", schema("{'name':'AMOUNT'}") + columns, "")
                + "]}"),
        event(report(true), RunEvent.Type.COMPLETE, ledger));
  }

  @Test
  void startAndFlowsOffTellOfNoColumnFlows() {
    view();
    String lists =
        "'inputs':["
            + dataset(
                "PUBLIC.ORDERS",
                "TABLE",
                schema("{'name':'PRICE','type':'DECIMAL'},{'name':'REGION'}"),
                ",'inputFacets':{'inputStatistics':{"
                    + PRODUCER
                    + "1-0-0/InputStatisticsInputDatasetFacet.json"
                    + "#/$defs/InputStatisticsInputDatasetFacet','rowCount':3}}")
            + "],'outputs':["
            + dataset("PUBLIC.REVENUE", "VIEW", schema("{'name':'AMOUNT'}"), "")
            + "]}";

    assertEquals(
        json(head("START", "", "") + lists), event(report(true), RunEvent.Type.START, ledger));
    assertEquals(
        json(head("COMPLETE", ",'cpuMillis':12,'dropped':{}", "") + lists),
        event(report(false), RunEvent.Type.COMPLETE, ledger));
  }

  @Test
  void whatTheLimitsLeaveOutIsCounted() {
    for (int edge = 0; edge < 7; edge++) {
      List<ColumnFlow> columns = new ArrayList<>();
      for (int i = 0; i < 2005; i++) {
        columns.add(new ColumnFlow("c" + i, "c" + i, Transformation.IDENTITY, false));
      }
      ledger.edge(
          table("IN" + edge, false, Access.Kind.TABLE),
          table("OUT", true, Access.Kind.TABLE),
          Rung.SQL,
          "INSERT",
          columns);
    }
    Access wide = table("IN0", false, Access.Kind.TABLE);
    for (int i = 0; i < 5001; i++) {
      wide.addColumn(new Column("c" + i, null));
    }

    String line = event(report(true), RunEvent.Type.COMPLETE, ledger);

    // 5 of each edge are not kept, 2000 of each are, and 10,000 of those are sent.
    String dropped = "\"dropped\":{\"columnFlows\":" + (7 * 5 + 4000) + ",\"columns\":1}";
    assertEquals(dropped, line.replaceAll(".*(\"dropped\":\\{[^}]*}).*", "$1"));
    assertEquals(20000, line.split("\"field\":").length - 1);
    assertFalse(event(report(false), RunEvent.Type.COMPLETE, ledger).contains("\"columnFlows\""));
  }
}
