package io.spoor.tests;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each fire of a job of Quartz is a run beneath the JVM's. */
class QuartzUnitsTest {

  private static final String TOTALS =
      """
      jobs.QuartzFires.totals COMPLETE
      beneath jobs.QuartzFires
      input SHOP.CUSTOMERS
      output SHOP.TOTALS
      SHOP.CUSTOMERS -> SHOP.TOTALS [sql]
      SHOP.CUSTOMERS.NAME -> SHOP.TOTALS.NAME (identity)
      SHOP.CUSTOMERS.ID -> SHOP.TOTALS.TOTAL (identity)
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource("io.spoor.tests.Jdks#ends")
  void eachFireIsARun(Jdk jdk) throws Exception {
    Trial trial = new Trial(jdk, folder).given(Data::h2);
    String url = Data.h2Url(trial.place(), "shop");
    trial
        .run(Job.of("QuartzFires", url).with("h2", "quartz", "slf4j-api", "slf4j-nop"))
        .exits(0)
        .prints("done\n")
        .hides("no secret")
        .recordedUnits(
            String.join(
                    "\n",
                    "jobs.QuartzFires COMPLETE\n",
                    TOTALS,
                    TOTALS,
                    """
                    jobs.QuartzFires.copies FAIL
                    beneath jobs.QuartzFires
                    input SHOP.ORDERS
                    output SHOP.STOCK
                    SHOP.ORDERS -> SHOP.STOCK [sql]
                    SHOP.ORDERS.ID -> SHOP.STOCK.ITEM (identity)
                    SHOP.ORDERS.AMOUNT -> SHOP.STOCK.UNITS (identity)
                    """)
                .replace("SHOP.", "h2:$WORK/db/shop PUBLIC."));
  }
}
