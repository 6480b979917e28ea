package io.spoor.tests;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Jobs over a real MariaDB server, through its own driver and through MySQL's. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class ServersMariaDbTest {

  private static final String ALL = "io.spoor.tests.Jdks#all";

  @TempDir private static Path place;
  private static MariaDbServer server;

  @TempDir private Path folder;

  @BeforeAll
  static void start() throws Exception {
    server = new MariaDbServer(place);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void mariaDb(Jdk jdk) throws Exception {
    String database = "maria" + jdk.feature();
    etl(jdk, Driver.MARIADB, server.mariaDbUrl(database), "mariadb", database, "2");
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void mySql(Jdk jdk) throws Exception {
    String database = "my" + jdk.feature();
    String url = server.mySqlUrl(database) + "?useSSL=false";
    // The smallest number stands for reading row by row.
    etl(jdk, Driver.MYSQL, url, "mysql", database, "-2147483648");
  }

  /** Columns that no statement names, and what a procedure does: asked of the database itself. */
  @ParameterizedTest
  @EnumSource(
      value = Driver.class,
      names = {"MARIADB", "MYSQL"})
  void theDatabaseIsAsked(Driver driver) throws Exception {
    boolean isMySql = driver == Driver.MYSQL;
    String database = isMySql ? "my_asked" : "maria_asked";
    String url = isMySql ? server.mySqlUrl(database) : server.mariaDbUrl(database);
    Trial trial = new Trial(Jdks.newest(), folder).with("sql.metadata", "true");
    trial
        .given(
            any -> {
              server.database(database);
              server.run(
                  database,
                  "create table src (id int, note text)",
                  "create table dst (id int, note text)",
                  "create table audit (id int)",
                  "create procedure log() insert into audit select id from dst",
                  "create procedure fill(n int) begin"
                      + " insert into dst select * from src where id > n; call log(); end",
                  "insert into src values (1, 'a'), (2, 'b')");
            })
        .run(
            Job.of("SqlSteps", url + (isMySql ? "?useSSL=false&user=root" : "?user=root"))
                .with(driver, Jdks.newest())
                .withStdin("open\ncall {call fill(1)}\n"))
        .exits(0)
        .prints("")
        .recorded(
            """
            jobs.SqlSteps COMPLETE
            input $DB.dst
            input $DB.src
            output $DB.audit
            output $DB.dst
            $DB.src -> $DB.dst [sql]
            $DB.dst -> $DB.audit [sql]
            $DB.src.id -> $DB.dst.id (identity)
            $DB.src.note -> $DB.dst.note (identity)
            $DB.src.id -> $DB.dst (filter)
            $DB.dst.id -> $DB.audit.id (identity)
            """
                .replace(
                    "$DB",
                    (isMySql ? "mysql" : "mariadb")
                        + "://127.0.0.1:"
                        + server.port()
                        + " "
                        + database));
    Counted.in(trial).failures();
  }

  /** A statement of MySQL's driver goes on in the database in which it was made. */
  @ParameterizedTest
  @EnumSource(
      value = Driver.class,
      names = {"MARIADB", "MYSQL"})
  void aStatementAndAnotherCatalog(Driver driver) throws Exception {
    boolean isMySql = driver == Driver.MYSQL;
    String database = isMySql ? "my_stay" : "maria_stay";
    String url = isMySql ? server.mySqlUrl(database) : server.mariaDbUrl(database);
    Trial trial = new Trial(Jdks.newest(), folder);
    trial
        .given(any -> server.database(database))
        .run(
            Job.of("SqlSteps", url + (isMySql ? "?useSSL=false&user=root" : "?user=root"))
                .with(driver, Jdks.newest())
                .withStdin(
                    """
                    open
                    execute drop database if exists $DB_other
                    execute create database $DB_other
                    execute create table a (id int)
                    execute create table $DB_other.a (id int)
                    update insert into a values (1)
                    stay $DB_other
                    update insert into a values (2)
                    show select count(*) from $DB.a
                    update use $DB
                    """
                        .replace("$DB", database)))
        .exits(0)
        .prints(isMySql ? "2\n" : "1\n");
    String product = (isMySql ? "mysql" : "mariadb") + "://127.0.0.1:" + server.port() + " ";
    Counted.in(trial)
        .rows(
            (isMySql
                    ? "input $P$DB.a 1\noutput $P$DB.a 2\n"
                    : "input $P$DB.a 1\noutput $P$DB.a 1\noutput $P$DB_other.a 1\n")
                .replace("$P", product)
                .replace("$DB", database))
        .failures();
  }

  /**
   * MySQL's driver asks with SHOW KEYS FROM a table, which it catches where that fails; MariaDB's
   * asks of all databases, those of the other driver's job too, so each has names of its own.
   */
  @ParameterizedTest
  @EnumSource(
      value = Driver.class,
      names = {"MARIADB", "MYSQL"})
  void questionsAndAnotherCatalog(Driver driver) throws Exception {
    boolean isMySql = driver == Driver.MYSQL;
    String database = isMySql ? "my_ask" : "maria_ask";
    String url = isMySql ? server.mySqlUrl(database) : server.mariaDbUrl(database);
    Trial trial = new Trial(Jdks.newest(), folder);
    trial
        .given(any -> server.database(database))
        .run(
            Job.of("SqlSteps", url + (isMySql ? "?useSSL=false&user=root" : "?user=root"))
                .with(driver, Jdks.newest())
                .withStdin(
                    """
                    open
                    execute drop database if exists $DB_other
                    execute create database $DB_other
                    execute create table $DB_a (id int not null primary key)
                    execute create table $DB_other.$DB_a (id int)
                    keys $DB_a
                    keys missing
                    update insert into $DB_a values (1)
                    catalog $DB_other
                    update insert into $DB_a values (1)
                    update insert into $DB_a values (2)
                    catalog $DB
                    query select id from $DB_a
                    """
                        .replace("$DB", database)))
        .exits(0)
        .prints("key of " + database + "_a id\nkey of missing\n");
    String product = (isMySql ? "mysql" : "mariadb") + "://127.0.0.1:" + server.port() + " ";
    Counted.in(trial)
        .rows(
            "input $P$DB.$DB_a 1\noutput $P$DB.$DB_a 1\noutput $P$DB_other.$DB_a 2\n"
                .replace("$P", product)
                .replace("$DB", database))
        .failures();
  }

  private void etl(Jdk jdk, Driver driver, String url, String scheme, String database, String fetch)
      throws Exception {
    String mart = database + "_mart";
    new Trial(jdk, folder)
        .given(any -> server.database(database))
        .run(Job.of("ServerEtl", url, "root", "", mart, "`", fetch, "add_one").with(driver, jdk))
        .exits(0)
        .prints("42\n8 rows\n")
        .recorded(
            """
            jobs.ServerEtl COMPLETE
            input $DB.customers
            input $DB.orders
            output $DB_mart.Totals
            output $DB.Orders Copy
            output $DB.orders
            $DB.customers -> $DB_mart.Totals [sql]
            $DB.orders -> $DB_mart.Totals [sql]
            $DB.customers.name -> $DB_mart.Totals.name (identity)
            $DB.orders.amount -> $DB_mart.Totals.total (aggregation)
            $DB.customers.id -> $DB_mart.Totals (join)
            $DB.orders.customer -> $DB_mart.Totals (join)
            $DB.customers.name -> $DB_mart.Totals (group by)
            $DB.orders -> $DB.Orders Copy [exclusive]
            """
                .replace("$DB", scheme + "://127.0.0.1:" + server.port() + " " + database));
  }

  @ParameterizedTest
  @MethodSource("io.spoor.tests.Jdks#ends")
  void loadDataOfMariaDb(Jdk jdk) throws Exception {
    String database = "load_maria" + jdk.feature();
    String url = server.mariaDbUrl(database) + "?allowLocalInfile=true";
    load(jdk, Driver.MARIADB, url, "mariadb", database);
  }

  @ParameterizedTest
  @MethodSource("io.spoor.tests.Jdks#ends")
  void loadDataOfMySql(Jdk jdk) throws Exception {
    String database = "load_my" + jdk.feature();
    String url = server.mySqlUrl(database) + "?useSSL=false&allowLoadLocalInfile=true";
    load(jdk, Driver.MYSQL, url, "mysql", database);
  }

  /** The driver itself reads the file, the server says how many rows it had. */
  private void load(Jdk jdk, Driver driver, String url, String scheme, String database)
      throws Exception {
    Trial trial = new Trial(jdk, folder);
    String namespace = scheme + "://127.0.0.1:" + server.port() + " " + database;
    trial
        .given(
            place -> {
              Data.orders(place);
              server.database(database);
            })
        .run(Job.of("MySqlLoad", url, "in/orders.csv").with(driver, jdk))
        .exits(0)
        .prints("3 rows loaded\n")
        .recorded(
            """
            jobs.MySqlLoad COMPLETE
            input file $WORK/in/orders.csv
            output $DB.orders_copy
            file $WORK/in/orders.csv -> $DB.orders_copy [sql]
            """
                .replace("$DB", namespace));
    Counted.in(trial)
        .rows(
            "input file $WORK/in/orders.csv 3\noutput $DB.orders_copy 3".replace("$DB", namespace));
  }
}
