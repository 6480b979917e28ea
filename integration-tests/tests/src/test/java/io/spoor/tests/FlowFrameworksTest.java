package io.spoor.tests;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows that a framework reads and writes, enough of them to be compared. */
class FlowFrameworksTest {

  private static final String ALL = "io.spoor.tests.Jdks#all";

  /** Rows through the job, and totals inside the database. */
  private static final String ORDERS_TO_STOCK =
      """
      jobs.%s COMPLETE
      input SHOP.CUSTOMERS
      input SHOP.ORDERS
      output SHOP.STOCK
      output SHOP.TOTALS
      SHOP.ORDERS -> SHOP.STOCK [row match]
      SHOP.ORDERS.ID -> SHOP.STOCK.ITEM (identity)
      SHOP.ORDERS.AMOUNT -> SHOP.STOCK.UNITS (identity)
      SHOP.CUSTOMERS -> SHOP.TOTALS [sql]
      SHOP.ORDERS -> SHOP.TOTALS [sql]
      SHOP.CUSTOMERS.NAME -> SHOP.TOTALS.NAME (identity)
      SHOP.ORDERS.AMOUNT -> SHOP.TOTALS.TOTAL (aggregation)
      SHOP.CUSTOMERS.ID -> SHOP.TOTALS (join)
      SHOP.ORDERS.CUSTOMER -> SHOP.TOTALS (join)
      SHOP.CUSTOMERS.NAME -> SHOP.TOTALS (group by)
      """;

  @TempDir private Path folder;

  private Trial trial(Jdk jdk, String... statements) throws Exception {
    return new Trial(jdk, folder)
        .given(
            place -> {
              Data.h2(place);
              ShopRows.moreOrders(place);
              try (Connection connection = DriverManager.getConnection(Data.h2Url(place, "shop"));
                  Statement statement = connection.createStatement()) {
                for (String sql : statements) {
                  statement.execute(sql);
                }
              }
              orders(place);
            });
  }

  /** {@code in/orders.csv}, long enough to be compared. */
  static void orders(Place place) throws IOException {
    StringBuilder orders = new StringBuilder("id,customer,amount\n");
    for (int i = 1; i <= 300; i++) {
      orders.append(i).append(",c").append(i * 7919 % 100003).append(',');
      orders.append(i * 104729 % 99991).append('\n');
    }
    Data.write(place, "in/orders.csv", orders.toString());
  }

  private static String url(Trial trial) {
    return Data.h2Url(trial.place(), "shop");
  }

  private static String shop(String lineage) {
    return lineage.replace("SHOP.", "h2:$WORK/db/shop PUBLIC.");
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void springJdbcTemplate(Jdk jdk) throws Exception {
    Trial trial = trial(jdk);
    trial
        .run(
            Job.of("SpringTemplate", url(trial))
                .with("h2", "spring-jdbc", "spring-tx", "spring-beans", "spring-core", "spring-jcl")
                .with("slf4j-api", "slf4j-nop"))
        .exits(0)
        .recorded(shop(ORDERS_TO_STOCK.formatted("SpringTemplate")));
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void myBatis(Jdk jdk) throws Exception {
    Trial trial = trial(jdk);
    trial
        .run(Job.of("MyBatisMappers", url(trial)).with("h2", "mybatis", "slf4j-api", "slf4j-nop"))
        .exits(0)
        .recorded(shop(ORDERS_TO_STOCK.formatted("MyBatisMappers")));
  }

  /** The key of an item is from a sequence. */
  @ParameterizedTest
  @MethodSource(ALL)
  void hibernate(Jdk jdk) throws Exception {
    Trial trial =
        trial(
            jdk,
            "create table items (id bigint primary key, units int)",
            "create sequence item_keys increment by 10");
    trial
        .run(
            Job.of("HibernateEntities", url(trial))
                .with("h2", "hibernate-core", "hibernate-commons-annotations", "jboss-logging")
                .with("javax.persistence-api", "jboss-transaction-api_1.2_spec", "byte-buddy")
                .with("antlr", "jandex", "classmate", "jaxb-api", "javax.activation-api")
                .with("slf4j-api", "slf4j-nop")
                .withJvm("-Dorg.jboss.logging.provider=slf4j"))
        .exits(0)
        .recorded(
            shop(
                """
                jobs.HibernateEntities COMPLETE
                input SHOP.CUSTOMERS
                input SHOP.ORDERS
                input SHOP.TOTALS
                output SHOP.ITEMS
                output SHOP.TOTALS
                SHOP.CUSTOMERS -> SHOP.TOTALS [sql]
                SHOP.ORDERS -> SHOP.TOTALS [sql]
                SHOP.CUSTOMERS.NAME -> SHOP.TOTALS.NAME (identity)
                SHOP.ORDERS.AMOUNT -> SHOP.TOTALS.TOTAL (aggregation)
                SHOP.CUSTOMERS.ID -> SHOP.TOTALS (filter)
                SHOP.ORDERS.CUSTOMER -> SHOP.TOTALS (filter)
                SHOP.CUSTOMERS.NAME -> SHOP.TOTALS (group by)
                SHOP.ORDERS -> SHOP.ITEMS [row match]
                SHOP.ORDERS.AMOUNT -> SHOP.ITEMS.UNITS (identity)
                """));
  }
}
