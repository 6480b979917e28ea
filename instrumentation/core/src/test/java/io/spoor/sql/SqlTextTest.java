package io.spoor.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The text that leaves the process holds no literal. */
class SqlTextTest {

  /** Word of the secrets below; it must never be seen. */
  private static final String SECRET = "hunter2";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
"""
ansi|select  a ,b  from t  where x='y' and z = -5|select a, b from t where x = ? and z = ?
ansi|SELECT * FROM t WHERE i IN (1, 2, -3,4)|SELECT * FROM t WHERE i IN (?)
ansi|INSERT INTO t (a, b) VALUES (1, 'x'), (2, 'y'), (3, 'z')|INSERT INTO t(a, b) VALUES (?)
ansi|INSERT INTO t VALUES (?, NULL, now())|INSERT INTO t VALUES (?, NULL, now())
postgresql|SELECT a::int, "Col" FROM s."T" -- it's a comment|SELECT a::int, "Col" FROM s."T"
postgresql|SELECT $$ a $$, $x$ b $x$, E'c\\'d', $1 FROM t|SELECT ? FROM t
mysql|SELECT "a", 'b\\'c', 0x1F, 1e5 FROM `t` # x|SELECT ? FROM `t`
oracle|SELECT q'[it's]', DATE'2020-01-01' FROM t@hq|SELECT ?, DATE ? FROM t@hq
sqlserver|SELECT N'x', [a b] FROM #t WHERE a = @p|SELECT ?, [a b] FROM #t WHERE a = ?
sqlite|SELECT * FROM "t" WHERE a = "maybe a string"|SELECT * FROM "t" WHERE a = ?
ansi|CREATE USER joe PASSWORD secret; SELECT 1|CREATE USER joe PASSWORD ?; SELECT ?
oracle|ALTER USER scott IDENTIFIED BY tiger|ALTER USER scott IDENTIFIED ?
postgresql|SELECT a @> b, d LIKE 'x' ESCAPE '\\' FROM t|SELECT a @> b, d LIKE ? ESCAPE ? FROM t
ansi|SELECT * FROM t WHERE a = 'x|SELECT * FROM ? WHERE ? = ?
ansi|SELECT * FROM t WHERE a = O'Brien'|SELECT * FROM ? WHERE ? = ? ?
""")
  void normalised(String dialect, String sql, String expected) {
    assertEquals(expected, SqlText.normalise(sql, Dialect.of(dialect)));
  }

  @Test
  void nothingGivesNothing() {
    assertEquals("", SqlText.normalise(null, Dialect.ANSI));
    assertEquals("", SqlText.normalise(" ", Dialect.ANSI));
  }

  @Test
  void fingerprintFoldsWhatDoesNotMatter() {
    String sql = "SELECT a FROM t WHERE b = 'x' AND c IN (1, 2)";
    long key = SqlText.fingerprint(sql, Dialect.H2);
    assertEquals(
        key, SqlText.fingerprint("SELECT  a FROM t WHERE b=? AND c IN (3) -- z", Dialect.H2));
    assertNotEquals(key, SqlText.fingerprint(sql, Dialect.DB2));
    assertNotEquals(key, SqlText.fingerprint(sql.replace(" t ", " T "), Dialect.H2));
    assertNotEquals(key, SqlText.fingerprint(sql.replace(" t ", " \"t\" "), Dialect.H2));
    assertEquals(
        SqlText.fingerprint("INSERT INTO t VALUES (1, 'a'), (2, 'b')", Dialect.H2),
        SqlText.fingerprint("INSERT INTO t VALUES (?, ?)", Dialect.H2));
  }

  @Test
  void fingerprintKeepsLiteralsThatAreLineage() {
    String[] texts = {
      "COPY t FROM '/in/%s.csv'",
      "SELECT * FROM CSVREAD('%s.csv')",
      "EXECUTE IMMEDIATE 'DROP TABLE %s'",
      "CALL CSVWRITE('%s.csv', 'SELECT 1')"
    };
    for (String text : texts) {
      assertNotEquals(
          SqlText.fingerprint(text.replace("%s", "a"), Dialect.H2),
          SqlText.fingerprint(text.replace("%s", "b"), Dialect.H2),
          text);
    }
    assertNotEquals(
        SqlText.fingerprint("SELECT * FROM 'a.csv'", Dialect.DUCKDB),
        SqlText.fingerprint("SELECT * FROM 'b.csv'", Dialect.DUCKDB));
  }

  /** Every dialect, every way to quote, cut anywhere: what was quoted stays inside. */
  @Test
  void secretsDoNotLeakHoweverTheTextIsCut() {
    String[] literals = {
      "'hunter2'",
      "'it''s hunter2 isn''t'",
      "'x\\' hunter2 '",
      "N'hunter2'",
      "'(hunter2, 1), (hunter2, '",
      "'-- hunter2'",
      "'/* hunter2'"
    };
    for (Dialect dialect : Dialect.values()) {
      for (String literal : literals) {
        String sql =
            "INSERT INTO t (a, b) SELECT c, "
                + literal
                + " FROM s WHERE d = 'other' AND e IN ("
                + literal
                + ", 5) OR f = "
                + literal;
        for (int end = 0; end <= sql.length(); end++) {
          assertNoSecret(sql.substring(0, end), dialect);
        }
      }
    }
  }

  @Test
  void secretsDoNotLeakWhenAQuoteIsLost() {
    Random random = new Random(20260101);
    Dialect[] dialects = Dialect.values();
    String sql = "UPDATE t SET a = 'hunter2', b = 'x' WHERE c = 'hunter2' AND d LIKE 'hunter2%'";
    for (int round = 0; round < 2_000; round++) {
      int quote = sql.indexOf('\'', random.nextInt(sql.length() - 10));
      if (quote >= 0) {
        String damaged = sql.substring(0, quote) + sql.substring(quote + 1);
        assertNoSecret(damaged, dialects[random.nextInt(dialects.length)]);
      }
    }
  }

  private static void assertNoSecret(String sql, Dialect dialect) {
    String text = SqlText.normalise(sql, dialect);
    assertFalse(
        text.toLowerCase(Locale.ROOT).contains(SECRET), dialect + ": " + sql + " gave " + text);
  }
}
