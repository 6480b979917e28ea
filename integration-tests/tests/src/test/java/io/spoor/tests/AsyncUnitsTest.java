package io.spoor.tests;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Spring has done by others is a service of its own, and no part of who asked for it. */
class AsyncUnitsTest {

  /** The night's own work has a part in none of the reports, nor they in it. */
  private static final String LINEAGE =
      """
      jobs.AsyncReports COMPLETE

      jobs.AsyncReports.Night.run COMPLETE
      beneath jobs.AsyncReports
      input SHOP.ORDERS
      output SHOP.ORDERS_COPY
      SHOP.ORDERS -> SHOP.ORDERS_COPY [sql]
      SHOP.ORDERS.ID -> SHOP.ORDERS_COPY.ID (identity)
      SHOP.ORDERS.AMOUNT -> SHOP.ORDERS_COPY.AMOUNT (identity)

      jobs.AsyncReports.Reports.totals COMPLETE
      beneath jobs.AsyncReports
      input SHOP.CUSTOMERS
      output SHOP.TOTALS
      SHOP.CUSTOMERS -> SHOP.TOTALS [sql]
      SHOP.CUSTOMERS.NAME -> SHOP.TOTALS.NAME (identity)
      SHOP.CUSTOMERS.ID -> SHOP.TOTALS.TOTAL (identity)

      jobs.AsyncReports.Reports.stock COMPLETE
      beneath jobs.AsyncReports
      input SHOP.ORDERS
      output SHOP.STOCK
      SHOP.ORDERS -> SHOP.STOCK [sql]
      SHOP.ORDERS.ID -> SHOP.STOCK.ITEM (identity)
      SHOP.ORDERS.AMOUNT -> SHOP.STOCK.UNITS (identity)
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource("io.spoor.tests.Jdks#all")
  void onAPool(Jdk jdk) throws Exception {
    records(jdk, SpringJars.FIVE, "pool");
  }

  @ParameterizedTest
  @MethodSource("io.spoor.tests.Jdks#ends")
  void onThreadsThatAreMadeForIt(Jdk jdk) throws Exception {
    records(jdk, SpringJars.FIVE, "threads");
  }

  @ParameterizedTest
  @MethodSource("io.spoor.tests.SpringJars#jdksOfSix")
  void alsoOfSpring6(Jdk jdk) throws Exception {
    records(jdk, SpringJars.SIX, "pool");
  }

  private void records(Jdk jdk, String[] spring, String way) throws Exception {
    Trial trial =
        new Trial(jdk, folder).given(Data::h2).with("units", "jobs.AsyncReports$Night.run");
    String url = Data.h2Url(trial.place(), "shop");
    trial
        .run(Job.of("AsyncReports", url, way).with("h2").with(spring))
        .exits(0)
        .prints("totals, stock\ntotals, stock\n")
        .recordedUnits(LINEAGE.replace("SHOP.", "h2:$WORK/db/shop PUBLIC."));
  }
}
