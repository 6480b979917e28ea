package io.spoor.agent;

import io.spoor.boot.record.ResultShape;
import io.spoor.instrumentation.jdbc.Database;
import io.spoor.sql.KnownColumns;
import io.spoor.sql.Limits;
import io.spoor.sql.ResultColumn;
import io.spoor.sql.SqlCatalog;
import io.spoor.sql.SqlLineage;
import io.spoor.sql.SqlScript;
import io.spoor.sql.SqlStatement;
import io.spoor.sql.TableColumns;
import io.spoor.sql.TableName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads SQL, each text once, with what the run has shown of the columns of tables: its own DDL, and
 * results that hold all columns of a table. Never asks the database. Spoor's thread only.
 */
final class Scripts {

  private static final int TEXTS = 2000;

  /** Scripts of more statements are not kept. */
  private static final int LONGEST_KEPT = 20;

  private static final int DATABASES = 50;
  private static final int TABLES = 2000;
  private static final long TABLE_BYTES = 1 << 20;

  /** A script and what was known when it was read. */
  private static final class Reading {
    final SqlScript script;
    final KnownColumns known;
    final long changes;

    Reading(SqlScript script, KnownColumns known, long changes) {
      this.script = script;
      this.known = known;
      this.changes = changes;
    }
  }

  /** Notes whether it was asked: a script that did not ask stays true whatever is learnt. */
  private static final class Asked implements SqlCatalog {
    private final SqlCatalog catalog;
    boolean asked;

    Asked(SqlCatalog catalog) {
      this.catalog = catalog;
    }

    @Override
    public List<String> columns(TableName table) {
      asked = true;
      return catalog.columns(table);
    }
  }

  private static <K, V> Map<K, V> bounded(final int most) {
    return new LinkedHashMap<K, V>(16, 0.75f, true) {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
      }
    };
  }

  private final Map<String, Reading> readings = bounded(TEXTS);
  private final Map<String, KnownColumns> databases = bounded(DATABASES);

  /**
   * What a text does.
   *
   * @param key the same for texts that differ in values alone
   */
  SqlScript read(String sql, long key, Database database) {
    KnownColumns known = known(database);
    String name = database.dialect().ordinal() + ":" + key;
    Reading reading = readings.get(name);
    if (reading != null
        && (reading.known == null
            || reading.known == known && reading.changes == known.changes())) {
      return reading.script;
    }
    Asked asked = new Asked(known);
    SqlScript script = SqlLineage.analyze(sql, database.dialect(), Limits.DEFAULT, asked);
    if (script.statements().size() <= LONGEST_KEPT) {
      readings.put(name, new Reading(script, asked.asked ? known : null, known.changes()));
    }
    return script;
  }

  /** A script ran: tables it made have the columns it says. */
  void ran(SqlScript script, Database database) {
    KnownColumns known = known(database);
    for (SqlStatement statement : script.statements()) {
      TableColumns defined = statement.definedColumns();
      if (defined == null) {
        known.learn(statement);
      } else {
        known.add(
            defined.table().catalog(),
            defined.table().schema(),
            defined.table().table(),
            spelled(defined, database));
      }
    }
  }

  /** The columns as the database has them. */
  private static List<String> spelled(TableColumns defined, Database database) {
    List<String> names = new ArrayList<String>(defined.columns().size());
    for (int i = 0; i < defined.columns().size(); i++) {
      String name = defined.columns().get(i);
      names.add(defined.isQuoted(i) ? name : database.fold(name));
    }
    return names;
  }

  /** Something was learnt of a database's columns since a script was read. */
  long changes(Database database) {
    return known(database).changes();
  }

  /** A result of all columns of one table shows them. */
  void learn(SqlScript script, ResultShape shape, Database database) {
    if (script.statements().size() != 1) {
      return;
    }
    SqlStatement query = script.statements().get(0);
    List<ResultColumn> columns = query.resultColumns();
    if (query.inputs().size() != 1
        || columns.size() != 1
        || !columns.get(0).isAllColumns()
        || shape.names.length == 0
        || shape.names[0] == null) {
      return;
    }
    TableName table = query.inputs().get(0);
    if (!table.isFile() && known(database).columns(table) == null) {
      known(database)
          .add(table.catalog(), table.schema(), table.table(), Arrays.asList(shape.names));
    }
  }

  private KnownColumns known(Database database) {
    KnownColumns known = databases.get(database.namespace());
    if (known == null) {
      known = new KnownColumns(TABLES, TABLE_BYTES);
      databases.put(database.namespace(), known);
    }
    return known;
  }
}
