package io.spoor.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Statements that make tables, views and files, and scripts that read what they made. */
class DefinitionColumnsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
"""
ansi|CREATE TABLE t AS SELECT x, max(y) AS m, count(*) FROM s GROUP BY x|t.x: s.x; t.m: agg(s.y); t: group(s.x)
ansi|CREATE TABLE t (a, b) AS SELECT x, y FROM s|t.a: s.x; t.b: s.y
ansi|CREATE TABLE t AS SELECT x FROM s WITH NO DATA|^^
ansi|CREATE VIEW v (a, b) AS SELECT x, y FROM s|v.a: s.x; v.b: s.y
ansi|CREATE TABLE s (x INT, y INT, PRIMARY KEY (x)); INSERT INTO t SELECT * FROM s; DROP TABLE s; INSERT INTO t SELECT * FROM s|// ~t.x: s.x; ~t.y: s.y ! //  // ~t.*: s.* !
ansi|CREATE VIEW v AS SELECT a AS p, b q FROM s; INSERT INTO t (c, d) SELECT * FROM v|v.p: s.a; v.q: s.b // t.c: v.p; t.d: v.q
postgresql|SELECT x, y INTO t FROM s|t.x: s.x; t.y: s.y
postgresql|COPY (SELECT x, y AS z FROM s) TO '/out.csv'|/out.csv.x: s.x; /out.csv.z: s.y
mysql|CREATE TABLE t (n INT) SELECT x, y FROM s|t.x: s.x; t.y: s.y
sqlserver|SELECT a, b = x + 1 INTO #t FROM s|#t.a: s.a; #t.b: f(s.x)
duckdb|CREATE TABLE t AS FROM read_csv('a.csv')|~t.*: a.csv.* !
clickhouse|CREATE MATERIALIZED VIEW v TO t AS SELECT x, count() AS c FROM s GROUP BY x|t.x: s.x; t: group(s.x)
snowflake|CREATE TABLE t CLONE s|~t.*: s.* !
snowflake|COPY INTO t (a, b) FROM (SELECT $1, $2 FROM @s/f.csv)|t.a: @s/f.csv.$1; t.b: @s/f.csv.$2
""")
  void columns(String dialect, String sql, String expected) {
    assertEquals(expected, Columns.of(dialect, sql));
  }
}
