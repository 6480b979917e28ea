package io.spoor.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Joins, subqueries, common table expressions and set operations, down to the tables. */
class QueryColumnsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
"""
ansi|SELECT coalesce(a.x, b.y) z FROM a JOIN b ON a.i = b.i WHERE a.k = 'v' AND b.m IN (1, 2) ORDER BY a.o, 1|z: f(a.x), f(b.y); rows: join(a.i), join(b.i), where(a.k), where(b.m), sort(a.o), sort(a.x), sort(b.y)
ansi|SELECT (SELECT max(p) FROM b WHERE b.i = a.i) m, a.x FROM a WHERE EXISTS (SELECT 1 FROM c WHERE c.k = a.k)|m: agg(b.p); x: a.x; rows: where(c.k), where(a.k), where(b.i), where(a.i)
ansi|SELECT id, k FROM a JOIN b USING (id)|id: a.id, b.id; rows: join(a.id), join(b.id) !
ansi|SELECT k.x, y FROM (SELECT p AS x, q + 1 AS y FROM t WHERE r = 1) k|x: t.p; y: f(t.q); rows: where(t.r)
ansi|SELECT n FROM (SELECT x n FROM a UNION ALL SELECT y FROM b EXCEPT SELECT z FROM c) u|n: a.x, b.y; rows: where(c.z)
ansi|WITH k AS (SELECT a, b FROM t), l (p, q) AS (SELECT a, sum(b) FROM k GROUP BY a) SELECT l.q / k.b r FROM k JOIN l ON l.p = k.a|r: f(t.b), agg(t.b); rows: join(t.a), group(t.a)
ansi|WITH RECURSIVE r (id, path) AS (SELECT id, name FROM n UNION ALL SELECT n.id, r.path FROM n JOIN r ON n.up = r.id) SELECT path FROM r|path: n.name; rows: join(n.up), join(n.id)
ansi|SELECT k.*, b.x FROM (SELECT a, b FROM t) k, b|a: t.a; b: t.b; x: b.x
ansi|SELECT a FROM (SELECT * FROM t) k|a: t.a
ansi|SELECT a FROM (SELECT * FROM t JOIN u ON t.i = u.i) k|rows: join(t.i), join(u.i) !
ansi|SELECT a.v FROM a LEFT JOIN LATERAL (SELECT max(b.w) v FROM b WHERE b.i = a.i) x ON TRUE|v: a.v; rows: where(b.i), where(a.i)
ansi|SELECT v FROM a CROSS JOIN LATERAL (SELECT max(b.w) v FROM b WHERE b.i = a.i) x|v: agg(b.w); rows: where(b.i), where(a.i)
ansi|SELECT x.p FROM (VALUES (1, 2), (3, 4)) AS x (p, q) JOIN t ON t.i = x.q|rows: join(t.i)
ansi|(SELECT a FROM t) UNION (SELECT b FROM u ORDER BY c)|a: t.a, u.b; rows: sort(u.c)
ansi|SELECT a AS x FROM t GROUP BY x HAVING max(b) > 1 ORDER BY x, c|x: t.a; rows: group(t.a), sort(t.a), where(t.b), sort(t.c)
ansi|SELECT a FROM t GROUP BY GROUPING SETS ((a, b), (c)), ROLLUP (d)|a: t.a; rows: group(t.a), group(t.b), group(t.c), group(t.d)
ansi|SELECT q.a FROM t|!
ansi|SELECT k.nope FROM (SELECT a FROM t) k|!
ansi|SELECT (SELECT b.x) y FROM a b|y: a.x
ansi|SELECT x.a, y.a b FROM t x JOIN t y ON x.i = y.j|a: t.a; b: t.a; rows: join(t.i), join(t.j)
ansi|SELECT s.t.a, s2.t.a b FROM s.t, s2.t|a: s.t.a; b: s2.t.a
ansi|SELECT a FROM t WHERE b = (SELECT max(c) FROM u WHERE u.d = t.e) OR f IN (SELECT g FROM v)|a: t.a; rows: where(t.b), where(u.c), where(t.f), where(v.g), where(u.d), where(t.e)
ansi|SELECT a FROM (SELECT b AS a FROM (SELECT c + 1 AS b FROM (SELECT d AS c FROM t) k) l) m|a: f(t.d)
ansi|SELECT md5(a) x, sum(md5_of) y FROM (SELECT p AS a, sha256(q) AS md5_of FROM t) k|x: f*(t.p); y: agg*(t.q)
ansi|SELECT CASE WHEN a THEN b END AS a, a AS c FROM t|a: if(t.a), f(t.b); c: t.a
ansi|SELECT f(a) OVER (ORDER BY b), (a) FROM t|~f(a) OVER (ORDER BY b): f(t.a), window(t.b); a: t.a
ansi|SELECT x FROM (SELECT a FROM t) AS k (x)|x: t.a
ansi|SELECT a FROM t UNION ALL SELECT * FROM u|a: t.a !
ansi|SELECT * FROM t UNION ALL SELECT * FROM u|~*: t.*, u.* !
ansi|SELECT a FROM (SELECT * FROM t UNION ALL SELECT * FROM u) k|a: t.a !
ansi|SELECT a, b FROM t INTERSECT SELECT c, d FROM u|a: t.a, u.c; b: t.b, u.d
ansi|WITH a AS (SELECT x FROM t), b AS (SELECT * FROM a), c AS (SELECT * FROM b) SELECT * FROM c|x: t.x
ansi|WITH x AS (SELECT a FROM t) SELECT x.a FROM x WHERE EXISTS (SELECT * FROM x y WHERE y.a > x.a)|a: t.a; rows: where(t.a)
ansi|SELECT a.b FROM s.a, (SELECT b FROM c) d|b: s.a.b
ansi|SELECT a IS NOT DISTINCT FROM b x, c BETWEEN d AND e y, f LIKE g ESCAPE '!' z FROM t|x: f(t.a), f(t.b); y: f(t.c), f(t.d), f(t.e); z: f(t.f), f(t.g)
ansi|SELECT count(t.*), row_number() OVER () FROM t|^^
ansi|VALUES (1, 2)|^^
ansi|TABLE t|~*: t.* !
""")
  void columns(String dialect, String sql, String expected) {
    assertEquals(expected, Columns.of(dialect, sql));
  }
}
