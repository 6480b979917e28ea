package io.spoor.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Flows through Java code that only the rows themselves show. */
class RowMatchTest {

  private static final String ALL = "io.spoor.tests.Jdks#all";

  @TempDir private Path folder;

  private void recorded(Jdk jdk, String way, String lineage) throws Exception {
    Job setup = Job.of("RowShapes", "setup").with("h2");
    new Trial(jdk, folder)
        .given(
            place -> {
              Outcome outcome = setup.start(jdk, place, null).await();
              assertEquals(0, outcome.exit(), outcome::toString);
            })
        .run(Job.of("RowShapes", way).with("h2"))
        .exits(0)
        .recorded(lineage.replace("SHOP.", "h2:$WORK/db/shop PUBLIC."));
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void rowByRow(Jdk jdk) throws Exception {
    recorded(
        jdk,
        "stream",
        """
        jobs.RowShapes COMPLETE
        input SHOP.CUSTOMERS
        input SHOP.SUPPLIERS
        output SHOP.COPIES
        SHOP.CUSTOMERS -> SHOP.COPIES [identity]
        SHOP.CUSTOMERS.ID -> SHOP.COPIES.ID (identity)
        SHOP.CUSTOMERS.CREDIT -> SHOP.COPIES.LIMIT_ (identity)
        SHOP.CUSTOMERS.EMAIL -> SHOP.COPIES.MAIL (identity)
        SHOP.CUSTOMERS.CITY -> SHOP.COPIES.TOWN (identity)
        """);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void inMemoryAndInAnotherOrder(Jdk jdk) throws Exception {
    recorded(
        jdk,
        "shuffle",
        """
        jobs.RowShapes COMPLETE
        input SHOP.CUSTOMERS
        input SHOP.SUPPLIERS
        output SHOP.COPIES
        SHOP.CUSTOMERS -> SHOP.COPIES [row match]
        SHOP.CUSTOMERS.ID -> SHOP.COPIES.ID (identity)
        SHOP.CUSTOMERS.CREDIT -> SHOP.COPIES.LIMIT_ (identity)
        SHOP.CUSTOMERS.EMAIL -> SHOP.COPIES.MAIL (identity)
        """);
  }

  /** A constant comes from nowhere. */
  @ParameterizedTest
  @MethodSource(ALL)
  void columnsByLabel(Jdk jdk) throws Exception {
    recorded(
        jdk,
        "labels",
        """
        jobs.RowShapes COMPLETE
        input SHOP.CUSTOMERS
        input SHOP.SUPPLIERS
        output SHOP.COPIES
        SHOP.CUSTOMERS -> SHOP.COPIES [identity]
        SHOP.CUSTOMERS.EMAIL -> SHOP.COPIES.MAIL (identity)
        """);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void joinInMemory(Jdk jdk) throws Exception {
    recorded(
        jdk,
        "join",
        """
        jobs.RowShapes COMPLETE
        input SHOP.CUSTOMERS
        input SHOP.ORDERS
        input SHOP.SUPPLIERS
        output SHOP.BILLS
        SHOP.CUSTOMERS -> SHOP.BILLS [identity]
        SHOP.CUSTOMERS.EMAIL -> SHOP.BILLS.MAIL (identity)
        SHOP.ORDERS -> SHOP.BILLS [identity]
        SHOP.ORDERS.AMOUNT -> SHOP.BILLS.AMOUNT (identity)
        SHOP.ORDERS.ITEM -> SHOP.BILLS.ITEM (identity)
        SHOP.ORDERS.ID -> SHOP.BILLS.NUMBER (identity)
        """);
  }

  /**
   * A count of the rows would be the same numbers as ORDERS.ID: nothing is told of BILLS.NUMBER.
   */
  @ParameterizedTest
  @MethodSource(ALL)
  void twoFlowsInOneLoop(Jdk jdk) throws Exception {
    recorded(
        jdk,
        "interleave",
        """
        jobs.RowShapes COMPLETE
        input SHOP.CUSTOMERS
        input SHOP.ORDERS
        output SHOP.BILLS
        output SHOP.COPIES
        SHOP.ORDERS -> SHOP.BILLS [identity]
        SHOP.ORDERS.AMOUNT -> SHOP.BILLS.AMOUNT (identity)
        SHOP.ORDERS.ITEM -> SHOP.BILLS.ITEM (identity)
        SHOP.CUSTOMERS -> SHOP.COPIES [identity]
        SHOP.CUSTOMERS.ID -> SHOP.COPIES.ID (identity)
        SHOP.CUSTOMERS.EMAIL -> SHOP.COPIES.MAIL (identity)
        """);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void unionOfTwo(Jdk jdk) throws Exception {
    recorded(
        jdk,
        "union",
        """
        jobs.RowShapes COMPLETE
        input SHOP.CUSTOMERS
        input SHOP.SUPPLIERS
        output SHOP.CONTACTS
        SHOP.CUSTOMERS -> SHOP.CONTACTS [identity]
        SHOP.CUSTOMERS.EMAIL -> SHOP.CONTACTS.ADDRESS (identity)
        SHOP.CUSTOMERS.CITY -> SHOP.CONTACTS.PLACE (identity)
        SHOP.SUPPLIERS -> SHOP.CONTACTS [identity]
        SHOP.SUPPLIERS.PHONE -> SHOP.CONTACTS.ADDRESS (identity)
        SHOP.SUPPLIERS.NAME -> SHOP.CONTACTS.PLACE (identity)
        """);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void fromFileToTable(Jdk jdk) throws Exception {
    recorded(
        jdk,
        "csvToTable",
        """
        jobs.RowShapes COMPLETE
        input file $WORK/in/stock.csv
        input SHOP.SUPPLIERS
        output SHOP.BILLS
        file $WORK/in/stock.csv -> SHOP.BILLS [row match]
        file $WORK/in/stock.csv.item -> SHOP.BILLS.ITEM (identity)
        file $WORK/in/stock.csv.price -> SHOP.BILLS.AMOUNT (identity)
        file $WORK/in/stock.csv.units -> SHOP.BILLS.NUMBER (identity)
        """);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void fromTableToFile(Jdk jdk) throws Exception {
    recorded(
        jdk,
        "tableToCsv",
        """
        jobs.RowShapes COMPLETE
        input SHOP.CUSTOMERS
        input SHOP.SUPPLIERS
        output file $WORK/out/customers.csv
        SHOP.CUSTOMERS -> file $WORK/out/customers.csv [row match]
        SHOP.CUSTOMERS.CREDIT -> file $WORK/out/customers.csv.credit (identity)
        SHOP.CUSTOMERS.EMAIL -> file $WORK/out/customers.csv.mail (identity)
        SHOP.CUSTOMERS.ID -> file $WORK/out/customers.csv.no (identity)
        """);
  }

  /** All are numbered from one: that is no evidence. */
  @ParameterizedTest
  @MethodSource(ALL)
  void numbersThatFollowOneAnother(Jdk jdk) throws Exception {
    recorded(
        jdk,
        "numbers",
        """
        jobs.RowShapes COMPLETE
        input SHOP.CUSTOMERS
        input SHOP.SUPPLIERS
        output SHOP.NUMBERS
        candidates of SHOP.NUMBERS: SHOP.CUSTOMERS, SHOP.SUPPLIERS
        """);
  }
}
