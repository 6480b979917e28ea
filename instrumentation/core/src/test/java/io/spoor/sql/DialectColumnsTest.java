package io.spoor.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expressions and relations that only some products have. */
class DialectColumnsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
"""
postgresql|SELECT a::int, b::varchar(10) x, c ->> 'k' AS y, (d).e, f[1], interval '1 day' + g AS h FROM t|a: f(t.a); x: f(t.b); y: f(t.c); ~(d).e: f(t.d); ~f[?]: f(t.f); h: f(t.g)
postgresql|SELECT DISTINCT ON (a, b) c FROM t ORDER BY a, b, d|c: t.c; rows: group(t.a), sort(t.a), group(t.b), sort(t.b), sort(t.d)
postgresql|SELECT e.v, o FROM t CROSS JOIN unnest(t.arr) WITH ORDINALITY AS e (v, o)|v: f(t.arr)
postgresql|SELECT x.a FROM t, jsonb_to_record(t.doc) AS x (a int, b text)|a: f(t.doc)
postgresql|SELECT string_agg(a, ',' ORDER BY b) s, now() - c AS d, md5(e) h FROM t|s: agg(t.a), sort(t.b); d: f(t.c); h: f*(t.e)
postgresql|SELECT u AT TIME ZONE 'UTC' AS w, trim(BOTH 'x' FROM v) q, position('a' IN b) r, substring(c FROM 1 FOR 2) z FROM t|w: f(t.u); q: f(t.v); r: f(t.b); z: f(t.c)
mysql|SELECT `a` 'first', IF(b > 1, c, d) x, group_concat(e ORDER BY f SEPARATOR ';') g, date_add(h, INTERVAL i DAY) j FROM t|first: t.a; x: if(t.b), f(t.c), f(t.d); g: agg(t.e), sort(t.f); j: f(t.h), f(t.i)
mysql|SELECT @n := @n + 1 AS n, timestampdiff(SECOND, a, b) s, convert(c, char) k, convert(d USING utf8) m FROM t|s: f(t.a), f(t.b); k: f(t.c); m: f(t.d)
oracle|SELECT decode(a, b, c, d, e, f) x, nvl2(g, h, i) y, s.nextval, rownum FROM t CONNECT BY PRIOR j = k START WITH l IS NULL|x: if(t.a), if(t.b), f(t.c), if(t.d), f(t.e), f(t.f); y: if(t.g), f(t.h), f(t.i); rows: where(t.j), where(t.k), where(t.l)
oracle|SELECT max(a) KEEP (DENSE_RANK LAST ORDER BY b) m FROM t, dual|m: agg(t.a), sort(t.b)
sqlserver|SELECT x = a, [y z] = b + 1, convert(varchar(10), c, 120) d, datediff(day, e, f) g, iif(h > 1, i, j) k FROM [t] AS q|x: t.a; y z: f(t.b); d: f(t.c); g: f(t.e), f(t.f); k: if(t.h), f(t.i), f(t.j)
sqlserver|SELECT a.x, v.m FROM a CROSS APPLY (SELECT TOP (1) b.m FROM b WHERE b.i = a.i ORDER BY b.d DESC) v|x: a.x; m: b.m; rows: where(b.i), where(a.i), sort(b.d)
sqlserver|SELECT p.[2020], p.k FROM t PIVOT (SUM(amount) FOR y IN ([2020], [2021])) AS p|2020: agg(t.amount); k: t.k; rows: group(t.y)
sqlserver|SELECT u.k, u.v, u.n FROM t UNPIVOT (v FOR n IN (a, b)) AS u|k: t.k; v: t.a, t.b
sqlserver|SELECT j.a FROM t CROSS APPLY OPENJSON(t.doc) WITH (a INT '$.a', b NVARCHAR(10) '$.b') j|a: f(t.doc)
snowflake|SELECT f.value:id::int AS i, src:a.b[0]::string b, c FROM t, LATERAL FLATTEN(input => t.items) f QUALIFY row_number() OVER (PARTITION BY d ORDER BY e) = 1|i: f(t.items); b: f(t.src); c: t.c; rows: where(t.d), where(t.e)
snowflake|SELECT * EXCLUDE (a, b) RENAME c AS d FROM t|d: t.c !
snowflake|SELECT a + 1 AS x, x * 2 AS y, lower(b) AS b, b AS z FROM t|x: f(t.a); y: f(t.a); b: f(t.b); z: t.b
bigquery|SELECT * EXCEPT (a) REPLACE (upper(b) AS b), item.sku FROM d.t, UNNEST(items) AS item WITH OFFSET AS pos|item: f(d.t.items); b: f(d.t.b); sku: f(d.t.items) !
bigquery|SELECT date_trunc(d, MONTH) m, timestamp_diff(a, b, DAY) n, STRUCT(c AS x, e AS y) s, ARRAY_AGG(f ORDER BY g LIMIT 1)[OFFSET(0)] h FROM `p.d.t`|m: f(p.d.t.d); n: f(p.d.t.a), f(p.d.t.b); s: f(p.d.t.c), f(p.d.t.e); h: agg(p.d.t.f), sort(p.d.t.g)
hive|SELECT a, e.k, v FROM t LATERAL VIEW explode(m) e AS k, v|a: t.a; k: f(t.m); v: f(t.m)
spark|SELECT transform(xs, x -> x + y) r, aggregate(zs, 0, (acc, z) -> acc + z) q FROM t|r: f(t.xs), f(t.y); q: f(t.zs)
databricks|SELECT stack(2, a, b) AS (k, v) FROM t|k: f(t.a), f(t.b); v: f(t.a), f(t.b)
duckdb|SELECT COLUMNS('x.*') FROM t|!
duckdb|FROM t SELECT a|a: t.a
clickhouse|SELECT sumIf(a, b > 1) s, multiIf(c = 1, d, e = 2, f, g) m, arrayMap(x -> x + h, i) j, uniqExact(k) u FROM t|s: agg(t.a), if(t.b); m: if(t.c), f(t.d), if(t.e), f(t.f), f(t.g); j: f(t.h), f(t.i); u: agg*(t.k)
teradata|SEL a, b (NAMED z) FROM t QUALIFY rank() OVER (ORDER BY c) = 1|a: t.a; z: t.b; rows: where(t.c)
postgresql|SELECT ARRAY[a, b] x, ARRAY(SELECT c FROM u) y, count(*) FILTER (WHERE d IS NOT UNKNOWN) z FROM t|x: f(t.a), f(t.b); y: f(u.c); z: if(t.d)
bigquery|SELECT ARRAY<INT64>[a] x, STRUCT<s STRING, n INT64>(b, c) y, any_value(d HAVING MAX e) z FROM d.t|x: f(d.t.a); y: f(d.t.b), f(d.t.c); z: agg(d.t.d), sort(d.t.e)
oracle|SELECT level - 1 l, rowid r, user FROM t CONNECT BY PRIOR a = b FOR UPDATE OF c|r: t.rowid; rows: where(t.a), where(t.b)
db2|SELECT CURRENT DATE d, CURRENT TIMESTAMP - a DAYS e FROM t|e: f(t.a)
mysql|SELECT date_sub(a, INTERVAL -5 DAY) x, `interval`, c.interval y FROM t c|x: f(t.a); interval: t.interval; y: t.interval
duckdb|SELECT {'k': a, n: b} s, list_transform(c, x -> x + d) l FROM t|s: f(t.a), f(t.b); l: f(t.c), f(t.d)
sqlserver|SELECT k.a, m.b FROM t TABLESAMPLE (5 PERCENT) AS k JOIN u FOR SYSTEM_TIME AS OF '2020-01-01' AS m ON m.i = k.i|a: t.a; b: u.b; rows: join(u.i), join(t.i)
snowflake|SELECT k.a FROM t SAMPLE (10) k|a: t.a
trino|SELECT a FROM t WHERE b.c.d = 1 AND transform(e, x -> x.f) IS NOT NULL|a: t.a; rows: where(t.b), where(t.e)
sqlite|SELECT a IS b x, group_concat(c) y FROM t|x: f(t.a), f(t.b); y: agg(t.c)
duckdb|SELECT a FROM t UNION ALL BY NAME SELECT b, a FROM u|a: t.a, u.a; b: u.b
sqlserver|SELECT p.k, p.q FROM (SELECT k, m, v FROM t) s PIVOT (MAX(v) FOR m IN (q, r)) p|k: t.k; q: agg(t.v); rows: group(t.m)
oracle|SELECT * FROM (SELECT k, m, v FROM t) PIVOT (SUM(v) AS s, COUNT(v) AS c FOR m IN ('x' AS x, 'y' AS y))|k: t.k; x_s: agg(t.v); y_s: agg(t.v); x_c: agg*(t.v); y_c: agg*(t.v); rows: group(t.m)
mysql|SELECT a + ? AS n FROM t WHERE b = ?|n: f(t.a); rows: where(t.b)
mysql|SELECT 1 FROM t WHERE a = "x" AND b = 'y'|rows: where(t.a), where(t.b)
hive|SELECT a.b.c, d[0].e FROM t|c: t.a; ~d[?].e: f(t.d)
postgresql|SELECT e FROM t, unnest(t.xs) e|e: f(t.xs)
postgresql|SELECT g FROM generate_series(1, 10) g|^^
oracle|SELECT a FROM t, (SELECT max(b) m FROM u) k WHERE t.c = k.m AND rownum < 10|a: t.a; rows: where(t.c), where(u.b)
snowflake|SELECT $1, t.$2 FROM @stage t|~?: @stage.$1; ~t.?: @stage.$2
trino|SELECT x, n FROM t CROSS JOIN UNNEST(xs, ys) AS u (x, y)|x: f(t.xs); n: t.n
spark|SELECT a FROM t LATERAL VIEW OUTER explode(xs) e AS b WHERE b > 1|a: t.a; rows: where(t.xs)
""")
  void columns(String dialect, String sql, String expected) {
    assertEquals(expected, Columns.of(dialect, sql));
  }
}
