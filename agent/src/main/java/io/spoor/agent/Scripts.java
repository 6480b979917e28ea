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
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads SQL, each text once, with what the run has shown of the columns of tables: its own DDL, and
 * results that hold all columns of a table. Never asks the database. Spoor's thread only.
 */
final class Scripts {

  /** Calls within bodies of routines are followed so deep. */
  private static final int MOST_CALLS = 3;

  /** Scripts of more statements are not kept. */
  private static final int LONGEST_KEPT = 20;

  // Of the 8 MB for all that is kept of SQL; statements in use take the rest.
  private static final long TEXT_BYTES = 3 << 20;
  private static final long TABLE_BYTES = 2 << 20;
  private static final int TABLES = 4000;

  /** Bytes of what is known of a database without its tables. */
  private static final int DATABASE = 400;

  /** Notes whether it was asked: a script that did not ask stays true whatever is learnt. */
  private final class Asked implements SqlCatalog {
    private final KnownColumns known;
    private final Database database;
    boolean asked;

    Asked(KnownColumns known, Database database) {
      this.known = known;
      this.database = database;
    }

    @Override
    public List<String> columns(TableName table) {
      asked = true;
      List<String> columns = known.columns(table);
      if (columns == null && enquiry != null && !table.isFile() && !database.isCatalogue(table)) {
        columns = enquiry.columns(database, table);
        if (columns != null) {
          known.add(table.catalog(), table.schema(), table.table(), columns);
        }
      }
      return columns;
    }
  }

  private final DatabaseEnquiry enquiry;

  private final Readings readings = new Readings(TEXT_BYTES);

  /** By namespace, the one used last at the end. */
  private final Map<String, KnownColumns> databases =
      new LinkedHashMap<String, KnownColumns>(16, 0.75f, true);

  /** Tables that databases knew which were forgotten as a whole. */
  private long forgotten;

  /**
   * @param enquiry null when databases are not asked
   */
  Scripts(DatabaseEnquiry enquiry) {
    this.enquiry = enquiry;
  }

  /**
   * The script with the bodies of the routines that it calls, as far as the database tells them.
   */
  SqlScript withBodies(SqlScript script, Database database) {
    SqlScript all = script;
    for (int depth = 0; enquiry != null && depth < MOST_CALLS; depth++) {
      SqlScript before = all;
      for (SqlStatement statement : before.statements()) {
        String body =
            statement.routine() == null ? null : enquiry.body(database, statement.routine());
        if (body != null) {
          Asked asked = new Asked(known(database), database);
          all =
              all.inPlaceOf(
                  statement, SqlLineage.analyze(body, database.dialect(), Limits.DEFAULT, asked));
        }
      }
      if (all == before) {
        break;
      }
    }
    return all;
  }

  /**
   * What a text does.
   *
   * @param key the same for texts that differ in values alone
   */
  SqlScript read(String sql, long key, Database database) {
    KnownColumns known = known(database);
    String name = database.dialect().ordinal() + ":" + key;
    Readings.Reading reading = readings.get(name);
    if (reading != null && reading.holds(known)) {
      return reading.script;
    }
    Asked asked = new Asked(known, database);
    SqlScript script = SqlLineage.analyze(sql, database.dialect(), Limits.DEFAULT, asked);
    if (script.statements().size() <= LONGEST_KEPT) {
      readings.put(name, new Readings.Reading(script, asked.asked ? known : null, known.changes()));
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
      makeRoom();
      known = new KnownColumns(TABLES, TABLE_BYTES / 2);
      databases.put(database.namespace(), known);
    }
    return known;
  }

  /** Forgets the databases that were not used for longest, so that one more has its half. */
  private void makeRoom() {
    while (tableBytes() > TABLE_BYTES / 2) {
      Iterator<KnownColumns> eldest = databases.values().iterator();
      KnownColumns gone = eldest.next();
      forgotten += gone.evicted() + gone.size();
      eldest.remove();
    }
  }

  private long tableBytes() {
    long bytes = 0;
    for (Map.Entry<String, KnownColumns> each : databases.entrySet()) {
      bytes += DATABASE + each.getValue().heapBytes();
    }
    return bytes;
  }

  /** How many tables with known columns were forgotten for want of room. */
  long forgottenTables() {
    long tables = forgotten;
    for (Map.Entry<String, KnownColumns> each : databases.entrySet()) {
      tables += each.getValue().evicted();
    }
    return tables;
  }

  /** What is kept of texts and of tables' columns, in bytes, by our own estimate. */
  long heapBytes() {
    return readings.heapBytes() + tableBytes();
  }
}
