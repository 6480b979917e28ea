package io.spoor.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Scripts, blocks and batches come out as their statements, in order. */
class ScriptTest {

  @Test
  void semicolonsInLiteralsAndCommentsDoNotSplit() {
    assertEquals(
        "SELECT [a] -> []; SELECT [b] -> []",
        Analysis.lines("ansi", ";SELECT ';' FROM a -- ; x\n;; /* ; */ SELECT \";\" FROM b;"));
  }

  @Test
  void nothingGivesNoStatement() {
    assertEquals("", Analysis.lines("ansi", ""));
    assertEquals("", Analysis.lines("ansi", " -- only this\n ; "));
    assertEquals(0, SqlLineage.analyze(null, Dialect.ANSI, Limits.DEFAULT).statements().size());
  }

  @Test
  void transactSqlNeedsNoSemicolons() {
    String sql =
        """
        DECLARE @n INT = 1
        IF EXISTS (SELECT 1 FROM a) BEGIN
          INSERT INTO b (x) SELECT y FROM c
          UPDATE d SET e = CASE WHEN @n = 1 THEN 1 ELSE 2 END WHERE f = 2
        END ELSE DELETE FROM g
        SELECT * INTO #t FROM h UNION ALL SELECT * FROM i
        WITH q AS (SELECT 1 x FROM j) UPDATE k SET z = q.x FROM q
        EXEC sp_executesql N'INSERT INTO l SELECT * FROM m'
        GO
        MERGE n USING o ON n.i = o.i WHEN MATCHED THEN UPDATE SET a = o.a WHEN NOT MATCHED
          THEN INSERT (i) VALUES (o.i);
        TRUNCATE TABLE p
        """;
    assertEquals(
        "OTHER [] -> []; INSERT [c] -> [b]; UPDATE [] -> [d]; DELETE [] -> [g]; "
            + "SELECT_INTO [h, i] -> [#t]; UPDATE [j] -> [k]; INSERT [m] -> [l]; "
            + "MERGE [o] -> [n]; TRUNCATE [] -> [p]",
        Analysis.lines("sqlserver", sql));
  }

  @Test
  void statementsOfAnAnonymousBlock() {
    String sql =
        """
        DECLARE v NUMBER;
        BEGIN
          SELECT a INTO v FROM t WHERE b = 1;
          FOR r IN (SELECT * FROM u) LOOP INSERT INTO w VALUES (r.x); END LOOP;
          IF v > 1 THEN DELETE FROM x; ELSIF v = 0 THEN UPDATE y SET z = 1; END IF;
          EXECUTE IMMEDIATE 'TRUNCATE TABLE zz';
          COMMIT;
        END;
        /
        SELECT * FROM t2
        """;
    assertEquals(
        "OTHER [] -> []; SELECT [t] -> []; SELECT [u] -> []; INSERT [] -> [w]; DELETE [] -> [x]; "
            + "UPDATE [] -> [y]; TRUNCATE [] -> [zz]; TRANSACTION [] -> []; SELECT [t2] -> []",
        Analysis.lines("oracle", sql));
  }

  @Test
  void doBlockRunsItsText() {
    assertEquals(
        "INSERT [b] -> [a]",
        Analysis.lines("postgresql", "DO $x$ BEGIN INSERT INTO a SELECT * FROM b; END $x$"));
  }

  @Test
  void aRoutineIsDefinedNotRun() {
    assertEquals(
        "CREATE_ROUTINE [] -> []; SELECT [c] -> []",
        Analysis.lines(
            "mysql",
            "CREATE PROCEDURE p() BEGIN INSERT INTO a SELECT * FROM b; IF x THEN SELECT 1; END IF;"
                + " END; SELECT * FROM c"));
    assertEquals(
        "CREATE_ROUTINE [] -> []; SELECT [c] -> []",
        Analysis.lines(
            "postgresql",
            "CREATE FUNCTION f() RETURNS int AS $$ SELECT 1 FROM a; $$ LANGUAGE sql;"
                + " SELECT * FROM c"));
    assertEquals(
        "CREATE_ROUTINE [] -> []",
        Analysis.lines(
            "sqlserver", "CREATE PROCEDURE p AS INSERT INTO a SELECT * FROM b SELECT * FROM c"));
  }

  @Test
  void beginAndEndOfATransaction() {
    assertEquals(
        "TRANSACTION [] -> []; INSERT [] -> [a]; TRANSACTION [] -> []",
        Analysis.lines("postgresql", "BEGIN; INSERT INTO a VALUES (1); END"));
  }

  @Test
  void sessionStatements() {
    assertEquals(
        "SESSION [] -> []; SESSION [] -> []",
        Analysis.lines("mysql", "USE shop; SET NAMES 'utf8'"));
  }
}
