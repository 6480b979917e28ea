package io.spoor.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Select lists of one table: what each result column is made of, and how. */
class SelectColumnsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
"""
ansi|SELECT a, t.b, s.t.c, (d), e AS x, f y FROM s.t|a: s.t.a; b: s.t.b; c: s.t.c; d: s.t.d; x: s.t.e; y: s.t.f
ansi|SELECT 1, 'x' AS l, NULL, current_date, DATE '2020-01-01' d FROM t|^^
ansi|SELECT a + b AS n, upper(c), cast(d AS varchar(10)) v, extract(year FROM e) FROM t|n: f(t.a), f(t.b); ~upper(c): f(t.c); v: f(t.d); ~extract(year FROM e): f(t.e)
ansi|SELECT CASE WHEN a > 1 THEN b WHEN c IS NULL THEN d ELSE e END x, CASE f WHEN g THEN 1 END y FROM t|x: if(t.a), f(t.b), if(t.c), f(t.d), f(t.e); y: if(t.f), if(t.g)
ansi|SELECT sum(a) s, count(*) n, count(DISTINCT b) m, max(a + b) - min(c) d FROM t GROUP BY e HAVING avg(f) > 1|s: agg(t.a); m: agg*(t.b); d: agg(t.a), agg(t.b), agg(t.c); rows: group(t.e), where(t.f)
ansi|SELECT sum(a) FILTER (WHERE b > 1) x, percentile_cont(0.5) WITHIN GROUP (ORDER BY c) m, listagg(d, ',') WITHIN GROUP (ORDER BY e) l FROM t|x: agg(t.a), if(t.b); m: agg(t.c); l: agg(t.d), sort(t.e)
ansi|SELECT rank() OVER (PARTITION BY a ORDER BY b DESC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) r, lag(c, 1) OVER w l FROM t WINDOW w AS (PARTITION BY d ORDER BY e)|r: window(t.a), window(t.b); l: f(t.c), window(t.d), window(t.e)
ansi|SELECT x FROM a, b|!
ansi|SELECT * FROM t|~*: t.* !
""")
  void columns(String dialect, String sql, String expected) {
    assertEquals(expected, Columns.of(dialect, sql));
  }
}
