package io.spoor.instrumentation.jdbc;

import io.spoor.instrumentation.Hooks;

/**
 * The classes of widespread drivers by name. A class that is named here costs no look at its super
 * types while it loads; a test holds the list against the drivers themselves.
 */
final class KnownDrivers {

  private KnownDrivers() {}

  static void describe(Hooks hooks) {
    hooks.driver("org/h2/Driver", "driver");
    usual(hooks, "org/h2/jdbc/Jdbc");
    hooks.driver("org/h2/jdbc/JdbcCallableStatement", "statement", "prepared", "inherits");

    hooks.driver("org/hsqldb/jdbc/JDBCDriver", "driver");
    hooks.driver("org/hsqldb/jdbc/JDBCConnection", "connection");
    hooks.driver("org/hsqldb/jdbc/JDBCStatement", "statement");
    hooks.driver("org/hsqldb/jdbc/JDBCPreparedStatement", "statement", "prepared");
    hooks.driver("org/hsqldb/jdbc/JDBCCallableStatement", "statement", "prepared", "inherits");
    hooks.driver("org/hsqldb/jdbc/JDBCResultSet", "results");

    hooks.driver("org/postgresql/Driver", "driver");
    usual(hooks, "org/postgresql/jdbc/Pg");
    hooks.driver("org/postgresql/jdbc/PgCallableStatement", "statement", "prepared", "inherits");

    hooks.driver("org/postgresql/copy/CopyManager", "bulk");
    hooks.driver("org/postgresql/core/v3/CopyInImpl", "bulk");

    // JDBC4Statement and its like implement java.sql with the methods of these super classes, whose
    // headers do not name it (sqlite-jdbc 3.8 and later).
    hooks.driver("org/sqlite/JDBC", "driver");
    hooks.driver("org/sqlite/SQLiteConnection", "connection");
    hooks.driver("org/sqlite/jdbc3/JDBC3Connection", "connection", "inherits");
    hooks.driver("org/sqlite/jdbc4/JDBC4Connection", "connection", "inherits");
    hooks.driver("org/sqlite/jdbc3/JDBC3Statement", "statement");
    hooks.driver("org/sqlite/jdbc4/JDBC4Statement", "statement", "inherits");
    hooks.driver("org/sqlite/core/CorePreparedStatement", "statement", "inherits");
    hooks.driver("org/sqlite/jdbc3/JDBC3PreparedStatement", "statement", "prepared", "inherits");
    hooks.driver("org/sqlite/jdbc4/JDBC4PreparedStatement", "statement", "prepared", "inherits");
    hooks.driver("org/sqlite/jdbc3/JDBC3ResultSet", "results");
    hooks.driver("org/sqlite/jdbc4/JDBC4ResultSet", "results", "inherits");

    metaData(hooks);
    mySql(hooks);
    mariaDb(hooks);
    hooks.driver("org/duckdb/DuckDBDriver", "driver");
    hooks.driver("org/duckdb/DuckDBConnection", "connection");
    hooks.driver("org/duckdb/DuckDBPreparedStatement", "statement", "prepared");
    hooks.driver("org/duckdb/DuckDBResultSet", "results");
    hooks.driver("org/duckdb/DuckDBAppender", "bulk");
    hooks.driver("org/duckdb/DuckDBSingleValueAppender", "bulk");
    sqlServer(hooks);
    oracle(hooks);
    hooks.driver("com/amazon/redshift/jdbc/Driver", "driver");
    hooks.driver("com/amazon/redshift/jdbc/RedshiftConnectionImpl", "connection");
    hooks.driver("com/amazon/redshift/jdbc/RedshiftStatementImpl", "statement");
    String redshift = "com/amazon/redshift/jdbc/Redshift";
    hooks.driver(redshift + "PreparedStatement", "statement", "prepared", "inherits");
    hooks.driver(redshift + "CallableStatement", "statement", "prepared", "inherits");
    hooks.driver(redshift + "ResultSet", "results");
    hooks.driver("com/amazon/redshift/copy/CopyManager", "bulk");
    hooks.driver("com/amazon/redshift/core/v3/CopyInImpl", "bulk");
    hooks.driver("io/trino/jdbc/TrinoConnection", "connection");
    hooks.driver("io/trino/jdbc/TrinoStatement", "statement");
    hooks.driver("io/trino/jdbc/TrinoPreparedStatement", "statement", "prepared", "inherits");
    hooks.driver("io/trino/jdbc/AbstractTrinoResultSet", "results");
    hooks.driver("io/trino/jdbc/TrinoResultSet", "results", "inherits");
  }

  private static void mySql(Hooks hooks) {
    String prefix = "com/mysql/cj/jdbc/";
    hooks.driver(prefix + "NonRegisteringDriver", "driver");
    hooks.driver(prefix + "ConnectionImpl", "connection", "serializable");
    hooks.driver(prefix + "StatementImpl", "statement");
    hooks.driver(prefix + "ClientPreparedStatement", "statement", "prepared", "inherits");
    hooks.driver(prefix + "ServerPreparedStatement", "statement", "prepared", "inherits");
    hooks.driver(prefix + "CallableStatement", "statement", "prepared", "inherits");
    hooks.driver(prefix + "result/ResultSetImpl", "results");
    hooks.driver(prefix + "result/UpdatableResultSet", "results", "inherits");
  }

  /** Version 3; its result sets are called results. */
  private static void mariaDb(Hooks hooks) {
    String prefix = "org/mariadb/jdbc/";
    hooks.driver(prefix + "Driver", "driver");
    hooks.driver(prefix + "Connection", "connection");
    hooks.driver(prefix + "Statement", "statement");
    hooks.driver(prefix + "BasePreparedStatement", "statement", "prepared", "inherits");
    hooks.driver(prefix + "ClientPreparedStatement", "statement", "prepared", "inherits");
    hooks.driver(prefix + "ServerPreparedStatement", "statement", "prepared", "inherits");
    hooks.driver(prefix + "client/result/Result", "results");
    hooks.driver(prefix + "client/result/CompleteResult", "results", "inherits");
    hooks.driver(prefix + "client/result/StreamingResult", "results", "inherits");
    hooks.driver(prefix + "client/result/UpdatableResult", "results", "inherits");
  }

  /** All of its classes are serialisable, so their state lies in the table. */
  private static void sqlServer(Hooks hooks) {
    String prefix = "com/microsoft/sqlserver/jdbc/SQLServer";
    hooks.driver(prefix + "Driver", "driver");
    hooks.driver(prefix + "Connection", "connection", "serializable");
    hooks.driver(prefix + "Statement", "statement", "serializable");
    hooks.driver(prefix + "PreparedStatement", "statement", "prepared", "serializable");
    hooks.driver(prefix + "CallableStatement", "statement", "prepared", "serializable");
    hooks.driver(prefix + "ResultSet", "results", "serializable");
    hooks.driver(prefix + "BulkCopy", "bulk", "serializable");
  }

  /** What jobs hold are its statements' wrappers. */
  private static void oracle(Hooks hooks) {
    String prefix = "oracle/jdbc/driver/";
    hooks.driver(prefix + "OracleDriver", "driver");
    hooks.driver(prefix + "PhysicalConnection", "connection", "inherits");
    hooks.driver(prefix + "T4CConnection", "connection", "inherits");
    hooks.driver(prefix + "OracleStatementWrapper", "statement");
    hooks.driver(prefix + "OraclePreparedStatementWrapper", "statement", "prepared", "inherits");
    hooks.driver(prefix + "OracleCallableStatementWrapper", "statement", "prepared", "inherits");
  }

  private static void metaData(Hooks hooks) {
    hooks.driver("org/h2/jdbc/JdbcDatabaseMetaData", "metadata");
    hooks.driver("org/hsqldb/jdbc/JDBCDatabaseMetaData", "metadata");
    hooks.driver("org/postgresql/jdbc/PgDatabaseMetaData", "metadata");
    hooks.driver("org/sqlite/jdbc3/JDBC3DatabaseMetaData", "metadata");
    hooks.driver("org/sqlite/jdbc4/JDBC4DatabaseMetaData", "metadata");
    hooks.driver("com/mysql/cj/jdbc/DatabaseMetaData", "metadata");
    hooks.driver("com/mysql/cj/jdbc/DatabaseMetaDataUsingInfoSchema", "metadata");
    hooks.driver("org/mariadb/jdbc/DatabaseMetaData", "metadata");
  }

  private static void usual(Hooks hooks, String prefix) {
    hooks.driver(prefix + "Connection", "connection");
    hooks.driver(prefix + "Statement", "statement");
    hooks.driver(prefix + "PreparedStatement", "statement", "prepared", "inherits");
    hooks.driver(prefix + "ResultSet", "results");
  }
}
