package io.spoor.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stars, unqualified columns and positions where the columns of some tables are known. */
class CatalogColumnsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
"""
ansi|t=p,q,r;s=x,y|INSERT INTO t SELECT x, y FROM s|t.p: s.x; t.q: s.y
ansi|s=x,y|INSERT INTO t (a, b) SELECT * FROM s|t.a: s.x; t.b: s.y
ansi|s=a,i;u=i,b|INSERT INTO t SELECT * FROM s JOIN u USING (i)|~t.i: s.i, u.i; ~t.a: s.a; ~t.b: u.b; t: join(s.i), join(u.i) !
hive|t=a,b,d|INSERT OVERWRITE TABLE t PARTITION (d = '1') SELECT x, y FROM s|t.a: s.x; t.b: s.y
databricks|s=i,v|MERGE INTO t USING s ON t.i = s.i WHEN MATCHED THEN UPDATE SET * WHEN NOT MATCHED THEN INSERT *|t.i: s.i; t.v: s.v; t: join(t.i), join(s.i)
ansi|a=x,i;b=i,y|SELECT x FROM a NATURAL JOIN b|x: a.x; rows: join(a.i), join(b.i)
ansi|a=x,i;b=i,y|SELECT * FROM a NATURAL JOIN b|i: a.i, b.i; x: a.x; y: b.y; rows: join(a.i), join(b.i)
ansi|a=x,i;b=i,y|SELECT y, nope FROM a, b|y: b.y !
ansi|a=x,i;b=i,y|SELECT i FROM a, b|!
ansi|a=x,i|SELECT x, z FROM a, b|x: a.x; z: b.z
ansi|t=a,i;u=i,b|SELECT t.* FROM t JOIN u ON t.i = u.i|a: t.a; i: t.i; rows: join(t.i), join(u.i)
bigquery|d.t=a,c|SELECT t.a.b, c.d FROM d.t|b: d.t.a; d: d.t.c
""")
  void columns(String dialect, String known, String sql, String expected) {
    KnownColumns catalog = new KnownColumns(100, 100_000);
    for (String table : known.split(";")) {
      String[] parts = table.split("=");
      String[] name = parts[0].split("\\.");
      String schema = name.length > 1 ? name[0] : null;
      catalog.add(null, schema, name[name.length - 1], List.of(parts[1].split(",")));
    }
    assertEquals(expected, Columns.of(dialect, sql, catalog));
  }
}
