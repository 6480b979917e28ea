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
import io.spoor.model.RefutedInput;
import io.spoor.model.RunEvent;
import io.spoor.model.Rung;
import io.spoor.model.Transformation;
import io.spoor.model.UnexplainedColumn;
import io.spoor.openlineage.CandidatesRunFacet;
import io.spoor.openlineage.EventWriter;
import io.spoor.openlineage.LineageJobFacet;
import io.spoor.openlineage.RefutedRunFacet;
import io.spoor.openlineage.SchemaDatasetFacet;
import io.spoor.openlineage.UnexplainedRunFacet;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code show --why}: the edges of an output in sentences. */
class ShowWhyTest {
  private static final DatasetId CUSTOMERS = new DatasetId("h2:/shop", "PUBLIC.CUSTOMERS");
  private static final DatasetId SUPPLIERS = new DatasetId("h2:/shop", "PUBLIC.SUPPLIERS");
  private static final DatasetId REGIONS = new DatasetId("h2:/shop", "PUBLIC.REGIONS");
  private static final DatasetId RATES = new DatasetId("file", "/in/rates.csv");
  private static final DatasetId COPIES = new DatasetId("h2:/shop", "PUBLIC.COPIES");
  private static final DatasetId MORE_COPIES = new DatasetId("h2:/mart", "PUBLIC.COPIES");
  private static final DatasetId REVENUE = new DatasetId("h2:/shop", "PUBLIC.REVENUE");
  private static final DatasetId PLANS = new DatasetId("h2:/mart", "PUBLIC.PLANS");
  private static final DatasetId REPORT = new DatasetId("file", "/out/report.csv");

  @TempDir private Path home;

  private static Evidence rows(String agree, String chance) {
    return new Evidence(
        Rung.ROW_MATCH, null, List.of("by key ID", "agree " + agree, "chance " + chance));
  }

  private static Evidence values(String how) {
    return new Evidence(Rung.CONTAINMENT, how, List.of("agree 96/97", "chance 0.004"));
  }

  private static ColumnFlow inValues(String from, String to, Evidence why) {
    return new ColumnFlow(from, to, Transformation.IDENTITY, false)
        .believed(new Belief(0.7, List.of(why)));
  }

  private static ColumnFlow same(String from, String to, Evidence why) {
    return new ColumnFlow(from, to, Transformation.IDENTITY, false)
        .believed(new Belief(0.99, List.of(why)));
  }

  private static List<Flow> flows() {
    Evidence mail = rows("214/214", "0.002");
    Evidence statement = new Evidence(Rung.SQL, "INSERT");
    return List.of(
        new Flow(
            CUSTOMERS,
            COPIES,
            List.of(mail),
            0.99,
            List.of(
                same("ID", "ID", mail),
                same("EMAIL", "MAIL", mail),
                same("CITY", "TOWN", rows("210/214", "0.2")),
                new ColumnFlow("NAME", "LABEL", Transformation.TRANSFORMATION, false)
                    .believed(
                        new Belief(
                            0.97,
                            List.of(
                                new Evidence(
                                    Rung.DERIVATION,
                                    "upper case",
                                    List.of("agree 214/214", "chance 0.01"))))),
                same(
                    "PHONE",
                    "PHONE",
                    new Evidence(Rung.IDENTITY, null, List.of("agree 212/214"))))),
        new Flow(
            CUSTOMERS,
            REVENUE,
            List.of(statement),
            1.0,
            List.of(
                new ColumnFlow("CREDIT", "TOTAL", Transformation.AGGREGATION, false),
                new ColumnFlow("EMAIL", "HASH", Transformation.TRANSFORMATION, true),
                new ColumnFlow("CITY", "TOTAL", Transformation.CONDITIONAL, false),
                new ColumnFlow("ID", null, Transformation.JOIN, false),
                new ColumnFlow("CITY", null, Transformation.FILTER, false),
                new ColumnFlow("CREDIT", null, Transformation.FILTER, false))),
        new Flow(
            REGIONS,
            REVENUE,
            List.of(statement),
            1.0,
            List.of(new ColumnFlow("ID", null, Transformation.JOIN, false)),
            false),
        new Flow(
            CUSTOMERS,
            PLANS,
            List.of(values("the same values")),
            0.8,
            List.of(
                inValues("PLAN", "PLAN", values("the same values")),
                new ColumnFlow("PLAN", null, Transformation.GROUP_BY, false),
                inValues("RATE", "RATE", values(null)))),
        new Flow(
            RATES,
            REVENUE,
            List.of(new Evidence(Rung.EXCLUSIVE, "the only input read before its last write")),
            0.8));
  }

  @BeforeEach
  void store() throws IOException {
    List<Facet> run =
        List.of(
            new UnexplainedRunFacet(
                List.of(
                    new UnexplainedColumn(COPIES, "TOKEN", 214, "no input has its values"),
                    new UnexplainedColumn(COPIES, "STAMP", 214, "no input has its values"))),
            new RefutedRunFacet(
                List.of(new RefutedInput(COPIES, SUPPLIERS, 200, "others explain every column"))),
            new CandidatesRunFacet(
                List.of(
                    new CandidatesRunFacet.Entry(
                        REPORT, List.of(RATES, REGIONS), "both were read before"))));
    List<SchemaDatasetFacet.Field> fields = new ArrayList<>();
    for (String name : List.of("ID", "MAIL", "TOWN", "STATE")) {
      fields.add(new SchemaDatasetFacet.Field(name, null, 0));
    }
    RunEvent event =
        new RunEvent(
            RunEvent.Type.COMPLETE,
            Instant.parse("2026-03-01T02:00:00Z"),
            UUID.fromString(Store.NIGHTLY_ID),
            run,
            new Job("ns", "load", List.of(new LineageJobFacet(flows()))),
            datasets(List.of(), CUSTOMERS, SUPPLIERS, REGIONS, RATES),
            datasets(
                List.of(new SchemaDatasetFacet(fields)),
                COPIES,
                REPORT,
                MORE_COPIES,
                PLANS,
                REVENUE));
    new Store(home).file(Store.NIGHTLY_FILE, new EventWriter("0.1.0").write(event));
  }

  private static List<Dataset> datasets(List<Facet> facets, DatasetId... ids) {
    List<Dataset> datasets = new ArrayList<>();
    for (DatasetId id : ids) {
      datasets.add(new Dataset(id, id.equals(COPIES) ? facets : List.of(), List.of()));
    }
    return datasets;
  }

  private Cli show(String... options) {
    List<String> args = new ArrayList<>(List.of("show", "--home", home.toString()));
    args.addAll(List.of(options));
    return Cli.run(args.toArray(new String[0]));
  }

  private void assertSays(String expected, String of) {
    assertEquals(new Cli(0, expected, ""), show("--why", of));
  }

  private void assertFails(String sentence, String of) {
    assertEquals(new Cli(1, "", "spoor: " + sentence + "\n"), show("--why", of));
  }

  @Test
  void anOutput() {
    assertSays(
        """
        h2:/shop PUBLIC.COPIES (load, run 01957e30-1f4a-7c3e-9b1e-3f6c1a2b4d5e)

        CUSTOMERS fed h2:/shop PUBLIC.COPIES (confidence 0.99): of 214 sampled rows, linked by the key ID, 214 agree; by chance
            0.2 % would. ID is in ID, NAME is used to make LABEL (upper case; 214 of 214 agree, 1 % by chance), EMAIL is in
            MAIL, PHONE is in PHONE (212 of 214 agree) and CITY is in TOWN (210 of 214 agree, 20 % by chance).

        Not explained: STAMP and TOKEN: no input has its values (214 rows sampled).

        Refuted: SUPPLIERS was read before, and nothing of it is in h2:/shop PUBLIC.COPIES: others explain every column (200
            rows compared).
        """,
        "h2:/shop PUBLIC.COPIES");
  }

  @Test
  void aColumn() {
    assertSays(
        """
        h2:/shop PUBLIC.COPIES, column MAIL (load, run 01957e30-1f4a-7c3e-9b1e-3f6c1a2b4d5e)

        CUSTOMERS.EMAIL is in h2:/shop PUBLIC.COPIES.MAIL (confidence 0.99): of 214 sampled rows, linked by the key ID, 214
            agree; by chance 0.2 % would.

        Refuted: SUPPLIERS was read before, and nothing of it is in h2:/shop PUBLIC.COPIES: others explain every column (200
            rows compared).
        """,
        "h2:/shop PUBLIC.COPIES.mail");
  }

  @Test
  void columnsByRuleAndByIdentity() {
    assertSays(
        """
        h2:/shop PUBLIC.COPIES, column LABEL (load, run 01957e30-1f4a-7c3e-9b1e-3f6c1a2b4d5e)

        CUSTOMERS.NAME is used to make h2:/shop PUBLIC.COPIES.LABEL (confidence 0.97): by the rule 'upper case': of 214 sampled
            rows 214 agree; by chance 1 % would.

        Refuted: SUPPLIERS was read before, and nothing of it is in h2:/shop PUBLIC.COPIES: others explain every column (200
            rows compared).
        """,
        "h2:/shop PUBLIC.COPIES.LABEL");
    assertSays(
        """
        h2:/shop PUBLIC.COPIES, column PHONE (load, run 01957e30-1f4a-7c3e-9b1e-3f6c1a2b4d5e)

        CUSTOMERS.PHONE is in h2:/shop PUBLIC.COPIES.PHONE (confidence 0.99): the very objects that were read were written: of
            214 sampled rows 212 agree.

        Refuted: SUPPLIERS was read before, and nothing of it is in h2:/shop PUBLIC.COPIES: others explain every column (200
            rows compared).
        """,
        "h2:/shop PUBLIC.COPIES.PHONE");
  }

  @Test
  void columnsByTheirValues() {
    assertSays(
        """
        h2:/mart PUBLIC.PLANS (load, run 01957e30-1f4a-7c3e-9b1e-3f6c1a2b4d5e)

        CUSTOMERS fed PLANS (confidence 0.80): it has the same values as the input: of 97 different values that were compared 96
            are in both; by chance 0.4 % would be. PLAN is in PLAN and RATE is in RATE (96 of 97 agree, 0.4 % by chance). Which
            rows there are depends on PLAN (group by).
        """,
        "PLANS");
    assertSays(
        """
        h2:/mart PUBLIC.PLANS, column RATE (load, run 01957e30-1f4a-7c3e-9b1e-3f6c1a2b4d5e)

        CUSTOMERS.RATE is in PLANS.RATE (confidence 0.70): its values are among those of the input: of 97 different values that
            were compared 96 are in both; by chance 0.4 % would be.

        Which rows there are in PLANS depends on PLAN (group by) of CUSTOMERS (confidence 0.80): it has the same values as the
            input: of 97 different values that were compared 96 are in both; by chance 0.4 % would be.
        """,
        "PLANS.RATE");
  }

  @Test
  void columnsThatNothingIsKnownOf() {
    assertSays(
        """
        h2:/shop PUBLIC.COPIES, column TOKEN (load, run 01957e30-1f4a-7c3e-9b1e-3f6c1a2b4d5e)

        Not explained: TOKEN: no input has its values (214 rows sampled).

        Refuted: SUPPLIERS was read before, and nothing of it is in h2:/shop PUBLIC.COPIES: others explain every column (200
            rows compared).
        """,
        "h2:/shop PUBLIC.COPIES.TOKEN");
    assertSays(
        """
        h2:/shop PUBLIC.COPIES, column STATE (load, run 01957e30-1f4a-7c3e-9b1e-3f6c1a2b4d5e)

        No input is known to be in h2:/shop PUBLIC.COPIES.STATE: its values were not seen, or were the same in every row.

        Refuted: SUPPLIERS was read before, and nothing of it is in h2:/shop PUBLIC.COPIES: others explain every column (200
            rows compared).
        """,
        "h2:/shop PUBLIC.COPIES.STATE");
  }

  @Test
  void whatStatementsSay() {
    assertSays(
        """
        h2:/shop PUBLIC.REVENUE (load, run 01957e30-1f4a-7c3e-9b1e-3f6c1a2b4d5e)

        rates.csv fed REVENUE (confidence 0.80): it is the only input read before its last write. Which columns is not known.

        CUSTOMERS fed REVENUE (confidence 1.00): a statement says so (INSERT). EMAIL, masked, is used to make HASH, CITY
            (conditional) decides on TOTAL and CREDIT is aggregated into TOTAL. Which rows there are depends on CITY and CREDIT
            (filter), ID (join).

        REGIONS decides which rows are in REVENUE (confidence 1.00): a statement says so (INSERT). Which rows there are depends
            on ID (join).
        """,
        "REVENUE");
    assertSays(
        """
        h2:/shop PUBLIC.REVENUE, column TOTAL (load, run 01957e30-1f4a-7c3e-9b1e-3f6c1a2b4d5e)

        rates.csv fed REVENUE (confidence 0.80): it is the only input read before its last write. Which columns is not known.

        CUSTOMERS.CITY (conditional) decides on REVENUE.TOTAL (confidence 1.00): a statement says so (INSERT).

        CUSTOMERS.CREDIT is aggregated into REVENUE.TOTAL (confidence 1.00): a statement says so (INSERT).

        Which rows there are in REVENUE depends on CITY and CREDIT (filter), ID (join) of CUSTOMERS (confidence 1.00): a
            statement says so (INSERT).

        Which rows there are in REVENUE depends on ID (join) of REGIONS (confidence 1.00): a statement says so (INSERT).
        """,
        "revenue.total");
  }

  @Test
  void candidates() {
    assertSays(
        """
        /out/report.csv (load, run 01957e30-1f4a-7c3e-9b1e-3f6c1a2b4d5e)

        No input is known to feed report.csv.

        Candidates: rates.csv and REGIONS could have fed report.csv: both were read before. They are no edges.
        """,
        "report.csv");
    assertSays(
        """
        h2:/mart PUBLIC.COPIES (load, run 01957e30-1f4a-7c3e-9b1e-3f6c1a2b4d5e)

        No input is known to feed h2:/mart PUBLIC.COPIES.
        """,
        "h2:/mart PUBLIC.COPIES");
  }

  @Test
  void wrongNames() {
    String run = "run " + Store.NIGHTLY_ID + " of load has no output ";
    assertFails(run + "'REVENU'; did you mean 'REVENUE'?", "REVENU");
    assertFails(run + "'REVENU.TOTAL'; did you mean 'REVENUE'?", "REVENU.TOTAL");
    assertFails(
        "h2:/shop PUBLIC.REVENUE has no column 'TOTALS'; did you mean 'TOTAL'?", "REVENUE.TOTALS");
    assertFails("h2:/shop PUBLIC.REVENUE has no column 'x'; it has HASH, TOTAL", "REVENUE.x");
    assertFails("/out/report.csv has no column 'x'; none of its columns are known", "report.csv.x");
    assertFails(
        "2 outputs are called 'COPIES': h2:/mart PUBLIC.COPIES, h2:/shop PUBLIC.COPIES;"
            + " give more of it",
        "COPIES");
    assertFails(
        run
            + "'nothing at all'; it has /out/report.csv, h2:/mart PUBLIC.COPIES,"
            + " h2:/mart PUBLIC.PLANS, h2:/shop PUBLIC.COPIES, h2:/shop PUBLIC.REVENUE",
        "nothing at all");
  }

  @Test
  void oneRunAsText() {
    assertEquals(2, show("--why", "REVENUE", "--last", "2").exit());
    assertEquals(2, show("--why", "REVENUE", "--all-runs").exit());
    assertEquals(2, show("--why", "REVENUE", "--format", "json").exit());
    assertEquals(2, show("--why").exit());
    assertEquals(0, show("--why", "REVENUE", "--run", Store.NIGHTLY_ID.substring(0, 8)).exit());
  }

  @Test
  void showNamesUnexplainedColumnsOnOneLine() throws IOException {
    String out = show().out();
    assertTrue(out.contains("\n    not explained: STAMP, TOKEN\n"), out);
    JsonNode run = new ObjectMapper().readTree(show("--format", "json").out()).get(0);
    assertEquals(
        "{\"output\":{\"namespace\":\"h2:/shop\",\"name\":\"PUBLIC.COPIES\"},"
            + "\"column\":\"STAMP\",\"sampledRows\":214,\"reason\":\"no input has its values\"}",
        run.get("unexplained").get(0).toString());
    assertEquals(
        "[{\"output\":{\"namespace\":\"h2:/shop\",\"name\":\"PUBLIC.COPIES\"},"
            + "\"input\":{\"namespace\":\"h2:/shop\",\"name\":\"PUBLIC.SUPPLIERS\"},"
            + "\"sampledRows\":200,\"reason\":\"others explain every column\"}]",
        run.get("refuted").toString());
  }
}
