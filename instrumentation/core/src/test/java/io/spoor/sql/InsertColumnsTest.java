package io.spoor.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** INSERT in its forms: by position, by name, into several tables, with upserts. */
class InsertColumnsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
"""
ansi|INSERT INTO t (a, "B") SELECT x, y + 1 FROM s WHERE z > 1|t.a: s.x; t.B: f(s.y); t: where(s.z)
ansi|INSERT INTO t SELECT x, y AS b, upper(z) FROM s|~t.x: s.x; ~t.b: s.y; ~t.upper(z): f(s.z) !
ansi|INSERT INTO t (a, b) SELECT * FROM s|!
ansi|INSERT INTO t SELECT * FROM s|~t.*: s.* !
ansi|INSERT INTO t (a, b) (SELECT x, y FROM s UNION ALL SELECT p, q FROM u)|t.a: s.x, u.p; t.b: s.y, u.q
ansi|INSERT INTO t (a, b, c) VALUES (?, ?, 1 + ?)|t.a: ?1; t.b: ?2; t.c: f(?3)
ansi|INSERT INTO t (a, b) VALUES (1, (SELECT max(x) FROM s)), (?, 3)|t.b: agg(s.x)
ansi|INSERT INTO t SELECT ?, x FROM s WHERE y = ?|~t.x: s.x; t: where(s.y) !
ansi|INSERT INTO t (a, b) VALUES (?, ?), (?, 'it''s ?'), (3, upper(?))|t.a: ?1, ?3; t.b: ?2, f(?4)
ansi|WITH k AS (SELECT x FROM s) INSERT INTO t (a) SELECT x FROM k|t.a: s.x
postgresql|INSERT INTO t (a, b) VALUES (?, ?) ON CONFLICT (a) DO UPDATE SET b = excluded.b, n = t.n + 1, c = ? WHERE t.b <> excluded.b RETURNING a, b|t.n: f(t.n); t.a: ?1; t.b: ?2; t.c: ?3; t: where(t.b)
postgresql|INSERT INTO t (a, b) SELECT x, y FROM s ON CONFLICT (a) DO UPDATE SET b = upper(excluded.b)|t.a: s.x; t.b: s.y, f(s.y)
postgresql|WITH d AS (DELETE FROM s WHERE k = 1 RETURNING x, y) INSERT INTO t (a, b) SELECT x, y FROM d|t.a: s.x; t.b: s.y; t: where(s.k); s: where(s.k)
postgresql|WITH n AS (INSERT INTO t (a) SELECT x FROM s RETURNING id, a) INSERT INTO u (p, q) SELECT id, a FROM n|u.p: t.id; u.q: t.a; t.a: s.x
mysql|INSERT INTO t (a, b) VALUES (?, ?) ON DUPLICATE KEY UPDATE b = VALUES(b), n = n + VALUES(a), c = COALESCE(VALUES(b), c)|t.n: f(t.n), f(?1); t.c: f(t.c), f(?2); t.a: ?1; t.b: ?2, f(?2)
mysql|INSERT INTO t (a, b) SELECT x, y FROM s ON DUPLICATE KEY UPDATE b = s.y|t.a: s.x; t.b: s.y
mysql|INSERT INTO t (a, b) VALUES (?, ?) AS r ON DUPLICATE KEY UPDATE b = r.a|t.a: ?1; t.b: ?2, ?1
mysql|INSERT INTO t SET a = ?, b = upper(?)|t.a: ?1; t.b: f(?2)
mysql|REPLACE INTO t (a, b) SELECT x, y FROM s|t.a: s.x; t.b: s.y
oracle|INSERT ALL WHEN p > 1 THEN INTO t (a, b) VALUES (p, q) ELSE INTO u (c) VALUES (upper(q)) SELECT x AS p, y AS q FROM s|t.a: s.x; t.b: s.y; u.c: f(s.y); t: where(s.x); u: where(s.x)
oracle|INSERT INTO (SELECT a, b FROM t) VALUES (?, ?)|t.a: ?1; t.b: ?2
sqlserver|INSERT INTO t (a) OUTPUT inserted.id INTO log (i) SELECT x FROM s|t.a: s.x; log.i: t.id
hive|FROM s INSERT OVERWRITE TABLE t PARTITION (d = '1') SELECT a, b WHERE c = 1 INSERT INTO TABLE u SELECT max(e)|~t.a: s.a; ~t.b: s.b; ~u.max(e): agg(s.e); t: where(s.c) !
duckdb|INSERT INTO t BY NAME SELECT x AS a, y b FROM s|t.a: s.x; t.b: s.y
postgresql|INSERT INTO t (a, b) VALUES (?, ?) ON CONFLICT (a) WHERE c DO UPDATE SET b = excluded.b WHERE t.d|t.a: ?1; t.b: ?2; t: where(t.d)
postgresql|INSERT INTO t (a) SELECT x FROM s WHERE y ON CONFLICT (a) DO UPDATE SET b = 1|t.a: s.x; t: where(s.y)
postgresql|INSERT INTO t SELECT * FROM s ON CONFLICT DO NOTHING|~t.*: s.* !
postgresql|INSERT INTO t DEFAULT VALUES|^^
""")
  void columns(String dialect, String sql, String expected) {
    assertEquals(expected, Columns.of(dialect, sql));
  }
}
