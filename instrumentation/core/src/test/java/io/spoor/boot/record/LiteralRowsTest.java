package io.spoor.boot.record;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Literals in texts become the rows that their parameters would have been. */
class LiteralRowsTest {

  private static final int POSTGRES = Product.of("jdbc:postgresql:x");
  private static final int MYSQL = Product.of("jdbc:mysql://h/x");

  private final RowRing ring = new RowRing();

  private long[][] rows(String asked, String... texts) {
    LiteralRows rows = LiteralRows.of(texts[0], POSTGRES);
    assertEquals(asked, rows.asked());
    for (String text : texts) {
      if (rows.rows() == null && rows.isWorth(text, rows.count(text))) {
        rows.keep(new RowStore(), ring);
      }
      if (rows.rows() != null) {
        rows.add(text, rows.count(text), ring, null, 0);
      }
    }
    return rows.rows() == null ? new long[0][] : rows.rows().rows().hashes;
  }

  private static long[] row(Object... values) {
    long[] row = new long[values.length];
    for (int i = 0; i < row.length; i++) {
      row[i] = ValueHash.of(values[i]);
    }
    return row;
  }

  @Test
  void listsOfValues() {
    assertArrayEquals(
        new long[][] {
          row(1, "it's", null, -5.5, "2024-01-31", true),
          row("2", "a), (b", "now() + 1", 7, "2024-02-01T00:00", "false"),
          row(3, "c", "upper('x', (1))", 7, "2024-02-01", 0),
        },
        rows(
            "insert into t (a, b) values (?, ?, ?, ?, ?, ?)",
            "insert into t (a, b) values (1, 'it''s', NULL, -5.50, DATE '2024-01-31', TRUE)",
            "insert into t (a, b) values ( 2 , N'a), (b', now() + 1 , 7,"
                + "  timestamp '2024-02-01 00:00:00' , false) on conflict do nothing",
            "insert into t (a, b) values (3,'c',upper('x', (1)),+7,'2024-02-01',false)"));
  }

  @Test
  void severalListsInOneText() {
    assertArrayEquals(
        new long[][] {row(1, "a"), row(2, "b"), row(3, "c")},
        rows("INSERT INTO t VALUES (?, ?)", "INSERT INTO t VALUES (1, 'a'), (2, 'b'),(3,'c')"));
  }

  /** Texts with other numbers of rows have another key and the same head. */
  @Test
  void oneTextAloneSaysNothing() {
    assertEquals(0, rows("INSERT INTO t VALUES (?)", "INSERT INTO t VALUES (1)").length);
    assertEquals(
        3,
        rows(
                "INSERT INTO t VALUES (?)",
                "INSERT INTO t VALUES (1)",
                "INSERT INTO t VALUES (2), (3)")
            .length);
  }

  @Test
  void literalsOfOtherStatements() {
    assertArrayEquals(
        new long[][] {row("x", 5, 7), row("y", 6, 8)},
        rows(
            "UPDATE t SET a = ?, b = ? /* 1 */ WHERE id = ?",
            "UPDATE t SET a = 'x', b = 5 /* 1 */ WHERE id = 7",
            "UPDATE t SET a = 'y', b = 6 /* 2 */ WHERE id = 8 ; "));
    assertArrayEquals(
        new long[][] {row(1, "x"), row(2, "y")},
        rows(
            "insert into t select ?, ? from \"t1\"",
            "insert into t select 1, 'x' from \"t1\"",
            "insert into t select 2, 'y' from \"t1\""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select 1 from t where a = 'x'",
        "insert into t values (?, 'x')",
        "insert into t values (E'x', 1)",
        "insert into t values ('x', $1)",
        "insert into t values ($$x$$, 1)",
        "insert into t values ('x",
        "insert into t values ('x'",
        "insert into t select a from t1",
        "update t set a = b",
        "update t set a = 'x'; delete from t",
        "create table t (a varchar(5) default 'x')",
      })
  void whatIsNotCertainIsNoRow(String text) {
    LiteralRows rows = LiteralRows.of(text, POSTGRES);
    if (rows != null) {
      assertFalse(rows.isWorth(text, rows.count(text)));
      rows.keep(new RowStore(), ring);
      rows.add(text, rows.count(text), ring, null, 0);
      assertEquals(0, rows.rows().rows().total, text);
    }
  }

  @Test
  void aBackslashMayMeanTwoThings() {
    String text = "insert into t values ('a\\', 1)";
    assertNull(LiteralRows.of(text, MYSQL));
    LiteralRows rows = LiteralRows.of(text, POSTGRES);
    rows.keep(new RowStore(), ring);
    rows.add(text, rows.count(text), ring, null, 0);
    assertArrayEquals(new long[][] {row("a\\", 1)}, rows.rows().rows().hashes);
  }

  @Test
  void whateverBreaksOff() {
    String text =
        "insert into t (a, `b`) values (1, 'it''s', NULL, -5.50, DATE '2024-01-31', f('x')),"
            + " (2, 'b', /* c */ 3, 4, 5, 6) -- end";
    LiteralRows rows = LiteralRows.of(text, POSTGRES);
    rows.keep(new RowStore(), ring);
    for (int length = 0; length <= text.length(); length++) {
      String part = text.substring(0, length);
      LiteralRows.of(part, POSTGRES);
      rows.add(part, rows.count(part), ring, null, 0);
    }
    assertTrue(rows.rows().rows().total > 0);
    for (long[] row : rows.rows().rows().hashes) {
      assertEquals(6, row.length);
    }
  }

  /** Those whose keys have small hashes, as of parameters: the other side keeps them as well. */
  @Test
  void manyTextsAreSampledByTheirKeys() {
    String head = "insert into t (id, b, c) values (";
    LiteralRows rows = LiteralRows.of(head + "0, 'b', 'c')", POSTGRES);
    RowStore bound = new RowStore();
    rows.keep(new RowStore(), ring);
    for (int i = 0; i < 2000; i++) {
      rows.add(head + i + ", 'it''s', 'c" + i % 7 + "')", 1, ring, null, 0);
      ring.put(1, i);
      ring.put(2, (Object) "it's");
      ring.put(3, (Object) ("c" + i % 7));
      bound.end(ring, null, 0);
      ring.next();
    }
    assertEquals(2000, rows.rows().rows().total);
    assertArrayEquals(bound.rows().hashes, rows.rows().rows().hashes);
    assertArrayEquals(bound.rows().ordinals, rows.rows().rows().ordinals);
  }
}
