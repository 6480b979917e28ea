package io.spoor.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who feeds the rows: the statement itself, or the program; and who receives them. */
class FlowTruthTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
"""
ansi|INSERT INTO t SELECT * FROM s WHERE i IN (SELECT i FROM u)|[s]|fed
ansi|INSERT INTO t VALUES (?, ?)|[]|
ansi|INSERT INTO t VALUES (?, (SELECT max(i) FROM s))|[s]|fed
ansi|INSERT INTO t SELECT ?, ? WHERE NOT EXISTS (SELECT 1 FROM t WHERE i = ?)|[]|
oracle|INSERT INTO t SELECT ?, ? FROM dual|[]|
ansi|WITH k AS (SELECT * FROM s), unused AS (SELECT * FROM u) INSERT INTO t SELECT * FROM k|[s]|fed
ansi|INSERT INTO t SELECT a FROM s UNION SELECT b FROM u|[s, u]|fed
ansi|UPDATE t SET a = ? WHERE i = ?|[]|
ansi|UPDATE t SET a = a + 1|[]|
ansi|UPDATE t SET a = (SELECT x FROM s)|[s]|fed
ansi|UPDATE t SET a = ? WHERE i IN (SELECT i FROM s)|[]|
postgresql|UPDATE t SET a = s.a FROM s WHERE s.i = t.i|[s]|fed
postgresql|UPDATE t SET a = $1, b = now() FROM s WHERE s.i = t.i|[]|
postgresql|UPDATE t SET a = upper(s.a) FROM s WHERE s.i = t.i|[s]|fed
ansi|MERGE INTO t USING s ON t.i = s.i WHEN MATCHED THEN UPDATE SET a = s.a|[s]|fed
ansi|MERGE INTO t USING (VALUES (?, ?)) s (i, a) ON t.i = s.i WHEN MATCHED THEN UPDATE SET a = s.a|[]|
oracle|MERGE INTO t USING (SELECT ? i FROM dual) s ON (t.i = s.i) WHEN NOT MATCHED THEN INSERT (i) VALUES (s.i)|[]|
ansi|MERGE INTO t USING s ON t.i = s.i WHEN MATCHED THEN DELETE|[]|
ansi|DELETE FROM t WHERE i IN (SELECT i FROM s)|[]|
postgresql|WITH gone AS (DELETE FROM live RETURNING *) INSERT INTO archive SELECT * FROM gone|[live]|fed
sqlserver|DELETE FROM live OUTPUT deleted.* INTO archive|[live]|fed
ansi|CREATE TABLE t AS SELECT * FROM s|[s]|fed
ansi|CREATE TABLE t AS (SELECT * FROM s) WITH NO DATA|[]|
ansi|CREATE VIEW v AS SELECT * FROM s|[s]|fed
sqlserver|SELECT * INTO t FROM s|[s]|fed
postgresql|COPY t FROM '/in/t.csv'|[/in/t.csv]|fed
postgresql|COPY t FROM STDIN|[]|
ansi|SELECT * FROM s WHERE i IN (SELECT i FROM u)|[s]|rows
ansi|VALUES (1, 2)|[]|rows
postgresql|INSERT INTO t VALUES ($1) RETURNING i|[]|rows
postgresql|UPDATE t SET a = 1 RETURNING *|[]|rows
postgresql|COPY s TO STDOUT|[s]|rows
sqlserver|INSERT INTO t (a) OUTPUT inserted.i VALUES (?)|[]|rows
ansi|CALL p(?)|[]|rows
ansi|TRUNCATE TABLE t|[]|
""")
  void feeding(String dialect, String sql, String feeding, String truth) {
    SqlStatement statement = Analysis.one(dialect, sql);
    String found =
        (statement.sourceFedByQuery() ? "fed" : "") + (statement.isRowSource() ? "rows" : "");
    assertEquals(feeding, statement.feedingInputs().toString());
    assertEquals(truth == null ? "" : truth, found);
  }

  @Test
  void targetColumnsOfInsert() {
    SqlStatement listed =
        Analysis.one("postgresql", "INSERT INTO t (id, \"Full Name\", c) VALUES (?, ?, 3)");
    assertEquals(List.of("id", "Full Name", "c"), listed.targetColumns());
    SqlStatement bare = Analysis.one("postgresql", "INSERT INTO t SELECT (a), b FROM s");
    assertEquals(List.of(), bare.targetColumns());
  }

  @Test
  void namesKeepTheirPartsAndQuotes() {
    TableName name =
        Analysis.one("postgresql", "SELECT * FROM db.\"My.Schema\".\"a\"\"b\" t").inputs().get(0);
    assertEquals(List.of("db", "My.Schema", "a\"b"), name.parts());
    assertEquals("db", name.catalog());
    assertEquals("My.Schema", name.schema());
    assertEquals("a\"b", name.table());
    assertFalse(name.isQuoted(0));
    assertTrue(name.isQuoted(1));
    assertTrue(name.isQuoted(2));
    assertFalse(name.isFile());
  }

  @Test
  void aSchemaLeftOutIsNull() {
    TableName name = Analysis.one("sqlserver", "SELECT * FROM db..t").inputs().get(0);
    assertEquals("db", name.catalog());
    assertNull(name.schema());
  }

  @Test
  void systemTablesAreKeptWhenAsked() {
    Limits keeping = Limits.DEFAULT.keepingSystemTables();
    String sql = "SELECT * FROM dual, sys.objects, t";
    assertEquals(
        "[dual, sys.objects, t]",
        SqlLineage.analyze(sql, Dialect.ORACLE, keeping).statements().get(0).inputs().toString());
    assertEquals("[t]", Analysis.one("oracle", sql).inputs().toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
"""
ansi|CALL p(?)|what the routine reads and writes is not known
ansi|SELECT * FROM ?|a table is named by a parameter
ansi|WIBBLE wobble|the statement begins with a word that is not known
duckdb|SELECT * FROM read_csv(?)|the name of a file is not a literal
sqlserver|INSERT INTO t EXEC p|the rows come from a routine
oracle|BEGIN INSERT INTO t VALUES (v); END;|inside a block the values may come from its variables
ansi|SELECT * FROM t|
""")
  void whatIsNotUnderstoodIsSaid(String dialect, String sql, String reason) {
    SqlStatement statement = Analysis.one(dialect, sql);
    assertEquals(reason, statement.partialReason());
    assertEquals(reason != null, statement.partial());
  }
}
