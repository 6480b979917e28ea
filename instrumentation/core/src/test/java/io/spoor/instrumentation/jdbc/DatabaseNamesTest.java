package io.spoor.instrumentation.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseNamesTest {

  private static Database parse(String aliases, String sqlServer, String url) {
    return new JdbcUrl("/job/dir", new DatabaseNames(aliases, sqlServer)).parse(url, null);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          10.0.0.5=Sales.Corp            | jdbc:postgresql://10.0.0.5/d        | postgres://sales.corp:5432
          10.0.0.5:5432=sales            | jdbc:postgresql://10.0.0.5/d        | postgres://sales
          10.0.0.5:5432=sales            | jdbc:postgresql://10.0.0.5:5433/d   | postgres://10.0.0.5:5433
          H1=sales:6432                  | jdbc:postgresql://h1/d              | postgres://sales:6432
          h1=s ; h2=s                    | jdbc:postgresql://h1,h2/d           | postgres://s:5432
          h1=s                           | jdbc:postgresql://h1,h2/d           | postgres://s:5432,h2:5432
          [::1]=s                        | jdbc:postgresql://[::1]:5433/d      | postgres://s:5433
          ms=sql.corp                    | jdbc:sqlserver://ms;databaseName=d  | sqlserver://sql.corp:1433
          ms=sql.corp                    | jdbc:sqlserver://ms\\I;databaseName=d | sqlserver://sql.corp/I
          postgres://h:5432=postgres://Logical | jdbc:postgresql://h/d         | postgres://Logical
          sqlite:/var/a.db=sqlite:shop   | jdbc:sqlite:/var/a.db               | sqlite:shop
          tns=h.corp:1521                | jdbc:oracle:thin:@tns               | oracle://h.corp:1521
          h=x                            | jdbc:postgresql://other/d           | postgres://other:5432
          nonsense;=x;a=                 | jdbc:postgresql://a/d               | postgres://a:5432
          """)
  void aliases(String aliases, String url, String namespace) {
    assertEquals(namespace, parse(aliases, null, url).namespace());
  }

  @Test
  void theAddressStaysTheRealOne() {
    assertEquals("postgres://h:5432", parse("h=x", null, "jdbc:postgresql://h/d").uri());
  }

  @ParameterizedTest
  @CsvSource({"sqlserver,sqlserver", "mssql,mssql", "MSSQL,mssql", ",sqlserver", "x,sqlserver"})
  void theSchemeOfSqlServer(String setting, String scheme) {
    assertEquals(
        scheme + "://h:1433", parse(null, setting, "jdbc:sqlserver://h;database=d").namespace());
    assertEquals(
        scheme + "://h:1433", parse(null, setting, "jdbc:jtds:sqlserver://h/d").namespace());
    assertEquals("postgres://h:5432", parse(null, setting, "jdbc:postgresql://h/d").namespace());
  }
}
