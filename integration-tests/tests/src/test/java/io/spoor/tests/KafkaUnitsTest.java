package io.spoor.tests;

import java.nio.file.Path;
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
            STOCK

            jobs.KafkaOrders.Orders.totals COMPLETE
            beneath jobs.KafkaOrders
            TOTALS
            """
                .replace("STOCK\n", UnitLineage.STOCK)
                .replace("TOTALS\n", UnitLineage.TOTALS)
                .replace("SHOP.", "h2:$WORK/db/shop PUBLIC."));
    UnitLineage.assertServed(trial.home(), 2, 150);
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
            STOCK
            """
                .replace("STOCK\n", UnitLineage.STOCK)
                .replace("TOTALS\n", UnitLineage.TOTALS)
                .replace("SHOP.", "h2:$WORK/db/shop PUBLIC."));
    UnitLineage.assertServed(trial.home(), 1, 150);
  }
}
