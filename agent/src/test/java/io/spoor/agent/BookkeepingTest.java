package io.spoor.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spoor.ledger.Access;
import io.spoor.ledger.Ledger;
import io.spoor.model.DatasetId;
import java.util.List;
import org.junit.jupiter.api.Test;

class BookkeepingTest {

  private final Ledger ledger = new Ledger(1000);
  private long tick;

  private void read(String table) {
    use(ledger.input(new DatasetId("db", table), Access.Kind.TABLE));
  }

  private void write(String table) {
    use(ledger.output(new DatasetId("db", table), Access.Kind.TABLE));
  }

  private void use(Access access) {
    tick++;
    access.used(1, tick, tick);
    access.throughJob();
  }

  private List<String> flows() {
    return Inference.infer(ledger, null).stream()
        .map(flow -> flow.input().name() + " -> " + flow.output().name())
        .toList();
  }

  @Test
  void tablesOfAFrameworkThatIsAtWorkFeedNothingAndAreFedByNothing() {
    read("shop.batch_job_instance");
    read("shop.orders");
    write("shop.stock");
    write("shop.batch_step_execution");
    assertEquals(List.of("shop.orders -> shop.stock"), flows());
  }

  @Test
  void tablesOfAFrameworkThatIsNotAtWorkAreData() {
    read("PUBLIC.BATCH_STEP_EXECUTION");
    write("PUBLIC.RUNS");
    write("PUBLIC.FLYWAY_SCHEMA_HISTORY");
    assertEquals(List.of("PUBLIC.BATCH_STEP_EXECUTION -> PUBLIC.RUNS"), flows());
  }

  @Test
  void tablesThatAreOnlyCalledAlikeAreData() {
    read("BATCH_JOB_EXECUTION_OF_2026");
    write("BATCH_JOB_EXECUTION");
    write("MY_BATCH_JOB_EXECUTION");
    assertEquals(List.of("BATCH_JOB_EXECUTION_OF_2026 -> MY_BATCH_JOB_EXECUTION"), flows());
  }
}
