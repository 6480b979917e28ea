package io.spoor.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The columns of a result by position, and what a statement that makes a table defines. */
class ResultColumnsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
"""
ansi|SELECT a, b + 1 AS n, 'x', count(*) FROM t|a[t.a]; n[t.b]; ??[]; count(*)?[]
ansi|SELECT k.a "A b", 5 AS five FROM t k|A b[t.a]; five[]
ansi|SELECT a, t.*, b FROM t|a[t.a]; *?[t.*]; b[t.b]
ansi|SELECT t.*, u.* FROM t, u|*?[t.*]; *?[u.*]
ansi|SELECT a, a FROM t|a[t.a]; a[t.a]
ansi|SELECT * FROM (SELECT a, b AS c FROM t UNION SELECT d, e FROM u) k|a[t.a u.d]; c[t.b u.e]
postgresql|INSERT INTO t (a) VALUES (?) RETURNING id, upper(a) AS u|id[t.id]; u[t.a]
postgresql|UPDATE t SET a = s.b FROM s WHERE s.i = t.i RETURNING t.a, s.c, *|a[t.a]; c[s.c]; *?[t.*]; *?[s.*]
postgresql|INSERT INTO t (a) SELECT b FROM s|^^
sqlserver|DELETE FROM t OUTPUT deleted.a, deleted.b AS x WHERE c = 1|a[t.a]; x[t.b]
ansi|SELECT 'secret' + a, 17 FROM t|? + a?[t.a]; ??[]
""")
  void byPosition(String dialect, String sql, String expected) {
    List<String> columns = new ArrayList<>();
    for (ResultColumn column : Analysis.one(dialect, sql).resultColumns()) {
      List<String> sources = new ArrayList<>();
      for (ColumnLineage edge : column.sources()) {
        sources.add(edge.source() + "." + edge.sourceColumn());
      }
      columns.add(
          column.label()
              + (column.isLabelWritten() ? "" : "?")
              + "["
              + String.join(" ", sources)
              + "]");
    }
    assertEquals(expected, String.join("; ", columns));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
"""
ansi|CREATE TABLE s.t (a INT NOT NULL, "B" DECIMAL(10, 2), PRIMARY KEY (a), CHECK (a > 0))|s.t [a, "B"]
mysql|CREATE TABLE t (id INT, name VARCHAR(9), KEY k (name), UNIQUE INDEX u (id), FULLTEXT (name))|t [id, name]
h2|CREATE TABLE t (key INT, value INT)|t [key, value]
postgresql|CREATE TABLE t (LIKE s INCLUDING ALL)|^^
postgresql|CREATE TABLE t (a int, EXCLUDE USING gist (c WITH &&))|t [a]
ansi|CREATE TABLE t AS SELECT a, b + 1 AS n FROM s|t [a, n]
ansi|CREATE TABLE t AS SELECT a, b + 1 FROM s|^^
ansi|CREATE TABLE t AS SELECT * FROM s|^^
ansi|CREATE VIEW v (x, y) AS SELECT * FROM s|v [x, y]
postgresql|SELECT a, b INTO t FROM s|t [a, b]
ansi|INSERT INTO t (a) SELECT b FROM s|^^
""")
  void definedColumns(String dialect, String sql, String expected) {
    TableColumns defined = Analysis.one(dialect, sql).definedColumns();
    if (defined == null) {
      assertEquals(expected, "");
      return;
    }
    List<String> names = new ArrayList<>();
    for (int i = 0; i < defined.columns().size(); i++) {
      String quote = defined.isQuoted(i) ? "\"" : "";
      names.add(quote + defined.columns().get(i) + quote);
    }
    assertEquals(expected, defined.table() + " " + names);
  }
}
