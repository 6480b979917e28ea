package io.spoor.instrumentation.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spoor.sql.Limits;
import io.spoor.sql.SqlLineage;
import io.spoor.sql.TableName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables that lie on another server than the connection, and those that are no data. */
class LinkedTablesTest {

  private static TableName table(Database database, String written) {
    return SqlLineage.analyze("DELETE FROM " + written, database.dialect(), Limits.DEFAULT)
        .statements()
        .get(0)
        .outputs()
        .get(0);
  }

  private static String dataset(String aliases, String url, String written) {
    Database database = new JdbcUrl("/", new DatabaseNames(aliases, null)).parse(url, null);
    return database.table(table(database, written)).toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          emp@sales             | oracle://sales SALES.EMP
          hr.emp@sales.world    | oracle://sales.world SALES.WORLD.HR.EMP
          "Hr".emp@Sales        | oracle://sales SALES.Hr.EMP
          """)
  void linksOfOracle(String written, String expected) {
    assertEquals(expected, dataset(null, "jdbc:oracle:thin:@h:1521/S", written));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Srv.crm.dbo.T         | sqlserver://srv crm.dbo.T
          [srv\\I].crm..T       | sqlserver://srv/i crm.dbo.T
          """)
  void linkedServers(String written, String expected) {
    assertEquals(expected, dataset(null, "jdbc:sqlserver://h;databaseName=d", written));
  }

  @Test
  void anAliasSaysWhereALinkLeads() {
    assertEquals(
        "oracle://h2:1521 SALES.HR.EMP",
        dataset("sales=h2:1521", "jdbc:oracle:thin:@h:1521/S", "hr.emp@sales"));
    assertEquals(
        "sqlserver://h2:1433 crm.dbo.T",
        dataset("srv=h2:1433", "jdbc:sqlserver://h;databaseName=d", "srv.crm.dbo.T"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          jdbc:postgresql://h/d   | pg_catalog.pg_class           | true
          jdbc:postgresql://h/d   | information_schema.tables     | true
          jdbc:postgresql://h/d   | pg_class                      | true
          jdbc:postgresql://h/d   | mart.pg_class                 | false
          jdbc:postgresql://h/d   | page                          | false
          jdbc:mysql://h/d        | INFORMATION_SCHEMA.TABLES     | true
          jdbc:mysql://h/d        | mysql.user                    | true
          jdbc:mysql://h/d        | d.user                        | false
          jdbc:oracle:thin:@h:1/S | sys.obj$                      | true
          jdbc:oracle:thin:@h:1/S | ALL_TAB_COLUMNS               | true
          jdbc:oracle:thin:@h:1/S | user_accounts                 | false
          jdbc:sqlserver://h      | sys.objects                   | true
          jdbc:db2://h/D          | SYSCAT.TABLES                 | true
          jdbc:sqlite:/a          | sqlite_master                 | true
          jdbc:sqlite:/a          | t                             | false
          jdbc:derby:/d           | SYS.SYSTABLES                 | true
          jdbc:ch://h             | system.tables                 | true
          jdbc:firebirdsql://h/e  | rdb$database                  | true
          """)
  void cataloguesAreNoData(String url, String written, boolean expected) {
    Database database = new JdbcUrl("/").parse(url, null);
    assertEquals(expected, database.isCatalogue(table(database, written)));
  }
}
