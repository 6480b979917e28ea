package io.spoor.tests;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Jobs that leave the JDBC to a framework. */
class FrameworksTest {

  private static final String ALL = "io.spoor.tests.Jdks#all";

  /** What nearly all of them do: rows through the job, and totals inside the database. */
  private static final String SHOP =
      """
      jobs.%s COMPLETE
      input h2:$WORK/db/shop PUBLIC.CUSTOMERS
      input h2:$WORK/db/shop PUBLIC.ORDERS
      output h2:$WORK/db/shop PUBLIC.STOCK
      output h2:$WORK/db/shop PUBLIC.TOTALS
      h2:$WORK/db/shop PUBLIC.CUSTOMERS -> h2:$WORK/db/shop PUBLIC.TOTALS [sql]
      h2:$WORK/db/shop PUBLIC.ORDERS -> h2:$WORK/db/shop PUBLIC.STOCK [exclusive]
      h2:$WORK/db/shop PUBLIC.ORDERS -> h2:$WORK/db/shop PUBLIC.TOTALS [sql]
      h2:$WORK/db/shop PUBLIC.CUSTOMERS.NAME -> h2:$WORK/db/shop PUBLIC.TOTALS.NAME (identity)
      h2:$WORK/db/shop PUBLIC.ORDERS.AMOUNT -> h2:$WORK/db/shop PUBLIC.TOTALS.TOTAL (aggregation)
      h2:$WORK/db/shop PUBLIC.CUSTOMERS.ID -> h2:$WORK/db/shop PUBLIC.TOTALS (join)
      h2:$WORK/db/shop PUBLIC.ORDERS.CUSTOMER -> h2:$WORK/db/shop PUBLIC.TOTALS (join)
      h2:$WORK/db/shop PUBLIC.CUSTOMERS.NAME -> h2:$WORK/db/shop PUBLIC.TOTALS (group by)
      """;

  @TempDir private Path folder;

  @BeforeAll
  static void sayVersions() throws Exception {
    Libraries.print(
        "frameworks",
        "spring-jdbc",
        "spring-batch-core",
        "hibernate-core",
        "mybatis",
        "jooq",
        "h2");
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void springJdbcTemplate(Jdk jdk) throws Exception {
    Trial trial = new Trial(jdk, folder).given(Data::h2);
    trial
        .run(
            Job.of("SpringTemplate", url(trial))
                .with("h2", "spring-jdbc", "spring-tx", "spring-beans", "spring-core", "spring-jcl")
                .with("slf4j-api", "slf4j-nop"))
        .exits(0)
        .prints("2 items, 2 totals, 1 changed\n")
        .recorded(SHOP.formatted("SpringTemplate"));
    Counted.in(trial)
        .rows(
            """
            input h2:$WORK/db/shop PUBLIC.CUSTOMERS
            input h2:$WORK/db/shop PUBLIC.ORDERS 2
            output h2:$WORK/db/shop PUBLIC.STOCK 2
            output h2:$WORK/db/shop PUBLIC.TOTALS 3
            """)
        .failures();
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void myBatis(Jdk jdk) throws Exception {
    Trial trial = new Trial(jdk, folder).given(Data::h2);
    trial
        .run(Job.of("MyBatisMappers", url(trial)).with("h2", "mybatis", "slf4j-api", "slf4j-nop"))
        .exits(0)
        .prints("7 rows written\n")
        .recorded(SHOP.formatted("MyBatisMappers"));
    Counted.in(trial)
        .rows(
            """
            input h2:$WORK/db/shop PUBLIC.CUSTOMERS
            input h2:$WORK/db/shop PUBLIC.ORDERS 2
            output h2:$WORK/db/shop PUBLIC.STOCK 4
            output h2:$WORK/db/shop PUBLIC.TOTALS 3
            """)
        .failures();
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void jooq(Jdk jdk) throws Exception {
    Trial trial = new Trial(jdk, folder).given(Data::h2);
    trial
        .run(
            Job.of("JooqQueries", url(trial))
                .with("h2", "jooq", "reactive-streams", "jaxb-api", "slf4j-api", "slf4j-nop"))
        .exits(0)
        .prints("9 rows written\n")
        .recorded(SHOP.formatted("JooqQueries"));
    Counted.in(trial)
        .rows(
            """
            input h2:$WORK/db/shop PUBLIC.CUSTOMERS
            input h2:$WORK/db/shop PUBLIC.ORDERS 2
            output h2:$WORK/db/shop PUBLIC.STOCK 6
            output h2:$WORK/db/shop PUBLIC.TOTALS 3
            """)
        .failures();
  }

  /**
   * The total that is changed was read before, as every entity is; its new value comes from the old
   * one, which is not told of a table and itself.
   */
  @ParameterizedTest
  @MethodSource(ALL)
  void hibernate(Jdk jdk) throws Exception {
    Trial trial =
        new Trial(jdk, folder)
            .given(
                place -> {
                  Data.h2(place);
                  more(
                      place,
                      "create table items (id bigint primary key, units int)",
                      "create sequence item_keys increment by 10");
                });
    trial
        .run(
            Job.of("HibernateEntities", url(trial))
                .with("h2", "hibernate-core", "hibernate-commons-annotations", "jboss-logging")
                .with("javax.persistence-api", "jboss-transaction-api_1.2_spec", "byte-buddy")
                .with("antlr", "jandex", "classmate", "jaxb-api", "javax.activation-api")
                .with("slf4j-api", "slf4j-nop")
                .withJvm("-Dorg.jboss.logging.provider=slf4j"))
        .exits(0)
        .prints("2 items, 2 totals, 1 changed\n")
        .recorded(
            """
            jobs.HibernateEntities COMPLETE
            input h2:$WORK/db/shop PUBLIC.CUSTOMERS
            input h2:$WORK/db/shop PUBLIC.ORDERS
            input h2:$WORK/db/shop PUBLIC.TOTALS
            output h2:$WORK/db/shop PUBLIC.ITEMS
            output h2:$WORK/db/shop PUBLIC.TOTALS
            h2:$WORK/db/shop PUBLIC.CUSTOMERS -> h2:$WORK/db/shop PUBLIC.TOTALS [sql]
            h2:$WORK/db/shop PUBLIC.ORDERS -> h2:$WORK/db/shop PUBLIC.ITEMS [exclusive]
            h2:$WORK/db/shop PUBLIC.ORDERS -> h2:$WORK/db/shop PUBLIC.TOTALS [sql]
            h2:$WORK/db/shop PUBLIC.CUSTOMERS.NAME -> h2:$WORK/db/shop PUBLIC.TOTALS.NAME (identity)
            h2:$WORK/db/shop PUBLIC.ORDERS.AMOUNT -> h2:$WORK/db/shop PUBLIC.TOTALS.TOTAL (aggregation)
            h2:$WORK/db/shop PUBLIC.CUSTOMERS.ID -> h2:$WORK/db/shop PUBLIC.TOTALS (filter)
            h2:$WORK/db/shop PUBLIC.ORDERS.CUSTOMER -> h2:$WORK/db/shop PUBLIC.TOTALS (filter)
            h2:$WORK/db/shop PUBLIC.CUSTOMERS.NAME -> h2:$WORK/db/shop PUBLIC.TOTALS (group by)
            """);
    Counted.in(trial)
        .rows(
            """
            input h2:$WORK/db/shop PUBLIC.CUSTOMERS
            input h2:$WORK/db/shop PUBLIC.ORDERS 2
            input h2:$WORK/db/shop PUBLIC.TOTALS 1
            output h2:$WORK/db/shop PUBLIC.ITEMS 2
            output h2:$WORK/db/shop PUBLIC.TOTALS 3
            """)
        .failures();
  }

  private static String url(Trial trial) {
    return Data.h2Url(trial.place(), "shop");
  }

  private static void more(Place place, String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection(Data.h2Url(place, "shop"));
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
