package io.spoor.boot.record;

/**
 * How database products differ where transactions and SQL text are concerned, by JDBC URL. Where a
 * product is not listed it is taken to roll back what was not committed when a connection closes,
 * and its DDL to be part of the transaction.
 *
 * <table>
 * <caption>What is not so everywhere</caption>
 * <tr><td>DDL commits what came before</td><td>MySQL, MariaDB, Oracle, H2, HSQLDB, SAP HANA,
 * Snowflake, Vertica</td></tr>
 * <tr><td>DDL is part of the transaction</td><td>PostgreSQL, Redshift (but for TRUNCATE), SQL
 * Server, DB2, Derby, SQLite, DuckDB, Firebird, Informix</td></tr>
 * <tr><td>Closing commits</td><td>Oracle</td></tr>
 * <tr><td>Closing rolls back</td><td>PostgreSQL, MySQL, MariaDB, SQL Server, H2, HSQLDB, SQLite,
 * DuckDB, Snowflake and others; Derby and DB2 refuse to close, and the end of the JVM rolls back
 * </td></tr>
 * <tr><td>BEGIN commits what came before</td><td>MySQL, MariaDB</td></tr>
 * <tr><td>BEGIN nests</td><td>SQL Server</td></tr>
 * <tr><td>A failed statement dooms the transaction</td><td>PostgreSQL and its kin</td></tr>
 * <tr><td>A rollback takes back what SET has set</td><td>PostgreSQL and its kin</td></tr>
 * <tr><td>A failed commit may be tried again</td><td>SQLite</td></tr>
 * </table>
 */
final class Product {

  static final int DDL_COMMITS = 1;
  static final int CLOSE_COMMITS = 2;
  static final int BEGIN_COMMITS = 4;
  static final int BEGIN_NESTS = 8;
  static final int FAILURE_DOOMS = 16;
  static final int COMMIT_RETRIES = 32;
  static final int TRUNCATE_COMMITS = 64;

  /** DDL on temporary tables leaves the transaction alone. */
  static final int TEMPORARY_DDL_STAYS = 128;

  /** Asking for the auto-commit mode goes over the network. */
  static final int ASKING_COSTS = 256;

  /** A backslash escapes in plain strings. */
  static final int BACKSLASH = 512;

  /** It does not. With neither, it is not known. */
  static final int NO_BACKSLASH = 1024;

  /** A rollback takes back what SET has set. */
  static final int ROLLS_BACK_SETTINGS = 2048;

  /** A statement runs in the catalog that its connection had when it was made. */
  static final int STATEMENT_KEEPS_CATALOG = 4096;

  /** The server gives each query an id, and the driver knows it. */
  static final int QUERY_IDS = 8192;

  private static final int MYSQL =
      STATEMENT_KEEPS_CATALOG
          | DDL_COMMITS
          | BEGIN_COMMITS
          | TEMPORARY_DDL_STAYS
          | TRUNCATE_COMMITS
          | BACKSLASH;

  /** The first that matches counts. */
  private static final Object[] BY_URL = {
    "jdbc:mysql:", MYSQL,
    "jdbc:mariadb:", MYSQL,
    "jdbc:oracle:", DDL_COMMITS | TRUNCATE_COMMITS | CLOSE_COMMITS | NO_BACKSLASH,
    "jdbc:h2:", DDL_COMMITS | TRUNCATE_COMMITS | NO_BACKSLASH,
    "jdbc:hsqldb:hsql", DDL_COMMITS | NO_BACKSLASH | ASKING_COSTS,
    "jdbc:hsqldb:http", DDL_COMMITS | NO_BACKSLASH | ASKING_COSTS,
    "jdbc:hsqldb:", DDL_COMMITS | NO_BACKSLASH,
    "jdbc:sap:", DDL_COMMITS | TRUNCATE_COMMITS | NO_BACKSLASH,
    "jdbc:snowflake:", DDL_COMMITS | TRUNCATE_COMMITS | BACKSLASH | QUERY_IDS,
    "jdbc:trino:", NO_BACKSLASH | QUERY_IDS,
    "jdbc:presto:", NO_BACKSLASH | QUERY_IDS,
    "jdbc:vertica:", DDL_COMMITS | TRUNCATE_COMMITS | NO_BACKSLASH,
    "jdbc:redshift:", TRUNCATE_COMMITS | FAILURE_DOOMS | ROLLS_BACK_SETTINGS | NO_BACKSLASH,
    "jdbc:postgresql:", FAILURE_DOOMS | ROLLS_BACK_SETTINGS | NO_BACKSLASH,
    "jdbc:pgsql:", FAILURE_DOOMS | ROLLS_BACK_SETTINGS | NO_BACKSLASH,
    "jdbc:sqlserver:", BEGIN_NESTS | NO_BACKSLASH,
    "jdbc:jtds:", BEGIN_NESTS | NO_BACKSLASH,
    "jdbc:sqlite:", COMMIT_RETRIES | NO_BACKSLASH,
    "jdbc:derby:", NO_BACKSLASH,
    "jdbc:duckdb:", NO_BACKSLASH,
    "jdbc:db2:", NO_BACKSLASH,
    "jdbc:hive2:", BACKSLASH,
    "jdbc:databricks:", BACKSLASH,
    "jdbc:spark:", BACKSLASH,
    "jdbc:bigquery:", BACKSLASH,
    "jdbc:clickhouse:", BACKSLASH,
    "jdbc:ch:", BACKSLASH,
  };

  private Product() {}

  /** The traits of the product of a URL; 0 when it is not known or null. */
  static int of(Object url) {
    if (url instanceof String) {
      for (int i = 0; i < BY_URL.length; i += 2) {
        String prefix = (String) BY_URL[i];
        if (((String) url).regionMatches(true, 0, prefix, 0, prefix.length())) {
          return (Integer) BY_URL[i + 1];
        }
      }
    }
    return 0;
  }
}
