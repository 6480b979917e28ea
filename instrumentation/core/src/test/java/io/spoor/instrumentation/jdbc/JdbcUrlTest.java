package io.spoor.instrumentation.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.spoor.sql.Limits;
import io.spoor.sql.SqlLineage;
import io.spoor.sql.TableName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class JdbcUrlTest {

  private static Database parse(String url, String user) {
    return new JdbcUrl("/job/dir").parse(url, user);
  }

  /** A table as a statement on this database would name it. */
  private static String dataset(Database database, String written) {
    TableName table =
        SqlLineage.analyze("SELECT * FROM " + written, database.dialect(), Limits.DEFAULT)
            .statements()
            .get(0)
            .inputs()
            .get(0);
    return database.table(table).toString();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          jdbc:postgresql://DB1.Corp:5432/sales?user=bob&password=pw     | | postgres://db1.corp:5432 sales.public.t
          jdbc:postgresql://h/sales                                      | | postgres://h:5432 sales.public.t
          jdbc:postgresql://h1,h2:5433/sales                             | | postgres://h1:5432,h2:5433 sales.public.t
          jdbc:postgresql://[::1]/sales                                  | | postgres://[::1]:5432 sales.public.t
          jdbc:postgresql:///sales                                       | | postgres://localhost:5432 sales.public.t
          jdbc:postgresql:sales                                          | | postgres://localhost:5432 sales.public.t
          jdbc:postgresql://h/                                           |bob| postgres://h:5432 bob.public.t
          jdbc:postgresql://h/?user=ann                                  | | postgres://h:5432 ann.public.t
          jdbc:postgresql://h/sales?currentSchema=mart,public            | | postgres://h:5432 sales.mart.t
          jdbc:redshift://c.abc.us-east-1.redshift.amazonaws.com:5439/dev| | redshift://c.us-east-1:5439 dev.public.t
          jdbc:redshift:iam://c.abc.eu-west-1.redshift.amazonaws.com/dev | | redshift://c.eu-west-1:5439 dev.public.t
          jdbc:mysql://db/shop                                           | | mysql://db:3306 shop.t
          jdbc:mysql://u:p@db:3307/shop?useSSL=false                     | | mysql://db:3307 shop.t
          jdbc:mysql://u:p@h1,u:p@h2/shop                                | | mysql://h1:3306,h2:3306 shop.t
          jdbc:mysql:replication://h1,h2/shop                            | | mysql://h1:3306,h2:3306 shop.t
          jdbc:mysql://db/                                               | | mysql://db:3306 t
          jdbc:mariadb://db:3307/shop                                    | | mariadb://db:3307 shop.t
          jdbc:mariadb:sequential://a,b/shop                             | | mariadb://a,b shop.t
          jdbc:oracle:thin:@//H:1521/SVC                                 |scott| oracle://h:1521 SVC.SCOTT.T
          jdbc:oracle:thin:@h:1521:SID                                   |scott| oracle://h:1521 SID.SCOTT.T
          jdbc:oracle:thin:@h/SVC:dedicated                              |scott| oracle://h:1521 SVC.SCOTT.T
          jdbc:oracle:thin:@tcps://h:1522/SVC?wallet=/x                  |scott| oracle://h:1522 SVC.SCOTT.T
          jdbc:oracle:thin:scott/ti@ger@h:1521/SVC                       | | oracle://h:1521 SVC.SCOTT.T
          jdbc:sqlserver://MS:1433;databaseName=crm;user=sa;password=x   | | sqlserver://ms:1433 crm.dbo.t
          jdbc:sqlserver://ms\\INST;database=crm                          | | sqlserver://ms/INST crm.dbo.t
          jdbc:sqlserver://ms\\INST:1500;databaseName=crm                 | | sqlserver://ms:1500 crm.dbo.t
          jdbc:sqlserver://;serverName=ms;portNumber=1500                | | sqlserver://ms:1500 master.dbo.t
          jdbc:jtds:sqlserver://ms:1433/crm;instance=X                   | | sqlserver://ms:1433 crm.dbo.t
          jdbc:db2://d/SAMPLE:currentSchema=X;user=u;password=p;         | | db2://d:50000 SAMPLE.X.T
          jdbc:db2://d:50001/SAMPLE                                      |ann| db2://d:50001 SAMPLE.ANN.T
          jdbc:snowflake://acc-org.snowflakecomputing.com/?db=d&schema=s | | snowflake://acc-org D.S.T
          jdbc:snowflake://acc-org.snowflakecomputing.com/?db=d&user=u   | | snowflake://acc-org D.PUBLIC.T
          jdbc:bigquery://https://www.googleapis.com/bigquery/v2:443;ProjectId=p;DefaultDataset=d;OAuthPvtKey=k | | bigquery p.d.t
          jdbc:hive2://hs:10000/default;auth=noSasl                      | | hive://hs:10000 default.t
          jdbc:hive2://hs/                                               | | hive://hs:10000 default.t
          jdbc:trino://h:8080/hive/mart?user=x                           | | trino://h:8080 hive.mart.t
          jdbc:cassandra://c:9042/ks                                     | | cassandra://c:9042 ks.t
          jdbc:ch:http://h:8123/db                                       | | clickhouse://h:8123 db.t
          jdbc:clickhouse://h:8123/db                                    | | clickhouse://h:8123 db.t
          jdbc:p6spy:postgresql://h/sales                                | | postgres://h:5432 sales.public.t
          jdbc:tc:postgresql:9.6.8:///sales                              | | postgres://localhost:5432 sales.public.t
          jdbc:log4jdbc:mysql://h/shop                                   | | mysql://h:3306 shop.t
          JDBC:H2:mem:test;DB_CLOSE_DELAY=-1                             | | h2:mem:test PUBLIC.T
          jdbc:h2:mem:test;DATABASE_TO_LOWER=TRUE                        | | h2:mem:test public.t
          jdbc:h2:mem:test;DATABASE_TO_UPPER=FALSE;SCHEMA=mart           | | h2:mem:test mart.t
          jdbc:h2:/data/x;USER=sa;PASSWORD=secret                        | | h2:/data/x PUBLIC.T
          jdbc:h2:file:./x                                               | | h2:/job/dir/x PUBLIC.T
          jdbc:h2:split:30:/data/x                                       | | h2:/data/x PUBLIC.T
          jdbc:h2:nio:../x                                               | | h2:/job/x PUBLIC.T
          jdbc:h2:tcp://Host/~/x                                         | | h2://host:9092 ~/x.PUBLIC.T
          jdbc:hsqldb:mem:foodmart                                       | | hsqldb:mem:foodmart PUBLIC.T
          jdbc:hsqldb:res:foodmart                                       | | hsqldb:res:foodmart PUBLIC.T
          jdbc:hsqldb:file:/data/fm;ifexists=true                        | | hsqldb:/data/fm PUBLIC.T
          jdbc:hsqldb:fm                                                 | | hsqldb:/job/dir/fm PUBLIC.T
          jdbc:hsqldb:hsql://h/fm                                        | | hsqldb://h:9001 fm.PUBLIC.T
          jdbc:hsqldb:http://h:8080/fm                                   | | hsqldb://h:8080 fm.PUBLIC.T
          jdbc:derby:/data/d;create=true                                 | | derby:/data/d APP.T
          jdbc:derby:memory:d;create=true                                |ann| derby:memory:d ANN.T
          jdbc:derby:d;user=ann;password=x                               | | derby:/job/dir/d ANN.T
          jdbc:derby://h:1527/d;create=true                              | | derby://h:1527 d.APP.T
          jdbc:sqlite:/var/a.db                                          | | sqlite:/var/a.db t
          jdbc:sqlite:file:a.db?cache=shared                             | | sqlite:/job/dir/a.db t
          jdbc:sqlite::memory:                                           | | sqlite:mem: t
          jdbc:sqlite:                                                   | | sqlite:mem: t
          jdbc:duckdb:/var/a.duckdb                                      | | duckdb:/var/a.duckdb main.t
          jdbc:duckdb:                                                   | | duckdb:mem: main.t
          """)
  void anUnqualifiedTable(String url, String user, String expected) {
    Database database = parse(url, user);
    assertNotNull(database);
    assertEquals(expected, dataset(database, "t"));
    assertEquals(expected.substring(0, expected.lastIndexOf(' ')), database.uri());
    assertEquals(database.uri(), database.namespace());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          jdbc:postgresql://h/sales    | Mart.Orders           | sales.mart.orders
          jdbc:postgresql://h/sales    | "Mart"."Orders"       | sales.Mart.Orders
          jdbc:postgresql://h/sales    | sales.mart.orders     | sales.mart.orders
          jdbc:mysql://h/shop          | Orders                | shop.Orders
          jdbc:mysql://h/shop          | other.orders          | other.orders
          jdbc:mysql://h/shop          | `my shop`.`t 1`       | my shop.t 1
          jdbc:mysql://h/              | other.orders          | other.orders
          jdbc:oracle:thin:@h:1/S      | hr.emp                | S.HR.EMP
          jdbc:oracle:thin:@h:1/S      | "hr"."Emp"            | S.hr.Emp
          jdbc:oracle:thin:@h:1/S      | emp                   | S.EMP
          jdbc:sqlserver://h;database=c| sales.Orders          | c.sales.Orders
          jdbc:sqlserver://h;database=c| other.dbo.Orders      | other.dbo.Orders
          jdbc:sqlserver://h;database=c| [My Orders]           | c.dbo.My Orders
          jdbc:sqlserver://h;database=c| other..Orders         | other.dbo.Orders
          jdbc:db2://d/S               | x.t                   | S.X.T
          jdbc:snowflake://a.snowflakecomputing.com/ | d.s.t   | D.S.T
          jdbc:snowflake://a.snowflakecomputing.com/?db=d | s.t | D.S.T
          jdbc:trino://h:8080/hive     | mart.t                | hive.mart.t
          jdbc:trino://h:8080          | hive.mart.t           | hive.mart.t
          jdbc:hive2://h/default       | mart.T                | mart.t
          jdbc:bigquery://https://x;ProjectId=p | d.t          | p.d.t
          jdbc:h2:mem:a                | mart.orders           | MART.ORDERS
          jdbc:h2:mem:a                | A.PUBLIC.orders       | PUBLIC.ORDERS
          jdbc:h2:mem:a                | "Mart"."o.1"          | Mart.o.1
          jdbc:hsqldb:mem:a            | PUBLIC.PUBLIC.t       | PUBLIC.T
          jdbc:derby:/d                | mart.t                | MART.T
          jdbc:sqlite:/a.db            | main.t                | t
          jdbc:sqlite:/a.db            | aux.t                 | aux.t
          jdbc:sqlite:/a.db            | [t 1]                 | t 1
          jdbc:duckdb:/a.db            | mart.t                | mart.t
          jdbc:duckdb:/a.db            | other.main.t          | other.main.t
          """)
  void aTableAsItIsWritten(String url, String written, String expected) {
    String dataset = dataset(parse(url, null), written);
    assertEquals(expected, dataset.substring(dataset.indexOf(' ') + 1));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "postgresql://h/db",
        "jdbc:",
        "jdbc:x",
        "jdbc:unknown:address",
        "jdbc:oracle:thin:@tnsalias",
        "jdbc:oracle:thin:@(DESCRIPTION=(ADDRESS=(HOST=h)))",
        "jdbc:oracle:thin:@ldap://h:389/cn=x",
        "jdbc:oracle:oci8:",
        "jdbc:mysql://(host=h,port=3306,user=u,password=p)/db",
        "jdbc:mysql://address=(host=h)(port=3306)/db",
        "jdbc:mysql://u:pa/ss@h/db",
      })
  void whatIsNotUnderstoodHasNoName(String url) {
    assertNull(new JdbcUrl("/job/dir").parse(url, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://bob:S3CRET@h/db?password=S3CRET&sslpassword=S3CRET",
        "jdbc:mysql://bob:S3CRET@h1,bob:S3CRET@h2/db?password=S3CRET",
        "jdbc:mariadb://bob:S3CRET@h/db",
        "jdbc:oracle:thin:bob/S3CRET@h:1521/S",
        "jdbc:oracle:thin:bob/S3@S3CRET@//h:1521/S",
        "jdbc:sqlserver://h;databaseName=d;user=bob;password=S3CRET",
        "jdbc:jtds:sqlserver://h/d;user=bob;password=S3CRET",
        "jdbc:db2://h/D:user=bob;password=S3CRET;",
        "jdbc:db2://h/D:password=S3CRET;",
        "jdbc:snowflake://a.snowflakecomputing.com/?user=bob&password=S3CRET&db=D",
        "jdbc:bigquery://https://x;ProjectId=p;OAuthRefreshToken=S3CRET",
        "jdbc:hive2://h:10000/d;user=bob;password=S3CRET",
        "jdbc:trino://bob:S3CRET@h:8080/c/s?password=S3CRET",
        "jdbc:foo://bob:S3CRET@h/d?password=S3CRET",
        "jdbc:h2:/d;USER=sa;PASSWORD=S3CRET;CIPHER=AES",
        "jdbc:h2:tcp://bob:S3CRET@h/d;PASSWORD=S3CRET",
        "jdbc:hsqldb:/d;password=S3CRET;crypt_key=S3CRET",
        "jdbc:hsqldb:hsql://bob:S3CRET@h/d;password=S3CRET",
        "jdbc:derby:/d;bootPassword=S3CRET;user=u;password=S3CRET",
        "jdbc:sqlite:/a.db?password=S3CRET",
        "jdbc:duckdb:/a.db;motherduck_token=S3CRET",
      })
  void credentialsGetIntoNoName(String url) {
    Database database = parse(url, null);
    assertNotNull(database);
    String all = dataset(database, "t") + database.uri() + database.namespace() + database.path();
    assertEquals(-1, all.indexOf("S3CRET"), all);
  }

  @Test
  void embeddedDatabasesHaveAPathAndOthersNone() {
    assertEquals("/job/dir/x", parse("jdbc:h2:./x", null).path());
    assertEquals(
        System.getProperty("user.home") + "/x", parse("jdbc:h2:~/x;MODE=Oracle", null).path());
    assertEquals("/a.db", parse("jdbc:sqlite:/a.db", null).path());
    assertNull(parse("jdbc:h2:mem:x", null).path());
    assertNull(parse("jdbc:hsqldb:hsql://h/x", null).path());
    assertNull(parse("jdbc:postgresql://h/x", null).path());
  }

  @Test
  void anotherDefaultSchemaChangesUnqualifiedTablesOnly() {
    Database database = parse("jdbc:h2:mem:x", null).withSchema("MART");
    assertEquals("h2:mem:x MART.T", dataset(database, "t"));
    assertEquals("h2:mem:x PUBLIC.T", dataset(database, "public.t"));
    assertEquals("MART", database.schema());
  }
}
