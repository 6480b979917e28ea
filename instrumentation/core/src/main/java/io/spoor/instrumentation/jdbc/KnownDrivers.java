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
  }

  private static void usual(Hooks hooks, String prefix) {
    hooks.driver(prefix + "Connection", "connection");
    hooks.driver(prefix + "Statement", "statement");
    hooks.driver(prefix + "PreparedStatement", "statement", "prepared", "inherits");
    hooks.driver(prefix + "ResultSet", "results");
  }
}
