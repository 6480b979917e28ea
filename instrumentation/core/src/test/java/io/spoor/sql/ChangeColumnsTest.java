package io.spoor.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** UPDATE, MERGE and DELETE. */
class ChangeColumnsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
"""
ansi|UPDATE t SET a = ?, b = b + ?, c = (SELECT max(x) FROM s WHERE s.i = t.i) WHERE d = ?|t.b: f(t.b), f(?2); t.c: agg(s.x); t.a: ?1; t: where(t.d), where(s.i), where(t.i)
ansi|UPDATE t SET (a, b) = (SELECT x, y FROM s WHERE s.i = t.i)|t.a: s.x; t.b: s.y; t: where(s.i), where(t.i)
ansi|UPDATE t SET (a, b) = (c, ?)|t.a: t.c; t.b: ?1
ansi|DELETE FROM t WHERE a IN (SELECT x FROM s WHERE y = 1)|t: where(t.a), where(s.x), where(s.y)
ansi|MERGE INTO t k USING s ON (k.i = s.i) WHEN MATCHED AND s.d = 1 THEN DELETE WHEN MATCHED THEN UPDATE SET a = s.a, k.b = k.b + s.b WHEN NOT MATCHED THEN INSERT (i, a) VALUES (s.i, upper(s.a))|t.a: s.a, f(s.a); t.b: f(t.b), f(s.b); t.i: s.i; t: join(t.i), join(s.i), where(s.d)
postgresql|UPDATE t SET a = s.x FROM s JOIN u ON s.i = u.i WHERE t.i = s.i AND u.k = 1 RETURNING t.a, s.y|t.a: s.x; t: join(s.i), where(s.i), join(u.i), where(t.i), where(u.k)
postgresql|DELETE FROM t USING s WHERE t.i = s.i|t: where(t.i), where(s.i)
mysql|UPDATE a JOIN b ON a.i = b.i SET a.x = b.y, b.z = a.w WHERE a.k = 1|a.x: b.y; b.z: a.w; a: join(a.i), join(b.i), where(a.k)
oracle|MERGE INTO t USING (SELECT ? AS i, ? AS v FROM dual) s ON (t.i = s.i) WHEN MATCHED THEN UPDATE SET t.v = s.v WHERE t.w = 1 WHEN NOT MATCHED THEN INSERT (i, v) VALUES (s.i, s.v)|t.v: ?2; t.i: ?1; t: join(t.i), where(t.w)
oracle|UPDATE (SELECT a.x, b.y FROM a JOIN b ON a.i = b.i) SET x = y|a.x: b.y
sqlserver|UPDATE k SET k.a = s.x, b += s.y OUTPUT inserted.a, deleted.b FROM [t] k JOIN s ON s.i = k.i|t.a: s.x; t.b: f(t.b), f(s.y); t: join(s.i), join(t.i)
sqlserver|MERGE t AS g USING (VALUES (?, ?)) AS s (i, v) ON g.i = s.i WHEN MATCHED THEN UPDATE SET v = s.v WHEN NOT MATCHED BY TARGET THEN INSERT (i, v) VALUES (s.i, s.v) WHEN NOT MATCHED BY SOURCE AND g.k = 1 THEN DELETE;|t.v: ?2; t.i: ?1; t: join(t.i), where(t.k)
bigquery|MERGE d.t USING d.s ON t.i = s.i WHEN NOT MATCHED THEN INSERT ROW|~d.t.*: d.s.*; d.t: join(d.t.i), join(d.s.i) !
h2|MERGE INTO t (a, b) KEY (a) VALUES (?, ?)|t.a: ?1; t.b: ?2
h2|MERGE INTO t (a, b) KEY (a) SELECT x, y FROM s|t.a: s.x; t.b: s.y
sqlserver|MERGE t WITH (HOLDLOCK) AS g USING s ON g.i = s.i WHEN MATCHED THEN UPDATE SET g.a = s.b;|t.a: s.b; t: join(t.i), join(s.i)
sqlserver|UPDATE t SET a = s.x FROM t JOIN s ON s.i = t.i|t.a: s.x; t: join(s.i), join(t.i)
sqlserver|UPDATE t SET @v = a, b = @v WHERE c = 1|t: where(t.c)
sqlserver|DELETE k FROM t k JOIN s ON s.i = k.i|t: join(s.i), join(t.i)
sqlserver|WITH k AS (SELECT a, b FROM t) UPDATE k SET a = b|t.a: t.b
""")
  void columns(String dialect, String sql, String expected) {
    assertEquals(expected, Columns.of(dialect, sql));
  }
}
