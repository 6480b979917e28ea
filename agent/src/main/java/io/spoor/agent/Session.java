package io.spoor.agent;

import io.spoor.instrumentation.jdbc.Database;
import io.spoor.sql.SqlScript;
import io.spoor.sql.SqlSession;
import io.spoor.sql.SqlStatement;
import io.spoor.sql.TableName;

/** One connection as its statements have left it. Spoor's thread only. */
final class Session {

  private final Database opened;
  private final SqlSession state;
  private Database current;
  private int era;

  Session(Database opened) {
    this.opened = opened;
    this.current = opened;
    this.state = new SqlSession(opened.dialect());
  }

  /** The database with the defaults that unqualified names have now. */
  Database database() {
    return current;
  }

  /** The script with each EXECUTE of a name that is known replaced by what was prepared. */
  SqlScript resolve(SqlScript script) {
    return state.resolve(script);
  }

  /**
   * A script ran: what it says of catalogs, schemas, prepared names and temporary tables holds.
   *
   * @return how many prepared names and temporary tables found no room
   */
  int ran(SqlScript script) {
    int dropped = state.dropped();
    for (SqlStatement statement : script.statements()) {
      current = after(statement, current);
      state.apply(statement);
    }
    return state.dropped() - dropped;
  }

  /** The database as the statement after this one sees it. */
  Database after(SqlStatement statement, Database before) {
    Database changed = SessionSql.apply(statement, before);
    return changed == null ? opened : changed;
  }

  /**
   * The connection was given a catalog or schema by its own methods, which is nothing where the
   * product's drivers ignore that.
   *
   * @param name as the database stores it
   */
  void chosen(String name, boolean isSchema, int newEra) {
    era = newEra;
    if (SessionSql.follows(current.dialect(), isSchema)) {
      current =
          isSchema
              ? current.withDefaults(null, false, name, true)
              : current.withDefaults(name, true, null, false);
    }
  }

  /** How often the connection was given other defaults by its methods. */
  int era() {
    return era;
  }

  /** Whether only this connection sees the table. */
  boolean isTemporary(TableName table) {
    return state.isTemporary(table);
  }
}
