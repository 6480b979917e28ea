package io.spoor.agent;

import io.spoor.instrumentation.jdbc.Database;
import io.spoor.sql.Dialect;
import io.spoor.sql.SchemaName;
import io.spoor.sql.SessionEffect;
import io.spoor.sql.SqlStatement;

/** What session statements make of a connection's database. */
final class SessionSql {

  private SessionSql() {}

  /**
   * Whether what a connection's setCatalog or setSchema is given counts: the drivers of many
   * products ignore one of the two, as JDBC lets them.
   */
  static boolean follows(Dialect dialect, boolean isSchema) {
    switch (dialect) {
      case MYSQL:
      case MARIADB:
        return !isSchema;
      case SQLITE:
        return false;
      case SQLSERVER:
        return !isSchema;
      case SNOWFLAKE:
      case TRINO:
      case ATHENA:
      case DUCKDB:
      case DATABRICKS:
        return true;
      default:
        return isSchema;
    }
  }

  /**
   * The database as the statements after this one see it.
   *
   * @param current before the statement
   * @return null when unqualified names mean again what the connection's URL says; {@code current}
   *     itself when the statement changes nothing
   */
  static Database apply(SqlStatement statement, Database current) {
    SessionEffect effect = statement.sessionEffect();
    if (effect == null) {
      return current;
    }
    switch (effect.kind()) {
      case DEFAULTS:
        // Of a search path the first schema is where tables are created.
        SchemaName first = effect.defaults().get(0);
        return current.withDefaults(
            first.catalog(), first.isCatalogQuoted(), first.schema(), first.isSchemaQuoted());
      case RESET:
      case DISCARD:
        return null;
      default:
        return current;
    }
  }
}
