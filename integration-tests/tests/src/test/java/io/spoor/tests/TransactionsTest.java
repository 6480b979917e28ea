package io.spoor.tests;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Only what was committed is an output; what was read stays an input. */
class TransactionsTest {

  @TempDir private Path folder;

  static Stream<Arguments> everywhere() {
    return Jdks.all().stream()
        .flatMap(jdk -> Product.ALL.stream().map(product -> Arguments.of(jdk, product)));
  }

  static Stream<Arguments> products() {
    return Product.ALL.stream().map(product -> Arguments.of(Jdks.newest(), product));
  }

  private record Ran(Trial trial, Result result, Product product) {

    Ran recorded(String lineage) throws Exception {
      result.recorded(product.datasets(lineage));
      return this;
    }

    Ran rows(String rows) throws Exception {
      Counted.in(trial).rows(product.datasets(rows));
      return this;
    }

    Ran dropped(String dropped) throws Exception {
      Counted.in(trial).dropped(dropped);
      return this;
    }
  }

  private Ran run(Jdk jdk, Product product, String prints, String... steps) throws Exception {
    return run(jdk, product, prints, List.of(), steps);
  }

  private Ran run(Jdk jdk, Product product, String prints, List<String> jvm, String... steps)
      throws Exception {
    Trial trial = new Trial(jdk, folder);
    Job job =
        product
            .job("SqlSteps")
            .withJvm(jvm.toArray(new String[0]))
            .withStdin(String.join("\n", steps) + "\n");
    return new Ran(trial, trial.run(job).exits(0).prints(prints), product);
  }

  @ParameterizedTest
  @MethodSource("everywhere")
  void commitRollbackSavepointAndTheEnd(Jdk jdk, Product product) throws Exception {
    run(
            jdk,
            product,
            "3\n0\n",
            "open",
            "update create table source (id int)",
            "update create table kept (id int)",
            "update create table lost (id int)",
            "update create table partly (id int)",
            "update create table late (id int)",
            "update create table uncopied (id int)",
            "update create table single (id int)",
            "update create table unfinished (id int)",
            "update insert into source values (1)",
            "update insert into source values (2)",
            "auto off",
            "update insert into kept values (1)",
            "update insert into kept select id from source",
            "commit",
            "update insert into lost values (1)",
            "update insert into uncopied select id from source",
            "rollback",
            "update insert into partly values (1)",
            "savepoint a",
            "update insert into partly values (2)",
            "update insert into lost values (3)",
            "back a",
            "update insert into partly values (4)",
            "commit",
            "update insert into late values (9)",
            "auto on",
            "update insert into single values (7)",
            "show select count(*) from kept",
            "show select count(*) from lost",
            "auto off",
            // The same text that was committed before: only that counts.
            "update insert into single values (8)",
            "update insert into unfinished values (1)",
            "halt")
        .recorded(
            """
            jobs.SqlSteps COMPLETE
            input <kept>
            input <lost>
            input <source>
            output <kept>
            output <late>
            output <partly>
            output <single>
            output <source>
            <source> -> <kept> [sql]
            <source.id> -> <kept.id> (identity)
            """)
        .rows(
            """
            input <kept> 1
            input <lost> 1
            input <source>
            output <kept> 3
            output <late> 1
            output <partly> 2
            output <single> 1
            output <source> 2
            """)
        .dropped("{}");
  }

  @ParameterizedTest
  @MethodSource("products")
  void savepointsWithinSavepoints(Jdk jdk, Product product) throws Exception {
    run(
            jdk,
            product,
            "2\n2\n1\n",
            "open",
            "update create table a (id int)",
            "update create table b (id int)",
            "update create table c (id int)",
            "auto off",
            "update insert into a values (1)",
            "savepoint one",
            "update insert into a values (2)",
            "update insert into b values (1)",
            "savepoint two",
            "update insert into c values (1)",
            "back two",
            "savepoint four",
            "update insert into b values (2)",
            "release four",
            "savepoint three",
            "update insert into a values (3)",
            "update insert into c values (2)",
            "back three",
            "update insert into c values (3)",
            "commit",
            // A savepoint of a transaction that is over has no say in the next.
            "update insert into a values (4)",
            "rollback",
            "show select count(*) from a",
            "show select count(*) from b",
            "show select count(*) from c")
        .rows(
            """
            input <a> 1
            input <b> 1
            input <c> 1
            output <a> 2
            output <b> 2
            output <c> 1
            """)
        .dropped("{}");
  }

  @ParameterizedTest
  @MethodSource("products")
  void aConnectionThatIsClosedHasCommittedNothingMore(Jdk jdk, Product product) throws Exception {
    boolean refuses = product == Product.DERBY;
    run(
            jdk,
            product,
            refuses ? "close refused\n" : "0\n1\n",
            "open",
            "update create table a (id int)",
            "update create table b (id int)",
            "auto off",
            "update insert into b values (1)",
            "commit",
            "update insert into a values (1)",
            "close",
            refuses ? "halt" : "open",
            "show select count(*) from a",
            "show select count(*) from b")
        .rows(refuses ? "output <b> 1" : "input <a> 1\ninput <b> 1\noutput <b> 1");
  }

  static Stream<Arguments> ddl() {
    return Stream.of(
        // What a failing CREATE leaves differs, too: it commits first where the text is sound.
        Arguments.of(Product.H2, "1\n1\n0\n", "output <a> 1\noutput <f> 1\n"),
        Arguments.of(Product.HSQLDB, "1\n1\n0\n", "output <a> 1\noutput <f> 1\n"),
        Arguments.of(Product.DERBY, "0\n0\n0\n", ""),
        Arguments.of(Product.SQLITE, "0\n0\n0\n", ""));
  }

  @ParameterizedTest
  @MethodSource("ddl")
  void ddlCommitsWhereTheProductSaysSo(Product product, String counts, String outputs)
      throws Exception {
    boolean commits = !outputs.isEmpty();
    run(
            Jdks.newest(),
            product,
            (commits ? "failed\n" : "did not fail\n") + "failed\n" + counts,
            "open",
            "update create table a (id int)",
            "update create table b (id int)",
            "update create table f (id int)",
            "auto off",
            "update insert into a values (1)",
            "update create table c (id int)",
            "rollback",
            "update insert into f values (1)",
            "fails create table c (id int)",
            "rollback",
            "update insert into b values (1)",
            "fails create tabel d (id int)",
            "rollback",
            "show select count(*) from a",
            "show select count(*) from f",
            "show select count(*) from b",
            "commit")
        .rows("input <a> 1\ninput <b> 1\ninput <f> 1\n" + outputs);
  }

  @ParameterizedTest
  @MethodSource("products")
  void transactionsInSql(Jdk jdk, Product product) throws Exception {
    String begin = product == Product.SQLITE ? "execute begin" : "execute set autocommit false";
    if (product == Product.DERBY) {
      begin = "auto off"; // It has no such SQL but for savepoints.
    }
    boolean sql = product != Product.DERBY;
    run(
            jdk,
            product,
            "0\n1\n0\n",
            "open",
            "update create table a (id int)",
            "update create table b (id int)",
            "update create table c (id int)",
            begin,
            "update insert into a values (1)",
            sql ? "execute rollback" : "rollback",
            begin,
            "update insert into b values (1)",
            sql ? "execute savepoint x" : "execute savepoint x on rollback retain cursors",
            "update insert into c values (1)",
            "execute rollback to savepoint x",
            sql ? "execute commit" : "commit",
            "show select count(*) from a",
            "show select count(*) from b",
            "show select count(*) from c",
            product == Product.SQLITE ? "" : "commit")
        .rows("input <a> 1\ninput <b> 1\ninput <c> 1\noutput <b> 1\n")
        .dropped("{}");
  }

  @ParameterizedTest
  @MethodSource("io.spoor.tests.Jdks#all")
  void branchesOfGlobalTransactions(Jdk jdk) throws Exception {
    for (Product product : List.of(Product.H2, Product.HSQLDB, Product.DERBY)) {
      Trial trial =
          new Trial(jdk, java.nio.file.Files.createDirectory(folder.resolve("" + product)));
      Product named =
          new Product(
              product.name(),
              product.name(),
              product.namespace().replace(":x", ":xa"),
              product.schema());
      trial
          .run(named.job("XaBranches").with("h2", "derby", "hsqldb"))
          .exits(0)
          .prints("source 1\none_phase 1\nundone 0\ntwo_phases 1\nprepared_undone 0\noutside 1\n")
          .recorded(
              named.datasets(
                  """
                  jobs.XaBranches COMPLETE
                  input <one_phase>
                  input <outside>
                  input <prepared_undone>
                  input <source>
                  input <two_phases>
                  input <undone>
                  output <one_phase>
                  output <outside>
                  output <source>
                  output <two_phases>
                  <source> -> <one_phase> [sql]
                  <source> -> <outside> [sql]
                  <source> -> <two_phases> [sql]
                  <source.id> -> <one_phase.id> (identity)
                  <source.id> -> <outside.id> (identity)
                  <source.id> -> <two_phases.id> (identity)
                  """));
    }
  }
}
