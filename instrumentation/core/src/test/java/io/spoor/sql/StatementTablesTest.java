package io.spoor.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Kind, inputs and outputs of statements, each result whole. */
class StatementTablesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
"""
ansi|SELECT 1|SELECT [] -> []
ansi|select o.id from sales.orders o|SELECT [sales.orders] -> []
ansi|SELECT * FROM a, b x, c AS y WHERE a.i = x.i|SELECT [a, b, c] -> []
ansi|SELECT * FROM a JOIN b ON a.i = b.i LEFT OUTER JOIN c USING (i, j) NATURAL JOIN d CROSS JOIN e|SELECT [a, b, c, d, e] -> []
ansi|SELECT * FROM ((a JOIN b ON a.i = b.i) JOIN (SELECT * FROM c) k ON k.i = a.i)|SELECT [a, b, c] -> []
ansi|SELECT * FROM ((SELECT i FROM a) x JOIN b ON x.i = b.i)|SELECT [a, b] -> []
ansi|(SELECT i FROM a) UNION ALL ((SELECT i FROM b) EXCEPT SELECT i FROM c) ORDER BY 1|SELECT [a, b, c] -> []
ansi|SELECT (SELECT max(x) FROM a), CASE WHEN i IN (SELECT i FROM b) THEN 1 END FROM c WHERE EXISTS (SELECT 1 FROM d) HAVING 1 < (SELECT y FROM e)|SELECT [a, b, c, d, e] -> []
ansi|SELECT extract(day FROM t), trim(BOTH 'x' FROM u), substring(v FROM 2) FROM a WHERE p IS NOT DISTINCT FROM q|SELECT [a] -> []
ansi|WITH x AS (SELECT * FROM a), y (i, j) AS (SELECT * FROM x JOIN b ON 1 = 1) SELECT * FROM y, x|SELECT [a, b] -> []
ansi|WITH RECURSIVE r AS (SELECT i FROM a UNION ALL SELECT r.i FROM r JOIN b ON b.i = r.i) SELECT * FROM r|SELECT [a, b] -> []
ansi|WITH a AS (SELECT * FROM a) SELECT * FROM a|SELECT [a] -> []
ansi|SELECT * FROM (WITH x AS (SELECT * FROM a) SELECT * FROM x) k, x|SELECT [a, x] -> []
ansi|SELECT a.from, b.table FROM s.a a JOIN s.b b ON a.select = b.select|SELECT [s.a, s.b] -> []
ansi|SELECT i FROM a ORDER BY i FETCH FIRST 3 ROWS ONLY FOR UPDATE OF i, j|SELECT [a] -> []
ansi|INSERT INTO t (a, b) SELECT x, y FROM s WHERE x > 5|INSERT [s] -> [t]
ansi|INSERT INTO t (SELECT x FROM s)|INSERT [s] -> [t]
ansi|INSERT INTO t VALUES (1, 'FROM u')|INSERT [] -> [t]
ansi|UPDATE t SET a = (SELECT max(x) FROM s), b = 2 WHERE c IN (SELECT d FROM u)|UPDATE [s, u] -> [t]
ansi|DELETE FROM t WHERE a = 1|DELETE [] -> [t]
ansi|MERGE INTO t USING (SELECT * FROM s JOIN u ON s.i = u.i) k ON t.i = k.i WHEN MATCHED THEN UPDATE SET a = k.a WHEN NOT MATCHED THEN INSERT (i) VALUES (k.i)|MERGE [s, u] -> [t]
ansi|CREATE TABLE t (a INT, b VARCHAR(10) DEFAULT 'AS SELECT')|CREATE_TABLE [] -> [t]
ansi|CREATE TABLE s.t AS (SELECT * FROM u) WITH DATA|CREATE_TABLE_AS [u] -> [s.t]
ansi|CREATE VIEW v (a, b) AS SELECT a, b FROM t WITH CHECK OPTION|CREATE_VIEW [t] -> [v]
ansi|TRUNCATE TABLE t|TRUNCATE [] -> [t]
ansi|DROP TABLE t|DROP [] -> [t]
ansi|TABLE t|SELECT [t] -> []
ansi|GRANT SELECT ON t TO joe|OTHER [] -> []
postgresql|INSERT INTO t AS k (a) VALUES ($1) ON CONFLICT (a) DO UPDATE SET a = excluded.a RETURNING a|INSERT [] -> [t]
postgresql|WITH gone AS (DELETE FROM live WHERE old RETURNING *) INSERT INTO archive SELECT * FROM gone|INSERT [live] -> [live, archive]
postgresql|UPDATE ONLY t SET a = s.a FROM s, LATERAL (SELECT * FROM u WHERE u.i = s.i) k|UPDATE [s, u] -> [t]
postgresql|UPDATE t SET a = k.a FROM t k WHERE k.parent = t.i|UPDATE [t] -> [t]
postgresql|DELETE FROM t USING s, u WHERE t.i = s.i|DELETE [s, u] -> [t]
postgresql|MERGE INTO t USING t k ON t.i = k.parent WHEN MATCHED THEN UPDATE SET a = k.a|MERGE [t] -> [t]
postgresql|COPY t (a, b) FROM STDIN|COPY [] -> [t]
postgresql|COPY t FROM '/in/t.csv' WITH (FORMAT csv)|COPY [/in/t.csv] -> [t]
postgresql|COPY (SELECT * FROM a JOIN b USING (i)) TO '/out/x.csv'|COPY [a, b] -> [/out/x.csv]
postgresql|SELECT a, b INTO TEMP t FROM s|SELECT_INTO [s] -> [t]
postgresql|CREATE MATERIALIZED VIEW IF NOT EXISTS v WITH (fillfactor = 70) AS SELECT * FROM t|CREATE_VIEW [t] -> [v]
postgresql|SELECT * FROM ROWS FROM (f(1), g(2)) AS z, generate_series(1, 9) n, t TABLESAMPLE SYSTEM (1)|SELECT [t] -> []
postgresql|SELECT $$ FROM a $$, $x$ FROM b $$ $x$, E'it\\'s FROM c' FROM t -- FROM d|SELECT [t] -> []
postgresql|SELECT 1 /* FROM a /* FROM b */ FROM c */ FROM t|SELECT [t] -> []
postgresql|ALTER TABLE a RENAME TO b|RENAME [a] -> [b]
postgresql|EXPLAIN SELECT * FROM t|EXPLAIN [] -> []
postgresql|EXPLAIN ANALYZE INSERT INTO t SELECT * FROM s|INSERT [s] -> [t]
postgresql|SELECT * FROM information_schema.tables, pg_catalog.pg_class, t|SELECT [t] -> []
redshift|COPY t FROM 's3://bucket/key' IAM_ROLE 'x'|COPY [s3://bucket/key] -> [t]
redshift|UNLOAD ('select * from s.t where a = ''x''') TO 's3://bucket/out'|COPY [s.t] -> [s3://bucket/out]
mysql|UPDATE a JOIN b ON a.i = b.i SET b.x = a.y|UPDATE [a] -> [b]
mysql|UPDATE a, b SET a.x = b.y, b.z = ? WHERE a.i = b.i|UPDATE [b] -> [a, b]
mysql|DELETE a, b FROM a JOIN b ON a.i = b.i JOIN c ON c.i = a.i|DELETE [c] -> [a, b]
mysql|INSERT IGNORE INTO t SET a = 1|INSERT [] -> [t]
mysql|REPLACE INTO t (a) SELECT "x from y" FROM `db`.`s`|REPLACE [db.s] -> [t]
mysql|SELECT a INTO @x FROM t|SELECT [t] -> []
mysql|SELECT * FROM t INTO OUTFILE '/out/t.csv'|COPY [t] -> [/out/t.csv]
mysql|LOAD DATA LOCAL INFILE '/in/t.csv' INTO TABLE db.t|COPY [/in/t.csv] -> [db.t]
mysql|RENAME TABLE a TO b, c TO d|RENAME [a, c] -> [b, d]
mysql|SELECT * FROM a USE INDEX FOR JOIN (i), b # FROM c|SELECT [a, b] -> []
mysql|SELECT 1 /*!50000 FROM a */|SELECT [a] -> []
mariadb|INSERT INTO t VALUES (1) RETURNING a|INSERT [] -> [t]
oracle|INSERT ALL WHEN a > 1 THEN INTO t (x) VALUES (a) ELSE INTO u VALUES (b) SELECT a, b FROM s|INSERT [s] -> [t, u]
oracle|INSERT INTO (SELECT a FROM t) VALUES (1)|INSERT [] -> [t]
oracle|SELECT * FROM emp@hq e, dept d WHERE e.d = d.i (+) CONNECT BY PRIOR a = b|SELECT [emp@hq, dept] -> []
oracle|SELECT q'[it's FROM a]' FROM TABLE(pkg.f(1)) k, t, dual, user_orders|SELECT [t, user_orders] -> []
oracle|UPDATE t SET (a, b) = (SELECT x, y FROM s) WHERE c = :1|UPDATE [s] -> [t]
sqlserver|SELECT TOP 3 * FROM [my db].[a ]]b] WITH (NOLOCK) CROSS APPLY f(x) OUTER APPLY (SELECT * FROM u) k|SELECT [my db.a ]b, u] -> []
sqlserver|SELECT * INTO #tmp FROM db..t|SELECT_INTO [db..t] -> [#tmp]
sqlserver|UPDATE k SET a = s.a FROM dbo.t AS k JOIN s ON s.i = k.i|UPDATE [s] -> [dbo.t]
sqlserver|UPDATE t SET a = s.a FROM t JOIN s ON s.i = t.i|UPDATE [s] -> [t]
sqlserver|WITH d AS (SELECT *, row_number() OVER (ORDER BY i) n FROM t) DELETE FROM d WHERE n > 1|DELETE [] -> [t]
sqlserver|INSERT INTO t (a) OUTPUT inserted.a INTO log (a) SELECT a FROM s|INSERT [s] -> [t, log]
sqlserver|SELECT * FROM t FOR SYSTEM_TIME FROM '2020' TO '2021' AS h, u OPTION (MERGE JOIN)|SELECT [t, u] -> []
sqlserver|SELECT * FROM OPENROWSET(BULK 'C:\\in\\f.csv', SINGLE_CLOB) AS f|SELECT [C:\\in\\f.csv] -> []
db2|SELECT i FROM FINAL TABLE (INSERT INTO t (a) VALUES (?))|SELECT [] -> [t]
h2|MERGE INTO t (a, b) KEY (a) VALUES (?, ?)|MERGE [] -> [t]
h2|INSERT INTO t SELECT * FROM CSVREAD('/in/t.csv') f JOIN s ON s.i = f.i|INSERT [/in/t.csv, s] -> [t]
h2|CALL NEXT VALUE FOR order_keys|SELECT [] -> []
h2|CALL CSVWRITE('/out/t.csv', 'SELECT * FROM t')|COPY [t] -> [/out/t.csv]
hsqldb|SELECT "id", "name" FROM "sales_fact_1997" s, PUBLIC."product" p|SELECT [sales_fact_1997, PUBLIC.product] -> []
derby|INSERT INTO APP.T SELECT * FROM APP.S|INSERT [APP.S] -> [APP.T]
sqlite|INSERT OR REPLACE INTO t SELECT * FROM [a b], `c`|INSERT [a b, c] -> [t]
duckdb|SELECT * FROM 'in/a.parquet' JOIN read_csv(['b.csv', 'c.csv'], header = true) USING (i)|SELECT [in/a.parquet, b.csv, c.csv] -> []
duckdb|FROM t SELECT a WHERE b = 1|SELECT [t] -> []
duckdb|COPY (FROM t) TO 'out.parquet' (FORMAT parquet)|COPY [t] -> [out.parquet]
snowflake|COPY INTO t (a) FROM (SELECT $1 FROM @db.s.stage/in.csv)|COPY [@db.s.stage/in.csv] -> [t]
snowflake|COPY INTO @out FROM t|COPY [t] -> [@out]
snowflake|SELECT f.value:from:table::int FROM t, LATERAL FLATTEN(input => t.doc) f // FROM x|SELECT [t] -> []
snowflake|CREATE TABLE t CLONE s|CREATE_TABLE_AS [s] -> [t]
snowflake|CREATE OR REPLACE TABLE t COPY GRANTS AS SELECT * FROM IDENTIFIER('db.s.u')|CREATE_TABLE_AS [db.s.u] -> [t]
bigquery|SELECT * EXCEPT (a) FROM `p-1.d.t` k, UNNEST(k.items) i, k.tags, p-2.d.u EXCEPT DISTINCT SELECT * FROM d.v|SELECT [p-1.d.t, p-2.d.u, d.v] -> []
bigquery|EXPORT DATA OPTIONS (uri = 'gs://b/x-*.csv', format = 'CSV') AS SELECT * FROM d.t|COPY [d.t] -> [gs://b/x-*.csv]
hive|FROM s INSERT OVERWRITE TABLE t PARTITION (d = '1') SELECT a INSERT INTO TABLE u SELECT b WHERE b > 1|INSERT [s] -> [t, u]
hive|INSERT OVERWRITE LOCAL DIRECTORY '/out' ROW FORMAT DELIMITED SELECT * FROM t|COPY [t] -> [/out]
hive|SELECT * FROM t LATERAL VIEW OUTER explode(x) e AS k, v LATERAL VIEW explode(y) f JOIN u ON 1 = 1|SELECT [t, u] -> []
spark|SELECT * FROM parquet.`/in/t` a JOIN u ON a.i = u.i|SELECT [/in/t, u] -> []
databricks|INSERT INTO t REPLACE WHERE a = 1 SELECT * FROM s|INSERT [s] -> [t]
trino|SELECT * FROM TABLE(f(input => TABLE(orders))) CROSS JOIN UNNEST(a) WITH ORDINALITY AS k (x, n)|SELECT [orders] -> []
athena|SELECT * FROM t CROSS JOIN UNNEST(a) AS k (x)|SELECT [t] -> []
clickhouse|WITH 1 AS n, (SELECT max(x) FROM u) AS m SELECT * FROM t FINAL ARRAY JOIN p AS q, r PREWHERE a GLOBAL ANY LEFT JOIN v USING (i) SETTINGS z = 1|SELECT [u, t, v] -> []
clickhouse|INSERT INTO FUNCTION file('out.csv') SELECT * FROM t|INSERT [t] -> [out.csv]
teradata|SEL * FROM t SAMPLE 10|SELECT [t] -> []
teradata|CREATE TABLE t AS s WITH DATA|CREATE_TABLE_AS [s] -> [t]
generic|SELECT {fn ucase(x)}, {d '2020-01-01'} FROM {oj a LEFT OUTER JOIN b ON a.i = b.i}|SELECT [a, b] -> []
generic|{? = call pkg.f(?, ?)}|CALL [] -> []
""")
  void tables(String dialect, String sql, String expected) {
    assertEquals(expected, Analysis.lines(dialect, sql));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
"""
ansi|INSERT INTO t (a, "B", "c""d") VALUES (1, 2, 3)|a, "B", "c"d"
mysql|INSERT INTO t (`a`, b) SELECT x, y FROM s|"a", b
ansi|INSERT INTO t VALUES (1)|^^
""")
  void targetColumnsTellWhetherTheirCaseCounts(String dialect, String sql, String expected) {
    SqlStatement statement = Analysis.one(dialect, sql);
    List<String> columns = new ArrayList<>();
    for (int i = 0; i < statement.targetColumns().size(); i++) {
      String quote = statement.isTargetColumnQuoted(i) ? "\"" : "";
      columns.add(quote + statement.targetColumns().get(i) + quote);
    }
    assertEquals(expected, String.join(", ", columns));
  }
}
