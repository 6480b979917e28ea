package io.spoor.sql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What the statements of one connection have left behind: temporary tables, prepared statements.
 * Bounded; what does not fit is counted and not known later.
 *
 * <p>Not safe for use by several threads at once.
 */
public final class SqlSession {

  private static final int MAX_TEMPORARY = 500;
  private static final int MAX_PREPARED = 50;
  private static final int MAX_STATEMENTS = 20;

  private final Dialect dialect;
  private Set<String> temporary;
  private Map<String, SqlScript> prepared;
  private int dropped;

  /**
   * A connection as it was opened.
   *
   * @param dialect not null
   */
  public SqlSession(Dialect dialect) {
    this.dialect = dialect;
  }

  /**
   * The script with each EXECUTE of a known name replaced by what was prepared under it. The
   * statements are to be {@linkplain #apply applied} in their order as well; prepared names of the
   * script itself are known without.
   *
   * @param script not null
   * @return the same script when nothing had to be replaced
   */
  public SqlScript resolve(SqlScript script) {
    List<SqlStatement> statements = script.statements();
    List<SqlStatement> out = null;
    for (int i = 0; i < statements.size(); i++) {
      SqlStatement statement = statements.get(i);
      SqlScript known = prepared == null ? null : prepared.get(key(statement.preparedName()));
      if (known != null && out == null) {
        out = new ArrayList<SqlStatement>(statements.subList(0, i));
      }
      if (known != null) {
        out.addAll(known.statements());
      } else if (out != null) {
        out.add(statement);
      }
    }
    return out == null ? script : new SqlScript(out);
  }

  /**
   * Takes over what a statement changes; to be called after it ran.
   *
   * @param statement not null
   */
  public void apply(SqlStatement statement) {
    SessionEffect effect = statement.sessionEffect();
    if (effect == null) {
      follow(statement);
      return;
    }
    switch (effect.kind()) {
      case CREATE_TEMPORARY:
        addTemporary(statement.outputs());
        break;
      case PREPARE:
      case VARIABLE:
        prepare(effect);
        break;
      case DEALLOCATE:
        deallocate(effect.name());
        break;
      case DISCARD:
        temporary = null;
        prepared = null;
        break;
      default:
        break;
    }
  }

  /**
   * Whether the name means a table or view that only this connection sees.
   *
   * @param name not null; quotes and case do not count
   */
  public boolean isTemporary(TableName name) {
    if (name.isFile()) {
      return false;
    }
    return isTemporaryByName(name, dialect)
        || temporary != null && name.schema() == null && temporary.contains(key(name.table()));
  }

  /** How many temporary tables and prepared names did not fit. */
  public int dropped() {
    return dropped;
  }

  /** Names that can only be temporary: #t of SQL Server, session.t of Db2, pg_temp.t. */
  static boolean isTemporaryByName(TableName name, Dialect dialect) {
    if (name.table().startsWith("#")) {
      return dialect == Dialect.SQLSERVER
          || dialect == Dialect.REDSHIFT
          || dialect == Dialect.GENERIC;
    }
    String schema = name.schema();
    if (schema == null) {
      return false;
    }
    switch (dialect) {
      case DB2:
      case DERBY:
        return schema.equalsIgnoreCase("session");
      case SQLITE:
      case DUCKDB:
        return schema.equalsIgnoreCase("temp");
      case SPARK:
      case DATABRICKS:
        return schema.equalsIgnoreCase("global_temp");
      default:
        return dialect.isPostgresFamily() && schema.equalsIgnoreCase("pg_temp");
    }
  }

  /** DROP and RENAME of a temporary table. */
  private void follow(SqlStatement statement) {
    if (temporary == null) {
      return;
    }
    List<TableName> outputs = statement.outputs();
    if (statement.kind() == StatementKind.DROP) {
      for (int i = 0; i < outputs.size(); i++) {
        temporary.remove(key(outputs.get(i).table()));
      }
    } else if (statement.kind() == StatementKind.RENAME) {
      for (int i = 0; i < statement.inputs().size() && i < outputs.size(); i++) {
        if (temporary.remove(key(statement.inputs().get(i).table()))) {
          temporary.add(key(outputs.get(i).table()));
        }
      }
    }
  }

  private void addTemporary(List<TableName> names) {
    if (names.isEmpty()) {
      return;
    }
    if (temporary == null) {
      temporary = new HashSet<String>();
    }
    if (temporary.size() < MAX_TEMPORARY) {
      temporary.add(key(names.get(0).table()));
    } else {
      dropped++;
    }
  }

  private void prepare(SessionEffect effect) {
    SqlScript script = effect.script();
    if (script == null && effect.variable() != null && prepared != null) {
      script = prepared.get(key(effect.variable()));
    }
    if (script == null) {
      deallocate(effect.name());
      return;
    }
    if (prepared == null) {
      prepared = new HashMap<String, SqlScript>();
    }
    if (prepared.size() < MAX_PREPARED && script.statements().size() <= MAX_STATEMENTS) {
      prepared.put(key(effect.name()), script);
    } else {
      deallocate(effect.name());
      dropped++;
    }
  }

  private void deallocate(String name) {
    if (name == null) {
      prepared = null;
    } else if (prepared != null) {
      prepared.remove(key(name));
    }
  }

  private static String key(String name) {
    return name == null ? null : name.toLowerCase(Locale.ROOT);
  }
}
