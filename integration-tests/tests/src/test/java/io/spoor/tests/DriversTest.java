package io.spoor.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same job over embedded databases, each driver in the version that suits the JDK. */
class DriversTest {

  private static final String ALL = "io.spoor.tests.Jdks#all";

  /** Derby waits for the disk at each write otherwise. */
  private static final String DERBY_WITHOUT_SYNC = "-Dderby.system.durability=test";

  @TempDir private Path folder;

  @Test
  void theTableOfDriversAndJdks() {
    String table = Driver.table(Jdks.all());
    System.out.println(table);
    assertTrue(table.lines().count() == 2 + Driver.values().length, table);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void h2(Jdk jdk) throws Exception {
    String url = "jdbc:h2:" + folder.toRealPath().resolve("work/db") + "/shop";
    etl(jdk, Driver.H2, url, "", "h2:$WORK/db/shop", "PUBLIC", "MART", true);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void hsqldb(Jdk jdk) throws Exception {
    String url = "jdbc:hsqldb:file:" + folder.toRealPath().resolve("work/db") + "/shop";
    etl(
        jdk,
        Driver.HSQLDB,
        url + ";shutdown=true",
        "SA",
        "hsqldb:$WORK/db/shop",
        "PUBLIC",
        "MART",
        true);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void derby(Jdk jdk) throws Exception {
    String url = "jdbc:derby:" + folder.toRealPath().resolve("work/db") + "/shop;create=true";
    etl(jdk, Driver.DERBY, url, "app", "derby:$WORK/db/shop", "APP", "MART", true);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
  void duckDb(Jdk jdk) throws Exception {
    String url = "jdbc:duckdb:" + folder.toRealPath().resolve("work/db") + "/shop.duckdb";
    etl(jdk, Driver.DUCKDB, url, "", "duckdb:$WORK/db/shop.duckdb", "main", "mart", false);
  }

  private void etl(
      Jdk jdk,
      Driver driver,
      String url,
      String user,
      String namespace,
      String schema,
      String mart,
      boolean isUpperCase)
      throws Exception {
    String lineage =
        """
        jobs.ServerEtl COMPLETE
        input $DB.customers
        input $DB.orders
        output $NS $MART.Totals
        output $DB.Orders Copy
        output $DB.orders
        $DB.customers -> $NS $MART.Totals [sql]
        $DB.orders -> $NS $MART.Totals [sql]
        $DB.customers.name -> $NS $MART.Totals.name (identity)
        $DB.orders.amount -> $NS $MART.Totals.total (aggregation)
        $DB.customers.id -> $NS $MART.Totals (join)
        $DB.orders.customer -> $NS $MART.Totals (join)
        $DB.customers.name -> $NS $MART.Totals (group by)
        $DB.orders -> $DB.Orders Copy [exclusive]
        """;
    if (isUpperCase) {
      lineage = lineage.replace(".customers", ".CUSTOMERS").replace(".orders", ".ORDERS");
      lineage = lineage.replace(".Totals", ".TOTALS").replace(".id ", ".ID ");
      lineage = lineage.replace(".name ", ".NAME ").replace(".amount ", ".AMOUNT ");
      lineage = lineage.replace(".total ", ".TOTAL ").replace(".customer ", ".CUSTOMER ");
    }
    new Trial(jdk, folder)
        .given(new Databases(jdk, driver, url)::in)
        .run(
            Job.of("ServerEtl", url, user, "", "mart", "\"", "2")
                .with(driver, jdk)
                .withJvm(DERBY_WITHOUT_SYNC))
        .exits(0)
        .prints("8 rows\n")
        .recorded(
            lineage
                .replace("$DB", "$NS " + schema)
                .replace("$MART", mart)
                .replace("$NS", namespace));
  }

  @ParameterizedTest
  @MethodSource("io.spoor.tests.Jdks#ends")
  @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
  void duckDbAppender(Jdk jdk) throws Exception {
    String url = "jdbc:duckdb:" + folder.toRealPath().resolve("work/db") + "/shop.duckdb";
    Databases databases = new Databases(jdk, Driver.DUCKDB, url);
    Trial trial = new Trial(jdk, folder);
    trial
        .given(
            place -> {
              Data.orders(place);
              databases.in(place);
            })
        .run(Job.of("DuckDbAppends", url, "in/orders.csv").with(Driver.DUCKDB, jdk))
        .exits(0)
        .prints("3 rows appended\n")
        .recorded(
            """
            jobs.DuckDbAppends COMPLETE
            input file $WORK/in/orders.csv
            output duckdb:$WORK/db/shop.duckdb main.stock
            file $WORK/in/orders.csv -> duckdb:$WORK/db/shop.duckdb main.stock [exclusive]
            """);
    Counted.in(trial)
        .rows(
            """
            input file $WORK/in/orders.csv 3
            output duckdb:$WORK/db/shop.duckdb main.stock 3
            """);
  }
}
