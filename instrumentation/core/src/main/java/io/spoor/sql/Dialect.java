package io.spoor.sql;

import java.util.Locale;

/**
 * The SQL dialects whose lexical rules and statement forms the scanner tells apart.
 *
 * <p>An unknown product is {@link #GENERIC}, which accepts the union of what does not contradict.
 */
public enum Dialect {
  GENERIC,
  ANSI,
  POSTGRESQL,
  GREENPLUM,
  REDSHIFT,
  MYSQL,
  MARIADB,
  ORACLE,
  SQLSERVER,
  DB2,
  H2,
  HSQLDB,
  DERBY,
  SQLITE,
  DUCKDB,
  SNOWFLAKE,
  BIGQUERY,
  HIVE,
  SPARK,
  DATABRICKS,
  TRINO,
  ATHENA,
  CLICKHOUSE,
  TERADATA;

  /** Needles of product and driver names, tried in order; a more special name stands first. */
  private static final Object[] NAMES = {
    "redshift", REDSHIFT,
    "greenplum", GREENPLUM,
    "postgres", POSTGRESQL,
    "pgsql", POSTGRESQL,
    "cockroach", POSTGRESQL,
    "enterprisedb", POSTGRESQL,
    "yugabyte", POSTGRESQL,
    "vertica", POSTGRESQL,
    "mariadb", MARIADB,
    "mysql", MYSQL,
    "tidb", MYSQL,
    "oracle", ORACLE,
    "sqlserver", SQLSERVER,
    "sql server", SQLSERVER,
    "tsql", SQLSERVER,
    "t-sql", SQLSERVER,
    "mssql", SQLSERVER,
    "jtds", SQLSERVER,
    "sybase", SQLSERVER,
    "adaptive server", SQLSERVER,
    "db2", DB2,
    "as400", DB2,
    "hsql", HSQLDB,
    "derby", DERBY,
    "sqlite", SQLITE,
    "duckdb", DUCKDB,
    "snowflake", SNOWFLAKE,
    "bigquery", BIGQUERY,
    "databricks", DATABRICKS,
    "spark", SPARK,
    "hive", HIVE,
    "impala", HIVE,
    "athena", ATHENA,
    "trino", TRINO,
    "presto", TRINO,
    "clickhouse", CLICKHOUSE,
    "teradata", TERADATA,
    "ansi", ANSI,
  };

  /**
   * The dialect of a dialect name, a JDBC product name or a driver name.
   *
   * @param name for example {@code "postgres"}, {@code "Microsoft SQL Server"}; may be null
   * @return never null; {@link #GENERIC} when the name says nothing
   */
  public static Dialect of(String name) {
    if (name == null) {
      return GENERIC;
    }
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.equals("h2") || lower.startsWith("h2 ")) {
      return H2;
    }
    if (lower.equals("ch")) {
      return CLICKHOUSE;
    }
    for (int i = 0; i < NAMES.length; i += 2) {
      if (lower.contains((String) NAMES[i])) {
        return (Dialect) NAMES[i + 1];
      }
    }
    return GENERIC;
  }

  /**
   * The dialect of a JDBC URL. Wrappers such as {@code jdbc:p6spy:} or {@code jdbc:tc:} are looked
   * through.
   *
   * @param url may be null
   * @return never null
   */
  public static Dialect ofJdbcUrl(String url) {
    if (url == null || !url.regionMatches(true, 0, "jdbc:", 0, 5)) {
      return GENERIC;
    }
    int from = 5;
    // At most a few words stand before the address; each is asked for.
    for (int words = 0; words < 4; words++) {
      int to = from;
      while (to < url.length() && (isNameChar(url.charAt(to)))) {
        to++;
      }
      Dialect found = of(url.substring(from, to));
      if (found != GENERIC) {
        return found;
      }
      if (to >= url.length() || url.charAt(to) != ':') {
        return GENERIC;
      }
      from = to + 1;
    }
    return GENERIC;
  }

  private static boolean isNameChar(char c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '+' || c == '.';
  }

  /** Whether a double quote opens a string rather than an identifier. */
  boolean doubleQuoteIsString() {
    return this == MYSQL || this == MARIADB || this == BIGQUERY || isHiveFamily();
  }

  /** Whether a backslash escapes the next character inside a plain string. */
  boolean backslashEscapes() {
    return doubleQuoteIsString() || this == CLICKHOUSE || this == SNOWFLAKE;
  }

  /** Whether {@code [name]} is a quoted identifier. */
  boolean bracketQuotes() {
    return this == SQLSERVER || this == SQLITE;
  }

  /** Whether {@code #} starts a comment. */
  boolean hashComments() {
    return this == MYSQL || this == MARIADB || this == BIGQUERY;
  }

  /** Whether block comments nest. */
  boolean nestedComments() {
    return isPostgresFamily() || this == SQLSERVER || this == DUCKDB || this == CLICKHOUSE;
  }

  /** Whether a common table expression may name itself without the word RECURSIVE. */
  boolean implicitRecursion() {
    return this == SQLSERVER
        || this == ORACLE
        || this == DB2
        || this == SNOWFLAKE
        || this == SQLITE
        || this == H2
        || this == GENERIC
        || this == ANSI;
  }

  /** Whether SELECT .. INTO names a table; elsewhere it names variables. */
  boolean selectIntoMakesTable() {
    return this == SQLSERVER
        || isPostgresFamily()
        || this == GENERIC
        || this == ANSI
        || this == SPARK
        || this == DATABRICKS;
  }

  /** Whether {@code FROM t, t.items} walks an array of the row. */
  boolean arrayPathsInFrom() {
    return this == BIGQUERY || this == REDSHIFT || this == GENERIC;
  }

  boolean isPostgresFamily() {
    return this == POSTGRESQL || this == GREENPLUM || this == REDSHIFT;
  }

  boolean isMySqlFamily() {
    return this == MYSQL || this == MARIADB;
  }

  boolean isHiveFamily() {
    return this == HIVE || this == SPARK || this == DATABRICKS;
  }
}
