package io.spoor.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spoor.instrumentation.jdbc.Database;
import io.spoor.instrumentation.jdbc.JdbcUrl;
import io.spoor.sql.SqlScript;
import org.junit.jupiter.api.Test;

/** What is kept of SQL has its limit in bytes, and tells what it forgot. */
class ScriptsTest {

  private final Scripts scripts = new Scripts(null);

  private static Database database(String host) {
    return new JdbcUrl("/").parse("jdbc:postgresql://" + host + "/shop", null);
  }

  @Test
  void aTextIsReadOnceWhileThereIsRoom() {
    SqlScript first = scripts.read("insert into a select x from b", 1, database("d"));
    assertSame(first, scripts.read("insert into a select x from b", 1, database("d")));
    assertEquals(0, scripts.forgottenTables());
  }

  @Test
  void textsTakeThreeMegabytesAtMost() {
    for (int i = 0; i < 40_000; i++) {
      scripts.read(
          "insert into a" + i + " select x, y, z from b" + i + " join c using (k)",
          i,
          database("d"));
    }
    assertTrue(scripts.heapBytes() > 2 << 20, scripts.heapBytes() + " kept");
    assertTrue(scripts.heapBytes() <= 3 << 20, scripts.heapBytes() + " kept");
  }

  @Test
  void tablesOfManyDatabasesTakeTwoMegabytesAtMostAndTheForgottenAreCounted() {
    int made = 0;
    for (int d = 0; d < 40; d++) {
      for (int t = 0; t < 300; t++, made++) {
        String sql = "create table t" + t + " (first_column int, second_column int, third int)";
        Database database = database("d" + d);
        scripts.ran(scripts.read(sql, t, database), database);
      }
    }
    assertTrue(scripts.heapBytes() <= 5 << 20, scripts.heapBytes() + " kept");
    assertTrue(scripts.forgottenTables() > 0, "nothing forgotten");
    assertTrue(scripts.forgottenTables() < made, scripts.forgottenTables() + " of " + made);
  }

  /** The estimate against the heap itself, twice as much either way. */
  @Test
  void theEstimateIsOfTheSizeOfWhatIsKept() {
    long before = used();
    for (int i = 0; i < 2000; i++) {
      scripts.read(
          "insert into a" + i + " select x, y, z from b" + i + " join c using (k)",
          i,
          database("d"));
    }
    long grown = used() - before;
    long estimate = scripts.heapBytes();
    assertTrue(
        estimate * 2 > grown && estimate < grown * 2, estimate + " said, " + grown + " taken");
  }

  private static long used() {
    Runtime runtime = Runtime.getRuntime();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      System.gc();
      least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
    }
    return least;
  }
}
