package io.spoor.tests;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Messages to one listener are one run beneath the JVM's. */
class JmsUnitsTest {

  private static final String[] JAVAX = {
    "activemq-broker",
    "activemq-client",
    "geronimo-j2ee-management_1.1_spec",
    "javax.jms-api",
    "spring-jms",
    "spring-messaging",
    "spring-tx",
  };

  private static final String[] JAKARTA = {
    "activemq-broker-6.1.6.jar",
    "activemq-client-6.1.6.jar",
    "jakarta.jms-api",
    "spring-jms-6.2.8.jar",
    "spring-messaging-6.2.8.jar",
    "spring-tx-6.2.8.jar",
  };

  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource("io.spoor.tests.Jdks#all")
  void messagesOfARealBroker(Jdk jdk) throws Exception {
    records(jdk, SpringJars.FIVE, JAVAX, "javax", "Customers");
  }

  @ParameterizedTest
  @MethodSource("io.spoor.tests.SpringJars#jdksOfSix")
  void alsoOfJakarta(Jdk jdk) throws Exception {
    records(jdk, SpringJars.SIX, JAKARTA, "jakarta", "JakartaCustomers");
  }

  private void records(Jdk jdk, String[] spring, String[] broker, String api, String listener)
      throws Exception {
    Trial trial = new Trial(jdk, folder).given(Data::h2);
    String url = Data.h2Url(trial.place(), "shop");
    trial
        .run(
            Job.of("JmsOrders", url, "150", api)
                .with(spring)
                .with(broker)
                .with("h2", "hawtbuf", "slf4j-api", "slf4j-nop"))
        .exits(0)
        .prints("done\n")
        .recordedUnits(
            """
            jobs.JmsOrders COMPLETE

            jobs.JmsOrders.Orders.stock COMPLETE
            beneath jobs.JmsOrders
            STOCK

            jobs.JmsOrders.%s COMPLETE
            beneath jobs.JmsOrders
            TOTALS
            """
                .formatted(listener)
                .replace("STOCK\n", UnitLineage.STOCK)
                .replace("TOTALS\n", UnitLineage.TOTALS)
                .replace("SHOP.", "h2:$WORK/db/shop PUBLIC."));
    UnitLineage.assertServed(trial.home(), 2, 150);
  }

  @ParameterizedTest
  @MethodSource("io.spoor.tests.Jdks#all")
  void listenersOfConsumers(Jdk jdk) throws Exception {
    listens(jdk, JAVAX, "javax", "Customers");
  }

  @ParameterizedTest
  @MethodSource("io.spoor.tests.SpringJars#jdksOfSix")
  void alsoOfJakartasConsumers(Jdk jdk) throws Exception {
    listens(jdk, JAKARTA, "jakarta", "JakartaCustomers");
  }

  private void listens(Jdk jdk, String[] broker, String api, String listener) throws Exception {
    Trial trial = new Trial(jdk, folder).given(Data::h2);
    String url = Data.h2Url(trial.place(), "shop");
    // The job's class has methods with the types of both.
    String other = api.equals("javax") ? "jakarta.jms-api" : "javax.jms-api";
    trial
        .run(
            Job.of("JmsListeners", url, "150", api)
                .with(broker)
                .with(other, "h2", "hawtbuf", "slf4j-api", "slf4j-nop"))
        .exits(0)
        .prints("done\n")
        .recordedUnits(
            """
            jobs.JmsListeners COMPLETE
            STOCK

            jobs.JmsListeners.%s COMPLETE
            beneath jobs.JmsListeners
            TOTALS
            """
                .formatted(listener)
                .replace("STOCK\n", UnitLineage.STOCK)
                .replace("TOTALS\n", UnitLineage.TOTALS)
                .replace("SHOP.", "h2:$WORK/db/shop PUBLIC."));
    UnitLineage.assertServed(trial.home(), 1, 150);
  }
}
