package io.spoor.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each fire of a method that Spring schedules is a run beneath the JVM's, but those that follow one
 * another within a minute are one.
 */
class ScheduleUnitsTest {

  private static final String TOTALS =
      """
      jobs.ScheduledReports.Reports.totals COMPLETE
      beneath jobs.ScheduledReports
      input SHOP.CUSTOMERS
      output SHOP.TOTALS
      SHOP.CUSTOMERS -> SHOP.TOTALS [sql]
      SHOP.CUSTOMERS.NAME -> SHOP.TOTALS.NAME (identity)
      SHOP.CUSTOMERS.ID -> SHOP.TOTALS.TOTAL (identity)
      """;

  private static final String STOCK =
      """
      jobs.ScheduledReports.Reports.%s
      beneath jobs.ScheduledReports
      input SHOP.ORDERS
      output SHOP.STOCK
      SHOP.ORDERS -> SHOP.STOCK [sql]
      SHOP.ORDERS.ID -> SHOP.STOCK.ITEM (identity)
      SHOP.ORDERS.AMOUNT -> SHOP.STOCK.UNITS (identity)
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource("io.spoor.tests.Jdks#all")
  void whatFiresOftenIsOneRun(Jdk jdk) throws Exception {
    records(jdk, SpringJars.FIVE);
  }

  @ParameterizedTest
  @MethodSource("io.spoor.tests.SpringJars#jdksOfSix")
  void alsoOfSpring6(Jdk jdk) throws Exception {
    records(jdk, SpringJars.SIX);
  }

  private void records(Jdk jdk, String[] spring) throws Exception {
    Trial trial = new Trial(jdk, folder).given(Data::h2);
    String url = Data.h2Url(trial.place(), "shop");
    trial
        .run(Job.of("ScheduledReports", url).with("h2").with(spring))
        .exits(0)
        .prints("failed\ndone\n")
        .hides("no secret")
        .recordedUnits(
            String.join(
                    "\n",
                    "jobs.ScheduledReports COMPLETE\n",
                    TOTALS,
                    TOTALS,
                    STOCK.formatted("nightly COMPLETE"),
                    STOCK.formatted("broken FAIL"))
                .replace("SHOP.", "h2:$WORK/db/shop PUBLIC."));
    List<String> found = new ArrayList<>();
    for (RecordedRun run : UnitLineage.runs(trial.home().runs().get(0))) {
      JsonNode job = run.last().path("job");
      JsonNode type = job.path("facets").path("jobType");
      String name = job.path("name").asText().replace("jobs.ScheduledReports.", "");
      found.add(
          String.join(
              " ", name, type.path("processingType").asText(), type.path("jobType").asText()));
    }
    found.remove(0);
    found.sort(null);
    assertEquals(
        List.of(
            "Reports.broken BATCH JOB",
            "Reports.nightly BATCH JOB",
            "Reports.totals BATCH JOB",
            "Reports.totals SERVICE SERVICE"),
        found);
  }

  /** Without Spring: by an executor and by timers. What runs once belongs to no unit. */
  @ParameterizedTest
  @MethodSource("io.spoor.tests.Jdks#all")
  void schedulesOfTheJdk(Jdk jdk) throws Exception {
    Trial trial = new Trial(jdk, folder).given(Data::h2);
    String url = Data.h2Url(trial.place(), "shop");
    String totals = TOTALS.replace(".Reports.totals", ".Totals");
    String stock = STOCK.replace(".Reports.", ".");
    trial
        .run(Job.of("ClockedReports", url).with("h2"))
        .exits(0)
        .prints("done\n")
        .hides("no secret")
        .recordedUnits(
            String.join(
                    "\n",
                    TOTALS
                        .replace(".Reports.totals", "")
                        .replace("beneath jobs.ScheduledReports\n", ""),
                    totals,
                    totals,
                    stock.formatted("Nightly COMPLETE"),
                    stock.formatted("Broken FAIL"),
                    stock.formatted("Hourly COMPLETE"),
                    stock.formatted("Failing FAIL"))
                .replace("ScheduledReports", "ClockedReports")
                .replace("SHOP.", "h2:$WORK/db/shop PUBLIC."));
  }
}
