package io.spoor.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Huge and deep statements: bounded work, and never a wrong claim to be complete. */
class ColumnLimitsTest {

  @Test
  void edgesAreCapped() {
    StringBuilder sql = new StringBuilder("INSERT INTO t (");
    for (int i = 0; i < 200; i++) {
      sql.append(i == 0 ? "" : ", ").append("a").append(i);
    }
    sql.append(") SELECT ");
    for (int i = 0; i < 200; i++) {
      sql.append(i == 0 ? "" : ", ");
      for (int k = 0; k < 100; k++) {
        sql.append(k == 0 ? "" : " + ").append("c").append(k);
      }
    }
    SqlStatement statement = Analysis.one("ansi", sql.append(" FROM s").toString());
    assertEquals(10_000, statement.columns().size());
    assertEquals(
        "the statement has more column edges than the limit", statement.columnsPartialReason());
    assertFalse(statement.partial());
  }

  @Test
  void sumsThatDoubleAtEachStepStaySmall() {
    StringBuilder sql = new StringBuilder("WITH k0 AS (SELECT a, b FROM t)");
    for (int i = 1; i <= 300; i++) {
      sql.append(", k").append(i).append(" AS (SELECT a + b AS a, b + a AS b FROM k").append(i - 1);
      sql.append(")");
    }
    assertEquals(
        "a: f(t.a), f(t.b)", Columns.of("ansi", sql.append(" SELECT a FROM k300").toString()));
  }

  @Test
  void crossedStarsEndAtTheBudget() {
    StringBuilder sql = new StringBuilder("WITH k0 AS (SELECT a, b FROM t)");
    for (int i = 1; i <= 40; i++) {
      sql.append(", k").append(i).append(" AS (SELECT * FROM k").append(i - 1);
      sql.append(" x, k").append(i - 1).append(" y)");
    }
    SqlStatement statement = Analysis.one("ansi", sql.append(" SELECT * FROM k40").toString());
    assertTrue(statement.columnsPartial());
    assertFalse(statement.partial());
    assertTrue(statement.columns().size() <= 10_000);
  }

  @Test
  void nestingOfAThousandIsSafeOnASmallStack() throws Exception {
    String[] texts = {
      "SELECT " + "f(".repeat(1_000) + "a" + ")".repeat(1_000) + " AS x FROM t",
      "SELECT " + "CASE WHEN a THEN ".repeat(1_000) + "b" + " END".repeat(1_000) + " AS x FROM t",
      "SELECT " + "(SELECT ".repeat(400) + "a FROM t" + ")".repeat(400) + " AS x",
      "SELECT a AS x FROM " + "(SELECT a FROM ".repeat(400) + "t" + ") k".repeat(400),
      "SELECT " + "a + ".repeat(5_000) + "b AS x FROM t",
    };
    AtomicReference<String> found = new AtomicReference<>("");
    Thread thread =
        new Thread(
            null,
            () -> {
              StringBuilder out = new StringBuilder();
              for (String text : texts) {
                out.append(Columns.of("h2", text)).append('\n');
              }
              found.set(out.toString());
            },
            "small stack",
            256 * 1024);
    thread.start();
    thread.join();
    assertEquals("x: f(t.a)\nx: if(t.a), f(t.b)\nx: t.a\nx: t.a\nx: f(t.a), f(t.b)\n", found.get());
  }

  @Test
  void manyRowsAreReadByPosition() {
    StringBuilder sql = new StringBuilder("INSERT INTO t (a, b) VALUES (?, upper(?))");
    sql.append(", (?, ?)".repeat(99)).append(" ON DUPLICATE KEY UPDATE b = ?");
    List<ParameterColumn> parameters = Analysis.one("mysql", sql.toString()).parameterColumns();
    assertEquals(201, parameters.size());
    assertEquals("?1 -> t.a IDENTITY", parameters.get(0).toString());
    assertEquals("?199 -> t.a IDENTITY", parameters.get(99).toString());
    assertEquals("?2 -> t.b TRANSFORMATION", parameters.get(100).toString());
    assertEquals("?4 -> t.b IDENTITY", parameters.get(101).toString());
    assertEquals("?201 -> t.b IDENTITY", parameters.get(200).toString());
  }

  @Test
  void aCatalogThatFailsCostsOnlyTheColumns() {
    SqlCatalog broken =
        table -> {
          throw new IllegalStateException("x");
        };
    SqlStatement statement =
        SqlLineage.analyze("INSERT INTO t SELECT a FROM s", Dialect.H2, Limits.DEFAULT, broken)
            .statements()
            .get(0);
    assertEquals("INSERT [s] -> [t]", statement.toString());
    assertEquals(List.of(), statement.columns());
    assertEquals(
        "columns not readable: java.lang.IllegalStateException", statement.columnsPartialReason());
    assertFalse(statement.partial());
  }
}
