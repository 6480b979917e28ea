package io.spoor.agent;

import io.spoor.boot.record.Choice;
import io.spoor.boot.record.ResultShape;
import io.spoor.boot.record.SqlUse;
import io.spoor.instrumentation.jdbc.Database;
import io.spoor.instrumentation.jdbc.JdbcUrl;
import io.spoor.instrumentation.jdk.FileNames;
import io.spoor.instrumentation.jdk.FileRules;
import io.spoor.ledger.Access;
import io.spoor.ledger.Column;
import io.spoor.ledger.Ledger;
import io.spoor.model.ColumnFlow;
import io.spoor.model.DatasetId;
import io.spoor.model.Rung;
import io.spoor.openlineage.ExternalQueryRunFacet;
import io.spoor.sql.SqlScript;
import io.spoor.sql.SqlStatement;
import io.spoor.sql.SqlText;
import io.spoor.sql.StatementKind;
import io.spoor.sql.TableName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Turns executed SQL into accesses and edges: names tables by connection, reads SQL once a text.
 */
final class SqlRecords {

  /** Characters of SQL that messages show. */
  private static final int LONGEST_TASK = 1000;

  private static final int KEPT_QUERIES = 20;

  /** Temporary tables remembered, and uses of SQL whose columns may become clear later. */
  private static final int REMEMBERED = 1000;

  /** What is known about one use of SQL; only Spoor's thread touches it. */
  private static final class Use {
    final Session session;
    final Database database;
    final SqlScript script;
    final long deletions;
    final List<Access> inputs = new ArrayList<Access>();
    final List<Access> outputs = new ArrayList<Access>();

    /** Inputs whose rows go to the job, once it fetches any. */
    final List<Access> rowSources = new ArrayList<Access>();

    final String task;
    boolean readsRecorded;
    boolean writesRecorded;
    boolean feeds;
    boolean described;
    long takenRuns;
    long takenKept;
    long takenFailures;

    Use(Session session, Database database, SqlScript script, String task, long deletions) {
      this.session = session;
      this.database = database;
      this.script = script;
      this.task = task;
      this.deletions = deletions;
    }

    /** The same use, read anew: what was taken from it stays taken. */
    Use after(Use before) {
      takenRuns = before.takenRuns;
      takenKept = before.takenKept;
      takenFailures = before.takenFailures;
      described = before.described;
      return this;
    }
  }

  private final JdbcUrl urls;
  private final FileNames names;
  private final FileRules rules;
  private final Ledger ledger;
  private final Misunderstood misunderstood;
  private final Scripts scripts = new Scripts();

  /** Prepared names and temporary tables of connections that found no room. */
  private long droppedNames;

  private final Set<DatasetId> temporary = new LinkedHashSet<DatasetId>();
  private final Map<SqlUse, Long> unclear = new LinkedHashMap<SqlUse, Long>();

  /** Grows with each dataset that was dropped: what is recorded of it is recorded anew then. */
  private long deletions;

  private final Map<String, String> queries = new LinkedHashMap<String, String>();

  private ExternalQueryRunFacet externalQuery;
  private boolean externalQueryWrites;

  SqlRecords(
      JdbcUrl urls, FileNames names, FileRules rules, Ledger ledger, Misunderstood misunderstood) {
    this.urls = urls;
    this.names = names;
    this.rules = rules;
    this.ledger = ledger;
    this.misunderstood = misunderstood;
  }

  /** Normalised SQL that reached a table, by text, with its dialect; the first few. */
  Map<String, String> queries() {
    return queries;
  }

  /**
   * The query that the server's own history knows: the facet has room for one, so the last that
   * wrote something, else the last of all. Null when no server told an id.
   */
  ExternalQueryRunFacet externalQuery() {
    return externalQuery;
  }

  private void external(SqlUse use, Use known) {
    String id = use.queryId;
    boolean writes = false;
    for (SqlStatement statement : known.script.statements()) {
      writes |= changesData(statement.kind());
    }
    if (id != null && (writes || !externalQueryWrites)) {
      externalQueryWrites = writes;
      String source = known.database.dialect().name().toLowerCase(Locale.ROOT);
      externalQuery = new ExternalQueryRunFacet(id, source);
    }
  }

  /** Takes what a use of SQL has counted since the last time. */
  void take(SqlUse use) {
    Use known = known(use);
    long failures = use.failures - known.takenFailures;
    if (failures > 0) {
      known.takenFailures += failures;
      failed(use, known);
    }
    if (known.database == null) {
      return;
    }
    // Reads stay what they were; of writes only what was committed counts.
    long runs = use.done - known.takenRuns;
    if (runs > 0) {
      known.takenRuns += runs;
      external(use, known);
      droppedNames += known.session.ran(known.script, use.isSetting());
      scripts.ran(known.script, known.database);
      if (!known.readsRecorded) {
        known.readsRecorded = true;
        recordReads(use, known);
      }
      for (Access input : known.inputs) {
        input.used(runs, use.firstRead, use.lastWrite);
      }
    }
    long kept = use.kept - known.takenKept;
    if (kept > 0) {
      known.takenKept += kept;
      if (!known.writesRecorded) {
        known.writesRecorded = true;
        recordWrites(use, known);
      }
      for (Access output : known.outputs) {
        // What only deletes is no moment at which anything could have come in.
        output.used(kept, use.firstRead, known.feeds ? use.keptTick : 0);
      }
      dispose(known);
    }
    countRows(use, known);
  }

  /** How many prepared names and temporary tables found no room. */
  long droppedNames() {
    return droppedNames;
  }

  /** How many tables with known columns were forgotten for want of room. */
  long forgottenTables() {
    return scripts.forgottenTables();
  }

  /** What is kept of texts and of tables' columns, in bytes, by our own estimate. */
  long heapBytes() {
    return scripts.heapBytes();
  }

  /** What was dropped was only a stop on the way; what was renamed has another name now. */
  private void dispose(Use known) {
    Database at = known.database;
    for (SqlStatement statement : known.script.statements()) {
      if (statement.kind() == StatementKind.DROP) {
        for (TableName table : statement.outputs()) {
          ledger.delete(at.table(table));
          deletions++;
        }
      } else if (statement.kind() == StatementKind.RENAME) {
        for (int i = 0; i < statement.inputs().size() && i < statement.outputs().size(); i++) {
          ledger.rename(at.table(statement.inputs().get(i)), at.table(statement.outputs().get(i)));
          deletions++;
        }
      }
      at = known.session.after(statement, at);
    }
  }

  /**
   * The run ends: temporary tables are gone with their connections, and statements whose columns
   * were not known when they were met may be clear by what was seen since.
   */
  void finish() {
    for (SqlUse use : new ArrayList<SqlUse>(unclear.keySet())) {
      Use known = (Use) use.lineage;
      if (unclear.get(use) != scripts.changes(known.database)) {
        Use again = read(use).after(known);
        use.lineage = again;
        recordWrites(use, again);
        known = again;
      }
      for (SqlStatement statement : known.script.statements()) {
        if (hasUnclearColumns(statement)) {
          misunderstood.add(
              "Columns not fully known: " + statement.columnsPartialReason(), taskOf(use, known));
        }
      }
    }
    unclear.clear();
    for (DatasetId id : temporary) {
      ledger.delete(id);
    }
    temporary.clear();
  }

  private Use known(SqlUse use) {
    Use known = (Use) use.lineage;
    if (known == null) {
      known = use.rowsOf == null ? read(use) : changeOfRows(use);
      use.lineage = known;
    } else if (isStale(known, use) && use.rowsOf == null && known.task == null) {
      known = read(use).after(known);
      use.lineage = known;
    }
    return known;
  }

  /** Unqualified names mean other tables now, or a table of it was dropped meanwhile. */
  private boolean isStale(Use known, SqlUse use) {
    Database now = known.session == null ? null : known.session.database(use.era);
    return now != null
        && (known.database != now && use.done > known.takenRuns
            || known.deletions != deletions && !known.outputs.isEmpty());
  }

  private Use read(SqlUse use) {
    String sql = (String) use.about;
    Session session = session(use.owner);
    misunderstood.task();
    if (session == null) {
      misunderstood.add(
          "SQL on a connection whose URL is not understood: its tables have no name", null);
      return new Use(null, null, null, null, 0);
    }
    Database database = session.database(use.era);
    if (database == null) {
      misunderstood.add("SQL of a time whose default schema is forgotten", null);
      return new Use(null, null, null, null, 0);
    }
    SqlScript script = session.resolve(scripts.read(sql, use.key, database));
    Use known = new Use(session, database, script, task(sql, database), deletions);
    if (sql.length() > LONGEST_TASK) {
      // It is read: what is kept of a long text is what messages show of it.
      use.about = known.task;
    }
    for (SqlStatement statement : script.statements()) {
      if (statement.partial()) {
        misunderstood.add("SQL not fully understood: " + statement.partialReason(), known.task);
      }
    }
    return known;
  }

  /** What messages show of a SQL text; null for a text that is not worth keeping for that. */
  private static String task(String sql, Database database) {
    return sql.length() <= LONGEST_TASK
        ? null
        : SqlText.normalise(sql.substring(0, LONGEST_TASK), database.dialect()) + " ...";
  }

  private static String taskOf(SqlUse use, Use known) {
    if (use.rowsOf != null || known.database == null) {
      return null;
    }
    return known.task != null
        ? known.task
        : SqlText.normalise((String) use.about, known.database.dialect());
  }

  /** Rows of a query's result set that the job changed: they are in the one table it reads. */
  private Use changeOfRows(SqlUse use) {
    Use query = known(use.rowsOf);
    Use known = new Use(query.session, query.database, query.script, null, deletions);
    // The query's own reads are told with the query.
    known.readsRecorded = true;
    return known;
  }

  /** A driver connected: from now on the files of an embedded database are known as such. */
  void connected(SpoorState connection) {
    session(connection);
  }

  /** A connection was given another catalog or schema, after what was taken so far. */
  void chosen(Choice choice) {
    Session session = session(choice.owner);
    if (session != null) {
      session.chosen(choice);
    }
  }

  /** The session of a connection's state, made at first sight; null for a URL not understood. */
  private Session session(SpoorState connection) {
    if (connection == null) {
      return null;
    }
    if (connection.unit instanceof Session) {
      return (Session) connection.unit;
    }
    Database database = urls.parse((String) connection.about, (String) connection.detail);
    if (database == null) {
      return null;
    }
    Session session = new Session(database);
    connection.unit = session;
    if (database.path() != null) {
      rules.addStore(database.path());
    }
    return session;
  }

  private void recordReads(SqlUse use, Use known) {
    Database at = known.database;
    for (SqlStatement statement : known.script.statements()) {
      List<Access> inputs = new ArrayList<Access>();
      for (TableName table : statement.inputs()) {
        Access input = access(at, table, use.shape, false, Access.Kind.TABLE);
        if (input != null) {
          inputs.add(input);
          SqlColumns.describe(input, statement, table, at);
          if (statement.isRowSource()) {
            known.rowSources.add(input);
          }
        }
      }
      known.inputs.addAll(inputs);
      if (!changesData(statement.kind())) {
        remember(use, known, inputs);
      }
      at = known.session.after(statement, at);
    }
  }

  private void recordWrites(SqlUse use, Use known) {
    if (use.rowsOf != null) {
      recordRowChanges(use, known);
      return;
    }
    Database at = known.database;
    for (SqlStatement statement : known.script.statements()) {
      if (changesData(statement.kind())) {
        known.feeds |= statement.kind() != StatementKind.DELETE;
        List<Access> outputs = outputs(use, known, statement, at);
        if (hasUnclearColumns(statement) && known.task == null && unclear.size() < REMEMBERED) {
          unclear.put(use, scripts.changes(known.database));
        }
        known.outputs.addAll(outputs);
        remember(use, known, outputs.isEmpty() ? known.inputs : outputs);
      }
      at = known.session.after(statement, at);
    }
  }

  /** Columns that go from table to table: into which ones a job's values go is no flow as yet. */
  private static boolean hasUnclearColumns(SqlStatement statement) {
    return statement.columnsPartial()
        && statement.sourceFedByQuery()
        && changesData(statement.kind());
  }

  private List<Access> outputs(SqlUse use, Use known, SqlStatement statement, Database at) {
    List<Access> outputs = new ArrayList<Access>();
    for (TableName table : statement.outputs()) {
      Access.Kind kind =
          statement.kind() == StatementKind.CREATE_VIEW ? Access.Kind.VIEW : Access.Kind.TABLE;
      Access output = access(at, table, null, true, kind);
      if (output == null) {
        continue;
      }
      outputs.add(output);
      if (known.session.isTemporary(table) && temporary.size() < REMEMBERED) {
        temporary.add(output.id());
      }
      for (int i = 0; i < statement.targetColumns().size(); i++) {
        String column = statement.targetColumns().get(i);
        boolean quoted = statement.isTargetColumnQuoted(i);
        output.addColumn(new Column(quoted ? column : at.fold(column), null));
      }
      for (TableName source : statement.inputs()) {
        List<ColumnFlow> columns = SqlColumns.flows(statement, source, table, at);
        boolean feeds = statement.sourceFedByQuery() && statement.feedingInputs().contains(source);
        if (feeds || !columns.isEmpty()) {
          ledger.edge(
              access(at, source, use.shape, false, Access.Kind.TABLE),
              output,
              Rung.SQL,
              statement.kind().name(),
              columns,
              feeds && !SqlColumns.onlyDecide(statement, columns));
        }
      }
      if (!statement.sourceFedByQuery() && fedByJob(statement)) {
        output.throughJob();
      }
    }
    return outputs;
  }

  /** The table whose rows a result set let the job change, and the columns it set. */
  private void recordRowChanges(SqlUse use, Use known) {
    TableName table = null;
    for (SqlStatement statement : known.script.statements()) {
      for (TableName input : statement.inputs()) {
        if (table != null) {
          misunderstood.add(
              "Rows were changed through the result set of a query over several tables",
              taskOf(use.rowsOf, known(use.rowsOf)));
          return;
        }
        table = input;
      }
    }
    Access output =
        table == null
            ? null
            : access(known.database, table, use.rowsOf.shape, true, Access.Kind.TABLE);
    if (output != null) {
      known.outputs.add(output);
      known.feeds = use.action != SpoorRecorder.DELETE;
      if (known.feeds) {
        output.throughJob();
      }
    }
  }

  private static void describeRowChanges(SqlUse query, Access output) {
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

  private void remember(SqlUse use, Use known, List<Access> accesses) {
    if (!accesses.isEmpty() && queries.size() < KEPT_QUERIES) {
      queries.put(taskOf(use, known), known.database.dialect().name().toLowerCase(Locale.ROOT));
    }
  }

  private static boolean changesData(StatementKind kind) {
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
  private static boolean fedByJob(SqlStatement statement) {
    StatementKind kind = statement.kind();
    return kind == StatementKind.INSERT
        || kind == StatementKind.COPY && statement.inputs().isEmpty() && !statement.partial()
        || kind == StatementKind.UPDATE
        || kind == StatementKind.MERGE
        || kind == StatementKind.REPLACE;
  }

  private Access access(
      Database database, TableName table, ResultShape shape, boolean output, Access.Kind kind) {
    if (table.isFile()) {
      String path = names.absolute(table.table());
      if (table.table().indexOf("://") > 0 || rules.reason(path) != null) {
        return null;
      }
      DatasetId id = FileNames.dataset(path);
      return output ? ledger.output(id, Access.Kind.FILE) : ledger.input(id, Access.Kind.FILE);
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

  private void countRows(SqlUse use, Use known) {
    // What is not recorded yet is counted next time: the job's thread goes on meanwhile.
    long fetched = known.readsRecorded ? use.in - use.takenIn : 0;
    use.takenIn += fetched;
    if (fetched > 0 || use.reads != 0) {
      for (Access source : known.rowSources) {
        source.throughJob();
      }
    }
    // Rows of a join belong to no single table: only a query over one table counts its rows.
    if (fetched > 0 && known.inputs.size() == 1) {
      known.inputs.get(0).addRows(fetched);
    }
    long changed = known.writesRecorded ? use.out - use.takenOut : 0;
    use.takenOut += changed;
    if (changed > 0 && known.outputs.size() == 1) {
      known.outputs.get(0).addRows(changed);
    }
    if (use.rowsOf != null && use.action != SpoorRecorder.DELETE && !known.outputs.isEmpty()) {
      describeRowChanges(use.rowsOf, known.outputs.get(0));
    }
    ResultShape shape = use.shape;
    if (!known.described && shape != null) {
      known.described = true;
      scripts.learn(known.script, shape, known.database);
      describe(known, shape);
    }
  }

  private static void describe(Use known, ResultShape shape) {
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

  private void failed(SqlUse use, Use known) {
    StringBuilder message = new StringBuilder("A statement failed: ").append(use.failureClass);
    if (use.sqlState != null) {
      message.append(", SQLState ").append(use.sqlState);
    }
    if (use.vendorCode != 0) {
      message.append(", vendor code ").append(use.vendorCode);
    }
    misunderstood.add(message.toString(), taskOf(use, known));
  }
}
