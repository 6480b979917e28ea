package io.spoor.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What statements leave in their connection for those after them. */
class SessionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
"""
ansi       | SET SCHEMA mart                        | DEFAULTS [mart]
ansi       | SET SCHEMA 'mart'                      | DEFAULTS ["mart"]
h2         | set  schema\t"Mart"                    | DEFAULTS ["Mart"]
h2         | USE mart                               | DEFAULTS [mart]
h2         | SET CATALOG x                          | DEFAULTS [x.*]
hsqldb     | SET SCHEMA PUBLIC                      | DEFAULTS [PUBLIC]
hsqldb     | SET SCHEMA DEFAULT                     | RESET
derby      | SET CURRENT SCHEMA = app               | DEFAULTS [app]
derby      | SET SCHEMA USER                        |
db2        | SET CURRENT SQLID = 'X'                | DEFAULTS ["X"]
db2        | SET CURRENT_SCHEMA x                   | DEFAULTS [x]
db2        | SET CURRENT SCHEMA = CURRENT_USER      |
oracle     | ALTER SESSION SET CURRENT_SCHEMA = hr  | DEFAULTS [hr]
oracle     | ALTER SESSION SET NLS_DATE_FORMAT = 'Y'|
postgresql | SET search_path TO "$user", a, "B"     | DEFAULTS [a, "B"]
postgresql | SET LOCAL search_path = a              | LOCAL DEFAULTS [a]
postgresql | SET SESSION SCHEMA 'a'                 | DEFAULTS ["a"]
postgresql | SET search_path TO DEFAULT             | RESET
postgresql | SET search_path TO ''                  |
postgresql | SELECT set_config('search_path', 'a, "B"', false) | DEFAULTS [a, "B"]
postgresql | SELECT set_config('search_path', 'a', true)       | LOCAL DEFAULTS [a]
postgresql | SELECT set_config('timezone', 'a', false)         |
postgresql | RESET search_path                      | RESET
postgresql | RESET ALL                              | RESET
postgresql | RESET timezone                         |
postgresql | DISCARD ALL                            | DISCARD
redshift   | SET SEARCH_PATH TO a, b                | DEFAULTS [a, b]
mysql      | USE shop                               | DEFAULTS [shop]
mysql      | USE `My Shop`;                         | DEFAULTS ["My Shop"]
mysql      | SET NAMES utf8                         |
mariadb    | SET @x = 1                             | VARIABLE @x
sqlserver  | USE [My Db]                            | DEFAULTS ["My Db".*]
sqlserver  | SET NOCOUNT ON                         |
snowflake  | USE DATABASE d                         | DEFAULTS [d.*]
snowflake  | USE SCHEMA d.s                         | DEFAULTS [d.s]
snowflake  | USE SCHEMA s                           | DEFAULTS [s]
snowflake  | USE d                                  | DEFAULTS [d.*]
snowflake  | USE IDENTIFIER('d')                    | DEFAULTS ["d".*]
snowflake  | USE WAREHOUSE w                        |
snowflake  | USE ROLE r                             |
snowflake  | USE SECONDARY ROLES ALL                |
snowflake  | CREATE OR REPLACE SCHEMA IF NOT EXISTS d.s | DEFAULTS [d.s]
snowflake  | CREATE DATABASE d                      | DEFAULTS [d.*]
postgresql | CREATE SCHEMA s                        |
bigquery   | SET @@dataset_id = 'd'                 | DEFAULTS ["d"]
bigquery   | SET @@dataset_project_id = 'p'         | DEFAULTS ["p".*]
hive       | USE mart                               | DEFAULTS [mart]
spark      | USE NAMESPACE a                        | DEFAULTS [a]
databricks | USE CATALOG c                          | DEFAULTS [c.*]
databricks | USE SCHEMA s                           | DEFAULTS [s]
databricks | USE c.s                                | DEFAULTS [c.s]
databricks | SET CATALOG c                          | DEFAULTS [c.*]
trino      | USE c.s                                | DEFAULTS [c.s]
athena     | USE s                                  | DEFAULTS [s]
clickhouse | USE db                                 | DEFAULTS [db]
duckdb     | USE db.s                               | DEFAULTS [db.s]
teradata   | DATABASE mart                          | DEFAULTS [mart]
teradata   | SET SESSION DATABASE mart              | DEFAULTS [mart]
postgresql | CREATE TEMP TABLE t (a int)            | CREATE_TEMPORARY
postgresql | CREATE TEMPORARY VIEW v AS SELECT 1    | CREATE_TEMPORARY
postgresql | SELECT * INTO TEMP t FROM s            | CREATE_TEMPORARY
postgresql | CREATE TABLE temp (a int)              |
postgresql | CREATE TABLE t AS SELECT temp FROM s   |
oracle     | CREATE GLOBAL TEMPORARY TABLE t (a INT)| CREATE_TEMPORARY
sqlserver  | CREATE TABLE #t (a INT)                | CREATE_TEMPORARY
sqlserver  | SELECT * INTO #t FROM s                | CREATE_TEMPORARY
sqlserver  | SELECT * INTO t FROM #s                |
db2        | DECLARE GLOBAL TEMPORARY TABLE t (a INT) | CREATE_TEMPORARY
derby      | DECLARE GLOBAL TEMPORARY TABLE SESSION.t (a INT) NOT LOGGED | CREATE_TEMPORARY
teradata   | CREATE VOLATILE TABLE t AS (SELECT * FROM s) WITH DATA | CREATE_TEMPORARY
h2         | CREATE LOCAL TEMPORARY TABLE t (a INT) | CREATE_TEMPORARY
sqlite     | CREATE TEMP TABLE t (a)                | CREATE_TEMPORARY
mysql      | CREATE TEMPORARY TABLE t SELECT * FROM s | CREATE_TEMPORARY
spark      | CACHE TABLE c AS SELECT * FROM s       | CREATE_TEMPORARY
postgresql | PREPARE q AS SELECT 1                  | PREPARE q
postgresql | EXECUTE q (1)                          | EXECUTE q
postgresql | DEALLOCATE q                           | DEALLOCATE q
postgresql | DEALLOCATE ALL                         | DEALLOCATE
mysql      | DROP PREPARE q                         | DEALLOCATE q
postgresql | PREPARE TRANSACTION 'x'                |
sqlserver  | EXEC q                                 |
mysql      | SET @s = 'DELETE FROM t'               | VARIABLE @s
ansi       | SELECT * FROM t                        |
""")
  void effect(String dialect, String sql, String effect) {
    SessionEffect found = Analysis.one(dialect, sql).sessionEffect();
    assertEquals(effect, found == null ? null : found.toString());
  }

  @Test
  void whatIsNotKnownIsSaid() {
    assertEquals(
        "the new default schema is not known", Analysis.one("db2", "SET SCHEMA ?").partialReason());
    assertEquals(
        "the prepared statement is not known",
        Analysis.one("postgresql", "EXECUTE q").partialReason());
  }

  private static SqlScript script(SqlSession session, String sql) {
    SqlScript script = SqlLineage.analyze(sql, Dialect.MYSQL, Limits.DEFAULT);
    SqlScript resolved = session.resolve(script);
    for (SqlStatement statement : script.statements()) {
      session.apply(statement);
    }
    return resolved;
  }

  @Test
  void preparedStatementsAreKnownLaterOnTheConnection() {
    SqlSession session = new SqlSession(Dialect.MYSQL);
    script(session, "PREPARE p FROM 'INSERT INTO t SELECT * FROM s'");
    assertEquals("[INSERT [s] -> [t]]", script(session, "EXECUTE P").statements().toString());
    assertFalse(script(session, "EXECUTE p USING @a").partial());
    script(session, "SET @x = 'DELETE FROM u'");
    script(session, "PREPARE p FROM @x");
    assertEquals(
        "[SELECT [v] -> [], DELETE [] -> [u]]",
        script(session, "SELECT * FROM v; EXECUTE p").statements().toString());
    script(session, "SET @x = concat(@x, ' WHERE a')");
    script(session, "PREPARE q FROM @x");
    assertTrue(script(session, "EXECUTE q").partial());
    script(session, "DEALLOCATE PREPARE p");
    assertTrue(script(session, "EXECUTE p").partial());
    SqlScript plain = SqlLineage.analyze("SELECT 1", Dialect.MYSQL, Limits.DEFAULT);
    assertSame(plain, session.resolve(plain));
  }

  @Test
  void aVariableThatIsSetInABranchIsNotKnown() {
    SqlScript script =
        SqlLineage.analyze(
            "DECLARE @q nvarchar(max) = N'DELETE FROM a' IF @x = 1 BEGIN SET @q = N'DELETE FROM b'"
                + " END EXEC (@q)",
            Dialect.SQLSERVER,
            Limits.DEFAULT);
    SqlStatement last = script.statements().get(script.statements().size() - 1);
    assertEquals(StatementKind.CALL, last.kind());
    assertTrue(last.partial());
    assertEquals(
        "SESSION [] -> []; DELETE [] -> [a]",
        Analysis.lines("sqlserver", "SET @q = N'DELETE FROM a' EXEC (@q)"));
  }

  @Test
  void temporaryTablesComeAndGo() {
    SqlSession session = new SqlSession(Dialect.MYSQL);
    TableName t = Analysis.one("mysql", "SELECT * FROM T").inputs().get(0);
    TableName other = Analysis.one("mysql", "SELECT * FROM shop.t").inputs().get(0);
    TableName renamed = Analysis.one("mysql", "SELECT * FROM u").inputs().get(0);
    assertFalse(session.isTemporary(t));
    script(session, "CREATE TEMPORARY TABLE t (a INT)");
    assertTrue(session.isTemporary(t));
    assertFalse(session.isTemporary(other));
    script(session, "ALTER TABLE t RENAME TO u");
    assertFalse(session.isTemporary(t));
    assertTrue(session.isTemporary(renamed));
    script(session, "DROP TABLE u");
    assertFalse(session.isTemporary(renamed));
    assertTrue(Analysis.one("mysql", "CREATE TEMPORARY TABLE t (a INT)").createsTemporary());
  }

  @Test
  void someNamesAreTemporaryByThemselves() {
    TableName hash = Analysis.one("sqlserver", "SELECT * FROM #t").inputs().get(0);
    assertTrue(new SqlSession(Dialect.SQLSERVER).isTemporary(hash));
    TableName session = Analysis.one("db2", "SELECT * FROM session.t").inputs().get(0);
    assertTrue(new SqlSession(Dialect.DB2).isTemporary(session));
    assertFalse(new SqlSession(Dialect.ORACLE).isTemporary(session));
  }

  @Test
  void aConnectionKeepsOnlySoMuch() {
    SqlSession session = new SqlSession(Dialect.MYSQL);
    for (int i = 0; i < 1_000; i++) {
      script(session, "CREATE TEMPORARY TABLE t" + i + " (a INT)");
      script(session, "PREPARE p" + i + " FROM 'SELECT 1'");
    }
    assertEquals(500 + 950, session.dropped());
  }
}
