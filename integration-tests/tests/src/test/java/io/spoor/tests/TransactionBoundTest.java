package io.spoor.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the transactions of one run say about outputs whose values say nothing. */
class TransactionBoundTest {

  @TempDir private Path folder;

  static Stream<Arguments> everywhere() {
    return Jdks.all().stream()
        .flatMap(jdk -> products().map(product -> Arguments.of(jdk, product.get()[0])));
  }

  static Stream<Arguments> products() {
    return Stream.of(Product.H2, Product.HSQLDB, Product.SQLITE).map(Arguments::of);
  }

  private Trial run(Jdk jdk, Product product, String way, String lineage) throws Exception {
    Trial trial = new Trial(jdk, folder);
    Job job =
        Job.of("TransactionPieces", product.url(), way)
            .with(product.name(), "HikariCP", "slf4j-api", "slf4j-nop");
    trial
        .given(place -> Data.write(place, "rates.txt", "1.07 0.93 1.2\n"))
        .run(job)
        .exits(0)
        .recorded("jobs.TransactionPieces COMPLETE\n" + product.datasets(lineage));
    return trial;
  }

  private static final String GIVEN = "output <A>\noutput <B>\noutput <L>\noutput <NAMES>\n";
  private static final String MADE = GIVEN + "output <X>\noutput <Y>\n";
  private static final String READ = "input <A>\ninput <B>\n";

  @ParameterizedTest
  @MethodSource("everywhere")
  void eachPieceIsMadeOfWhatItsTransactionRead(Jdk jdk, Product product) throws Exception {
    Trial trial =
        run(
            jdk,
            product,
            "interleaved",
            READ + MADE + "candidates of <X>: <A>\ncandidates of <Y>: <B>\n");
    String home = trial.place().home().toString();
    String why = Agent.run(jdk, trial.place(), "show", "--home", home, "--why", "X").stdout();
    String reason =
        "Candidates: A could have fed X: read before the last write;"
            + " 1 other was read only in transactions that wrote other outputs.";
    assertTrue(why.replaceAll("\\s+", " ").contains(reason), why);
  }

  @ParameterizedTest
  @MethodSource("products")
  void aHundredThousandPiecesAreAsFew(Product product) throws Exception {
    if (product != Product.SQLITE) {
      run(
          Jdks.newest(),
          product,
          "many",
          READ + MADE + "candidates of <X>: <A>\ncandidates of <Y>: <B>\n");
    }
  }

  @ParameterizedTest
  @MethodSource("products")
  void piecesOnConnectionsOfAPool(Product product) throws Exception {
    run(
        Jdks.newest(),
        product,
        "pool",
        READ + MADE + "candidates of <X>: <A>\ncandidates of <Y>: <B>\n");
  }

  @ParameterizedTest
  @MethodSource("products")
  void statementsThatCommitThemselvesBoundNothing(Product product) throws Exception {
    run(
        Jdks.newest(),
        product,
        "autoCommit",
        READ + MADE + "candidates of <X>: <A>, <B>\ncandidates of <Y>: <A>, <B>\n");
  }

  @ParameterizedTest
  @MethodSource("products")
  void whatWasReadAndRolledBackMayBeTriedAgainElsewhere(Product product) throws Exception {
    run(
        Jdks.newest(),
        product,
        "rolledBack",
        READ + GIVEN + "output <Y>\ncandidates of <Y>: <A>, <B>\n");
  }

  @ParameterizedTest
  @MethodSource("products")
  void whatWasReadForNothingElseMayBeALookup(Product product) throws Exception {
    run(
        Jdks.newest(),
        product,
        "lookup",
        READ + "input <L>\n" + MADE + "candidates of <X>: <A>, <L>\ncandidates of <Y>: <B>, <L>\n");
  }

  @ParameterizedTest
  @MethodSource("products")
  void aFileReadOutsideStays(Product product) throws Exception {
    run(
        Jdks.newest(),
        product,
        "file",
        "input file $WORK/rates.txt\n"
            + READ
            + MADE
            + "candidates of <X>: file $WORK/rates.txt, <A>\n"
            + "candidates of <Y>: file $WORK/rates.txt, <B>\n");
  }

  @ParameterizedTest
  @MethodSource("products")
  void valuesThatCrossTransactionsRefuteTheBound(Product product) throws Exception {
    run(
        Jdks.newest(),
        product,
        "proven",
        READ
            + "input <NAMES>\n"
            + GIVEN
            + "output <NAMED>\noutput <X>\noutput <Y>\n"
            + "<NAMES> -> <NAMED> [identity]\n"
            + "<NAMES.NAME> -> <NAMED.NAME> (identity)\n"
            + "<A> -> <X> [exclusive]\n"
            + "candidates of <NAMED>: <A>, <B>\n"
            + "candidates of <Y>: <NAMES>\n");
  }

  @ParameterizedTest
  @MethodSource("products")
  void aCursorMayFeedAnotherConnection(Product product) throws Exception {
    if (product == Product.H2) {
      run(
          Jdks.newest(),
          product,
          "cursor",
          "input <A>\ninput <L>\n"
              + MADE
              + "candidates of <X>: <A>, <L>\ncandidates of <Y>: <A>, <L>\n");
    }
  }

  @ParameterizedTest
  @MethodSource("products")
  void rowsOfAnEarlierTransactionsQueryStay(Product product) throws Exception {
    if (product != Product.SQLITE) {
      run(
          Jdks.newest(),
          product,
          "held",
          READ + MADE + "candidates of <X>: <A>, <B>\n<A> -> <Y> [exclusive]\n");
    }
  }
}
