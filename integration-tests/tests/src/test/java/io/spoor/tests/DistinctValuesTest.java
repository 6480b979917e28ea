package io.spoor.tests;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The different values of a column: no row tells where they are from, only that all of them are
 * there. Sales are so many that a few rows of a hundred are looked at.
 */
class DistinctValuesTest {

  private static final String ENDS = "io.spoor.tests.Jdks#ends";

  @TempDir private Path folder;

  private void recorded(Jdk jdk, String way, int sales, int buyers, String lineage)
      throws Exception {
    new Trial(jdk, folder)
        .given(place -> make(place, sales, buyers))
        .run(Job.of("DistinctValues", way).with("h2"))
        .exits(0)
        .recorded(lineage.replace("SHOP.", "h2:$WORK/db/shop PUBLIC."));
  }

  private static void make(Place place, int sales, int count) throws Exception {
    ShopRows.make(place);
    Random random = new Random(11);
    List<String> buyers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      buyers.add("user" + random.nextInt(1000000) + "@example.org");
    }
    StringBuilder visits = new StringBuilder("day,mail,pages\n");
    try (Connection shop = DriverManager.getConnection(Data.h2Url(place, "shop"));
        Statement statement = shop.createStatement()) {
      statement.execute(
          "create table sales (id int primary key, buyer varchar(40), units int, amount dec(9,2))");
      statement.execute("create table returns (id int primary key, buyer varchar(40))");
      statement.execute("create table buyers (number int, mail varchar(40))");
      statement.execute("create table stage (id int, buyer varchar(40), amount dec(9,2))");
      shop.setAutoCommit(false);
      try (PreparedStatement sale = shop.prepareStatement("insert into sales values (?, ?, ?, ?)");
          PreparedStatement back = shop.prepareStatement("insert into returns values (?, ?)")) {
        for (int i = 0; i < sales; i++) {
          // Each buys something.
          int left = sales - i;
          String buyer = buyers.get(left <= count ? left - 1 : random.nextInt(count));
          sale.setInt(1, i + 1);
          sale.setString(2, buyer);
          sale.setInt(3, 1 + random.nextInt(100));
          sale.setBigDecimal(4, BigDecimal.valueOf(1 + random.nextInt(100000), 2));
          sale.addBatch();
          back.setInt(1, i + 1);
          back.setString(2, buyer);
          back.addBatch();
          visits.append("2024-01-").append(10 + i % 20).append(',').append(buyer);
          visits.append(',').append(random.nextInt(1000)).append('\n');
        }
        sale.executeBatch();
        back.executeBatch();
      }
      shop.commit();
    }
    Data.write(place, "in/visits.csv", visits.toString());
  }

  @ParameterizedTest
  @MethodSource(ENDS)
  void ofATableToAFile(Jdk jdk) throws Exception {
    recorded(
        jdk,
        "tableToFile",
        6_000,
        400,
        """
        jobs.DistinctValues COMPLETE
        input SHOP.SALES
        input SHOP.SUPPLIERS
        output file $WORK/out/buyers.csv
        SHOP.SALES -> file $WORK/out/buyers.csv [containment]
        SHOP.SALES.BUYER -> file $WORK/out/buyers.csv.mail (identity)
        SHOP.SALES.BUYER -> file $WORK/out/buyers.csv (group by)
        """);
  }

  /** The numbers of the rows come from nowhere. */
  @ParameterizedTest
  @MethodSource(ENDS)
  void ofAFileToATable(Jdk jdk) throws Exception {
    recorded(
        jdk,
        "fileToTable",
        1_500,
        400,
        """
        jobs.DistinctValues COMPLETE
        input file $WORK/in/visits.csv
        input SHOP.SUPPLIERS
        output SHOP.BUYERS
        file $WORK/in/visits.csv -> SHOP.BUYERS [containment]
        file $WORK/in/visits.csv.mail -> SHOP.BUYERS.MAIL (identity)
        file $WORK/in/visits.csv.mail -> SHOP.BUYERS (group by)
        candidates of SHOP.BUYERS: SHOP.SUPPLIERS
        """);
  }

  @ParameterizedTest
  @MethodSource(ENDS)
  void ofRowsWithoutAKey(Jdk jdk) throws Exception {
    recorded(
        jdk,
        "withoutKey",
        6_000,
        400,
        """
        jobs.DistinctValues COMPLETE
        input SHOP.SALES
        input SHOP.SUPPLIERS
        output SHOP.BUYERS
        SHOP.SALES -> SHOP.BUYERS [containment]
        SHOP.SALES.BUYER -> SHOP.BUYERS.MAIL (identity)
        SHOP.SALES.BUYER -> SHOP.BUYERS (group by)
        candidates of SHOP.BUYERS: SHOP.SUPPLIERS
        """);
  }

  /** Something has decided which, and may have been any of the others. */
  @ParameterizedTest
  @MethodSource(ENDS)
  void someOfThem(Jdk jdk) throws Exception {
    recorded(
        jdk,
        "some",
        900,
        60,
        """
        jobs.DistinctValues COMPLETE
        input SHOP.SALES
        input SHOP.SUPPLIERS
        output SHOP.BUYERS
        SHOP.SALES -> SHOP.BUYERS [containment]
        SHOP.SALES.BUYER -> SHOP.BUYERS.MAIL (identity)
        candidates of SHOP.BUYERS: SHOP.SUPPLIERS
        """);
  }

  @ParameterizedTest
  @MethodSource(ENDS)
  void thatTwoTablesHave(Jdk jdk) throws Exception {
    recorded(
        jdk,
        "ofOneOfTwo",
        1_500,
        400,
        """
        jobs.DistinctValues COMPLETE
        input SHOP.RETURNS
        input SHOP.SALES
        input SHOP.SUPPLIERS
        output SHOP.BUYERS
        candidates of SHOP.BUYERS: SHOP.RETURNS, SHOP.SALES, SHOP.SUPPLIERS
        """);
  }

  /** Any column of amounts has these. */
  @ParameterizedTest
  @MethodSource(ENDS)
  void smallNumbers(Jdk jdk) throws Exception {
    recorded(
        jdk,
        "numbers",
        1_500,
        400,
        """
        jobs.DistinctValues COMPLETE
        input SHOP.SALES
        input SHOP.SUPPLIERS
        output SHOP.BUYERS
        candidates of SHOP.BUYERS: SHOP.SALES, SHOP.SUPPLIERS
        """);
  }

  @ParameterizedTest
  @MethodSource(ENDS)
  void ofACopyMadeBefore(Jdk jdk) throws Exception {
    recorded(
        jdk,
        "staged",
        1_500,
        400,
        """
        jobs.DistinctValues COMPLETE
        input SHOP.SALES
        input SHOP.STAGE
        input SHOP.SUPPLIERS
        output SHOP.BUYERS
        output SHOP.STAGE
        SHOP.SALES -> SHOP.STAGE [identity]
        SHOP.SALES.AMOUNT -> SHOP.STAGE.AMOUNT (identity)
        SHOP.SALES.BUYER -> SHOP.STAGE.BUYER (identity)
        SHOP.SALES.ID -> SHOP.STAGE.ID (identity)
        SHOP.STAGE -> SHOP.BUYERS [containment]
        SHOP.STAGE.BUYER -> SHOP.BUYERS.MAIL (identity)
        SHOP.STAGE.BUYER -> SHOP.BUYERS (group by)
        candidates of SHOP.BUYERS: SHOP.SALES, SHOP.SUPPLIERS
        """);
  }
}
