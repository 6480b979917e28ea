package io.spoor.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is remembered of tables, and what is let go. */
class KnownColumnsTest {

  private final KnownColumns known = new KnownColumns(100, 100_000);

  private static TableName name(String written) {
    return Names.ofText(written);
  }

  private void learn(String sql) {
    for (SqlStatement statement : Analysis.of("ansi", sql)) {
      known.learn(statement);
    }
  }

  @Test
  void metadataIsFoundByAnyNameThatMeansOneTable() {
    known.add("Shop", "", "Orders", List.of("Id", "total"));
    known.add("shop", "archive", "lines", List.of("a"));
    known.add("shop", "live", "lines", List.of("b"));
    assertEquals(List.of("Id", "total"), known.columns(name("orders")));
    assertEquals(List.of("Id", "total"), known.columns(name("SHOP.ORDERS")));
    assertNull(known.columns(name("other.orders")));
    assertNull(known.columns(name("lines")));
    assertEquals(List.of("b"), known.columns(name("live.lines")));
    assertNull(known.columns(name("nothing")));
  }

  @Test
  void statementsThatCreateTablesTeach() {
    learn(
        "CREATE TABLE a (x INT, \"Y\" INT, CONSTRAINT k UNIQUE (x), FOREIGN KEY (x) REFERENCES b);"
            + " CREATE TABLE b AS SELECT x AS p, q FROM s; CREATE VIEW c (m, n) AS SELECT 1, 2");
    assertEquals(List.of("x", "Y"), known.columns(name("a")));
    assertEquals(List.of("p", "q"), known.columns(name("b")));
    assertEquals(List.of("m", "n"), known.columns(name("c")));
    assertEquals(3, known.size());
  }

  @Test
  void statementsThatChangeOrDropTablesAreHeeded() {
    learn("CREATE TABLE a (x INT); CREATE TABLE b (y INT); CREATE TABLE c (z INT)");
    learn("ALTER TABLE a ADD w INT; DROP TABLE b; ALTER TABLE c RENAME TO d");
    assertNull(known.columns(name("a")));
    assertNull(known.columns(name("b")));
    assertNull(known.columns(name("c")));
    assertEquals(List.of("z"), known.columns(name("d")));
    learn("CREATE TABLE d AS SELECT * FROM elsewhere");
    assertNull(known.columns(name("d")));
  }

  @Test
  void theTablesNotAskedForTheLongestGoFirst() {
    KnownColumns small = new KnownColumns(2, 100_000);
    small.add(null, null, "a", List.of("x"));
    small.add(null, null, "b", List.of("x"));
    small.columns(name("a"));
    small.add(null, null, "c", List.of("x"));
    assertEquals(List.of("x"), small.columns(name("a")));
    assertNull(small.columns(name("b")));
    assertEquals(2, small.size());
    assertEquals(1, small.evicted());
  }

  @Test
  void bytesAreLimitedToo() {
    KnownColumns small = new KnownColumns(100, 1_000);
    for (int i = 0; i < 50; i++) {
      small.add(null, null, "t" + i, List.of("a", "b", "c"));
    }
    assertEquals(3, small.size());
    assertEquals(47, small.evicted());
    small.add(null, null, "wide", List.of("x".repeat(2_000)));
    assertNull(small.columns(name("wide")));
    assertEquals(48, small.evicted());
    assertThrows(IllegalArgumentException.class, () -> new KnownColumns(0, 1));
  }

  @Test
  void changesAreCounted() {
    long before = known.changes();
    known.add(null, null, "a", List.of("x"));
    long added = known.changes();
    known.columns(name("a"));
    assertEquals(added, known.changes());
    assertEquals(before + 1, added);
  }
}
