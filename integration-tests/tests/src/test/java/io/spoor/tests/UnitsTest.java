package io.spoor.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code units}: each call of a named method is a run beneath the JVM's. */
class UnitsTest {

  private static final String MAIN =
      """
      jobs.UnitMethods COMPLETE
      input SHOP.ORDERS
      """;

  private static final String CUSTOMERS =
      """
      jobs.UnitMethods.%1$s.customers COMPLETE
      beneath %2$s
      input SHOP.CUSTOMERS
      output SHOP.CONTACTS
      SHOP.CUSTOMERS -> SHOP.CONTACTS [identity]
      SHOP.CUSTOMERS.EMAIL -> SHOP.CONTACTS.ADDRESS (identity)
      SHOP.CUSTOMERS.CITY -> SHOP.CONTACTS.PLACE (identity)
      """;

  private static final String SUPPLIERS =
      """
      jobs.UnitMethods.%1$s.suppliers COMPLETE
      beneath %2$s
      input SHOP.SUPPLIERS
      output SHOP.CONTACTS
      SHOP.SUPPLIERS -> SHOP.CONTACTS [identity]
      SHOP.SUPPLIERS.PHONE -> SHOP.CONTACTS.ADDRESS (identity)
      SHOP.SUPPLIERS.NAME -> SHOP.CONTACTS.PLACE (identity)
      """;

  @TempDir private Path folder;

  private Trial trial(Jdk jdk, String units) throws Exception {
    return new Trial(jdk, folder).given(ShopRows::make).with("units", units);
  }

  private static void records(Trial trial, String way, String... runs) throws Exception {
    trial
        .run(Job.of("UnitMethods", way).with("h2"))
        .exits(0)
        .recordedUnits(String.join("\n", runs).replace("SHOP.", "h2:$WORK/db/shop PUBLIC."));
  }

  private static String beneathMain(String run, String type) {
    return run.formatted(type, "jobs.UnitMethods");
  }

  /** Statement and connection are made before, and used by both. */
  @ParameterizedTest
  @MethodSource("io.spoor.tests.Jdks#all")
  void eachHasItsOwnRowsOfASharedStatement(Jdk jdk) throws Exception {
    records(
        trial(jdk, "jobs.UnitMethods$Night.customers;jobs.*$Night.suppliers"),
        "one after the other",
        MAIN,
        beneathMain(CUSTOMERS, "Night"),
        beneathMain(SUPPLIERS, "Night"));
  }

  @Test
  void withoutUnitsTheRunIsOne() throws Exception {
    Trial trial = new Trial(Jdks.newest(), folder).given(ShopRows::make);
    trial.run(Job.of("UnitMethods", "one after the other").with("h2")).exits(0);
    assertEquals(1, UnitLineage.runs(trial.home().runs().get(0)).size());
  }

  @Test
  void nestedUnitsAreBeneathOneAnother() throws Exception {
    String all = "jobs.UnitMethods.Night.all";
    records(
        trial(
            Jdks.newest(),
            "jobs.UnitMethods$Night.customers;jobs.UnitMethods$Night.suppliers;"
                + "jobs.UnitMethods$Night.all"),
        "nested",
        MAIN,
        """
        jobs.UnitMethods.Night.all COMPLETE
        beneath jobs.UnitMethods
        input SHOP.COPIES
        input SHOP.BILLS
        """,
        CUSTOMERS.replace("jobs.UnitMethods.%1$s", all + ".Night").formatted("", all),
        SUPPLIERS.replace("jobs.UnitMethods.%1$s", all + ".Night").formatted("", all));
  }

  @ParameterizedTest
  @MethodSource("io.spoor.tests.Jdks#ends")
  void whatThrowsFails(Jdk jdk) throws Exception {
    Trial trial = trial(jdk, "jobs.UnitMethods$Night.customers;jobs.UnitMethods$Night.broken");
    records(
        trial,
        "failing",
        MAIN,
        beneathMain(CUSTOMERS, "Night"),
        beneathMain(SUPPLIERS, "Night").replace(".suppliers COMPLETE", ".broken FAIL"));
    List<RecordedRun> runs = UnitLineage.runs(trial.home().runs().get(0));
    JsonNode error = runs.get(2).last().path("run").path("facets").path("errorMessage");
    assertEquals("java.lang.IllegalStateException", error.path("message").asText());
    assertTrue(error.path("stackTrace").asText().contains("UnitMethods$Night.broken"), "frames");
    assertEquals(List.of(), trial.home().filesContaining("no secret"));
  }

  /** The commit comes after the first has ended, a rollback after the second. */
  @Test
  void whatIsCommittedLaterCounts() throws Exception {
    records(
        trial(Jdks.newest(), "jobs.UnitMethods$Night.customers;jobs.UnitMethods$Night.suppliers"),
        "uncommitted",
        MAIN,
        beneathMain(CUSTOMERS, "Night"),
        """
        jobs.UnitMethods.Night.suppliers COMPLETE
        beneath jobs.UnitMethods
        input SHOP.SUPPLIERS
        """);
  }

  @ParameterizedTest
  @MethodSource("io.spoor.tests.Jdks#ends")
  void interleavedOnAPool(Jdk jdk) throws Exception {
    records(
        trial(jdk, "jobs.UnitMethods$Part.customers;jobs.UnitMethods$Part.suppliers"),
        "interleaved",
        MAIN,
        beneathMain(CUSTOMERS, "Part"),
        beneathMain(SUPPLIERS, "Part"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"execute", "submit", "future", "fork", "stream", "thread"})
  void whatItHandsToOthersBelongsToIt(String way) throws Exception {
    handed(Jdks.newest(), way);
  }

  @ParameterizedTest
  @MethodSource("io.spoor.tests.Jdks#all")
  void alsoOnOtherJdks(Jdk jdk) throws Exception {
    handed(jdk, "future");
  }

  static List<Jdk> virtual() {
    return Jdks.ofReleases(21, 25);
  }

  @ParameterizedTest
  @MethodSource("virtual")
  void virtualThreads(Jdk jdk) throws Exception {
    handed(jdk, "virtual");
  }

  private void handed(Jdk jdk, String way) throws Exception {
    records(
        trial(jdk, "jobs.UnitMethods$Threads.customers;jobs.UnitMethods$Threads.suppliers"),
        way,
        MAIN,
        beneathMain(CUSTOMERS, "Threads"),
        beneathMain(SUPPLIERS, "Threads"));
  }

  @Test
  void filesLinkByTheirNames() throws Exception {
    records(
        trial(Jdks.newest(), "jobs.UnitMethods$Files1.write;jobs.UnitMethods$Files2.read"),
        "files",
        MAIN,
        """
        jobs.UnitMethods.Files1.write COMPLETE
        beneath jobs.UnitMethods
        input file $WORK/in/limits.csv
        output file $WORK/out/limits.csv
        file $WORK/in/limits.csv -> file $WORK/out/limits.csv [copy]
        file $WORK/in/limits.csv.id -> file $WORK/out/limits.csv.id (identity)
        file $WORK/in/limits.csv.credit_limit -> file $WORK/out/limits.csv.credit_limit (identity)
        file $WORK/in/limits.csv.rating -> file $WORK/out/limits.csv.rating (identity)
        """,
        """
        jobs.UnitMethods.Files2.read COMPLETE
        beneath jobs.UnitMethods
        input file $WORK/out/limits.csv
        output file $WORK/out/last.csv
        file $WORK/out/limits.csv -> file $WORK/out/last.csv [copy]
        file $WORK/out/limits.csv.id -> file $WORK/out/last.csv.id (identity)
        file $WORK/out/limits.csv.credit_limit -> file $WORK/out/last.csv.credit_limit (identity)
        file $WORK/out/limits.csv.rating -> file $WORK/out/last.csv.rating (identity)
        """);
  }

  /** The JVM ends within a unit: as it ends, so does the unit. */
  @Test
  void exitWithinAUnit() throws Exception {
    records(
        trial(Jdks.newest(), "jobs.UnitMethods$Night.exits"),
        "exits",
        MAIN,
        beneathMain(CUSTOMERS, "Night").replace(".customers", ".exits"));
  }

  /** The end of a unit is not the end of the run that it is beneath. */
  @Test
  void theJvmIsKilledAfterAUnit() throws Exception {
    Trial trial = trial(Jdks.newest(), "jobs.UnitMethods$Night.customers");
    Running job = trial.start(Job.of("UnitMethods", "killed").with("h2"));
    job.awaitThat("the unit is told", () -> isTold(trial));
    job.kill();
    show(trial);
    List<RecordedRun> runs = UnitLineage.runs(trial.home().runs().get(0));
    assertEquals(List.of("START", "FAIL"), runs.get(0).types());
    assertEquals(List.of("START", "COMPLETE"), runs.get(1).types());
  }

  private static boolean isTold(Trial trial) {
    try {
      List<RecordedRun> runs = trial.home().runs();
      List<Path> checkpoints = trial.home().checkpoints();
      // The checkpoint is created before it is written.
      return !runs.isEmpty()
          && runs.get(0).types().contains("COMPLETE")
          && !checkpoints.isEmpty()
          && Files.size(checkpoints.get(0)) > 0;
    } catch (IOException e) {
      // It is being written.
      return false;
    }
  }

  @Test
  void aNameThatIsNoMethodIsTold() throws Exception {
    Trial trial = trial(Jdks.newest(), "Night;jobs.UnitMethods$Night.*");
    trial
        .run(Job.of("UnitMethods", "one after the other").with("h2"))
        .exits(0)
        .logged("units", "'Night'", "com.acme.Nightly.run")
        .logged("units", "Night.*");
  }

  /** The run is shown with its units, and each of them alone where it is asked for. */
  @Test
  void showListsThemBeneathTheirRun() throws Exception {
    Trial trial =
        trial(
            Jdks.newest(),
            "jobs.UnitMethods$Night.customers;jobs.UnitMethods$Night.suppliers;"
                + "jobs.UnitMethods$Night.all");
    trial.run(Job.of("UnitMethods", "nested").with("h2")).exits(0);
    String shown = show(trial);
    assertTrue(shown.startsWith("jobs.UnitMethods  COMPLETE\n"), shown);
    assertTrue(shown.contains("\nUnits of work (3), each a run of its own\n"), shown);
    assertTrue(shown.contains("\n  jobs.UnitMethods.Night.all  COMPLETE  "), shown);
    assertTrue(
        shown.contains("\n    jobs.UnitMethods.Night.all.Night.customers  COMPLETE  "), shown);
    List<String> list = show(trial, "--all-runs").lines().toList();
    assertEquals(5, list.size(), list::toString);
    assertTrue(list.get(2).endsWith("  jobs.UnitMethods.Night.all"), list::toString);
    String job = "jobs.UnitMethods.Night.all.Night.suppliers";
    assertTrue(show(trial, "--job", job).startsWith(job + "  COMPLETE\n"));
  }

  private static String show(Trial trial, String... more) throws Exception {
    List<String> arguments =
        new ArrayList<>(List.of("show", "--home", trial.home().folder().toString()));
    arguments.addAll(List.of(more));
    Outcome shown = Agent.run(trial.jdk(), trial.place(), arguments.toArray(new String[0]));
    assertEquals(0, shown.exit(), shown::toString);
    return shown.stdout();
  }
}
