package io.spoor.boot.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextKeyTest {

  private static final int POSTGRES = Product.of("jdbc:postgresql:x");
  private static final int MYSQL = Product.of("jdbc:mysql://h/x");

  private static void same(String a, String b, int product) {
    assertEquals(TextKey.of(a, product), TextKey.of(b, product), a + "\n" + b);
  }

  private static void differ(String a, String b, int product) {
    assertNotEquals(TextKey.of(a, product), TextKey.of(b, product), a + "\n" + b);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "INSERT INTO t VALUES (1, 'a') | INSERT INTO t VALUES (22, 'it''s')",
        "insert into t (a, b) values (-1, 1.5e3) | insert into t (a, b) values (7, 2)",
        "INSERT INTO t VALUES (1, 'a'), (2, 'b') | INSERT INTO t VALUES (3, 'c'), (4, 'd')",
        "INSERT INTO t VALUES (upper('a'), DATE '2024-01-01')"
            + " | INSERT INTO t VALUES (upper('b'), DATE '2025-01-01')",
        "SELECT a FROM t WHERE b = 'x' AND c > 5 | SELECT a FROM t WHERE b = 'y' AND c > 6",
        "SELECT a FROM t WHERE b IN ('x', 'y') | SELECT a FROM t WHERE b IN ('z', 'a')",
        "UPDATE t SET a = 'x', b = 2 WHERE (id = 3) | UPDATE t SET a = 'y', b = 5 WHERE (id = 4)",
        "UPDATE t SET a = N'x' | UPDATE t SET a = N'y'",
        "SELECT a  FROM t -- trace 1 | SELECT a FROM t -- trace 2",
        "/* trace 1 */ SELECT a FROM t | /* trace 2 */ SELECT a FROM t",
        "WITH c AS (SELECT a FROM t WHERE b = 'x') SELECT a FROM c"
            + " | WITH c AS (SELECT a FROM t WHERE b = 'y') SELECT a FROM c",
      })
  void textsThatDifferInValuesAloneAreOne(String a, String b) {
    same(a, b, POSTGRES);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "INSERT INTO t VALUES (1) | INSERT INTO u VALUES (1)",
        "SELECT a FROM t | SELECT b FROM t",
        "SELECT a b FROM t | SELECT ab FROM t",
        "SELECT \"a\" FROM t | SELECT \"b\" FROM t",
        "SELECT * FROM read_csv('a.csv') | SELECT * FROM read_csv('b.csv')",
        "SELECT * FROM read_csv(['a.csv']) | SELECT * FROM read_csv(['b.csv'])",
        "SELECT * FROM f(path => 'a.csv') | SELECT * FROM f(path => 'b.csv')",
        "SELECT * FROM f((path = 'a.csv')) | SELECT * FROM f((path = 'b.csv'))",
        "SELECT * FROM 'a.csv' | SELECT * FROM 'b.csv'",
        "SELECT * FROM t WHERE a IN (SELECT b FROM 'a.csv')"
            + " | SELECT * FROM t WHERE a IN (SELECT b FROM 'b.csv')",
        "INSERT INTO t VALUES ((SELECT a FROM f('a.csv')))"
            + " | INSERT INTO t VALUES ((SELECT a FROM f('b.csv')))",
        "SELECT a FROM t INTO OUTFILE 'a' | SELECT a FROM t INTO OUTFILE 'b'",
        "SET SCHEMA 'a' | SET SCHEMA 'b'",
        "SET search_path = 'a' | SET search_path = 'b'",
        "COPY t FROM 'a.csv' | COPY t FROM 'b.csv'",
        "EXEC ('INSERT INTO a') | EXEC ('INSERT INTO b')",
        "PREPARE TRANSACTION 'a' | PREPARE TRANSACTION 'b'",
        "SELECT a FROM t WHERE b = 1; SET SCHEMA = 'a' | SELECT a FROM t WHERE b = 1; SET SCHEMA = 'b'",
        "SELECT a FROM t WHERE b = $$ ' $$, '1' | SELECT a FROM t WHERE b = $$ ' $$, '2'",
        "SELECT a FROM t WHERE b = q'[']' FROM u | SELECT a FROM t WHERE b = q'[']' FROM v",
        "SELECT a FROM t WHERE b = 'open | SELECT a FROM t WHERE b = 'open too",
        "SELECT 5--3 FROM a | SELECT 5--3 FROM b",
        "SELECT /*! a */ 1 FROM t | SELECT /*! b */ 1 FROM t",
        "SELECT a FROM t ORDER BY 1 | SELECT a FROM t ORDER BY 2",
      })
  void textsThatMightMeanSomethingElseAreTwo(String a, String b) {
    differ(a, b, POSTGRES);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "INSERT INTO t VALUES ('a\\', 'b') FROM x | INSERT INTO t VALUES ('c\\', 'd') FROM y",
      })
  void aBackslashIsReadAsTheProductDoes(String a, String b) {
    // There the first string goes on, and what follows it is no SQL that ends.
    differ(a, b, MYSQL);
    differ(a, b, 0);
    same("INSERT INTO t VALUES ('a\\'', 1)", "INSERT INTO t VALUES ('b\\'', 2)", MYSQL);
    same("INSERT INTO t VALUES ('a\\', 1)", "INSERT INTO t VALUES ('b\\', 2)", POSTGRES);
    differ("INSERT INTO t VALUES ('a\\', 1)", "INSERT INTO t VALUES ('b\\', 2)", 0);
  }
}
