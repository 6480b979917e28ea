package io.spoor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.spoor.model.Belief;
import io.spoor.model.ColumnFlow;
import io.spoor.model.Dataset;
import io.spoor.model.DatasetId;
import io.spoor.model.Evidence;
import io.spoor.model.Facet;
import io.spoor.model.Flow;
import io.spoor.model.Job;
import io.spoor.model.RunEvent;
import io.spoor.model.Rung;
import io.spoor.model.Transformation;
import io.spoor.openlineage.ColumnLineageDatasetFacet;
import io.spoor.openlineage.EventWriter;
import io.spoor.openlineage.LineageJobFacet;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Columns in {@code show}, from events as Spoor writes them and as others do. */
class ShowColumnsTest {
  private static final DatasetId LINES = new DatasetId("h2:/mart", "PUBLIC.LINES");
  private static final DatasetId ORDERS = new DatasetId("h2:/mart", "PUBLIC.ORDERS");
  private static final DatasetId REVENUE = new DatasetId("h2:/mart", "PUBLIC.REVENUE");
  private static final DatasetId FILE = new DatasetId("file", "/out.csv");

  private static final String HEAD =
      """
      load  COMPLETE
        run        01957e30-1f4a-7c3e-9b1e-3f6c1a2b4d5e
        namespace  ns
        started    2026-03-01 02:00:00Z
        duration   0 ms

      """;

  @TempDir private Path home;

  private static ColumnFlow column(String from, String to, Transformation how) {
    return new ColumnFlow(from, to, how, false);
  }

  private static Flow flow(DatasetId from, DatasetId to, List<ColumnFlow> columns) {
    return new Flow(from, to, List.of(new Evidence(Rung.SQL, "INSERT")), 1.0, columns);
  }

  private static List<Flow> flows() {
    return List.of(
        flow(
            LINES,
            REVENUE,
            List.of(
                column("ORDER_ID", "ID", Transformation.IDENTITY),
                column("PRICE", "AMOUNT", Transformation.AGGREGATION),
                column("QTY", "AMOUNT", Transformation.AGGREGATION),
                column("STATUS", "AMOUNT", Transformation.CONDITIONAL),
                column("DAY", "RANK", Transformation.WINDOW),
                new ColumnFlow("MAIL", "HASH", Transformation.TRANSFORMATION, true),
                new ColumnFlow("ZIP", "HASH", Transformation.IDENTITY, true),
                column("ORDER_ID", null, Transformation.JOIN),
                column("ORDER_ID", null, Transformation.GROUP_BY),
                column("REGION", null, Transformation.FILTER),
                column("DAY", null, Transformation.FILTER))),
        new Flow(
            ORDERS,
            REVENUE,
            List.of(new Evidence(Rung.SQL, "INSERT")),
            1.0,
            List.of(column("ID", null, Transformation.JOIN)),
            false),
        flow(LINES, FILE, List.of()));
  }

  private void store(List<Flow> flows, boolean lineage, boolean columnLineage) throws IOException {
    List<Dataset> outputs = new ArrayList<>();
    for (DatasetId output : List.of(FILE, REVENUE)) {
      List<Flow> into = flows.stream().filter(flow -> flow.output().equals(output)).toList();
      List<Facet> facets = columnLineage ? List.of(new ColumnLineageDatasetFacet(into)) : List.of();
      outputs.add(new Dataset(output, facets, List.of()));
    }
    RunEvent event =
        new RunEvent(
            RunEvent.Type.COMPLETE,
            Instant.parse("2026-03-01T02:00:00Z"),
            UUID.fromString(Store.NIGHTLY_ID),
            List.of(),
            new Job("ns", "load", lineage ? List.of(new LineageJobFacet(flows)) : List.of()),
            List.of(
                new Dataset(LINES, List.of(), List.of()),
                new Dataset(ORDERS, List.of(), List.of())),
            outputs);
    new Store(home).file(Store.NIGHTLY_FILE, new EventWriter("0.1.0").write(event));
  }

  private Cli show(String... options) {
    List<String> args = new ArrayList<>(List.of("show", "--home", home.toString()));
    args.addAll(List.of(options));
    return Cli.run(args.toArray(new String[0]));
  }

  private static final String COLUMNS =
      """
             AMOUNT <- PRICE, QTY (aggregation); conditional: STATUS
             HASH <- ZIP (masked); MAIL (transformation, masked)
             ID <- ORDER_ID
             RANK <- window: DAY
             filter: DAY, REGION; group by: ORDER_ID; join: ORDER_ID
      """;

  @Test
  void text() throws IOException {
    store(flows(), true, true);

    String expected =
        HEAD
            + """
            Outputs (2)                    confidence  rows  size  columns  evidence
              /out.csv
                <- h2:/mart PUBLIC.LINES         1.00                       sql: INSERT
              h2:/mart PUBLIC.REVENUE
                <- h2:/mart PUBLIC.LINES         1.00                       sql: INSERT
            """
            + COLUMNS
            + """
                <- h2:/mart PUBLIC.ORDERS        1.00                       sql: INSERT (decides on rows only)
                   join: ID
            """;
    assertEquals(new Cli(0, expected, ""), show());
    assertEquals(new Cli(0, expected, ""), show("--columns"));
  }

  /** Evidence of a column stays its own; that of the edge has its figures behind it. */
  @Test
  void evidenceOfColumns() throws IOException {
    Evidence rows = new Evidence(Rung.ROW_MATCH, null, List.of("by key ID", "agree 63/63"));
    Evidence same = new Evidence(Rung.IDENTITY, null, List.of("agree 63/63"));
    Evidence town = new Evidence(Rung.ROW_MATCH, null, List.of("by key ID", "agree 60/63"));
    store(
        List.of(
            new Flow(
                LINES,
                REVENUE,
                List.of(same, rows, new Evidence(Rung.EXCLUSIVE, null)),
                0.99,
                List.of(
                    column("ID", "ID", Transformation.IDENTITY),
                    column("CITY", "TOWN", Transformation.IDENTITY)
                        .believed(new Belief(0.75, List.of(town)))))),
        true,
        true);

    String out = show().out().replaceAll("\\s+", " ");
    assertTrue(
        out.contains("identity: agree 63/63; row match: by key ID, agree 63/63; exclusive"), out);
    JsonNode edge =
        new ObjectMapper().readTree(show("--format", "json").out()).get(0).get("edges").get(0);
    List<String> told = new ArrayList<>();
    for (JsonNode column : edge.get("columns")) {
      told.add(column.get("output").asText() + column.get("confidence") + column.get("evidence"));
    }
    assertEquals(
        List.of(
            "ID0.99[\"identity\",\"agree 63/63\",\"row match\",\"by key ID\",\"agree 63/63\",\"exclusive\"]",
            "TOWN0.75[\"row match\",\"by key ID\",\"agree 60/63\"]"),
        told);
  }

  /** Each of the two facets tells all of the columns; both together tell them once. */
  @Test
  void eachFacetAloneIsRead() throws IOException {
    store(flows(), true, true);
    String both = show("--format", "json").out();
    store(flows(), true, false);
    assertEquals(both, show("--format", "json").out());
    // Without the job's facet the edge without columns is not known, all else is.
    store(flows().subList(0, 2), true, true);
    String withColumns = show("--format", "json").out();
    store(flows(), false, true);
    assertEquals(withColumns, show("--format", "json").out());
  }

  @Test
  void json() throws IOException {
    store(flows().subList(1, 3), true, true);
    ObjectMapper mapper = new ObjectMapper();

    JsonNode edges = mapper.readTree(show("--format", "json").out()).get(0).get("edges");

    assertEquals(
        mapper.readTree(
            Store.json(
                """
                [{'input':{'namespace':'h2:/mart','name':'PUBLIC.LINES'},
                'output':{'namespace':'file','name':'/out.csv'},
                'indirect':false,
                'confidence':1.0,'evidence':['sql: INSERT'],'columns':[]},
                {'input':{'namespace':'h2:/mart','name':'PUBLIC.ORDERS'},
                'output':{'namespace':'h2:/mart','name':'PUBLIC.REVENUE'},
                'indirect':true,
                'confidence':1.0,'evidence':['sql: INSERT'],'columns':[
                {'input':'ID','output':null,'type':'INDIRECT','subtype':'JOIN','masking':false,
                'confidence':1.0,'evidence':['sql: INSERT']}]}]\
                """)),
        edges);
  }

  @Test
  void wideTablesAreCutUnlessAsked() throws IOException {
    List<ColumnFlow> columns = new ArrayList<>();
    StringBuilder all = new StringBuilder();
    StringBuilder few = new StringBuilder();
    for (int i = 100; i < 155; i++) {
      columns.add(column("C" + i, "T" + i, Transformation.IDENTITY));
      columns.add(column("K" + i, null, Transformation.JOIN));
      String line = "       T" + i + " <- C" + i + "\n";
      all.append(line);
      few.append(i < 120 ? line : "");
    }
    store(List.of(flow(LINES, REVENUE, columns)), true, true);

    String out = show().out();
    String shown = out.substring(out.indexOf("       T100"), out.indexOf("\n\nInputs"));
    assertEquals(
        few
            + """
                   ... 35 more; --columns shows all
                   join: K100, K101, K102, K103, K104, K105, K106, K107, K108, K109, K110, K111, K112, K113, K114, K115, K116, K117,
                       K118, K119, ... 35 more\
            """,
        shown);
    String wide = show("--columns").out();
    assertEquals(
        all.toString(), wide.substring(wide.indexOf("       T100"), wide.indexOf("       join")));
    assertEquals(0, wide.split("\\.\\.\\.").length - 1);
    assertEquals(55 * 2, mapperColumns());
  }

  private int mapperColumns() throws IOException {
    JsonNode runs = new ObjectMapper().readTree(show("--format", "json").out());
    return runs.get(0).get("edges").get(0).get("columns").size();
  }

  @Test
  void dotStaysAtDatasetsUnlessAsked() throws IOException {
    store(flows().subList(1, 3), true, true);

    assertEquals(
        """
        digraph lineage {
          label="load";
          rankdir=LR;
          node [shape=box];
          n0 [label="/out.csv"];
          n1 [label="h2:/mart PUBLIC.LINES"];
          n2 [label="h2:/mart PUBLIC.ORDERS"];
          n3 [label="h2:/mart PUBLIC.REVENUE"];
          n1 -> n0 [label="sql 1.00"];
          n2 -> n3 [label="sql 1.00", style=dotted];
        }
        """,
        show("--format", "dot").out());
  }

  private static List<Flow> graphFlows() {
    return List.of(
        flow(
            LINES,
            REVENUE,
            List.of(
                new ColumnFlow("MAIL", "HASH \"x\"", Transformation.TRANSFORMATION, true),
                column("QTY", "AMOUNT", Transformation.IDENTITY),
                column("QTY", null, Transformation.GROUP_BY))),
        flow(LINES, FILE, List.of()));
  }

  @Test
  void dotWithColumns() throws IOException {
    store(graphFlows(), true, true);

    assertEquals(
        """
        digraph lineage {
          label="load";
          rankdir=LR;
          node [shape=box];
          n0 [label="/out.csv"];
          subgraph cluster_n1 {
            n1 [label="h2:/mart PUBLIC.LINES"];
            n1c0 [label="MAIL", shape=plaintext];
            n1c1 [label="QTY", shape=plaintext];
          }
          n2 [label="h2:/mart PUBLIC.ORDERS"];
          subgraph cluster_n3 {
            n3 [label="h2:/mart PUBLIC.REVENUE"];
            n3c0 [label="AMOUNT", shape=plaintext];
            n3c1 [label="HASH \\"x\\"", shape=plaintext];
          }
          n1 -> n0 [label="sql 1.00"];
          n1 -> n3 [label="sql 1.00"];
          n1c1 -> n3c0 [label="identity"];
          n1c0 -> n3c1 [label="transformation, masked"];
          n1c1 -> n3 [label="group by", style=dotted];
        }
        """,
        show("--format", "dot", "--columns").out());
  }

  @Test
  void mermaidWithColumns() throws IOException {
    store(graphFlows(), true, true);

    assertEquals(
        """
        ---
        title: "load"
        ---
        flowchart LR
          n0["/out.csv"]
          subgraph sn1[" "]
            n1["h2:/mart PUBLIC.LINES"]
            n1c0("MAIL")
            n1c1("QTY")
          end
          n2["h2:/mart PUBLIC.ORDERS"]
          subgraph sn3[" "]
            n3["h2:/mart PUBLIC.REVENUE"]
            n3c0("AMOUNT")
            n3c1("HASH #34;x#34;")
          end
          n1 -->|"sql 1.00"| n0
          n1 -->|"sql 1.00"| n3
          n1c1 -->|"identity"| n3c0
          n1c0 -->|"transformation, masked"| n3c1
          n1c1 -.->|"group by"| n3
        """,
        show("--format", "mermaid", "--columns").out());
  }

  /** Events of others: no evidence, no transformations, jobs as sources, lineage of a dataset. */
  @Test
  void eventsOfOthers() throws IOException {
    String lineage =
        """
        'lineage':{'entries':[
        {'type':'JOB','inputs':[{'namespace':'n','name':'a','type':'DATASET'}]},
        {'namespace':'n','name':'t','type':'DATASET','inputs':[
        {'namespace':'n','name':'upstream','type':'JOB'},
        {'namespace':'n','name':'only_here','type':'DATASET'}]}]}\
        """;
    String lists =
        """
        'inputs':[{'namespace':'n','name':'a'},{'namespace':'n','name':'b'}],
        'outputs':[{'namespace':'n','name':'t','facets':{
        'columnLineage':{'fields':{
        'x':{'inputFields':[{'namespace':'n','name':'a','field':'p'},
        {'namespace':'n','name':'a','field':'q','transformations':[
        {'type':'DIRECT','subtype':'ODD\\n'}]}],
        'transformationType':'IDENTITY'},
        'y':{'inputFields':[{'namespace':'n','name':'a','field':'r','transformations':[
        {'type':'INDIRECT'}]}]}}},
        'lineage':{'inputs':[
        {'namespace':'n','name':'b','type':'DATASET','field':'s','transformations':[
        {'type':'INDIRECT','subtype':'SORT'}]}],
        'fields':{'z':{'inputs':[{'namespace':'n','name':'b','type':'DATASET','field':'u',
        'transformations':[{'type':'DIRECT','subtype':'IDENTITY'}]}]}}}}}]\
        """;
    new Store(home)
        .file(
            Store.NIGHTLY_FILE,
            Store.event(
                "COMPLETE", "2026-03-01T02:00:00Z", Store.NIGHTLY_ID, "", "load", lineage, lists));

    assertEquals(
        new Cli(
            0,
            HEAD.replace("namespace  ns", "namespace  default")
                + """
                Outputs (1)         confidence  rows  size  columns  evidence
                  n t
                    <- n a
                       x <- p; q (odd\\n)
                       y <- indirect: r
                    <- n b
                       z <- u
                       sort: s
                    <- n only_here
                """,
            ""),
        show());
  }

  @Test
  void theListOfRunsHasNoColumns() throws IOException {
    store(flows(), true, true);

    assertEquals(
        new Cli(
            2,
            "",
            "spoor: the list of --all-runs has no columns, leave out --columns;"
                + " see 'show --help'\n"),
        show("--all-runs", "--columns"));
    assertEquals(0, show("--all-runs", "--columns", "--format", "json").exit());
  }
}
