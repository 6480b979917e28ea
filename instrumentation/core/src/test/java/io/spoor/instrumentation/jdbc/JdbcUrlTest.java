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
          jdbc:postgresql://[2001:DB8::1]:5433,h2/sales                  | | postgres://[2001:db8::1]:5433,h2:5432 sales.public.t
          jdbc:postgresql:///sales                                       | | postgres://localhost:5432 sales.public.t
          jdbc:postgresql:sales                                          | | postgres://localhost:5432 sales.public.t
          jdbc:postgresql:sales?user=ann                                 | | postgres://localhost:5432 sales.public.t
          jdbc:postgresql://h./sales                                     | | postgres://h:5432 sales.public.t
          jdbc:postgresql://h/                                           |bob| postgres://h:5432 bob.public.t
          jdbc:postgresql://h?user=ann                                   | | postgres://h:5432 ann.public.t
          jdbc:postgresql://h/?user=ann                                  | | postgres://h:5432 ann.public.t
          jdbc:postgresql://h/my%20sales                                 | | postgres://h:5432 my sales.public.t
          jdbc:postgresql://h/sales?currentSchema=mart,public            | | postgres://h:5432 sales.mart.t
          jdbc:postgresql://h/sales?currentSchema=Mart                   | | postgres://h:5432 sales.mart.t
          jdbc:postgresql://h/sales?currentSchema=%22Mart%22,public      | | postgres://h:5432 sales.Mart.t
          jdbc:postgresql://h/sales?currentSchema="$user",mart           | | postgres://h:5432 sales.mart.t
          jdbc:postgresql://h/sales?options=-c%20search_path=mart,public%20-c%20x=y | | postgres://h:5432 sales.mart.t
          jdbc:postgresql://h/sales?user=a@corp.com&ssl=true             | | postgres://h:5432 sales.public.t
          jdbc:postgresql:///sales?cloudSqlInstance=p:eu-west1:i&socketFactory=x | | postgres://p:eu-west1:i sales.public.t
          jdbc:postgresql://h:26257/defaultdb                            | | postgres://h:26257 defaultdb.public.t
          jdbc:cockroachdb://h/bank                                      | | postgres://h:26257 bank.public.t
          jdbc:pgsql://h/sales                                           | | postgres://h:5432 sales.public.t
          jdbc:edb://h/sales                                             | | postgres://h:5444 sales.public.t
          jdbc:yugabytedb://h/yb                                         | | postgres://h:5433 yb.public.t
          jdbc:pivotal:greenplum://h:5432;DatabaseName=gp                | | postgres://h:5432 gp.public.t
          jdbc:redshift://c.abc.us-east-1.redshift.amazonaws.com:5439/dev| | redshift://c.us-east-1:5439 dev.public.t
          jdbc:redshift://c.abc.us-east-1.redshift.amazonaws.com/dev;UID=u;PWD=p | | redshift://c.us-east-1:5439 dev.public.t
          jdbc:redshift:iam://c.abc.eu-west-1.redshift.amazonaws.com/dev | | redshift://c.eu-west-1:5439 dev.public.t
          jdbc:redshift:iam://c:eu-west-1/dev?AccessKeyID=x&SecretAccessKey=y | | redshift://c.eu-west-1:5439 dev.public.t
          jdbc:redshift:iam:///dev?ClusterID=c&Region=eu-west-1          | | redshift://c.eu-west-1:5439 dev.public.t
          jdbc:redshift://w.123456789012.us-east-1.redshift-serverless.amazonaws.com/dev?currentSchema=mart | | redshift://w.us-east-1:5439 dev.mart.t
          jdbc:redshift://10.0.0.1:5439/dev                              | | redshift://10.0.0.1:5439 dev.public.t
          jdbc:mysql://db/shop                                           | | mysql://db:3306 shop.t
          jdbc:mysql://u:p@db:3307/shop?useSSL=false                     | | mysql://db:3307 shop.t
          jdbc:mysql://u:p@h1,u:p@h2/shop                                | | mysql://h1:3306,h2:3306 shop.t
          jdbc:mysql://u:p@[h1:1,h2:2]/shop                              | | mysql://h1:1,h2:2 shop.t
          jdbc:mysql:replication://h1,h2/shop                            | | mysql://h1:3306,h2:3306 shop.t
          jdbc:mysql:loadbalance://h1:1,h2:2/shop                        | | mysql://h1:1,h2:2 shop.t
          jdbc:mysql:aws://h1/shop                                       | | mysql://h1:3306 shop.t
          jdbc:mysql://address=(host=h1)(port=3307),address=(host=h2)/shop| | mysql://h1:3307,h2:3306 shop.t
          jdbc:mysql://address=(protocol=tcp)(host=h1)(user=u)(password=p)/shop| | mysql://h1:3306 shop.t
          jdbc:mysql://(host=h1,port=3307,user=u,password=p),(host=h2)/shop| | mysql://h1:3307,h2:3306 shop.t
          jdbc:mysql://[::1]:3307/shop                                   | | mysql://[::1]:3307 shop.t
          jdbc:mysql://db/                                               | | mysql://db:3306 t
          jdbc:mysql://db/my%2Dshop                                      | | mysql://db:3306 my-shop.t
          jdbc:mariadb://db:3307/shop                                    | | mariadb://db:3307 shop.t
          jdbc:mariadb://db/shop?user=u&password=p                       | | mariadb://db:3306 shop.t
          jdbc:mariadb:sequential://a,b/shop                             | | mariadb://a:3306,b:3306 shop.t
          jdbc:mariadb:replication://address=(host=a)(port=1)(type=primary),b/shop | | mariadb://a:1,b:3306 shop.t
          jdbc:singlestore://h/db                                        | | singlestore://h:3306 db.t
          jdbc:oceanbase://h/db                                          | | oceanbase://h:2881 db.t
          jdbc:crate://h/                                                | | crate://h:5432 crate.doc.t
          jdbc:oracle:thin:@//H:1521/SVC                                 |scott| oracle://h:1521 SVC.SCOTT.T
          jdbc:oracle:thin:@h:1521:SID                                   |scott| oracle://h:1521 SID.SCOTT.T
          jdbc:oracle:thin:@[::1]:1521:SID                               |scott| oracle://[::1]:1521 SID.SCOTT.T
          jdbc:oracle:thin:@h/SVC:dedicated                              |scott| oracle://h:1521 SVC.SCOTT.T
          jdbc:oracle:thin:@h:1522/SVC:dedicated/inst1                   |scott| oracle://h:1522 SVC.SCOTT.T
          jdbc:oracle:thin:@tcps://h:1522/SVC?wallet=/x                  |scott| oracle://h:1522 SVC.SCOTT.T
          jdbc:oracle:thin:@tcp://h1,h2:1522/SVC                         |scott| oracle://h1:1522,h2:1522 SVC.SCOTT.T
          jdbc:oracle:thin:@//h1:1521,h2:1522/SVC                        |scott| oracle://h1:1521,h2:1522 SVC.SCOTT.T
          jdbc:oracle:thin:scott/ti@ger@h:1521/SVC                       | | oracle://h:1521 SVC.SCOTT.T
          jdbc:oracle:thin:app[hr]/pw@h:1521/SVC                         | | oracle://h:1521 SVC.HR.T
          jdbc:oracle:thin:@h:1521/SVC                                   |app[hr]| oracle://h:1521 SVC.HR.T
          jdbc:oracle:thin:@h:1521/SVC                                   |"Hr"| oracle://h:1521 SVC.Hr.T
          jdbc:oracle:thin:@h:1521/SVC                                   |sys as sysdba| oracle://h:1521 SVC.SYS.T
          jdbc:oracle:oci:@h:1521/SVC                                    |scott| oracle://h:1521 SVC.SCOTT.T
          jdbc:oracle:thin:@(DESCRIPTION=(ADDRESS=(PROTOCOL=TCP)(HOST=H1)(PORT=1522))(CONNECT_DATA=(SERVICE_NAME=svc))) |scott| oracle://h1:1522 svc.SCOTT.T
          jdbc:oracle:thin:@( description = (address_list=(load_balance=on)(address=(protocol=tcp)(port=1)(host=h1))(address=(host=h2))) (connect_data=(server=dedicated)(sid=ORCL))) |scott| oracle://h1:1,h2:1521 ORCL.SCOTT.T
          jdbc:oracle:thin:scott/tiger@(DESCRIPTION=(ADDRESS=(HOST=h)(PORT=1521))(CONNECT_DATA=(SID=S))) | | oracle://h:1521 S.SCOTT.T
          jdbc:oracle:thin:@tnsalias                                     |scott| oracle://tnsalias TNSALIAS.SCOTT.T
          jdbc:oracle:thin:@sales.world?TNS_ADMIN=/nowhere               |scott| oracle://sales.world SALES.WORLD.SCOTT.T
          jdbc:datadirect:oracle://h:1521;ServiceName=SVC;User=scott;Password=p | | oracle://h:1521 SVC.SCOTT.T
          jdbc:sqlserver://MS:1433;databaseName=crm;user=sa;password=x   | | sqlserver://ms:1433 crm.dbo.t
          jdbc:sqlserver://ms                                            | | sqlserver://ms:1433 master.dbo.t
          jdbc:sqlserver://ms\\INST;database=crm                          | | sqlserver://ms/INST crm.dbo.t
          jdbc:sqlserver://ms\\INST:1500;databaseName=crm                 | | sqlserver://ms:1500 crm.dbo.t
          jdbc:sqlserver://ms;instanceName=INST;databaseName=crm         | | sqlserver://ms/INST crm.dbo.t
          jdbc:sqlserver://ms;instanceName=INST;portNumber=1500;databaseName=crm | | sqlserver://ms:1500 crm.dbo.t
          jdbc:sqlserver://;serverName=ms;portNumber=1500                | | sqlserver://ms:1500 master.dbo.t
          jdbc:sqlserver://;serverName=ms\\INST;databaseName=crm          | | sqlserver://ms/INST crm.dbo.t
          jdbc:sqlserver://;serverName=2001:db8::1;databaseName=crm      | | sqlserver://[2001:db8::1]:1433 crm.dbo.t
          jdbc:sqlserver://s.database.windows.net:1433;database=crm;password={a;databaseName=no};encrypt=true | | sqlserver://s.database.windows.net:1433 crm.dbo.t
          jdbc:sqlserver://ms;password={a}};databaseName=no};databaseName={my db} | | sqlserver://ms:1433 my db.dbo.t
          jdbc:jtds:sqlserver://ms:1433/crm;instance=X                   | | sqlserver://ms:1433 crm.dbo.t
          jdbc:jtds:sqlserver://ms/crm;instance=X                        | | sqlserver://ms/X crm.dbo.t
          jdbc:jtds:sqlserver://ms/crm                                   | | sqlserver://ms:1433 crm.dbo.t
          jdbc:jtds:sybase://h/crm                                       | | sybase://h:7100 crm.dbo.t
          jdbc:sybase:Tds:h:5000/crm?charset=utf8                        | | sybase://h:5000 crm.dbo.t
          jdbc:datadirect:sqlserver://ms:1433;DatabaseName=crm           | | sqlserver://ms:1433 crm.dbo.t
          jdbc:db2://d/SAMPLE:currentSchema=X;user=u;password=p;         | | db2://d:50000 SAMPLE.X.T
          jdbc:db2://d/SAMPLE:currentSchema=mart;                        | | db2://d:50000 SAMPLE.mart.T
          jdbc:db2://d:50001/SAMPLE                                      |ann| db2://d:50001 SAMPLE.ANN.T
          jdbc:db2://d:50001/SAMPLE:user=ann;password=p;                 | | db2://d:50001 SAMPLE.ANN.T
          jdbc:as400://sys/lib;naming=sql                                | | as400://sys LIB.T
          jdbc:snowflake://acc-org.snowflakecomputing.com/?db=d&schema=s | | snowflake://acc-org D.S.T
          jdbc:snowflake://acc-org.snowflakecomputing.com/?db=d&user=u   | | snowflake://acc-org D.PUBLIC.T
          jdbc:snowflake://xy123.eu-central-1.snowflakecomputing.com:443/?db=%22d%22&schema=%22My%20s%22 | | snowflake://xy123.eu-central-1 d.My s.T
          jdbc:snowflake://xy123.eu-central-1.privatelink.snowflakecomputing.com/?warehouse=w&db=d | | snowflake://xy123.eu-central-1 D.PUBLIC.T
          jdbc:bigquery://https://www.googleapis.com/bigquery/v2:443;ProjectId=p;DefaultDataset=d;OAuthPvtKey=k | | bigquery p.d.t
          jdbc:bigquery://https://x;ProjectId=p;DefaultDataset=q.d       | | bigquery q.d.t
          jdbc:googlebigquery:ProjectId=p;DatasetId=d;                   | | bigquery p.d.t
          jdbc:cloudspanner:/projects/p/instances/i/databases/d;credentials=/x.json | | spanner://p:i d.t
          jdbc:awsathena://AwsRegion=us-east-1;S3OutputLocation=s3://b   | | awsathena://athena.us-east-1.amazonaws.com AwsDataCatalog.default.t
          jdbc:awsathena://athena.eu-west-1.amazonaws.com:443;Schema=mart| | awsathena://athena.eu-west-1.amazonaws.com AwsDataCatalog.mart.t
          jdbc:athena://Region=us-east-1;Catalog=c;Database=mart;        | | awsathena://athena.us-east-1.amazonaws.com c.mart.t
          jdbc:databricks://x.cloud.databricks.com:443/default;httpPath=/sql/1;ConnCatalog=main;ConnSchema=mart;PWD=t | | unitycatalog://x.cloud.databricks.com main.mart.t
          jdbc:databricks://adb-1.2.azuredatabricks.net:443;httpPath=/sql/1 | | unitycatalog://adb-1.2.azuredatabricks.net default.t
          jdbc:spark://adb-1.2.azuredatabricks.net:443/mart;transportMode=http;PWD=t | | unitycatalog://adb-1.2.azuredatabricks.net mart.t
          jdbc:spark://h/mart;AuthMech=2                                 | | spark://h:10000 mart.t
          jdbc:hive2://hs:10000/default;auth=noSasl                      | | hive://hs:10000 default.t
          jdbc:hive2://hs/                                               | | hive://hs:10000 default.t
          jdbc:hive2://hs:10000/db;ssl=true?hive.x=y#a=b                 | | hive://hs:10000 db.t
          jdbc:hive2://z1:2181,z2:2181/db;serviceDiscoveryMode=zooKeeper;zooKeeperNamespace=hs2 | | hive://z1:2181,z2:2181 db.t
          jdbc:impala://h/db;AuthMech=3;UID=u;PWD=p                      | | impala://h:21050 db.t
          jdbc:trino://h:8080/hive/mart?user=x                           | | trino://h:8080 hive.mart.t
          jdbc:trino://h/hive/mart?SSL=true                              | | trino://h:443 hive.mart.t
          jdbc:trino://h/hive                                            | | trino://h:80 hive.t
          jdbc:presto://h:8080/hive/mart                                 | | presto://h:8080 hive.mart.t
          jdbc:teradata://h/DATABASE=Mart,DBS_PORT=1026,USER=u,PASSWORD=p| | teradata://h:1026 Mart.t
          jdbc:teradata://h                                              |ann| teradata://h:1025 ann.t
          jdbc:ch:http://h:8123/db                                       | | clickhouse://h:8123 db.t
          jdbc:ch:https://h/db                                           | | clickhouse://h:8443 db.t
          jdbc:clickhouse://h:8123/db                                    | | clickhouse://h:8123 db.t
          jdbc:clickhouse://h                                            | | clickhouse://h:8123 default.t
          jdbc:clickhouse://h?ssl=true&database=db                       | | clickhouse://h:8443 db.t
          jdbc:ch:grpc://h/db                                            | | clickhouse://h:9100 db.t
          jdbc:cassandra://c:9042/ks                                     | | cassandra://c:9042 ks.t
          jdbc:cassandra://c1--c2:9043/ks?localdatacenter=dc             | | cassandra://c1:9043,c2:9043 ks.t
          jdbc:vertica://v/db?SearchPath=mart,public                     | | vertica://v:5433 db.mart.t
          jdbc:vertica://v:5433/db                                       | | vertica://v:5433 db.public.t
          jdbc:sap://h:39015/?databaseName=HXE&user=ann&password=p       | | sap://h:39015 HXE.ANN.T
          jdbc:sap://h/?databaseName=HXE&currentschema=MART              |ann| sap://h:30015 HXE.MART.T
          jdbc:informix-sqli://h:9088/db:INFORMIXSERVER=s;user=u;password=p | | informix-sqli://h:9088 db.t
          jdbc:firebirdsql://h:3051//data/emp.fdb?charSet=utf8           | | firebirdsql://h:3051 /data/emp.fdb.T
          jdbc:firebirdsql:h/3051:/data/emp.fdb                          | | firebirdsql://h:3051 /data/emp.fdb.T
          jdbc:firebird:srv:employee                                     | | firebirdsql://srv:3050 employee.T
          jdbc:netezza://h/db                                            | | netezza://h:5480 db.T
          jdbc:exa:h1..3,h2/ab12;schema=mart                             | | exasol://h1..3:8563,h2:8563 MART.T
          jdbc:foo://U:p@H:1/db?x=y                                      | | foo://h:1 db.t
          jdbc:p6spy:postgresql://h/sales                                | | postgres://h:5432 sales.public.t
          jdbc:p6spy:oracle:thin:@h:1521:S                               |ann| oracle://h:1521 S.ANN.T
          jdbc:tc:postgresql:9.6.8:///sales                              | | postgres://localhost:5432 sales.public.t
          jdbc:tc:mysql:8.0.36://host/shop?TC_REUSABLE=true              | | mysql://host:3306 shop.t
          jdbc:aws-wrapper:postgresql://h/sales                          | | postgres://h:5432 sales.public.t
          jdbc:aws-wrapper:mysql://h/shop?wrapperPlugins=iam             | | mysql://h:3306 shop.t
          jdbc:log4jdbc:mysql://h/shop                                   | | mysql://h:3306 shop.t
          jdbc:otel:h2:mem:x                                             | | h2:mem:x PUBLIC.T
          jdbc:tracing:p6spy:mysql://h/shop                              | | mysql://h:3306 shop.t
          jdbc-secretsmanager:postgresql://h/sales                       | | postgres://h:5432 sales.public.t
          JDBC:H2:mem:test;DB_CLOSE_DELAY=-1                             | | h2:mem:test PUBLIC.T
          jdbc:h2:mem:test;DATABASE_TO_LOWER=TRUE                        | | h2:mem:test public.t
          jdbc:h2:mem:test;DATABASE_TO_UPPER=FALSE;SCHEMA=mart           | | h2:mem:test mart.t
          jdbc:h2:mem:test;SCHEMA=mart                                   | | h2:mem:test MART.T
          jdbc:h2:/data/x;USER=sa;PASSWORD=secret                        | | h2:/data/x PUBLIC.T
          jdbc:h2:file:./x                                               | | h2:/job/dir/x PUBLIC.T
          jdbc:h2:split:30:/data/x                                       | | h2:/data/x PUBLIC.T
          jdbc:h2:split:nio:/data/x                                      | | h2:/data/x PUBLIC.T
          jdbc:h2:nio:../x                                               | | h2:/job/x PUBLIC.T
          jdbc:h2:nioMemFS:x                                             | | h2:nioMemFS:x PUBLIC.T
          jdbc:h2:zip:/data/a.zip!/x                                     | | h2:/data/a.zip!/x PUBLIC.T
          jdbc:h2:classpath:data/x                                       | | h2:classpath:data/x PUBLIC.T
          jdbc:h2:tcp://Host/~/x                                         | | h2://host:9092 ~/x.PUBLIC.T
          jdbc:h2:ssl://host:8085/mem:x                                  | | h2://host:8085 mem:x.PUBLIC.T
          jdbc:h2:tcp://h1,h2:9093/x                                     | | h2://h1:9092,h2:9093 x.PUBLIC.T
          jdbc:hsqldb:mem:foodmart                                       | | hsqldb:mem:foodmart PUBLIC.T
          jdbc:hsqldb:res:foodmart                                       | | hsqldb:res:foodmart PUBLIC.T
          jdbc:hsqldb:file:/data/fm;ifexists=true                        | | hsqldb:/data/fm PUBLIC.T
          jdbc:hsqldb:fm                                                 | | hsqldb:/job/dir/fm PUBLIC.T
          jdbc:hsqldb:hsql://h/fm                                        | | hsqldb://h:9001 fm.PUBLIC.T
          jdbc:hsqldb:hsqls://h/fm                                       | | hsqldb://h:554 fm.PUBLIC.T
          jdbc:hsqldb:http://h:8080/fm                                   | | hsqldb://h:8080 fm.PUBLIC.T
          jdbc:derby:/data/d;create=true                                 | | derby:/data/d APP.T
          jdbc:derby:directory:/data/d                                   | | derby:/data/d APP.T
          jdbc:derby:memory:d;create=true                                |ann| derby:memory:d ANN.T
          jdbc:derby:d;user=ann;password=x                               | | derby:/job/dir/d ANN.T
          jdbc:derby:classpath:db/d                                      | | derby:classpath:db/d APP.T
          jdbc:derby://h:1527/d;create=true                              | | derby://h:1527 d.APP.T
          jdbc:derby://h/d;user=ann;password=x                           | | derby://h:1527 d.ANN.T
          jdbc:sqlite:/var/a.db                                          | | sqlite:/var/a.db t
          jdbc:sqlite:file:a.db?cache=shared                             | | sqlite:/job/dir/a.db t
          jdbc:sqlite:file:///var/a.db                                   | | sqlite:/var/a.db t
          jdbc:sqlite:file:x?mode=memory&cache=shared                    | | sqlite:mem:x t
          jdbc:sqlite::memory:                                           | | sqlite:mem: t
          jdbc:sqlite::resource:db/a.db                                  | | sqlite:resource:db/a.db t
          jdbc:sqlite:                                                   | | sqlite:mem: t
          jdbc:duckdb:/var/a.duckdb                                      | | duckdb:/var/a.duckdb main.t
          jdbc:duckdb:/var/a.duckdb;access_mode=READ_ONLY                | | duckdb:/var/a.duckdb main.t
          jdbc:duckdb::memory:x                                          | | duckdb:mem:x main.t
          jdbc:duckdb:md:db;motherduck_token=x                           | | duckdb:md:db main.t
          jdbc:duckdb:                                                   | | duckdb:mem: main.t
          """)
  void anUnqualifiedTable(String url, String user, String expected) {
    Database database = parse(url, user);
    assertNotNull(database);
    assertEquals(expected, dataset(database, "t"));
    assertEquals(expected.substring(0, expected.indexOf(' ')), database.uri());
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
          jdbc:postgresql://h/sales    | "a.b"."c.d"           | sales.a.b.c.d
          jdbc:redshift://h/dev        | "Mart"."Orders"       | dev.mart.orders
          jdbc:redshift://h/dev        | other.mart.orders     | other.mart.orders
          jdbc:mysql://h/shop          | Orders                | shop.Orders
          jdbc:mysql://h/shop          | other.orders          | other.orders
          jdbc:mysql://h/shop          | `my shop`.`t 1`       | my shop.t 1
          jdbc:mysql://h/              | other.orders          | other.orders
          jdbc:mysql://h/shop          | def.other.orders      | other.orders
          jdbc:mariadb://h/shop        | Other.Orders          | Other.Orders
          jdbc:oracle:thin:@h:1/S      | hr.emp                | S.HR.EMP
          jdbc:oracle:thin:@h:1/S      | "hr"."Emp"            | S.hr.Emp
          jdbc:oracle:thin:@h:1/S      | emp                   | S.EMP
          jdbc:sqlserver://h;database=c| sales.Orders          | c.sales.Orders
          jdbc:sqlserver://h;database=c| other.dbo.Orders      | other.dbo.Orders
          jdbc:sqlserver://h;database=c| [My Orders]           | c.dbo.My Orders
          jdbc:sqlserver://h;database=c| other..Orders         | other.dbo.Orders
          jdbc:jtds:sybase://h/c       | other..Orders         | other.dbo.Orders
          jdbc:db2://d/S               | x.t                   | S.X.T
          jdbc:db2://d/S               | x."t"                 | S.X.t
          jdbc:snowflake://a.snowflakecomputing.com/ | d.s.t   | D.S.T
          jdbc:snowflake://a.snowflakecomputing.com/?db=d | s.t | D.S.T
          jdbc:snowflake://a.snowflakecomputing.com/?db=d | "s"."T t" | D.s.T t
          jdbc:snowflake://a.snowflakecomputing.com/?db=d | e..t | E.PUBLIC.T
          jdbc:trino://h:8080/hive     | mart.t                | hive.mart.t
          jdbc:trino://h:8080          | hive.mart.t           | hive.mart.t
          jdbc:trino://h:8080/hive/mart| "T"                   | hive.mart.t
          jdbc:athena://Region=r       | "AwsDataCatalog".m.T  | AwsDataCatalog.m.t
          jdbc:athena://Region=r       | Mart.T                | AwsDataCatalog.mart.t
          jdbc:hive2://h/default       | mart.T                | mart.t
          jdbc:hive2://h/default       | `Mart`.`T`            | mart.t
          jdbc:spark://h/default       | spark_catalog.mart.T  | mart.t
          jdbc:spark://h/default       | ice.mart.T            | ice.mart.t
          jdbc:databricks://h;ConnCatalog=main | mart.T        | main.mart.t
          jdbc:databricks://h;ConnCatalog=main | c.mart.T      | c.mart.t
          jdbc:bigquery://https://x;ProjectId=p | d.t          | p.d.t
          jdbc:bigquery://https://x;ProjectId=p | D.T          | p.D.T
          jdbc:bigquery://https://x;ProjectId=p | `q-1.d.t`    | q-1.d.t
          jdbc:bigquery://https://x;ProjectId=p | q-1.d.t      | q-1.d.t
          jdbc:teradata://h            | mart.T                | mart.T
          jdbc:ch://h                  | mart.T                | mart.T
          jdbc:cassandra://h/ks        | "Ks"."T"              | Ks.T
          jdbc:cassandra://h/ks        | T                     | ks.t
          jdbc:vertica://h/d           | Mart.T                | d.Mart.T
          jdbc:sap://h/?databaseName=D | mart.t                | D.MART.T
          jdbc:sap://h/?databaseName=D | "mart"."t"            | D.mart.t
          jdbc:informix-sqli://h:1/d   | Ann.T                 | d.ann.t
          jdbc:firebirdsql://h/e       | T                     | e.T
          jdbc:firebirdsql://h/e       | "t"                   | e.t
          jdbc:foo://h/d               | S.T                   | d.S.T
          jdbc:h2:mem:a                | mart.orders           | MART.ORDERS
          jdbc:h2:mem:a                | A.PUBLIC.orders       | PUBLIC.ORDERS
          jdbc:h2:mem:a                | "Mart"."o.1"          | Mart.o.1
          jdbc:h2:tcp://h/a            | A.PUBLIC.orders       | a.PUBLIC.ORDERS
          jdbc:hsqldb:mem:a            | PUBLIC.PUBLIC.t       | PUBLIC.T
          jdbc:derby:/d                | mart.t                | MART.T
          jdbc:sqlite:/a.db            | main.t                | t
          jdbc:sqlite:/a.db            | aux.t                 | aux.t
          jdbc:sqlite:/a.db            | [t 1]                 | t 1
          jdbc:duckdb:/a.db            | mart.t                | mart.t
          jdbc:duckdb:/a.db            | a.mart.t              | mart.t
          jdbc:duckdb:/a.db            | a.t                   | main.t
          jdbc:duckdb:/a.db            | other.main.t          | other.main.t
          jdbc:duckdb:                 | memory.main.t         | main.t
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
        "jdbc:oracle:thin:@(DESCRIPTION=(ADDRESS=(HOST=h)))",
        "jdbc:oracle:thin:@//h:1521",
        "jdbc:oracle:thin:@h:1521",
        "jdbc:oracle:thin:scott/ti(ger@h:1521/S",
        "jdbc:oracle:thin:scott/ti?ger@h:1521/S",
        "jdbc:default:connection:",
        "jdbc:oracle:thin:@ldap://h:389/cn=x",
        "jdbc:oracle:oci8:",
        "jdbc:mysql://address=(protocol=pipe)(path=x)/db",
        "jdbc:mysql://u:pa/ss@h/db",
        "jdbc:mysql://u:pa?ss@h/db",
        "jdbc:mysql://u:12?34@h/db",
        "jdbc:mysql://u:12,34@h/db",
        "jdbc:mysql://u:pa;ss@h/db",
        "jdbc:sqlserver://sa:pw@h;databaseName=d",
        "jdbc:db2:SAMPLE",
        "jdbc:phoenix:zk:2181:/hbase",
        "jdbc:jtds:other://h/d",
        "jdbc:cloudspanner:/projects/p",
        "jdbc:awsathena://S3OutputLocation=s3://b",
        "jdbc:firebirdsql:embedded:/x.fdb",
        "jdbc:redshift:iam:///dev",
        "jdbc:postgresql://h:notaport/d",
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
        "jdbc:duckdb:md:d?motherduck_token=S3CRET",
        "jdbc:mysql://address=(host=h)(user=bob)(password=S3CRET)/db",
        "jdbc:mysql://(host=h,user=bob,password=S3CRET)/db",
        "jdbc:mysql://bob:S3CRET@[h1,h2]/db",
        "jdbc:postgresql://bob%40x:S3CRET@h/db",
        "jdbc:oracle:thin:bob/S3CRET@(DESCRIPTION=(ADDRESS=(HOST=h))(CONNECT_DATA=(SID=S)))",
        "jdbc:oracle:thin:bob/S3CRET@alias",
        "jdbc:sqlserver://h;password={;databaseName=S3CRET};databaseName=d",
        "jdbc:sqlserver://h;databaseName=d;password={S3CRET;",
        "jdbc:teradata://h/DATABASE=d,USER=bob,PASSWORD=S3CRET",
        "jdbc:redshift:iam://c:r/d?AccessKeyID=S3CRET&SecretAccessKey=S3CRET",
        "jdbc:databricks://h:443/d;UID=token;PWD=S3CRET",
        "jdbc:athena://Region=r;User=S3CRET;Password=S3CRET",
        "jdbc:sap://h:1/?databaseName=D&user=u&password=S3CRET",
        "jdbc:informix-sqli://h:1/d:INFORMIXSERVER=s;user=u;password=S3CRET",
        "jdbc:firebirdsql://h/e?user=u&password=S3CRET",
        "jdbc:exa:h;user=u;password=S3CRET;schema=s",
        "jdbc:ch:http://u:S3CRET@h/d?password=S3CRET",
        "jdbc:cassandra://u:S3CRET@h/ks?password=S3CRET",
        "jdbc:p6spy:mysql://u:S3CRET@h/d",
        "jdbc:datadirect:oracle://h:1;ServiceName=s;User=u;Password=S3CRET",
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          jdbc:mysql://h/a                    |   | b | b.t
          jdbc:mysql://h/                     |   | b | b.t
          jdbc:hive2://h/a                    |   | B | b.t
          jdbc:sqlserver://h;databaseName=a   | B |   | B.dbo.t
          jdbc:postgresql://h/a               |   | B | a.b.t
          jdbc:snowflake://h/?db=a&schema=s   | c |   | C.PUBLIC.T
          jdbc:snowflake://h/?db=a            | c | s | C.S.T
          jdbc:trino://h/a/b                  | c | d | c.d.t
          jdbc:trino://h/a/b                  | c |   | c.t
          jdbc:trino://h/a/b                  |   | c | a.c.t
          jdbc:h2:mem:x                       | x |   | PUBLIC.T
          jdbc:h2:mem:x                       |   | m | M.T
          """)
  void unqualifiedTablesFollowTheSession(
      String url, String catalog, String schema, String expected) {
    Database database = parse(url, null).withDefaults(catalog, false, schema, false);
    String dataset = dataset(database, "t");
    assertEquals(expected, dataset.substring(dataset.indexOf(' ') + 1));
  }
}
