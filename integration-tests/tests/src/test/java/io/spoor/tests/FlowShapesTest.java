package io.spoor.tests;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows on their way between threads, over several outputs, put together, changed in place. */
class FlowShapesTest {

  private static final String ALL = "io.spoor.tests.Jdks#all";

  @TempDir private Path folder;

  private void recorded(Jdk jdk, String job, String way, String lineage) throws Exception {
    new Trial(jdk, folder)
        .given(
            place -> {
              ShopRows.make(place);
              if (way.equals("updateFromFile")) {
                ShopRows.copies(place);
              }
            })
        .run(Job.of(job, way).with("h2"))
        .exits(0)
        .recorded(lineage.replace("SHOP.", "h2:$WORK/db/shop PUBLIC."));
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void queueToAWriter(Jdk jdk) throws Exception {
    recorded(
        jdk,
        "FlowThreads",
        "queue",
        """
        jobs.FlowThreads COMPLETE
        input SHOP.CUSTOMERS
        input SHOP.SUPPLIERS
        output SHOP.COPIES
        SHOP.CUSTOMERS -> SHOP.COPIES [identity]
        SHOP.CUSTOMERS.ID -> SHOP.COPIES.ID (identity)
        SHOP.CUSTOMERS.EMAIL -> SHOP.COPIES.MAIL (identity)
        SHOP.CUSTOMERS.CREDIT -> SHOP.COPIES.LIMIT_ (identity)
        """);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void twoFlowsOnAPool(Jdk jdk) throws Exception {
    recorded(
        jdk,
        "FlowThreads",
        "pool",
        """
        jobs.FlowThreads COMPLETE
        input SHOP.CUSTOMERS
        input SHOP.ORDERS
        input SHOP.SUPPLIERS
        output SHOP.BILLS
        output SHOP.COPIES
        SHOP.ORDERS -> SHOP.BILLS [identity]
        SHOP.ORDERS.AMOUNT -> SHOP.BILLS.AMOUNT (identity)
        SHOP.ORDERS.ITEM -> SHOP.BILLS.ITEM (identity)
        SHOP.ORDERS.CUSTOMER_ID -> SHOP.BILLS.NUMBER (identity)
        SHOP.CUSTOMERS -> SHOP.COPIES [identity]
        SHOP.CUSTOMERS.ID -> SHOP.COPIES.ID (identity)
        SHOP.CUSTOMERS.EMAIL -> SHOP.COPIES.MAIL (identity)
        SHOP.CUSTOMERS.CREDIT -> SHOP.COPIES.LIMIT_ (identity)
        """);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void twoChainsOfFutures(Jdk jdk) throws Exception {
    recorded(
        jdk,
        "FlowThreads",
        "future",
        """
        jobs.FlowThreads COMPLETE
        input SHOP.CUSTOMERS
        input SHOP.ORDERS
        input SHOP.SUPPLIERS
        output SHOP.BILLS
        output SHOP.COPIES
        SHOP.ORDERS -> SHOP.BILLS [identity]
        SHOP.ORDERS.AMOUNT -> SHOP.BILLS.AMOUNT (identity)
        SHOP.ORDERS.ITEM -> SHOP.BILLS.ITEM (identity)
        SHOP.ORDERS.CUSTOMER_ID -> SHOP.BILLS.NUMBER (identity)
        SHOP.CUSTOMERS -> SHOP.COPIES [identity]
        SHOP.CUSTOMERS.ID -> SHOP.COPIES.ID (identity)
        SHOP.CUSTOMERS.EMAIL -> SHOP.COPIES.MAIL (identity)
        SHOP.CUSTOMERS.CREDIT -> SHOP.COPIES.LIMIT_ (identity)
        """);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void parallelStream(Jdk jdk) throws Exception {
    recorded(
        jdk,
        "FlowThreads",
        "parallelStream",
        """
        jobs.FlowThreads COMPLETE
        input SHOP.CUSTOMERS
        input SHOP.SUPPLIERS
        output SHOP.COPIES
        SHOP.CUSTOMERS -> SHOP.COPIES [identity]
        SHOP.CUSTOMERS.ID -> SHOP.COPIES.ID (identity)
        SHOP.CUSTOMERS.EMAIL -> SHOP.COPIES.MAIL (identity)
        SHOP.CUSTOMERS.CREDIT -> SHOP.COPIES.LIMIT_ (identity)
        """);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void aQueryForEachRow(Jdk jdk) throws Exception {
    recorded(
        jdk,
        "FlowShapes",
        "queryForEach",
        """
        jobs.FlowShapes COMPLETE
        input SHOP.CUSTOMERS
        input SHOP.ORDERS
        input SHOP.SUPPLIERS
        output SHOP.BILLS
        SHOP.CUSTOMERS -> SHOP.BILLS [identity]
        SHOP.CUSTOMERS.EMAIL -> SHOP.BILLS.MAIL (identity)
        SHOP.ORDERS -> SHOP.BILLS [identity]
        SHOP.ORDERS.AMOUNT -> SHOP.BILLS.AMOUNT (identity)
        SHOP.ORDERS.ITEM -> SHOP.BILLS.ITEM (identity)
        """);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void updateFromAFile(Jdk jdk) throws Exception {
    recorded(
        jdk,
        "FlowShapes",
        "updateFromFile",
        """
        jobs.FlowShapes COMPLETE
        input file $WORK/in/limits.csv
        input SHOP.SUPPLIERS
        output SHOP.COPIES
        file $WORK/in/limits.csv -> SHOP.COPIES [row match]
        file $WORK/in/limits.csv.credit_limit -> SHOP.COPIES.LIMIT_ (identity)
        """);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void twoOutputsOfTheSameRows(Jdk jdk) throws Exception {
    recorded(
        jdk,
        "FlowShapes",
        "fanOut",
        """
        jobs.FlowShapes COMPLETE
        input SHOP.CUSTOMERS
        input SHOP.SUPPLIERS
        output SHOP.CONTACTS
        output SHOP.COPIES
        SHOP.CUSTOMERS -> SHOP.CONTACTS [identity]
        SHOP.CUSTOMERS.EMAIL -> SHOP.CONTACTS.ADDRESS (identity)
        SHOP.CUSTOMERS.CITY -> SHOP.CONTACTS.PLACE (identity)
        SHOP.CUSTOMERS -> SHOP.COPIES [identity]
        SHOP.CUSTOMERS.ID -> SHOP.COPIES.ID (identity)
        SHOP.CUSTOMERS.CREDIT -> SHOP.COPIES.LIMIT_ (identity)
        SHOP.CUSTOMERS.EMAIL -> SHOP.COPIES.MAIL (identity)
        """);
  }

  /** The few groups are too large for one to be kept whole: CREDIT, twice, is not told. */
  @ParameterizedTest
  @MethodSource(ALL)
  void aggregatedInMemory(Jdk jdk) throws Exception {
    recorded(
        jdk,
        "FlowShapes",
        "aggregate",
        """
        jobs.FlowShapes COMPLETE
        input SHOP.CUSTOMERS
        input SHOP.SUPPLIERS
        output SHOP.TOTALS
        SHOP.CUSTOMERS -> SHOP.TOTALS [identity]
        SHOP.CUSTOMERS.CITY -> SHOP.TOTALS.TOWN (identity)
        candidates of SHOP.TOTALS: SHOP.SUPPLIERS
        """);
  }

  /** What lies in the folder for temporary files and is gone at the end is looked through. */
  @ParameterizedTest
  @MethodSource(ALL)
  void overATemporaryFile(Jdk jdk) throws Exception {
    recorded(
        jdk,
        "FlowShapes",
        "temporaryFile",
        """
        jobs.FlowShapes COMPLETE
        input SHOP.CUSTOMERS
        input SHOP.SUPPLIERS
        output SHOP.COPIES
        SHOP.CUSTOMERS -> SHOP.COPIES [row match]
        SHOP.CUSTOMERS.ID -> SHOP.COPIES.ID (identity)
        SHOP.CUSTOMERS.CREDIT -> SHOP.COPIES.LIMIT_ (identity)
        SHOP.CUSTOMERS.EMAIL -> SHOP.COPIES.MAIL (identity)
        """);
  }

  /** Both have the rows: the last hop is the way. */
  @ParameterizedTest
  @MethodSource(ALL)
  void overAFileThatStays(Jdk jdk) throws Exception {
    recorded(
        jdk,
        "FlowShapes",
        "stagedFile",
        """
        jobs.FlowShapes COMPLETE
        input file $WORK/out/stage.csv
        input SHOP.CUSTOMERS
        input SHOP.SUPPLIERS
        output file $WORK/out/stage.csv
        output SHOP.COPIES
        SHOP.CUSTOMERS -> file $WORK/out/stage.csv [row match]
        SHOP.CUSTOMERS.ID -> file $WORK/out/stage.csv.id (identity)
        SHOP.CUSTOMERS.CREDIT -> file $WORK/out/stage.csv.credit (identity)
        SHOP.CUSTOMERS.EMAIL -> file $WORK/out/stage.csv.mail (identity)
        file $WORK/out/stage.csv -> SHOP.COPIES [row match]
        file $WORK/out/stage.csv.id -> SHOP.COPIES.ID (identity)
        file $WORK/out/stage.csv.credit -> SHOP.COPIES.LIMIT_ (identity)
        file $WORK/out/stage.csv.mail -> SHOP.COPIES.MAIL (identity)
        """);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void anotherTypeAMaskAndAConstant(Jdk jdk) throws Exception {
    recorded(
        jdk,
        "FlowShapes",
        "changed",
        """
        jobs.FlowShapes COMPLETE
        input SHOP.CUSTOMERS
        input SHOP.SUPPLIERS
        output SHOP.COPIES
        SHOP.CUSTOMERS -> SHOP.COPIES [row match]
        SHOP.CUSTOMERS.ID -> SHOP.COPIES.ID (identity)
        SHOP.CUSTOMERS.CREDIT -> SHOP.COPIES.LIMIT_ (identity)
        SHOP.CUSTOMERS.EMAIL -> SHOP.COPIES.MAIL (transformation)
        """);
  }
}
