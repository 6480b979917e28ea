package io.spoor.boot.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerbTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "SELECT 1 | false | 0 |",
        "begin | true | 0 |",
        "BEGIN; | true | 0 |",
        "/* a */ -- b | false | 0 |",
        "BEGIN TRANSACTION | true | 0 |",
        "BEGIN IMMEDIATE | true | 0 |",
        "START TRANSACTION READ WRITE | true | 0 |",
        "BEGIN INSERT INTO t VALUES (1); END; | false | 0 |",
        "BEGIN TRY SELECT 1 END TRY | false | 0 |",
        "BEGIN; INSERT INTO t VALUES (1); COMMIT; | true | 2 |",
        "BEGIN TRAN; INSERT INTO t VALUES (1); ROLLBACK TRAN | true | 3 |",
        "INSERT INTO t VALUES ('; COMMIT') | false | 0 |",
        "COMMIT WORK | false | 2 |",
        "END | false | 2 |",
        "rollback work; | false | 3 |",
        "ROLLBACK TO SAVEPOINT \"A\" | false | 5 | a",
        "ROLLBACK TRANSACTION TO x | false | 5 | x",
        "rollback to x; | false | 5 | x",
        "SAVEPOINT x | false | 4 | x",
        "SAVE TRANSACTION x | false | 4 | x",
        "ROLLBACK TRAN x | false | 14 | x",
        "RELEASE SAVEPOINT x | false | 6 | x",
        "RELEASE x | false | 6 | x",
        "SET autocommit = 0 | false | 8 |",
        "SET @@session.autocommit=1 | false | 7 |",
        "SET AUTOCOMMIT FALSE | false | 8 |",
        "SET AUTOCOMMIT ON | false | 7 |",
        "SET IMPLICIT_TRANSACTIONS ON | false | 8 |",
        "SET SCHEMA x | false | 17 |",
        "SET LOCAL search_path = a | false | 18 |",
        "set session search_path to a | false | 17 |",
        "SET LOCAL timezone = 'x' | false | 0 |",
        "SET NAMES utf8 | false | 0 |",
        "SET LOCAL search_path = a; INSERT INTO t VALUES (1) | false | 18 |",
        "SELECT set_config('search_path', 'a', true) | false | 18 |",
        "SELECT pg_catalog.set_config('search_path', '', false) | false | 17 |",
        "SELECT set_config('timezone', 'x', true) | false | 0 |",
        "SELECT search_path FROM t | false | 0 |",
        "RESET ALL | false | 17 |",
        "RESET timezone | false | 0 |",
        "DISCARD ALL | false | 17 |",
        "USE x | false | 17 |",
        "ALTER SESSION SET CURRENT_SCHEMA = hr | false | 17 |",
        "CREATE TABLE t (a INT) | false | 9 |",
        "CREATE OR REPLACE TEMPORARY TABLE t (a INT) | false | 10 |",
        "DROP TEMPORARY TABLE t | false | 10 |",
        "ALTER TABLE t ADD a INT | false | 9 |",
        "ALTER SESSION SET x = 1 | false | 0 |",
        "TRUNCATE TABLE t | false | 11 |",
        "PREPARE TRANSACTION 'Ab' | false | 12 | ab",
        "PREPARE COMMIT XID_1 | false | 12 | xid_1",
        "PREPARE s FROM 'SELECT 1' | false | 0 |",
        "COMMIT PREPARED 'ab' | false | 13 | ab",
        "COMMIT TRANSACTION XID_1 | false | 13 | xid_1",
        "COMMIT TRANSACTION | false | 2 |",
        "ROLLBACK PREPARED 'ab' | false | 14 | ab",
        "XA START 0x1,0x2,1 | true | 0 |",
        "XA END 0x1,0x2,1 | false | 0 |",
        "XA PREPARE 0x1,0x2,1 | false | 12 | 0x1,0x2,1",
        "XA COMMIT 0x1,0x2,1 ONE PHASE | false | 15 | 0x1,0x2,1",
        "XA ROLLBACK 0x1,0x2,1 | false | 16 | 0x1,0x2,1",
      })
  void whatATextDoesToItsTransaction(String sql, boolean begins, int last, String name) {
    Verb verb = new Verb(sql);
    assertEquals(begins, verb.begins(), "begins");
    assertEquals(last, verb.last(), "last");
    assertEquals(name, verb.name, "name");
  }
}
