package io.spoor.agent;

import io.spoor.boot.record.ResultShape;
import io.spoor.boot.record.SqlUse;
import io.spoor.instrumentation.jdbc.Database;
import io.spoor.instrumentation.jdk.FileNames;
import io.spoor.instrumentation.jdk.FileRule;
import io.spoor.instrumentation.jdk.FileRules;
import io.spoor.ledger.Access;
import io.spoor.ledger.Column;
import io.spoor.ledger.Ledger;
import io.spoor.model.DatasetId;
import io.spoor.sql.Dialect;
import io.spoor.sql.SqlStatement;
import io.spoor.sql.StatementKind;
import io.spoor.sql.TableName;
import java.io.File;

/** Which accesses the tables and files of statements are. Spoor's thread only. */
final class SqlAccesses {

  private final FileNames names;
  private final FileRules rules;
  private final Ledger ledger;
  private final FileDatasets files;

  SqlAccesses(FileNames names, FileRules rules, Ledger ledger, FileDatasets files) {
    this.names = names;
    this.rules = rules;
    this.ledger = ledger;
    this.files = files;
  }

  /** Whether it writes rows, or makes what has some. */
  static boolean changesData(StatementKind kind) {
    switch (kind) {
      case INSERT:
      case UPDATE:
      case DELETE:
      case MERGE:
      case REPLACE:
      case CREATE_TABLE_AS:
      case CREATE_VIEW:
      case SELECT_INTO:
      case COPY:
        return true;
      default:
        return false;
    }
  }

  /**
   * Values that are not from a query inside come from the job, as does what COPY takes from STDIN.
   */
  static boolean fedByJob(SqlStatement statement) {
    StatementKind kind = statement.kind();
    return kind == StatementKind.INSERT
        || kind == StatementKind.COPY && statement.inputs().isEmpty() && !statement.partial()
        || kind == StatementKind.UPDATE
        || kind == StatementKind.MERGE
        || kind == StatementKind.REPLACE;
  }

  /**
   * The access of a table or file; null for what is no data, and when the ledger is full.
   *
   * @param shape what a result of the statement looked like; null when that is not known
   */
  Access access(
      Database database, TableName table, ResultShape shape, boolean output, Access.Kind kind) {
    if (table.isFile()) {
      String path = names.absolute(path(database, table.table()));
      FileRule rule = rules.rule(path);
      if (table.table().indexOf("://") > 0
          || rule != null && rule.fate() == FileRule.Fate.LEFT_OUT) {
        return null;
      }
      DatasetId id = names.dataset(path);
      return output ? files.output(id) : files.input(id);
    }
    if (database.isCatalogue(table)) {
      return null;
    }
    Database session = database;
    if (shape != null && table.schema() == null) {
      String schema = schemaOf(shape, table.table());
      session = schema == null ? database : database.withSchema(schema);
    }
    DatasetId id = session.table(table);
    Access access = output ? ledger.output(id, kind) : ledger.input(id, kind);
    if (access != null) {
      access.setSource(database.uri());
    }
    return access;
  }

  /**
   * The file of a text table, whose options stand behind it, lies beside the database: HSQLDB 2.7
   * user guide, Text Tables.
   */
  private static String path(Database database, String written) {
    if (database == null || database.dialect() != Dialect.HSQLDB || database.path() == null) {
      return written;
    }
    int options = written.indexOf(';');
    File file = new File(options < 0 ? written : written.substring(0, options));
    File folder = new File(database.path()).getParentFile();
    return file.isAbsolute() ? file.getPath() : new File(folder, file.getPath()).getPath();
  }

  /** The schema that the driver itself gave for a table of the result; null when it did not. */
  private static String schemaOf(ResultShape shape, String table) {
    for (int i = 0; i < shape.tables.length; i++) {
      if (table.equalsIgnoreCase(shape.tables[i])
          && shape.schemas[i] != null
          && !shape.schemas[i].isEmpty()) {
        return shape.schemas[i];
      }
    }
    return null;
  }

  /** The columns that were set in rows of a query's result. */
  static void describeRowChanges(SqlUse query, Access output) {
    ResultShape shape = query.shape;
    for (int i = 0; shape != null && i < shape.names.length; i++) {
      boolean set = (query.updatedColumns >>> Math.min(i + 1, 63) & 1) != 0;
      for (String label : query.updatedLabels) {
        set |= label.equalsIgnoreCase(shape.labels[i]);
      }
      if (set && shape.names[i] != null) {
        output.addColumn(new Column(shape.names[i], shape.types[i]));
      }
    }
  }

  /** The columns of tables that a result shows. */
  static void describe(KnownUse known, ResultShape shape) {
    for (int i = 0; i < shape.names.length; i++) {
      if (shape.tables[i] == null || shape.tables[i].isEmpty()) {
        continue;
      }
      for (Access input : known.inputs) {
        String name = input.id().name();
        String table = name.substring(name.lastIndexOf('.') + 1);
        if (table.equalsIgnoreCase(shape.tables[i])) {
          input.addColumn(new Column(shape.names[i], shape.types[i]));
        }
      }
    }
  }
}
