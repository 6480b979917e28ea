package io.spoor.tests;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Jobs over a real PostgreSQL server, through its own driver. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class ServersPostgresTest {

  private static final String ALL = "io.spoor.tests.Jdks#all";

  private static PostgresServer server;

  @TempDir private Path folder;

  @BeforeAll
  static void start() throws Exception {
    server = new PostgresServer();
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void etl(Jdk jdk) throws Exception {
    String database = "etl" + jdk.feature();
    new Trial(jdk, folder)
        .given(place -> server.database(database))
        .run(
            Job.of(
                    "ServerEtl",
                    server.url(database),
                    "postgres",
                    "S3CRET",
                    "mart",
                    "\"",
                    "2",
                    "add_one")
                .with(Driver.POSTGRESQL, jdk))
        .exits(0)
        .prints("42\n8 rows\n")
        .recorded(
            """
            jobs.ServerEtl COMPLETE
            input $DB.public.customers
            input $DB.public.orders
            output $DB.mart.totals
            output $DB.public.Orders Copy
            output $DB.public.orders
            $DB.public.customers -> $DB.mart.totals [sql]
            $DB.public.orders -> $DB.mart.totals [sql]
            $DB.public.customers.name -> $DB.mart.totals.name (identity)
            $DB.public.orders.amount -> $DB.mart.totals.total (aggregation)
            $DB.public.customers.id -> $DB.mart.totals (join)
            $DB.public.orders.customer -> $DB.mart.totals (join)
            $DB.public.customers.name -> $DB.mart.totals (group by)
            $DB.public.orders -> $DB.public.Orders Copy [exclusive]
            """
                .replace("$DB", server.namespace() + " " + database))
        .hides("S3CRET");
  }

  /** A temporary table is a stop on the way; which columns stock has, nobody has told the job. */
  @ParameterizedTest
  @MethodSource("io.spoor.tests.Jdks#ends")
  void temporaryTableUnderTheHostsAlias(Jdk jdk) throws Exception {
    String database = "temp" + jdk.feature();
    new Trial(jdk, folder)
        .with("jdbc.aliases", "127.0.0.1=db.corp")
        .given(place -> server.database(database))
        .run(
            Job.of("ServerTempTable", server.url(database), "postgres", "x")
                .with(Driver.POSTGRESQL, jdk))
        .exits(0)
        .prints("2 rows\n")
        .recorded(
            """
            jobs.ServerTempTable COMPLETE
            input $DB.public.orders
            output $DB.public.stock
            $DB.public.orders -> $DB.public.stock [sql]
            """
                .replace(
                    "$DB", server.namespace().replace("127.0.0.1", "db.corp") + " " + database));
  }
}
