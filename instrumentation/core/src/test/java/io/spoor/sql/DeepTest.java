package io.spoor.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Texts nested a thousand deep on a stack of 256 KB, and texts of several megabytes. */
class DeepTest {

  private static final int DEPTH = 1_000;
  private static final int STACK = 256 * 1024;

  /** Dialects whose lexers and splitters differ most. */
  private static final List<Dialect> DIFFERENT =
      List.of(
          Dialect.SQLSERVER,
          Dialect.ORACLE,
          Dialect.POSTGRESQL,
          Dialect.MYSQL,
          Dialect.SNOWFLAKE,
          Dialect.BIGQUERY,
          Dialect.CLICKHOUSE);

  private static String nested(String open, String inside, String close) {
    return open.repeat(DEPTH) + inside + close.repeat(DEPTH);
  }

  /** The texts, with what is read of each. */
  private static Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("SELECT " + nested("(", "1", ")") + " FROM t", "SELECT [t] -> []");
    texts.put("SELECT " + nested("f(", "a", ")") + " FROM t", "SELECT [t] -> []");
    texts.put("SELECT " + nested("a[", "1", "]") + " FROM t", "SELECT [t] -> []");
    texts.put("SELECT " + nested("CASE WHEN a THEN ", "1", " END") + " FROM t", "SELECT [t] -> []");
    texts.put(
        "SELECT " + nested("CASE WHEN a THEN 1 ELSE ", "1", " END") + " FROM t",
        "SELECT [t] -> []");
    texts.put("SELECT * FROM t WHERE " + nested("(a OR ", "b", ")"), "SELECT [t] -> []");
    texts.put("SELECT * FROM t WHERE " + "NOT ".repeat(DEPTH) + "a", "SELECT [t] -> []");
    texts.put("SELECT * FROM " + nested("(", "t", ")"), "SELECT [t] -> []");
    texts.put("SELECT * FROM " + nested("(u JOIN ", "t", " ON 1 = 1)"), "SELECT [u, t] -> []");
    texts.put("SELECT * FROM " + nested("(SELECT * FROM ", "t", ") x"), "SELECT [] -> [] ?");
    texts.put(
        "SELECT * FROM u WHERE a IN " + nested("(SELECT b FROM t WHERE b IN ", "(1)", ")"),
        "SELECT [u, t] -> [] ?");
    texts.put(nested("(", "SELECT * FROM t", ")"), "SELECT [t] -> []");
    texts.put(
        "SELECT * FROM t" + " UNION ALL SELECT * FROM u".repeat(DEPTH), "SELECT [t, u] -> []");
    texts.put(nested("WITH a AS (", "SELECT * FROM t", ") SELECT * FROM a"), "SELECT [] -> [] ?");
    texts.put(
        "WITH a AS (SELECT * FROM t)"
            + ", a AS (SELECT * FROM a)".repeat(DEPTH)
            + " SELECT * FROM a",
        "SELECT [t] -> []");
    texts.put(nested("BEGIN ", "INSERT INTO t SELECT * FROM s;", " END;"), "INSERT [s] -> [t]");
    texts.put(
        nested("IF a THEN ", "INSERT INTO t SELECT * FROM s;", " END IF;"), "INSERT [s] -> [t]");
    texts.put("EXPLAIN ANALYZE ".repeat(DEPTH) + "SELECT * FROM t", "EXPLAIN [t] -> []");
    texts.put("PREPARE p AS ".repeat(DEPTH) + "SELECT * FROM t", "SESSION [] -> []");
    texts.put(
        "SELECT * FROM t WHERE a = " + "{fn x(".repeat(DEPTH) + "1" + ")}".repeat(DEPTH),
        "SELECT [t] -> []");
    return texts;
  }

  /** What may come again and again without an end. */
  private static final String[] PIECES = {
    "@a ",
    ".a",
    "::a",
    "a.",
    "(",
    "((",
    "[",
    "{",
    "{fn a(",
    "CREATE VIEW v AS ",
    "DO $a$ ",
    "DECLARE c CURSOR FOR ",
    "DECLARE a INT; ",
    "MERGE INTO t USING ",
    "LATERAL VIEW f(",
    "EXEC ('",
    "EXECUTE IMMEDIATE ",
    "PREPARE p FROM ",
    "EXPLAIN ANALYZE ",
    "LOCKING t FOR ACCESS ",
    "WITH a AS (",
    "SELECT (SELECT ",
    "FROM a JOIN ",
    "FROM (a, ",
    "UNION (",
    "VALUES (",
    "CASE ",
    "BEGIN ",
    "BEGIN TRY ",
    "IF a THEN ",
    "LOOP ",
    "a: BEGIN ",
    "<<a>> ",
    "FOR a IN ",
    "CURSOR IS ",
    "COPY (",
    "UNLOAD ('",
    "CALL CSVWRITE('",
    "CALL ADMIN_CMD('",
    "SET @a = '",
    "USE a.",
    "PUT @a ",
    "CACHE TABLE a AS ",
    "ALTER TABLE a SWAP WITH ",
    "PIVOT (",
    "SUMMARIZE ",
    "PERFORM ",
    "FORALL ",
    "INSERT ALL INTO a ",
    "UPDATE a SET b = ",
    "DELETE FROM a USING ",
    "TABLE(",
    "UNNEST(",
    "a := (",
    "FROM a INSERT INTO b SELECT ",
    "x := 1; ",
    "EXECUTE p; ",
    "PREPARE p AS SELECT 1; EXECUTE p; ",
    "SELECT 1; ",
    "in (select a from b where "
  };

  /** Runs it on a thread with a small stack and hands its answer, or what it threw, over. */
  private static <T> T onSmallStack(Supplier<T> what) throws Exception {
    Object[] answer = new Object[2];
    Thread thread =
        new Thread(
            null,
            () -> {
              try {
                answer[0] = what.get();
              } catch (Throwable t) {
                answer[1] = t;
              }
            },
            "small stack",
            STACK);
    thread.start();
    thread.join();
    assertNull(answer[1], () -> "thrown: " + answer[1]);
    @SuppressWarnings("unchecked")
    T typed = (T) answer[0];
    return typed;
  }

  @Test
  void nestingOfAThousandIsSafeInEveryDialect() throws Exception {
    for (Map.Entry<String, String> text : texts().entrySet()) {
      String sql = text.getKey();
      for (Dialect dialect : Dialect.values()) {
        String found =
            onSmallStack(
                () -> {
                  SqlText.normalise(sql, dialect);
                  SqlText.fingerprint(sql, dialect);
                  return ScriptSeeds.lines(SqlLineage.script(sql, dialect, Limits.DEFAULT));
                });
        if (dialect == Dialect.H2 && text.getValue() != null) {
          assertEquals(text.getValue(), found, () -> sql.substring(0, 60));
        }
      }
    }
  }

  @Test
  void endlessTextsAreSafe() throws Exception {
    for (String piece : PIECES) {
      String sql = "SELECT * FROM a" + piece.repeat(20_000 / piece.length());
      String bare = sql.substring("SELECT * FROM a".length());
      for (Dialect dialect : DIFFERENT) {
        onSmallStack(
            () -> {
              SqlText.normalise(sql, dialect);
              SqlLineage.script(sql, dialect, Limits.DEFAULT);
              return SqlLineage.script(bare, dialect, Limits.DEFAULT);
            });
      }
    }
  }

  @Test
  void textsBeyondTheLimitAreReadAsFarAsItGoes() throws Exception {
    String sql = "INSERT INTO t SELECT a FROM s WHERE b IN (" + "1, ".repeat(3_000_000) + "2)";
    SqlScript script = onSmallStack(() -> SqlLineage.script(sql, Dialect.H2, Limits.DEFAULT));
    assertEquals("INSERT [s] -> [t] ?", ScriptSeeds.lines(script));
    assertEquals("the text is longer than the limit", script.statements().get(0).partialReason());
    // A cut literal may look like a name, so names of cut texts are withheld.
    assertEquals("INSERT INTO ? SELECT ? FROM ? WHERE ? IN (?", SqlText.normalise(sql, Dialect.H2));
    assertEquals(SqlText.fingerprint(sql, Dialect.H2), SqlText.fingerprint(sql + " ", Dialect.H2));
  }

  @Test
  void rowsOfLiteralsCostNoTokens() {
    StringBuilder sql =
        new StringBuilder("INSERT INTO t (a, b, c, d) VALUES (0, 'x', NULL, now())");
    for (int i = 1; i < 20_000; i++) {
      sql.append(",\n(").append(i).append(", 'it''s, (x)', -1.5e3, lower('A'))");
    }
    String text = sql.toString();
    assertTrue(Lexer.lex(text, Dialect.POSTGRESQL, Limits.DEFAULT).size < 40, "tokens");
    sql.append(" ON CONFLICT (a) DO UPDATE SET b = (SELECT max(b) FROM s) RETURNING a; TABLE u");
    SqlScript script = SqlLineage.script(sql, Dialect.POSTGRESQL, Limits.DEFAULT);
    assertEquals("INSERT [s] -> [t]; SELECT [u] -> []", ScriptSeeds.lines(script));
  }
}
