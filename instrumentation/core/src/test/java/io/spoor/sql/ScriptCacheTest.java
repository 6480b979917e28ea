package io.spoor.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts that mean the same share a result; texts that do not never do. */
class ScriptCacheTest {

  private final ScriptCache cache = new ScriptCache(Limits.DEFAULT, 100_000);

  @Test
  void aTextIsReadOnce() {
    SqlScript first = cache.get("SELECT a FROM t WHERE b = 1", Dialect.H2);
    assertEquals("[SELECT [t] -> []]", first.statements().toString());
    assertSame(first, cache.get("SELECT a FROM t WHERE b = 1", Dialect.H2));
    assertSame(first, cache.get(new String("SELECT a FROM t WHERE b = 1"), Dialect.H2));
    assertSame(first, cache.get("SELECT a FROM t  WHERE b = 'two' -- x", Dialect.H2));
    assertNotSame(first, cache.get("SELECT a FROM t WHERE b = 1", Dialect.DERBY));
    assertNotSame(first, cache.get("SELECT a FROM u WHERE b = 1", Dialect.H2));
  }

  @Test
  void aMillionOfStatementsStayBounded() {
    ScriptCache small = new ScriptCache(Limits.DEFAULT, 20_000);
    for (int i = 0; i < 20_000; i++) {
      String sql = "INSERT INTO t" + i + " SELECT * FROM s" + i;
      assertEquals(
          "[INSERT [s" + i + "] -> [t" + i + "]]",
          small.get(sql, Dialect.H2).statements().toString());
    }
    assertTrue(small.bytes() <= 20_000, "bytes " + small.bytes());
    assertTrue(small.evicted() > 19_000, "evicted " + small.evicted());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
"""
MYSQL      | SELECT * FROM 2020_sales              | SELECT * FROM 2021_sales
BIGQUERY   | SELECT * FROM p-1.d.t                 | SELECT * FROM p-2.d.t
POSTGRESQL | SET search_path = 'a'                 | SET search_path = 'b'
POSTGRESQL | SELECT set_config('search_path', 'a', false) | SELECT set_config('search_path', 'b', false)
DB2        | SET SCHEMA 'A'                        | SET SCHEMA 'B'
MYSQL      | PREPARE p FROM 'SELECT 1 FROM a'      | PREPARE p FROM 'SELECT 1 FROM b'
MYSQL      | SET @s = 'SELECT 1 FROM a'            | SET @s = 'SELECT 1 FROM b'
HIVE       | CREATE EXTERNAL TABLE t (a INT) LOCATION '/a' | CREATE EXTERNAL TABLE t (a INT) LOCATION '/b'
SPARK      | CREATE VIEW v USING csv OPTIONS (path '/a')   | CREATE VIEW v USING csv OPTIONS (path '/b')
SQLSERVER  | BULK INSERT t FROM '/a'               | BULK INSERT t FROM '/b'
SQLSERVER  | EXEC sp_rename 'a', 'b'               | EXEC sp_rename 'a', 'c'
CLICKHOUSE | INSERT INTO t FROM INFILE '/a'        | INSERT INTO t FROM INFILE '/b'
H2         | SCRIPT TO '/a' TABLE t                | SCRIPT TO '/b' TABLE t
H2         | SELECT * FROM CSVREAD('/a')           | SELECT * FROM CSVREAD('/b')
DERBY      | CALL SYSCS_UTIL.SYSCS_IMPORT_TABLE(null, 'T', '/a') | CALL SYSCS_UTIL.SYSCS_IMPORT_TABLE(null, 'T', '/b')
SNOWFLAKE  | SELECT * FROM @a/x                    | SELECT * FROM @b/x
SNOWFLAKE  | PUT file:///a/1 @s                    | PUT file:///a/2 @s
POSTGRESQL | EXPLAIN (ANALYZE 0) SELECT * FROM t   | EXPLAIN (ANALYZE 1) SELECT * FROM t
MYSQL      | SELECT a AS 'x' FROM t                | SELECT a AS 'y' FROM t
SQLSERVER  | SELECT f(a) 'x' FROM t                | SELECT f(a) 'y' FROM t
TRINO      | SELECT a['x'] FROM t                  | SELECT a['y'] FROM t
H2         | SELECT a, b FROM t ORDER BY 1, 2      | SELECT a, b FROM t ORDER BY 2, 1
H2         | SELECT "a" FROM t                     | SELECT "A" FROM t
""")
  void theseTellApart(Dialect dialect, String a, String b) {
    assertNotEquals(SqlText.fingerprint(a, dialect), SqlText.fingerprint(b, dialect));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
"""
H2         | INSERT INTO t VALUES (1, 'a')         | INSERT INTO t  VALUES (2, 'b'), (3, 'c')
H2         | SELECT a FROM t WHERE b IN (1, 2)     | SELECT a FROM t WHERE b IN (3)
H2         | SELECT a FROM t WHERE b LIKE 'x%'     | SELECT a FROM t WHERE b LIKE 'y%' /* z */
H2         | UPDATE t SET a = 1 WHERE b = 'x'      | UPDATE t SET a = ? WHERE b = ?
POSTGRESQL | SELECT a FROM t LIMIT 5 OFFSET 10     | SELECT a FROM t LIMIT 7 OFFSET 0
""")
  void theseShareAResult(Dialect dialect, String a, String b) {
    assertEquals(SqlText.fingerprint(a, dialect), SqlText.fingerprint(b, dialect));
  }
}
