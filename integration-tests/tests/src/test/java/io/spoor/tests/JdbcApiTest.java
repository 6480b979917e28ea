package io.spoor.tests;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The breadth of JDBC: counts, batches that fail, rows changed in place, row sets, bounds. */
class JdbcApiTest {

  @TempDir private Path folder;

  static Stream<Product> products() {
    return Product.ALL.stream();
  }

  static Stream<Product> withSchemas() {
    return Stream.of(Product.H2, Product.HSQLDB, Product.DERBY);
  }

  static Stream<Product> withUpdatableRows() {
    return Stream.of(Product.H2, Product.HSQLDB, Product.DERBY);
  }

  @ParameterizedTest
  @MethodSource("products")
  void countsOfExecuteAreTakenWhenTheJobAsks(Product product) throws Exception {
    Trial trial = new Trial(Jdks.newest(), folder);
    trial
        .run(
            product
                .job("SqlSteps")
                .withStdin(
                    """
                    open
                    execute create table asked (id int)
                    execute create table unasked (id int)
                    execute create table undone (id int)
                    execute insert into unasked values (1)
                    execute insert into asked values (1), (2)
                    count
                    auto off
                    execute insert into asked values (3)
                    count
                    execute insert into undone values (3)
                    count
                    rollback
                    execute insert into asked values (4), (5), (6)
                    commit
                    """))
        .exits(0)
        .prints("2\n1\n1\n");
    Counted.in(trial).rows(product.datasets("output <asked> 2\noutput <unasked>\n"));
  }

  /**
   * Joined for its key, asked for in a condition, or the reason to delete: no value of it moves.
   */
  @ParameterizedTest
  @MethodSource("products")
  void whatOnlyDecidesOnRows(Product product) throws Exception {
    Trial trial = new Trial(Jdks.newest(), folder);
    trial
        .run(
            product
                .job("SqlSteps")
                .withStdin(
                    """
                    open
                    execute create table orders (id int, customer int)
                    execute create table blocked (customer int)
                    execute create table good (id int)
                    execute create table joined (id int)
                    update insert into orders values (1, 1), (2, 2)
                    update insert into blocked values (2)
                    update insert into good (id) select id from orders where customer not in (select customer from blocked)
                    update insert into joined (id) select o.id from orders o join blocked b on b.customer = o.customer
                    update delete from orders where exists (select 1 from blocked b where b.customer = orders.customer)
                    """))
        .exits(0)
        .prints("")
        .recorded(
            product.datasets(
                """
                jobs.SqlSteps COMPLETE
                input <blocked>
                input <orders>
                output <blocked>
                output <good>
                output <joined>
                output <orders>
                <orders> -> <good> [sql]
                <blocked> -> <good> [sql, indirect]
                <orders> -> <joined> [sql]
                <blocked> -> <joined> [sql, indirect]
                <blocked> -> <orders> [sql, indirect]
                <orders.id> -> <good.id> (identity)
                <orders.customer> -> <good> (filter)
                <blocked.customer> -> <good> (filter)
                <orders.id> -> <joined.id> (identity)
                <orders.customer> -> <joined> (join)
                <blocked.customer> -> <joined> (join)
                <blocked.customer> -> <orders> (filter)
                """));
  }

  @ParameterizedTest
  @MethodSource("products")
  void whatDriversRunToAnswerQuestionsIsNotTheJobs(Product product) throws Exception {
    Trial trial = new Trial(Jdks.newest(), folder);
    boolean folds = product != Product.SQLITE;
    trial
        .run(
            product
                .job("SqlSteps")
                .withStdin(
                    """
                    open
                    execute create table keyed (id int not null primary key)
                    keys TABLE
                    keys MISSING
                    update insert into keyed values (1)
                    """
                        .replace("TABLE", folds ? "KEYED" : "keyed")))
        .exits(0)
        .prints(
            folds
                ? "key of KEYED ID\nkey of MISSING\n"
                : "key of keyed id\nkey of MISSING refused\n")
        .recorded(product.datasets("jobs.SqlSteps COMPLETE\noutput <keyed>\n"));
    Counted.in(trial).rows(product.datasets("output <keyed> 1\n")).failures();
  }

  @ParameterizedTest
  @MethodSource("withSchemas")
  void setSchemaIsFollowedInOrder(Product product) throws Exception {
    Trial trial = new Trial(Jdks.newest(), folder);
    String other = product.namespace() + " other.";
    trial
        .run(
            product
                .job("SqlSteps")
                .withStdin(
                    """
                    open
                    execute create schema "other"
                    execute create table a (id int)
                    execute create table "other".a (id int)
                    update insert into a values (1)
                    schema other
                    update insert into a values (1)
                    update insert into a values (1)
                    schema SCHEMA
                    update insert into a select id from "other".a
                    auto off
                    update insert into a values (1)
                    schema other
                    commit
                    schema SCHEMA
                    query select id from a
                    """
                        .replace("SCHEMA", product.schema().replace(".", ""))))
        .exits(0)
        .recorded(
            product.datasets(
                """
                jobs.SqlSteps COMPLETE
                input <a>
                input OTHER
                output <a>
                output OTHER
                OTHER -> <a> [sql]
                OTHER.ID -> <a.id> (identity)
                """
                    .replace("OTHER", other + "A")));
    Counted.in(trial)
        .rows(
            product.datasets(
                "input <a> 4\noutput <a> 4\ninput OTHER\noutput OTHER 2\n"
                    .replace("OTHER", other + "A")))
        .failures()
        .dropped("{}");
  }

  /** SET SCHEMA holds for what stands behind it in the text, and not for what ran before it. */
  @Test
  void aTextThatSetsTheSchemaIsReadInOrder() throws Exception {
    new Trial(Jdks.newest(), folder)
        .run(
            Product.H2
                .job("SqlSteps")
                .withStdin(
                    """
                    open
                    execute create schema b
                    execute create table s (id int)
                    execute create table t (id int)
                    execute create table b.t (id int)
                    execute set schema b; insert into t (id) select id from public.s
                    execute set schema public
                    auto off
                    update insert into t (id) values (1)
                    execute set schema b
                    commit
                    """))
        .exits(0)
        .recorded(
            Product.H2.datasets(
                """
                jobs.SqlSteps COMPLETE
                input <s>
                output <t>
                output OTHER
                <s> -> OTHER [sql]
                <s.id> -> OTHER.ID (identity)
                """
                    .replace("OTHER", Product.H2.namespace() + " B.T")));
  }

  static Stream<Arguments> failingBatches() {
    return Stream.of(
        // H2 goes on behind the row that fails, the others stop there.
        Arguments.of(Product.H2, "[1, 1, -3, 1]", 3),
        Arguments.of(Product.HSQLDB, "[1, 1]", 2),
        Arguments.of(Product.DERBY, "[1, 1]", 2),
        Arguments.of(Product.SQLITE, "[1, 1, 0, 0]", 2));
  }

  @ParameterizedTest
  @MethodSource("failingBatches")
  void ofABatchThatFailsTheRestCounts(Product product, String counts, int rows) throws Exception {
    Trial trial = new Trial(Jdks.newest(), folder);
    trial
        .run(
            product
                .job("SqlSteps")
                .withStdin(
                    """
                    open
                    update create table a (id int not null primary key)
                    update create table b (id int not null primary key)
                    update create table c (id int not null primary key)
                    add insert into a values (1)
                    add insert into a values (2)
                    add insert into b values (null)
                    add insert into a values (3)
                    failing
                    show select count(*) from a
                    auto off
                    add insert into c values (1)
                    add insert into c values ('text')
                    failing
                    rollback
                    """
                        .replace("(null)", product == Product.SQLITE ? "((select 1/0))" : "(null)")
                        .replace("('text')", product == Product.SQLITE ? "(null)" : "('text')")))
        .exits(0);
    Counted.in(trial).rows(product.datasets("input <a> 1\noutput <a> " + rows + "\n"));
  }

  @ParameterizedTest
  @MethodSource("withUpdatableRows")
  void rowsChangedInPlace(Product product) throws Exception {
    Trial trial = new Trial(Jdks.newest(), folder);
    trial
        .run(product.job("RowsChangedInPlace"))
        .exits(0)
        .recorded(
            product.datasets(
                """
                jobs.RowsChangedInPlace COMPLETE
                input <deleted>
                input <inserted>
                input <undone>
                input <updated>
                output <deleted>
                output <inserted>
                output <updated>
                """));
    Counted.in(trial)
        .rows(
            product.datasets(
                """
                input <deleted> 1
                input <inserted>
                input <undone>
                input <updated> 2
                output <deleted> 2
                output <inserted> 2
                output <updated> 4
                """))
        .columns(
            product.datasets(
                """
                <deleted>
                <inserted> ID NAME N
                <updated> N
                """));
  }

  @ParameterizedTest
  @MethodSource("withUpdatableRows")
  void rowSetsOfTheJdkAreCountedOnceAtTheDriver(Product product) throws Exception {
    Trial trial = new Trial(Jdks.newest(), folder);
    trial
        .run(product.job("RowSets"))
        .exits(0)
        .prints("2 rows\n")
        .recorded(
            product.datasets(
                """
                jobs.RowSets COMPLETE
                input <cached>
                input <live>
                output <cached>
                output <live>
                <live> -> <cached> [exclusive]
                """));
    // A cached row set reads each row again before it changes it.
    Counted.in(trial)
        .rows(
            product.datasets(
                """
                input <cached> 4
                input <live> 1
                output <cached> 4
                output <live> 2
                """));
  }

  /** A million texts over 1,000 connections that stay open, of which every other one is manual. */
  @Test
  void veryManyStatementsInLittleMemory() throws Exception {
    Product product = Product.H2;
    Trial trial = new Trial(Jdks.newest(), folder);
    Job job =
        Job.of("ManyStatements", product.url(), "1000000", "1000", "false")
            .with("h2")
            .withJvm("-Xmx64m");
    new Result(trial, trial.start(job).await())
        .exits(0)
        .prints("333334 read, 333333 changed\n")
        .recorded(
            product.datasets(
                """
                jobs.ManyStatements COMPLETE
                input <source>
                output <source>
                output <target>
                <source> -> <target> [sql]
                <source.id> -> <target.id> (identity)
                <source.n> -> <target.n> (identity)
                """));
    Counted.in(trial)
        .rows(
            product.datasets(
                """
                input <source> 333334
                output <source>
                output <target> 333333
                """))
        .dropped("{}");
  }
}
