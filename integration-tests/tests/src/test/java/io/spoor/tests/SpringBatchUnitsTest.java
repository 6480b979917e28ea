package io.spoor.tests;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A job of Spring Batch is a run beneath the JVM's, and its steps are runs beneath it. */
class SpringBatchUnitsTest {

  /** Launching and its tables stay with what is above. */
  private static final String LINEAGE =
      """
      jobs.SpringBatchSteps COMPLETE
      input SHOP.BATCH_JOB_INSTANCE
      output SHOP.BATCH_JOB_EXECUTION
      output SHOP.BATCH_JOB_EXECUTION_CONTEXT
      output SHOP.BATCH_JOB_INSTANCE

      jobs.SpringBatchSteps.nightly %1$s
      beneath jobs.SpringBatchSteps
      input SHOP.BATCH_JOB_EXECUTION
      input SHOP.BATCH_STEP_EXECUTION
      output SHOP.BATCH_JOB_EXECUTION
      output SHOP.BATCH_JOB_EXECUTION_CONTEXT
      output SHOP.BATCH_STEP_EXECUTION
      output SHOP.BATCH_STEP_EXECUTION_CONTEXT

      jobs.SpringBatchSteps.nightly.file to table COMPLETE
      beneath jobs.SpringBatchSteps.nightly
      input file $WORK/in/orders.csv
      input SHOP.BATCH_JOB_EXECUTION
      output SHOP.BATCH_STEP_EXECUTION
      output SHOP.BATCH_STEP_EXECUTION_CONTEXT
      output SHOP.ORDERS_COPY
      file $WORK/in/orders.csv -> SHOP.ORDERS_COPY [row match]
      file $WORK/in/orders.csv.id -> SHOP.ORDERS_COPY.ID (identity)
      file $WORK/in/orders.csv.customer -> SHOP.ORDERS_COPY.CUSTOMER (identity)
      file $WORK/in/orders.csv.amount -> SHOP.ORDERS_COPY.AMOUNT (identity)

      jobs.SpringBatchSteps.nightly.table to table %1$s
      beneath jobs.SpringBatchSteps.nightly
      input SHOP.BATCH_JOB_EXECUTION
      input SHOP.ORDERS
      output SHOP.BATCH_STEP_EXECUTION
      output SHOP.BATCH_STEP_EXECUTION_CONTEXT
      output SHOP.STOCK
      SHOP.ORDERS -> SHOP.STOCK [exclusive]
      """;

  @TempDir private Path folder;

  private static void shop(Place place) throws Exception {
    Data.h2(place);
    ShopRows.moreOrders(place);
    try (Connection connection = DriverManager.getConnection(Data.h2Url(place, "shop"));
        Statement statement = connection.createStatement()) {
      statement.execute("runscript from 'classpath:org/springframework/batch/core/schema-h2.sql'");
    }
    FlowFrameworksTest.orders(place);
  }

  private void records(Jdk jdk, String[] arguments, String prints, String lineage)
      throws Exception {
    Trial trial = new Trial(jdk, folder).given(SpringBatchUnitsTest::shop);
    String[] all = new String[2 + arguments.length];
    all[0] = Data.h2Url(trial.place(), "shop");
    all[1] = "in/orders.csv";
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    trial
        .run(
            Job.of("SpringBatchSteps", all)
                .with("h2", "spring-batch-core", "spring-batch-infrastructure", "spring-retry")
                .with("spring-jdbc", "spring-tx", "spring-beans", "spring-core", "spring-jcl")
                .with("spring-aop", "spring-context", "spring-expression", "micrometer-core")
                .with("javax.batch-api", "slf4j-api", "slf4j-nop"))
        .exits(0)
        .prints(prints)
        .recordedUnits(lineage.replace("SHOP.", "h2:$WORK/db/shop PUBLIC."));
  }

  @ParameterizedTest
  @MethodSource("io.spoor.tests.Jdks#all")
  void twoSteps(Jdk jdk) throws Exception {
    records(jdk, new String[0], "COMPLETED\n", LINEAGE.formatted("COMPLETE"));
  }

  @ParameterizedTest
  @MethodSource("io.spoor.tests.Jdks#ends")
  void aStepThatFails(Jdk jdk) throws Exception {
    records(jdk, new String[] {"fails"}, "FAILED\n", LINEAGE.formatted("FAIL"));
  }
}
