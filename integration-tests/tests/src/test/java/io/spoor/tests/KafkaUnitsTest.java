package io.spoor.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Records that one method listens to are one run beneath the JVM's. */
class KafkaUnitsTest {

  private static final String[] KAFKA = {
    "kafka-clients",
    "slf4j-api",
    "slf4j-nop",
    "spring-kafka",
    "spring-messaging",
    "spring-retry",
    "spring-tx",
  };

  @TempDir private static Path place;
  private static KafkaServer server;

  @TempDir private Path folder;

  @BeforeAll
  static void start() throws Exception {
    server = new KafkaServer(place);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @MethodSource("io.spoor.tests.Jdks#all")
  void recordsOfARealServer(Jdk jdk) throws Exception {
    Trial trial = new Trial(jdk, folder).given(Data::h2);
    String url = Data.h2Url(trial.place(), "shop");
    String shop = "shop" + jdk.feature();
    trial
        .run(
            Job.of("KafkaOrders", url, "150", server.address(), shop)
                .with("h2")
                .with(SpringJars.FIVE)
                .with(KAFKA))
        .exits(0)
        .prints("done\n")
        .recordedUnits(
            """
            jobs.KafkaOrders COMPLETE

            jobs.KafkaOrders.Orders.stock COMPLETE
            beneath jobs.KafkaOrders
            input SHOP.ORDERS
            output SHOP.STOCK
            SHOP.ORDERS -> SHOP.STOCK [sql]
            SHOP.ORDERS.ID -> SHOP.STOCK (filter)
            SHOP.ORDERS.ID -> SHOP.STOCK.ITEM (identity)
            SHOP.ORDERS.AMOUNT -> SHOP.STOCK.UNITS (identity)

            jobs.KafkaOrders.Orders.totals COMPLETE
            beneath jobs.KafkaOrders
            input SHOP.CUSTOMERS
            output SHOP.TOTALS
            SHOP.CUSTOMERS -> SHOP.TOTALS [sql]
            SHOP.CUSTOMERS.ID -> SHOP.TOTALS (filter)
            SHOP.CUSTOMERS.NAME -> SHOP.TOTALS.NAME (identity)
            SHOP.CUSTOMERS.ID -> SHOP.TOTALS.TOTAL (identity)
            """
                .replace("SHOP.", "h2:$WORK/db/shop PUBLIC."));
    are150(trial, 2);
  }

  @ParameterizedTest
  @MethodSource("io.spoor.tests.Jdks#all")
  void aClassThatListens(Jdk jdk) throws Exception {
    Trial trial = new Trial(jdk, folder).given(Data::h2);
    String url = Data.h2Url(trial.place(), "shop");
    trial
        .run(
            Job.of("KafkaHandlers", url, "150", server.address(), "handled" + jdk.feature())
                .with("h2")
                .with(SpringJars.FIVE)
                .with(KAFKA))
        .exits(0)
        .prints("done\n")
        .recordedUnits(
            """
            jobs.KafkaHandlers COMPLETE

            jobs.KafkaHandlers.Orders COMPLETE
            beneath jobs.KafkaHandlers
            input SHOP.ORDERS
            output SHOP.STOCK
            SHOP.ORDERS -> SHOP.STOCK [sql]
            SHOP.ORDERS.ID -> SHOP.STOCK (filter)
            SHOP.ORDERS.ID -> SHOP.STOCK.ITEM (identity)
            SHOP.ORDERS.AMOUNT -> SHOP.STOCK.UNITS (identity)
            """
                .replace("SHOP.", "h2:$WORK/db/shop PUBLIC."));
    are150(trial, 1);
  }

  private static void are150(Trial trial, int units) throws Exception {
    List<RecordedRun> runs = UnitLineage.runs(trial.home().runs().get(0));
    for (RecordedRun run : runs.subList(1, 1 + units)) {
      JsonNode type = run.last().path("job").path("facets").path("jobType");
      assertEquals("SERVICE", type.path("jobType").asText());
      JsonNode rows = run.last().path("outputs").path(0).path("outputFacets");
      assertEquals(150, rows.path("outputStatistics").path("rowCount").asInt(), rows::toString);
    }
  }
}
