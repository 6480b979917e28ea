package io.spoor.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DialectTest {

  @ParameterizedTest
  @CsvSource({
    "postgres,POSTGRESQL",
    "PostgreSQL,POSTGRESQL",
    "Amazon Redshift,REDSHIFT",
    "MySQL,MYSQL",
    "MariaDB,MARIADB",
    "Oracle,ORACLE",
    "Microsoft SQL Server,SQLSERVER",
    "tsql,SQLSERVER",
    "DB2/LINUXX8664,DB2",
    "H2,H2",
    "HSQL Database Engine,HSQLDB",
    "Apache Derby,DERBY",
    "SQLite,SQLITE",
    "DuckDB,DUCKDB",
    "Snowflake,SNOWFLAKE",
    "Google BigQuery,BIGQUERY",
    "Apache Hive,HIVE",
    "sparksql,SPARK",
    "Spark SQL,SPARK",
    "databricks,DATABRICKS",
    "Trino,TRINO",
    "athena,ATHENA",
    "ClickHouse,CLICKHOUSE",
    "Teradata,TERADATA",
    "greenplum,GREENPLUM",
    "ansi,ANSI",
    "something else,GENERIC",
    ",GENERIC"
  })
  void ofName(String name, Dialect expected) {
    assertEquals(expected, Dialect.of(name));
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:postgresql://h:5432/db,POSTGRESQL",
    "jdbc:mysql://h/oracle,MYSQL",
    "jdbc:mariadb:loadbalance://a,MARIADB",
    "jdbc:oracle:thin:@//h/x,ORACLE",
    "jdbc:sqlserver://h;databaseName=mysql,SQLSERVER",
    "jdbc:jtds:sybase://h/x,SQLSERVER",
    "jdbc:db2://h/x,DB2",
    "jdbc:h2:mem:postgres,H2",
    "jdbc:hsqldb:res:foodmart,HSQLDB",
    "jdbc:derby:/tmp/mysql;create=true,DERBY",
    "jdbc:sqlite:/tmp/a.db,SQLITE",
    "jdbc:duckdb:,DUCKDB",
    "jdbc:hive2://h/x,HIVE",
    "jdbc:p6spy:mysql://h/x,MYSQL",
    "jdbc:tc:postgresql:15:///x,POSTGRESQL",
    "jdbc:aws-wrapper:postgresql://h/x,POSTGRESQL",
    "jdbc:unknown://h/mysql,GENERIC",
    "http://h/mysql,GENERIC",
    ",GENERIC"
  })
  void ofUrl(String url, Dialect expected) {
    assertEquals(expected, Dialect.ofJdbcUrl(url));
  }
}
