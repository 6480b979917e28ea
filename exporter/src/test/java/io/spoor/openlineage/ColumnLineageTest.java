package io.spoor.openlineage;

import static io.spoor.model.Transformation.AGGREGATION;
import static io.spoor.model.Transformation.CONDITIONAL;
import static io.spoor.model.Transformation.FILTER;
import static io.spoor.model.Transformation.IDENTITY;
import static io.spoor.model.Transformation.JOIN;
import static io.spoor.model.Transformation.TRANSFORMATION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spoor.model.Belief;
import io.spoor.model.ColumnFlow;
import io.spoor.model.Dataset;
import io.spoor.model.DatasetId;
import io.spoor.model.Evidence;
import io.spoor.model.Flow;
import io.spoor.model.RunEvent;
import io.spoor.model.Rung;
import io.spoor.model.Transformation;
import io.spoor.testing.OpenLineageSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Columns in events: in the lineage facet of the job and in columnLineage of its outputs. */
class ColumnLineageTest {

  private static final OpenLineageSpec SPEC = OpenLineageSpec.load();
  private static final DatasetId LINES = new DatasetId("postgres://db:5432", "sales.public.lines");
  private static final DatasetId MART = new DatasetId("postgres://db:5432", "sales.mart.revenue");

  private final EventWriter writer = new EventWriter("0.1.0");

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
            MART,
            List.of(
                column("price", "amount", AGGREGATION),
                column("qty", "amount", AGGREGATION),
                column("status", "amount", CONDITIONAL),
                new ColumnFlow("id", "lines", AGGREGATION, true),
                column("order_id", null, JOIN),
                column("status", null, FILTER))),
        flow(
            Events.ORDERS,
            MART,
            List.of(
                column("id", null, JOIN),
                column("id", "order_id", IDENTITY),
                column("id", "label", TRANSFORMATION),
                column("id", "label", CONDITIONAL),
                column("name", "label", TRANSFORMATION))),
        Events.flow(Events.TARGETS, MART, 0.8, new Evidence(Rung.EXCLUSIVE, "only")),
        Events.flow(Events.TARGETS, Events.REPORT, 0.5, new Evidence(Rung.CANDIDATE, null)));
  }

  private String event(List<Flow> flows) {
    return writer.write(
        Events.event(
            RunEvent.Type.COMPLETE,
            List.of(),
            List.of(new LineageJobFacet(flows)),
            List.of(),
            List.of(new Dataset(MART, List.of(new ColumnLineageDatasetFacet(flows)), List.of()))));
  }

  /** An input column; {@code step}s are type and subtype, with masking where it is. */
  private static String input(String table, String type, String field, String... steps) {
    StringBuilder json = new StringBuilder();
    json.append("{'namespace':'postgres://db:5432','name':'").append(table).append("',");
    json.append(type).append("'field':'").append(field).append("','transformations':[");
    for (int i = 0; i < steps.length; i++) {
      json.append(i == 0 ? "" : ",").append("{'type':'").append(steps[i]);
      json.append(",'confidence':1.0,'evidence':['sql: INSERT']}");
    }
    return json.append("]}").toString();
  }

  private static String fields(String list, String type) {
    String lines = "sales.public.lines";
    String orders = "sales.public.orders";
    return "'fields':{'amount':{'"
        + list
        + "':["
        + input(lines, type, "price", "DIRECT','subtype':'AGGREGATION'")
        + ","
        + input(lines, type, "qty", "DIRECT','subtype':'AGGREGATION'")
        + ","
        + input(lines, type, "status", "INDIRECT','subtype':'CONDITIONAL'")
        + "]},'label':{'"
        + list
        + "':["
        + input(
            orders,
            type,
            "id",
            "DIRECT','subtype':'TRANSFORMATION'",
            "INDIRECT','subtype':'CONDITIONAL'")
        + ","
        + input(orders, type, "name", "DIRECT','subtype':'TRANSFORMATION'")
        + "]},'lines':{'"
        + list
        + "':["
        + input(lines, type, "id", "DIRECT','subtype':'AGGREGATION','masking':true")
        + "]},'order_id':{'"
        + list
        + "':["
        + input(orders, type, "id", "DIRECT','subtype':'IDENTITY'")
        + "]}}";
  }

  private static String whole(String type) {
    return input("sales.public.lines", type, "order_id", "INDIRECT','subtype':'JOIN'")
        + ","
        + input("sales.public.lines", type, "status", "INDIRECT','subtype':'FILTER'")
        + ","
        + input("sales.public.orders", type, "id", "INDIRECT','subtype':'JOIN'");
  }

  private static String dataset(String name) {
    return "{'namespace':'postgres://db:5432','name':'"
        + name
        + "','type':'DATASET','transformations':[{'type':'DIRECT','confidence':1.0,"
        + "'evidence':['sql: INSERT']}]}";
  }

  /** The rule by which a value was made is the description of its transformation. */
  @Test
  void ruleOfAColumn() {
    Evidence rule = new Evidence(Rung.DERIVATION, "upper case", List.of("agree 63/63"));
    String event =
        event(
            List.of(
                new Flow(
                    LINES,
                    MART,
                    List.of(new Evidence(Rung.ROW_MATCH, null)),
                    0.99,
                    List.of(
                        column("city", "town", TRANSFORMATION)
                            .believed(new Belief(0.97, List.of(rule)))))));
    assertEquals(List.of(), SPEC.problems(event));
    String told =
        "'subtype':'TRANSFORMATION','description':'upper case','confidence':0.97,"
            + "'evidence':['derivation: upper case','agree 63/63']";
    assertEquals(2, event.split(Pattern.quote(told.replace('\'', '"')), -1).length - 1, event);
  }

  /** Figures stand behind their rung, and a column has its own where it has any. */
  @Test
  void evidenceOfAColumn() {
    Evidence rows =
        new Evidence(Rung.ROW_MATCH, null, List.of("by key id", "agree 63/63", "chance 0.002"));
    Evidence town = new Evidence(Rung.ROW_MATCH, null, List.of("by key id", "agree 60/63"));
    String event =
        event(
            List.of(
                new Flow(
                    LINES,
                    MART,
                    List.of(rows),
                    0.99,
                    List.of(
                        column("id", "id", IDENTITY),
                        column("city", "town", IDENTITY)
                            .believed(new Belief(0.75, List.of(town)))))));
    assertEquals(List.of(), SPEC.problems(event));
    String ofEdge =
        "'confidence':0.99,'evidence':['row match','by key id','agree 63/63','chance 0.002']";
    String ofTown = "'confidence':0.75,'evidence':['row match','by key id','agree 60/63']";
    // The edge itself and the column without evidence of its own; each column in two facets.
    assertEquals(3, event.split(Pattern.quote(ofEdge.replace('\'', '"')), -1).length - 1, event);
    assertEquals(2, event.split(Pattern.quote(ofTown.replace('\'', '"')), -1).length - 1, event);
  }

  @Test
  void wholeEvent() {
    String type = "'type':'DATASET',";
    String producer =
        "'_producer':'urn:spoor:agent:0.1.0','_schemaURL':'https://openlineage.io/spec/facets/";
    String expected =
        "{'eventType':'COMPLETE','eventTime':'2026-01-31T23:59:59.123Z',"
            + "'producer':'urn:spoor:agent:0.1.0',"
            + "'schemaURL':'https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent',"
            + "'run':{'runId':'0195f3a0-7b1c-7d2e-8f3a-4b5c6d7e8f90','facets':{}},"
            + "'job':{'namespace':'ns','name':'nightly','facets':{'lineage':{"
            + producer
            + "1-0-0/LineageFacet.json#/$defs/LineageJobFacet','entries':[{"
            + "'namespace':'postgres://db:5432','name':'sales.mart.revenue','type':'DATASET',"
            + "'inputs':[{'namespace':'file','name':'/data/targets ^2026^.csv','type':'DATASET',"
            + "'transformations':[{'type':'DIRECT','confidence':0.8,"
            + "'evidence':['exclusive: only']}]},"
            + dataset("sales.public.lines")
            + ","
            + dataset("sales.public.orders")
            + ","
            + whole(type)
            + "],"
            + fields("inputs", type)
            + "}]}}},'inputs':[],'outputs':[{'namespace':'postgres://db:5432',"
            + "'name':'sales.mart.revenue','facets':{'columnLineage':{"
            + producer
            + "1-2-0/ColumnLineageDatasetFacet.json#/$defs/ColumnLineageDatasetFacet',"
            + fields("inputFields", "")
            + ",'dataset':["
            + whole("")
            + "]}}}]}";
    String line = expected.replace('\'', '"').replace("^", "\\\"");

    assertEquals(line, event(flows()));
    assertEquals(List.of(), SPEC.problems(line));
  }

  @Test
  void theOrderInWhichColumnsWereSeenDoesNotMatter() {
    String expected = event(flows());
    Random random = new Random(7);
    for (int i = 0; i < 5; i++) {
      List<Flow> shuffled = new ArrayList<>();
      for (Flow flow : flows()) {
        List<ColumnFlow> columns = new ArrayList<>(flow.columns());
        Collections.shuffle(columns, random);
        shuffled.add(
            new Flow(flow.input(), flow.output(), flow.evidence(), flow.confidence(), columns));
      }
      Collections.shuffle(shuffled, random);
      assertEquals(expected, event(shuffled));
    }
  }

  /** A table in a condition alone; with several ways to decide, none stands for all. */
  @Test
  void whatOnlyDecidesOnRowsIsIndirect() {
    List<ColumnFlow> filter = List.of(column("day", null, FILTER), column("id", null, FILTER));
    List<ColumnFlow> several = List.of(column("day", null, FILTER), column("id", null, JOIN));
    assertEquals("INDIRECT FILTER", typeOf(filter, false));
    assertEquals("INDIRECT ", typeOf(several, false));
    assertEquals("DIRECT ", typeOf(filter, true));
  }

  private String typeOf(List<ColumnFlow> columns, boolean direct) {
    List<Evidence> evidence = List.of(new Evidence(Rung.SQL, "INSERT"));
    String line = event(List.of(new Flow(LINES, MART, evidence, 1.0, columns, direct)));
    assertEquals(List.of(), SPEC.problems(line));
    String from = line.substring(line.indexOf("\"lines\"") + 1);
    var found =
        java.util.regex.Pattern.compile(
                "transformations\":\\[\\{\"type\":\"(\\w+)\"(,\"subtype\":\"(\\w+)\")?")
            .matcher(from);
    assertTrue(found.find());
    return found.group(1) + " " + (found.group(3) == null ? "" : found.group(3));
  }

  @Test
  void influencesOnTheWholeAloneAreTold() {
    List<Flow> flows = List.of(flow(LINES, MART, List.of(column("day", null, FILTER))));
    String line = event(flows);

    assertEquals(List.of(), SPEC.problems(line));
    assertTrue(line.contains("\"fields\":{},\"dataset\":[{"), line);
    assertFalse(new ColumnLineageDatasetFacet(flows).isEmpty());
  }

  @Test
  void noColumnsSayNothing() {
    List<Flow> flows = List.of(flow(LINES, MART, List.of()));

    assertTrue(new ColumnLineageDatasetFacet(flows).isEmpty());
    assertFalse(
        writer
            .write(
                Events.event(
                    RunEvent.Type.COMPLETE,
                    List.of(),
                    List.of(new LineageJobFacet(flows)),
                    List.of(),
                    List.of()))
            .contains("field"));
  }

  /** The judge sees columns: each damage is found. */
  @Test
  void validationBites() {
    String line = event(flows());
    Map<String, String> always =
        Map.of(
            "\"inputFields\":", "\"columns\":",
            "\"masking\":true", "\"masked\":true",
            "\"dataset\":[", "\"datasets\":[");
    always.forEach((good, bad) -> assertFound(line, good, bad));
    if (SPEC.isOfficial()) {
      Map<String, String> withSchemas =
          Map.of(
              "\"field\":\"price\",\"transformations\":[{\"type\"",
              "\"field\":\"price\",\"transformations\":[{\"no\"",
              "\"masking\":true",
              "\"masking\":\"yes\"");
      withSchemas.forEach((good, bad) -> assertFound(line, good, bad));
    }
  }

  private static void assertFound(String line, String good, String bad) {
    assertTrue(line.contains(good), good);
    String damaged = line.replace(good, bad);
    assertFalse(SPEC.problems(damaged).isEmpty(), () -> bad + " was not found in " + damaged);
  }

  @Test
  void aCandidateClaimsNoColumns() {
    List<ColumnFlow> columns = List.of(column("a", "b", IDENTITY));
    List<Evidence> candidate = List.of(new Evidence(Rung.CANDIDATE, null));

    assertThrows(
        IllegalArgumentException.class, () -> new Flow(LINES, MART, candidate, 0.5, columns));
    assertEquals(List.of(), new Flow(LINES, MART, candidate, 0.5).columns());
    assertThrows(
        NullPointerException.class,
        () -> new Flow(LINES, MART, candidate, 0.5, Collections.singletonList(null)));
  }
}
