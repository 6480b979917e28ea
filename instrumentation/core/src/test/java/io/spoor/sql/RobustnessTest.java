package io.spoor.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Damaged, huge and deeply nested texts: never an exception, always an answer. */
class RobustnessTest {

  private static final String[] STATEMENTS = {
    "WITH x AS (SELECT a, 'q''x' FROM s.t WHERE b IN (1, 2)) INSERT INTO u (c, d) SELECT a, 5 FROM"
        + " x JOIN w USING (a) ON CONFLICT (c) DO UPDATE SET d = excluded.d RETURNING c",
    "MERGE INTO t USING (SELECT * FROM s UNION ALL SELECT * FROM u) k ON (t.i = k.i) WHEN MATCHED"
        + " THEN UPDATE SET a = k.a WHEN NOT MATCHED THEN INSERT (i, a) VALUES (k.i, k.a)",
    "UPDATE t k SET a = CASE WHEN b > 1 THEN (SELECT c FROM d) ELSE 2 END FROM e JOIN f ON e.i ="
        + " f.i, LATERAL (SELECT 1) g WHERE k.x = e.y",
    "DELETE a, b FROM `s`.a JOIN \"b\" ON a.i = b.i WHERE EXISTS (SELECT 1 FROM [c] WHERE d = ?)",
    "CREATE TABLE IF NOT EXISTS t (a INT, b VARCHAR(10)) PARTITION BY (a) AS SELECT * FROM"
        + " read_csv(['a.csv', 'b.csv']) LATERAL VIEW explode(x) y AS z",
    "BEGIN IF a > 1 THEN INSERT INTO t VALUES (1), (2), (3); ELSE DELETE FROM u; END IF; FOR r IN"
        + " (SELECT * FROM v) LOOP EXECUTE IMMEDIATE 'DROP TABLE w'; END LOOP; END;",
    "INSERT ALL WHEN a = 1 THEN INTO t (b) VALUES (c) ELSE INTO u VALUES (d) SELECT * FROM v@l",
    "COPY (SELECT $1, :p, @v, ${x}, #{y} FROM @stage/path) TO 's3://b/k' WITH (a 'b')",
    "FROM s INSERT OVERWRITE TABLE t PARTITION (d = '1') SELECT a INSERT INTO u SELECT b",
    "DO $x$ DECLARE a int; BEGIN SELECT b INTO a FROM c; END $x$; {? = call p(?, {d '2020'})}",
    "SELECT * EXCEPT (a) FROM `p-1.d.t` FOR SYSTEM_TIME AS OF x, UNNEST(y) PIVOT (sum(z) FOR w IN"
        + " ('v')) WINDOW u AS (PARTITION BY t) QUALIFY s = 1 -- r\n/* q /* p */ o */",
  };

  @Test
  void cutAnywhereStillAnswers() {
    for (Dialect dialect : Dialect.values()) {
      for (String sql : STATEMENTS) {
        for (int end = 0; end <= sql.length(); end++) {
          assertReadable(sql.substring(0, end), dialect);
        }
      }
    }
  }

  @Test
  void anyTokensLeftOutOrMovedStillAnswers() {
    Random random = new Random(42);
    Dialect[] dialects = Dialect.values();
    for (int round = 0; round < 8_000; round++) {
      String sql = STATEMENTS[random.nextInt(STATEMENTS.length)];
      List<String> words = new ArrayList<>(List.of(sql.split("(?<=[ (),.';])|(?=[ (),.';])")));
      int damages = 1 + random.nextInt(5);
      for (int i = 0; i < damages && words.size() > 1; i++) {
        String word = words.remove(random.nextInt(words.size()));
        if (random.nextBoolean()) {
          words.add(random.nextInt(words.size() + 1), word);
        }
      }
      assertReadable(String.join("", words), dialects[random.nextInt(dialects.length)]);
    }
  }

  private static void assertReadable(String sql, Dialect dialect) {
    SqlScript script = SqlLineage.analyze(sql, dialect, Limits.DEFAULT);
    for (SqlStatement statement : script.statements()) {
      String reason = statement.partialReason();
      assertTrue(reason == null || !reason.startsWith("not readable"), () -> reason + ": " + sql);
    }
    assertNotNull(SqlText.normalise(sql, dialect));
  }

  @Test
  void longRunsOfOneTokenAreRead() {
    String[] pieces = {
      "(",
      ")",
      "[",
      "{",
      "((",
      "'",
      "\"",
      "`",
      "$a$",
      "/*",
      "--",
      "a.",
      "a,",
      "from a,",
      "select ",
      "with a as (",
      "union ",
      "case ",
      "begin ",
      "if ",
      "else ",
      "end ",
      "insert into ",
      "values (",
      "values (1),(",
      "update ",
      "for ",
      "lateral view ",
      "@",
      "?",
      "$",
      "..",
      "create table ",
      "merge into a using ",
      "(select * from ",
      ", a as (select 1)",
      "exec ",
      "from a a, a.a,",
      "\\",
      "q'[",
      "<<",
      "set a.b = ",
      "delete a, "
    };
    for (String piece : pieces) {
      StringBuilder sql = new StringBuilder("select 1 ");
      while (sql.length() < 50_000) {
        sql.append(piece);
      }
      for (Dialect dialect : List.of(Dialect.SQLSERVER, Dialect.BIGQUERY, Dialect.MYSQL)) {
        assertReadable(sql.toString(), dialect);
        assertReadable(sql.substring(9), dialect);
      }
    }
  }

  @Test
  void nestingOfAThousandIsSafeOnASmallStack() throws Exception {
    String deepQueries = "(SELECT * FROM ".repeat(1_000) + "t" + ") x".repeat(1_000);
    String[] texts = {
      "SELECT " + "(".repeat(1_000) + "1" + ")".repeat(1_000) + " FROM t",
      "SELECT " + "f(".repeat(1_000) + "a" + ")".repeat(1_000) + " FROM t",
      "SELECT " + "CASE WHEN a THEN ".repeat(1_000) + "1" + " END".repeat(1_000) + " FROM t",
      "SELECT * FROM t WHERE " + "(a OR ".repeat(1_000) + "b" + ")".repeat(1_000),
      "SELECT * FROM " + "(".repeat(1_000) + "t" + ")".repeat(1_000),
      "SELECT * FROM " + deepQueries,
    };
    AtomicReference<String> found = new AtomicReference<>("");
    Thread thread =
        new Thread(
            null,
            () -> {
              StringBuilder out = new StringBuilder();
              for (String text : texts) {
                SqlScript script = SqlLineage.analyze(text, Dialect.H2, Limits.DEFAULT);
                out.append(script.statements()).append(script.partial()).append('\n');
              }
              found.set(out.toString());
            },
            "small stack",
            256 * 1024);
    thread.start();
    thread.join();
    String read = "[SELECT [t] -> []]false\n";
    assertEquals(read.repeat(5) + "[SELECT [] -> []]true\n", found.get());
  }

  @Test
  void fourHundredNestedQueriesAreRead() {
    String sql = "SELECT * FROM " + "(SELECT * FROM ".repeat(400) + "t" + ") x".repeat(400);
    assertEquals("SELECT [t] -> []", Analysis.lines("h2", sql));
  }

  @Test
  void manyRowsOfValuesAreOneRow() {
    StringBuilder sql = new StringBuilder("INSERT INTO t (a, b) VALUES (0, 'it''s; -- (')");
    for (int i = 1; i < 20_000; i++) {
      sql.append(",\n (").append(i).append(", 'it''s; -- (')");
    }
    SqlStatement plain = Analysis.one("mysql", sql.toString());
    assertEquals("INSERT [] -> [t]", plain.toString());
    assertEquals(List.of("a", "b"), plain.targetColumns());
    assertEquals(
        "INSERT INTO t(a, b) VALUES (?)", SqlText.normalise(sql.toString(), Dialect.MYSQL));
    sql.append(", (1, (SELECT max(x) FROM s)), (2, 'y') ON DUPLICATE KEY UPDATE b = 'z'; TABLE u");
    assertEquals("INSERT [s] -> [t]; SELECT [u] -> []", Analysis.lines("mysql", sql.toString()));
  }

  @Test
  void whatIsBeyondTheLimitsMakesTheStatementPartial() {
    Limits small = Limits.of(40, 1_000, 10);
    SqlScript script =
        SqlLineage.analyze(
            "INSERT INTO t SELECT a FROM s WHERE x = 'a long literal'", Dialect.ANSI, small);
    assertEquals("[INSERT [s] -> [t]]", script.statements().toString());
    assertEquals("the text is longer than the limit", script.statements().get(0).partialReason());
    SqlScript few =
        SqlLineage.analyze("SELECT * FROM a, b, c", Dialect.ANSI, Limits.of(1_000, 5, 10));
    assertEquals("[SELECT [a] -> []]", few.statements().toString());
    assertTrue(few.partial());
  }
}
