package io.spoor.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rarer ways to run a statement and to carry a value. */
class JdbcCallsTest {

  @TempDir private Path folder;

  static Stream<Product> products() {
    return Stream.of(Product.H2, Product.HSQLDB, Product.DERBY);
  }

  @ParameterizedTest
  @MethodSource("products")
  void largeUpdatesAndGeneratedKeysCountRowsOnce(Product product) throws Exception {
    Trial trial = new Trial(Jdks.newest(), folder);
    trial
        .run(
            product
                .job("SqlSteps")
                .withStdin(
                    """
                    open
                    execute create table source (id int)
                    execute create table target (id int)
                    execute create table keyed (id int generated always as identity (start with 1), v int)
                    large insert into source values (1), (2), (3)
                    large insert into target select id from source where id > 1
                    generated insert into keyed (v) values (10)
                    generated insert into keyed (v) values (20)
                    """))
        .exits(0)
        .prints("3\n2\nkeys 1\nkeys 2\n")
        .recorded(
            product.datasets(
                """
                jobs.SqlSteps COMPLETE
                input <source>
                output <keyed>
                output <source>
                output <target>
                <source> -> <target> [sql]
                <source.id> -> <target.id> (identity)
                <source.id> -> <target> (filter)
                """));
    Counted.in(trial)
        .rows(
            product.datasets(
                "input <source>\noutput <keyed> 2\noutput <source> 3\noutput <target> 2\n"))
        .failures()
        .dropped("{}");
  }

  /** What a body does is not seen: neither when it is made nor when it runs. */
  @Test
  void theBodyOfAProcedureIsNoStatementOfTheJob() throws Exception {
    Trial trial = new Trial(Jdks.newest(), folder);
    trial
        .run(
            Product.HSQLDB
                .job("SqlSteps")
                .withStdin(
                    """
                    open
                    execute create table filled (id int)
                    execute create table other (id int)
                    execute create procedure fill(in n int) modifies sql data begin atomic insert into filled values (n); end
                    call {call fill(7)}
                    call call fill(8)
                    update insert into other values (1)
                    show select count(*) from filled
                    """))
        .exits(0)
        .prints("2\n")
        .recorded(
            Product.HSQLDB.datasets("jobs.SqlSteps COMPLETE\ninput <filled>\noutput <other>\n"));
    Counted.in(trial)
        .failures("SQL not fully understood: what the routine reads and writes is not known");
  }

  /** A job of which nothing else is known is told all the same. */
  @ParameterizedTest
  @MethodSource("io.spoor.tests.Jdks#ends")
  void aJobThatOnlyCallsAProcedure(Jdk jdk) throws Exception {
    Trial trial = new Trial(jdk, folder);
    trial
        .run(
            Product.HSQLDB
                .job("SqlSteps")
                .withStdin("open\ncall call database()\ncall {call database()}\n"))
        .exits(0)
        .recorded("jobs.SqlSteps COMPLETE\n");
    Counted.in(trial)
        .failures("SQL not fully understood: what the routine reads and writes is not known");
  }

  /**
   * Under which the server's own history has the query: the last one, since Trino's driver tells
   * ids of what returns rows alone.
   */
  @ParameterizedTest
  @MethodSource("io.spoor.tests.Jdks#ends")
  void theServersOwnIdOfTheQuery(Jdk jdk) throws Exception {
    try (TrinoStandIn server = new TrinoStandIn()) {
      Trial trial = new Trial(jdk, folder);
      Running job =
          trial.start(
              Job.of("SqlSteps", server.url("hive/shop") + "?user=me")
                  .with(Driver.TRINO, jdk)
                  .withStdin(
                      """
                      open
                      query select id from orders
                      execute insert into totals select id from orders
                      query select id from totals
                      """));
      new Result(trial, job.await())
          .exits(0)
          .prints("")
          .recorded(
              """
              jobs.SqlSteps COMPLETE
              input $DB.orders
              input $DB.totals
              output $DB.totals
              $DB.orders -> $DB.totals [sql]
              """
                  .replace("$DB", server.namespace() + " hive.shop"));
      JsonNode facet =
          trial.home().runs().get(0).last().path("run").path("facets").path("externalQuery");
      assertEquals("20260101_000000_00002_spoor", facet.path("externalQueryId").asText());
      assertEquals("trino", facet.path("source").asText());
    }
  }

  @ParameterizedTest
  @MethodSource("products")
  void largeObjectsPassAsTheyAre(Product product) throws Exception {
    Trial trial = new Trial(Jdks.newest(), folder);
    trial
        .run(product.job("LargeObjects"))
        .exits(0)
        .prints("1\n1\n12600000\n")
        .recorded(
            product.datasets(
                """
                jobs.LargeObjects COMPLETE
                input <copies>
                input <papers>
                output <copies>
                output <papers>
                <papers> -> <copies> [exclusive]
                """));
    Counted.in(trial)
        .rows(
            product.datasets(
                "input <copies> 1\ninput <papers> 1\noutput <copies> 1\noutput <papers> 1\n"))
        .failures();
  }
}
