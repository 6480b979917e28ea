package io.spoor.tests;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  private static void procedures(String database) throws Exception {
    server.database(database);
    server.run(
        database,
        "create table src (id int, note text)",
        "create table dst (id int, note text)",
        "create table audit (id int)",
        "create procedure log() language sql as 'insert into audit select id from dst'",
        "create procedure fill(n int) language plpgsql as $$ declare c int; begin"
            + " insert into dst select * from src where id > n; call log(); end $$",
        "insert into src values (1, 'a'), (2, 'b')");
  }

  private static final String FILLED =
      """
      jobs.SqlSteps COMPLETE
      input $DB.public.dst
      input $DB.public.src
      output $DB.public.audit
      output $DB.public.dst
      $DB.public.src -> $DB.public.dst [sql]
      $DB.public.dst -> $DB.public.audit [sql]
      $DB.public.src.id -> $DB.public.dst.id (identity)
      $DB.public.src.note -> $DB.public.dst.note (identity)
      $DB.public.src.id -> $DB.public.dst (filter)
      $DB.public.dst.id -> $DB.public.audit.id (identity)
      """;

  /** Columns that no statement names, and what a procedure does: asked of the database itself. */
  @ParameterizedTest
  @MethodSource(ALL)
  void theDatabaseIsAsked(Jdk jdk) throws Exception {
    String database = "asked" + jdk.feature();
    Trial trial = new Trial(jdk, folder).with("sql.metadata", "true");
    trial
        .given(place -> procedures(database))
        .run(
            Job.of("SqlSteps", server.url(database) + "?user=postgres&password=S3CRET")
                .with(Driver.POSTGRESQL, jdk)
                .withStdin("open\nexecute insert into dst select * from src\ncall call fill(1)\n"))
        .exits(0)
        .prints("")
        .recorded(FILLED.replace("$DB", server.namespace() + " " + database))
        .hides("S3CRET");
    Counted.in(trial).failures();
  }

  /** Where it is not wanted, and where the database lets nobody in besides the job. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theDatabaseIsNotAsked(boolean wanted) throws Exception {
    Jdk jdk = Jdks.newest();
    String database = "unasked" + wanted;
    Trial trial = new Trial(jdk, folder).with("sql.metadata", String.valueOf(wanted));
    trial
        .given(
            place -> {
              procedures(database);
              server.run(
                  database,
                  "do $$ begin if not exists (select 1 from pg_roles where rolname = 'single')"
                      + " then create role single login connection limit 1; end if; end $$",
                  "grant all on all tables in schema public to single");
            })
        .run(
            Job.of("SqlSteps", server.url(database) + "?user=single")
                .with(Driver.POSTGRESQL, jdk)
                .withStdin("open\nexecute insert into dst select * from src\ncall call fill(1)\n"))
        .exits(0)
        .prints("")
        .recorded(
            """
            jobs.SqlSteps COMPLETE
            input $DB.public.src
            output $DB.public.dst
            $DB.public.src -> $DB.public.dst [sql]
            """
                .replace("$DB", server.namespace() + " " + database));
    String call = "SQL not fully understood: what the routine reads and writes is not known";
    String columns = "insert into dst select * from src";
    Counted counted = Counted.in(trial);
    if (wanted) {
      counted.failures(
          "sql.metadata: the database refused (org.postgresql.util.PSQLException, SQLState 53300),"
              + " so it is not asked for columns and bodies",
          call,
          columns);
    } else {
      counted.failures(call, columns);
    }
  }

  /**
   * The job has its own connection, and Spoor's stays without an answer: a gap, and told as one. At
   * the end of the JVM half of its budget is waited, so that the rest can be told.
   */
  @ParameterizedTest
  @CsvSource({"1000, 20000, 1000", "60000, 10000, 5000"})
  void theDatabaseDoesNotAnswer(String timeout, String budget, String waited) throws Exception {
    Jdk jdk = Jdks.newest();
    String database = "silent" + timeout;
    Trial trial =
        new Trial(jdk, folder)
            .with("sql.metadata", "true")
            .with("sql.metadata.timeout", timeout)
            .with("exit.budget", budget);
    try (SilentFrom silent = new SilentFrom(server.port(), 2)) {
      String own = ":" + server.port() + "/";
      trial
          .given(place -> procedures(database))
          .run(
              Job.of(
                      "SqlSteps",
                      server.url(database).replace(own, ":" + silent.port() + "/")
                          + "?user=postgres")
                  .with(Driver.POSTGRESQL, jdk)
                  .withStdin("open\ncall call fill(1)\n"))
          .exits(0)
          .prints("")
          .recorded("jobs.SqlSteps COMPLETE\n");
    }
    Counted.in(trial)
        .failures(
            "sql.metadata: the database did not answer within "
                + waited
                + " ms, so it is not asked for columns and bodies",
            "SQL not fully understood: what the routine reads and writes is not known");
  }

  /** Each row that RETURNING hands back is a row changed, once it is committed. */
  @ParameterizedTest
  @MethodSource("io.spoor.tests.Jdks#ends")
  void rowsThatComeBackAreChanges(Jdk jdk) throws Exception {
    String database = "returning" + jdk.feature();
    Trial trial = new Trial(jdk, folder);
    trial
        .given(place -> server.database(database))
        .run(
            Job.of("SqlSteps", server.url(database) + "?user=postgres")
                .with(Driver.POSTGRESQL, jdk)
                .withStdin(
                    """
                    open
                    execute create table a (id int)
                    execute create table b (id int)
                    query insert into a values (1), (2), (3) returning id
                    auto off
                    query insert into b select id from a returning id
                    rollback
                    query insert into b select id from a where id > 1 returning id
                    savepoint s
                    query insert into b select id from a where id > 1 returning id
                    back s
                    query delete from a where id = 3 returning id
                    commit
                    """))
        .exits(0)
        .prints("");
    Counted.in(trial)
        .rows(
            """
            input $DB.public.a
            output $DB.public.a 4
            output $DB.public.b 2
            """
                .replace("$DB", server.namespace() + " " + database))
        .failures();
  }

  /** One text, several results: rows and counts that belong to one dataset are its own. */
  @ParameterizedTest
  @MethodSource("io.spoor.tests.Jdks#ends")
  void severalResults(Jdk jdk) throws Exception {
    String database = "results" + jdk.feature();
    Trial trial = new Trial(jdk, folder);
    trial
        .given(place -> server.database(database))
        .run(
            Job.of("SqlSteps", server.url(database) + "?user=postgres")
                .with(Driver.POSTGRESQL, jdk)
                .withStdin(
                    """
                    open
                    execute create table a (id int)
                    execute create table b (id int)
                    results insert into a values (1), (2), (3); select id from a
                    results select id from a; insert into b select id from a; select id from b
                    """))
        .exits(0)
        .prints("count 3 rows 3\nrows 3 count 3 rows 3\n")
        .recorded(
            """
            jobs.SqlSteps COMPLETE
            input $DB.public.a
            input $DB.public.b
            output $DB.public.a
            output $DB.public.b
            $DB.public.a -> $DB.public.b [sql]
            $DB.public.a.id -> $DB.public.b.id (identity)
            """
                .replace("$DB", server.namespace() + " " + database));
    Counted.in(trial)
        .rows(
            """
            input $DB.public.a 3
            input $DB.public.b
            output $DB.public.a 3
            output $DB.public.b 3
            """
                .replace("$DB", server.namespace() + " " + database))
        .failures();
  }

  /** What is set lasts as long as PostgreSQL says, and so do the names. */
  @ParameterizedTest
  @MethodSource("io.spoor.tests.Jdks#ends")
  void whatIsSetEndsWithItsTransaction(Jdk jdk) throws Exception {
    String database = "settings" + jdk.feature();
    Trial trial = new Trial(jdk, folder);
    trial
        .given(place -> server.database(database))
        .run(
            Job.of("SqlSteps", server.url(database) + "?user=postgres")
                .with(Driver.POSTGRESQL, jdk)
                .withStdin(
                    """
                    open
                    execute create schema a
                    execute create schema b
                    execute create table public.t (id int)
                    execute create table a.t (id int)
                    execute create table b.t (id int)
                    update insert into t values (1)
                    auto off
                    execute set local search_path = a
                    update insert into t values (1), (2), (3)
                    commit
                    update insert into t values (2)
                    commit
                    execute set search_path = b
                    update insert into t values (7)
                    rollback
                    update insert into t values (3)
                    savepoint s
                    query select set_config('search_path', 'a', true)
                    query select id from t
                    back s
                    update insert into t values (4)
                    commit
                    schema b
                    update insert into t values (1), (2)
                    execute set local search_path to a
                    commit
                    update insert into t values (3), (4), (5)
                    commit
                    auto on
                    execute set local search_path = a
                    update insert into t values (6)
                    """))
        .exits(0)
        .prints("");
    Counted.in(trial)
        .rows(
            """
            input $DB.a.t 3
            output $DB.a.t 3
            output $DB.b.t 6
            output $DB.public.t 4
            """
                .replace("$DB", server.namespace() + " " + database))
        .failures();
  }

  /** A query that sets the schema counts from then on, also when nobody asks for its result. */
  @Test
  void aQuerySetsTheSchema() throws Exception {
    String database = "by_query";
    Trial trial = new Trial(Jdks.newest(), folder);
    trial
        .given(
            place -> {
              server.database(database);
              server.run(
                  database,
                  "create schema a",
                  "create table public.t (id int)",
                  "create table a.t (id int)");
            })
        .run(
            Job.of("SqlSteps", server.url(database) + "?user=postgres")
                .with(Driver.POSTGRESQL, Jdks.newest())
                .withStdin(
                    """
                    open
                    execute select set_config('search_path', 'a', false)
                    update insert into t values (1)
                    """))
        .exits(0)
        .prints("")
        .recorded(
            "jobs.SqlSteps COMPLETE\noutput $DB.a.t\n"
                .replace("$DB", server.namespace() + " " + database));
  }

  /** COPY through the driver's own API, from a reader, from a stream and piece by piece. */
  @ParameterizedTest
  @MethodSource("io.spoor.tests.Jdks#ends")
  void copyIn(Jdk jdk) throws Exception {
    for (String step : new String[] {"read", "stream", "push"}) {
      String database = step + jdk.feature();
      Trial trial =
          new Trial(jdk, Files.createDirectory(folder.resolve(step)))
              .given(place -> orders(place, database));
      String sql = "copy orders_copy (id, customer, amount) from stdin with (format csv, header)";
      trial
          .run(copy(jdk, database, step, "in/orders.csv", sql))
          .exits(0)
          .prints("3\n")
          .recorded(
              """
              jobs.PostgresCopy COMPLETE
              input file $WORK/in/orders.csv
              output $DB.public.orders_copy
              file $WORK/in/orders.csv -> $DB.public.orders_copy [exclusive]
              """
                  .replace("$DB", server.namespace() + " " + database));
      Counted.in(trial)
          .rows(
              "input file $WORK/in/orders.csv 3\noutput $DB.public.orders_copy 3"
                  .replace("$DB", server.namespace() + " " + database));
    }
  }

  @ParameterizedTest
  @MethodSource("io.spoor.tests.Jdks#ends")
  void copyOut(Jdk jdk) throws Exception {
    for (String what : new String[] {"orders", "(select customer, amount from orders)"}) {
      String database = "out" + jdk.feature() + what.length();
      Trial trial = new Trial(jdk, Files.createDirectory(folder.resolve(database)));
      trial
          .given(place -> server.database(database))
          .run(
              copy(jdk, database, "write", "out/o.csv", "copy " + what + " to stdout (format csv)"))
          .exits(0)
          .prints("3\n")
          .recorded(
              """
              jobs.PostgresCopy COMPLETE
              input $DB.public.orders
              output file $WORK/out/o.csv
              $DB.public.orders -> file $WORK/out/o.csv [exclusive]
              """
                  .replace("$DB", server.namespace() + " " + database));
      Counted.in(trial)
          .rows(
              "input $DB.public.orders 3\noutput file $WORK/out/o.csv 3"
                  .replace("$DB", server.namespace() + " " + database));
    }
  }

  /** What was copied into customers was taken back. */
  @ParameterizedTest
  @MethodSource("io.spoor.tests.Jdks#ends")
  void copiesBelongToTheTransaction(Jdk jdk) throws Exception {
    String database = "tx" + jdk.feature();
    String sql = "copy orders_copy from stdin with (format csv, header)";
    String lost = "copy customers from stdin with (format csv)";
    String file = "in/orders.csv";
    Trial trial = new Trial(jdk, folder).given(place -> orders(place, database));
    String[] steps = {
      "begin", "read", "in/more.csv", lost, "rollback", "push", file, sql, "commit"
    };
    trial.run(copy(jdk, database, steps)).exits(0).prints("2\n3\n");
    Counted.in(trial)
        .rows(
            """
            input file $WORK/in/more.csv 2
            input file $WORK/in/orders.csv 3
            output $DB.public.orders_copy 3
            """
                .replace("$DB", server.namespace() + " " + database));
  }

  private static void orders(Place place, String database) throws Exception {
    Data.orders(place);
    Files.writeString(place.work().resolve("in/more.csv"), "8,Eve\n9,Joe\n");
    server.database(database);
  }

  private static Job copy(Jdk jdk, String database, String... steps) {
    List<String> arguments = new ArrayList<>();
    arguments.add(server.url(database));
    arguments.addAll(List.of(steps));
    return Job.of("PostgresCopy", arguments.toArray(new String[0])).with(Driver.POSTGRESQL, jdk);
  }
}
