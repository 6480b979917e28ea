package io.spoor.agent;

import io.spoor.boot.record.Choice;
import io.spoor.instrumentation.jdbc.Database;
import io.spoor.sql.SqlScript;
import io.spoor.sql.SqlSession;
import io.spoor.sql.SqlStatement;
import io.spoor.sql.TableName;
import java.util.HashMap;
import java.util.Map;

/**
 * One connection as its statements have left it, and what unqualified names meant in its eras: the
 * one place that knows. Spoor's thread only.
 */
final class Session {

  /** Eras remembered: a transaction of more steps finds its way back no longer. */
  private static final int ERAS = 100;

  private final Database opened;
  private final SqlSession state;
  private final Map<Integer, Database> eras = new HashMap<Integer, Database>(4);
  private Database current;
  private int era;

  Session(Database opened) {
    this.opened = opened;
    this.current = opened;
    this.state = new SqlSession(opened.dialect());
    eras.put(era, opened);
  }

  /** The database as the URL names it. */
  Database opened() {
    return opened;
  }

  /** The database with the defaults that unqualified names had in an era; null when forgotten. */
  Database database(int ofEra) {
    return eras.get(ofEra);
  }

  /** The script with each EXECUTE of a name that is known replaced by what was prepared. */
  SqlScript resolve(SqlScript script) {
    return state.resolve(script);
  }

  /**
   * A script ran: what it says of catalogs, schemas, prepared names and temporary tables holds.
   *
   * @param begins whether the connection tells of a new era because of it
   * @return how many prepared names and temporary tables found no room
   */
  int ran(SqlScript script, boolean begins) {
    int dropped = state.dropped();
    for (SqlStatement statement : script.statements()) {
      current = after(statement, current);
      state.apply(statement);
    }
    if (!begins) {
      eras.put(era, current);
    }
    return state.dropped() - dropped;
  }

  /** The database as the statement after this one sees it. */
  Database after(SqlStatement statement, Database before) {
    Database changed = SessionSql.apply(statement, before);
    return changed == null ? opened : changed;
  }

  /**
   * Another era begins: by SQL that ran before, by the connection's own methods, which is nothing
   * where the product's drivers ignore them, or by the end of a transaction.
   */
  void chosen(Choice choice) {
    era = choice.era();
    if (choice.mode == Choice.AS_BEFORE) {
      Database before = eras.get(choice.before());
      current = before == null ? current : before;
    } else if (choice.mode != Choice.BY_SQL) {
      boolean isSchema = choice.mode == Choice.SCHEMA;
      if (SessionSql.follows(current.dialect(), isSchema)) {
        current =
            isSchema
                ? current.withDefaults(null, false, choice.name(), true)
                : current.withDefaults(choice.name(), true, null, false);
      }
    }
    eras.put(era, current);
    eras.remove(era - ERAS);
  }

  /** Whether only this connection sees the table. */
  boolean isTemporary(TableName table) {
    return state.isTemporary(table);
  }
}
