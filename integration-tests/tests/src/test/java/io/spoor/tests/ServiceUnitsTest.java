package io.spoor.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Requests to one entry point of a server are one run, but what one of them read is not in what
 * another one wrote.
 */
class ServiceUnitsTest {

  @TempDir private Path folder;

  private static void shop(Place place) throws Exception {
    Data.h2(place);
    ShopRows.moreOrders(place);
    try (Connection connection = DriverManager.getConnection(Data.h2Url(place, "shop"));
        Statement statement = connection.createStatement()) {
      statement.execute("create table names (name varchar(40), id int)");
      statement.execute("drop table totals");
      statement.execute("create table totals (id int, total int)");
    }
  }

  @ParameterizedTest
  @MethodSource("io.spoor.tests.Jdks#ends")
  void requestsToARealServer(Jdk jdk) throws Exception {
    Trial trial = new Trial(jdk, folder).given(ServiceUnitsTest::shop);
    trial
        .run(
            Job.of("ServesRequests", "300")
                .with("h2", "tomcat-embed-core", "tomcat-annotations-api"))
        .exits(0)
        .prints("900 answers\n")
        .recordedUnits(
            """
            jobs.ServesRequests COMPLETE

            jobs.ServesRequests.ShopServlet.GET COMPLETE
            beneath jobs.ServesRequests
            input SHOP.TOTALS

            jobs.ServesRequests.ShopServlet.POST COMPLETE
            beneath jobs.ServesRequests
            input SHOP.CUSTOMERS
            input SHOP.ORDERS
            output SHOP.NAMES
            output SHOP.STOCK
            SHOP.CUSTOMERS -> SHOP.NAMES [exclusive]
            SHOP.ORDERS -> SHOP.STOCK [exclusive]
            """
                .replace("SHOP.", "h2:$WORK/db/shop PUBLIC."));
    RecordedRun post = UnitLineage.runs(trial.home().runs().get(0)).get(1);
    JsonNode type = post.last().path("job").path("facets").path("jobType");
    assertEquals("SERVICE", type.path("jobType").asText());
    JsonNode rows = post.last().path("outputs").path(0).path("outputFacets");
    assertEquals(300, rows.path("outputStatistics").path("rowCount").asInt(), rows::toString);
  }

  @ParameterizedTest
  @MethodSource("io.spoor.tests.Jdks#ends")
  void alsoOfJakarta(Jdk jdk) throws Exception {
    Trial trial = new Trial(jdk, folder).given(Data::orders);
    trial
        .run(Job.of("AsksJakartaServlet").with("jakarta.servlet-api"))
        .exits(0)
        .recordedUnits(
            """
            jobs.AsksJakartaServlet COMPLETE

            jobs.AsksJakartaServlet.CopyServlet.POST COMPLETE
            beneath jobs.AsksJakartaServlet
            input file $WORK/in/orders.csv
            output file $WORK/out/copy.csv
            file $WORK/in/orders.csv -> file $WORK/out/copy.csv [exclusive]
            """);
  }
}
