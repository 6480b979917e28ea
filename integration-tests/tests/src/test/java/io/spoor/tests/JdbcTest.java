package io.spoor.tests;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Jobs over databases of four products. */
class JdbcTest {

  private static final String ALL = "io.spoor.tests.Jdks#all";

  /** Derby waits for the disk at each write otherwise. */
  private static final String DERBY_WITHOUT_SYNC = "-Dderby.system.durability=test";

  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource(ALL)
  void rowsInMemory(Jdk jdk) throws Exception {
    new Trial(jdk, folder)
        .run(Job.of("H2Once").with("h2"))
        .exits(0)
        .prints("1 one\n")
        .recorded(
            """
            jobs.H2Once COMPLETE
            input h2:mem:once PUBLIC.T
            output h2:mem:once PUBLIC.T
            """)
        .hides("'one'");
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void rowsOfH2(Jdk jdk) throws Exception {
    String url = "jdbc:h2:" + folder.toRealPath().resolve("work/db") + "/";
    rowCopy(jdk, "h2", url + "shop", url + "warehouse")
        .recorded(
            """
            jobs.JdbcRowCopy COMPLETE
            input h2:$WORK/db/shop PUBLIC.ORDERS
            output h2:$WORK/db/warehouse PUBLIC.ORDERS_COPY
            h2:$WORK/db/shop PUBLIC.ORDERS -> h2:$WORK/db/warehouse PUBLIC.ORDERS_COPY [exclusive]
            """);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void rowsOfHsqldb(Jdk jdk) throws Exception {
    String url = "jdbc:hsqldb:file:" + folder.toRealPath().resolve("work/db") + "/";
    rowCopy(jdk, "hsqldb", url + "shop;shutdown=true", url + "warehouse;shutdown=true")
        .recorded(
            """
            jobs.JdbcRowCopy COMPLETE
            input hsqldb:$WORK/db/shop PUBLIC.ORDERS
            output hsqldb:$WORK/db/warehouse PUBLIC.ORDERS_COPY
            hsqldb:$WORK/db/shop PUBLIC.ORDERS \
            -> hsqldb:$WORK/db/warehouse PUBLIC.ORDERS_COPY [exclusive]
            """);
  }

  /** Only the driver knows the schema, and says it with the result. */
  @Test
  void theSchemaIsToldAfterTheQueryRan() throws Exception {
    String url = "jdbc:hsqldb:file:" + folder.toRealPath().resolve("work/db/shop");
    new Trial(Jdks.newest(), folder)
        .given(
            place -> {
              try (Connection shop = DriverManager.getConnection(url + ";shutdown=true", "SA", "");
                  Statement statement = shop.createStatement()) {
                statement.execute("create schema store");
                statement.execute("create user clerk password ''");
                statement.execute("alter user clerk set initial schema store");
                statement.execute("create table store.items (id int, name varchar(40))");
                statement.execute("grant select on store.items to clerk");
                for (int i = 0; i < 60; i++) {
                  String values = (1000 + i * 37) + ", 'item " + i * 7919 % 10007 + "'";
                  statement.execute("insert into store.items values (" + values + ")");
                }
              }
            })
        .run(
            Job.of("LateResults", url, "CLERK", "select id, name from items", "out/items.csv")
                .with("hsqldb"))
        .exits(0)
        .recorded(
            """
            jobs.LateResults COMPLETE
            input hsqldb:$WORK/db/shop STORE.ITEMS
            output file $WORK/out/items.csv
            hsqldb:$WORK/db/shop STORE.ITEMS -> file $WORK/out/items.csv [row match]
            hsqldb:$WORK/db/shop STORE.ITEMS.ID -> file $WORK/out/items.csv.number (identity)
            hsqldb:$WORK/db/shop STORE.ITEMS.NAME -> file $WORK/out/items.csv.title (identity)
            """);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void rowsOfDerby(Jdk jdk) throws Exception {
    String url = "jdbc:derby:" + folder.toRealPath().resolve("work/db") + "/";
    rowCopy(jdk, "derby", url + "shop;create=true", url + "warehouse;create=true")
        .recorded(
            """
            jobs.JdbcRowCopy COMPLETE
            input derby:$WORK/db/shop APP.ORDERS
            output derby:$WORK/db/warehouse APP.ORDERS_COPY
            derby:$WORK/db/shop APP.ORDERS \
            -> derby:$WORK/db/warehouse APP.ORDERS_COPY [exclusive]
            """);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void rowsOfSqlite(Jdk jdk) throws Exception {
    String url = "jdbc:sqlite:" + folder.toRealPath().resolve("work/db") + "/";
    rowCopy(jdk, "sqlite-jdbc", url + "shop.db", url + "warehouse.db")
        .recorded(
            """
            jobs.JdbcRowCopy COMPLETE
            input sqlite:$WORK/db/shop.db orders
            output sqlite:$WORK/db/warehouse.db orders_copy
            sqlite:$WORK/db/shop.db orders -> sqlite:$WORK/db/warehouse.db orders_copy [exclusive]
            """);
  }

  private Result rowCopy(Jdk jdk, String library, String source, String target) throws Exception {
    return new Trial(jdk, folder)
        .given(new Databases(jdk, library, source, target)::in)
        .run(
            Job.of("JdbcRowCopy", source, target)
                .with(library, "slf4j-api", "slf4j-nop")
                .withJvm(DERBY_WITHOUT_SYNC))
        .exits(0)
        .prints("2 rows copied\n");
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void insertSelect(Jdk jdk) throws Exception {
    Trial trial = new Trial(jdk, folder).given(Data::h2);
    trial
        .run(Job.of("JdbcInsertSelect", Data.h2Url(trial.place(), "shop")).with("h2"))
        .exits(0)
        .prints("2 totals, 1 changed, 0 deleted\n")
        .recorded(
            """
            jobs.JdbcInsertSelect COMPLETE
            input h2:$WORK/db/shop PUBLIC.CUSTOMERS
            input h2:$WORK/db/shop PUBLIC.ORDERS
            output h2:$WORK/db/shop PUBLIC.ORDERS_COPY
            output h2:$WORK/db/shop PUBLIC.STOCK
            output h2:$WORK/db/shop PUBLIC.TOTALS
            h2:$WORK/db/shop PUBLIC.CUSTOMERS -> h2:$WORK/db/shop PUBLIC.TOTALS [sql]
            h2:$WORK/db/shop PUBLIC.ORDERS -> h2:$WORK/db/shop PUBLIC.STOCK [sql]
            h2:$WORK/db/shop PUBLIC.ORDERS -> h2:$WORK/db/shop PUBLIC.TOTALS [sql]
            h2:$WORK/db/shop PUBLIC.CUSTOMERS -> h2:$WORK/db/shop PUBLIC.ORDERS_COPY [sql, indirect]
            h2:$WORK/db/shop PUBLIC.CUSTOMERS.NAME -> h2:$WORK/db/shop PUBLIC.ORDERS_COPY (filter)
            h2:$WORK/db/shop PUBLIC.CUSTOMERS.NAME -> h2:$WORK/db/shop PUBLIC.TOTALS.NAME (identity)
            h2:$WORK/db/shop PUBLIC.ORDERS.AMOUNT -> h2:$WORK/db/shop PUBLIC.TOTALS.TOTAL (aggregation)
            h2:$WORK/db/shop PUBLIC.CUSTOMERS.ID -> h2:$WORK/db/shop PUBLIC.TOTALS (join)
            h2:$WORK/db/shop PUBLIC.ORDERS.CUSTOMER -> h2:$WORK/db/shop PUBLIC.TOTALS (join)
            h2:$WORK/db/shop PUBLIC.CUSTOMERS.NAME -> h2:$WORK/db/shop PUBLIC.TOTALS (group by)
            h2:$WORK/db/shop PUBLIC.ORDERS.AMOUNT -> h2:$WORK/db/shop PUBLIC.STOCK.UNITS (aggregation)
            """);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void batches(Jdk jdk) throws Exception {
    Trial trial = new Trial(jdk, folder).given(Data::h2);
    trial
        .run(Job.of("JdbcBatch", Data.h2Url(trial.place(), "shop")).with("h2"))
        .exits(0)
        .prints("5 entries of batches\n")
        .recorded(
            """
            jobs.JdbcBatch COMPLETE
            input h2:$WORK/db/shop PUBLIC.CUSTOMERS
            input h2:$WORK/db/shop PUBLIC.ORDERS
            output h2:$WORK/db/shop PUBLIC.STOCK
            output h2:$WORK/db/shop PUBLIC.TOTALS
            h2:$WORK/db/shop PUBLIC.CUSTOMERS -> h2:$WORK/db/shop PUBLIC.STOCK [sql]
            h2:$WORK/db/shop PUBLIC.CUSTOMERS.ID -> h2:$WORK/db/shop PUBLIC.STOCK.ITEM (identity)
            h2:$WORK/db/shop PUBLIC.ORDERS -> h2:$WORK/db/shop PUBLIC.STOCK [exclusive]
            h2:$WORK/db/shop PUBLIC.ORDERS -> h2:$WORK/db/shop PUBLIC.TOTALS [exclusive]
            """)
        .hides("order 1");
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void tableAndViewOfQueries(Jdk jdk) throws Exception {
    Trial trial = new Trial(jdk, folder).given(Data::h2);
    trial
        .run(
            Job.of("JdbcCtasAndView", Data.h2Url(trial.place(), "shop"), "out/amounts.txt")
                .with("h2"))
        .exits(0)
        .prints("2 amounts\n")
        .recorded(
            """
            jobs.JdbcCtasAndView COMPLETE
            input h2:$WORK/db/shop PUBLIC.BIG_AMOUNTS
            input h2:$WORK/db/shop PUBLIC.BIG_ORDERS
            input h2:$WORK/db/shop PUBLIC.ORDERS
            output file $WORK/out/amounts.txt
            output h2:$WORK/db/shop PUBLIC.BIG_AMOUNTS
            output h2:$WORK/db/shop PUBLIC.BIG_ORDERS
            h2:$WORK/db/shop PUBLIC.BIG_AMOUNTS -> file $WORK/out/amounts.txt [exclusive]
            h2:$WORK/db/shop PUBLIC.BIG_ORDERS -> h2:$WORK/db/shop PUBLIC.BIG_AMOUNTS [sql]
            h2:$WORK/db/shop PUBLIC.ORDERS -> h2:$WORK/db/shop PUBLIC.BIG_ORDERS [sql]
            h2:$WORK/db/shop PUBLIC.BIG_ORDERS.AMOUNT -> h2:$WORK/db/shop PUBLIC.BIG_AMOUNTS.AMOUNT (identity)
            h2:$WORK/db/shop PUBLIC.ORDERS.ID -> h2:$WORK/db/shop PUBLIC.BIG_ORDERS.ID (identity)
            h2:$WORK/db/shop PUBLIC.ORDERS.AMOUNT -> h2:$WORK/db/shop PUBLIC.BIG_ORDERS.AMOUNT (identity)
            h2:$WORK/db/shop PUBLIC.ORDERS.AMOUNT -> h2:$WORK/db/shop PUBLIC.BIG_ORDERS (filter)
            """);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void driverThatTellsValuesInItsMessage(Jdk jdk) throws Exception {
    Trial trial = new Trial(jdk, folder).given(Data::h2);
    trial
        .run(Job.of("FailsInDatabase", Data.h2Url(trial.place(), "shop")).with("h2"))
        .exits(1)
        .complains("secret name")
        .recorded(
            """
            jobs.FailsInDatabase FAIL
            output h2:$WORK/db/shop PUBLIC.TOTALS
            """)
        .hides("secret name");
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void fileToTable(Jdk jdk) throws Exception {
    new Trial(jdk, folder)
        .given(
            place -> {
              Data.h2(place);
              Data.orders(place);
              Data.write(place, "job.properties", "url=" + Data.h2Url(place, "shop") + "\n");
            })
        .run(Job.of("CsvToTable", "job.properties", "in/orders.csv").with("h2"))
        .exits(0)
        .prints("3 rows loaded\n")
        .recorded(
            """
            jobs.CsvToTable COMPLETE
            program file $WORK/job.properties
            input file $WORK/in/orders.csv
            output h2:$WORK/db/shop PUBLIC.STOCK
            file $WORK/in/orders.csv -> h2:$WORK/db/shop PUBLIC.STOCK [exclusive]
            """);
  }

  /** Its file lies beside the database, with options behind the name. */
  @Test
  void aTextTableOfHsqldb() throws Exception {
    Trial trial =
        new Trial(Jdks.newest(), folder)
            .given(
                place -> {
                  Path db = Files.createDirectories(place.work().resolve("db"));
                  Files.writeString(db.resolve("t.csv"), "id,name\n1,ann\n2,bob\n");
                });
    trial
        .run(
            Job.of("MakesTables", "jdbc:hsqldb:file:db/x")
                .with("hsqldb")
                .withStdin(
                    """
                    create text table t (id int, name varchar(20))
                    set table t source 't.csv;ignore_first=true'
                    create table u as (select id from t) with data
                    """))
        .exits(0)
        .recorded(
            """
            jobs.MakesTables COMPLETE
            input file $WORK/db/t.csv
            input hsqldb:$WORK/db/x PUBLIC.T
            output hsqldb:$WORK/db/x PUBLIC.U
            hsqldb:$WORK/db/x PUBLIC.T -> hsqldb:$WORK/db/x PUBLIC.U [sql]
            hsqldb:$WORK/db/x PUBLIC.T.ID -> hsqldb:$WORK/db/x PUBLIC.U.ID (identity)
            """);
  }
}
