package io.spoor.agent;

import io.spoor.boot.record.LiteralRows;
import io.spoor.boot.record.ResultShape;
import io.spoor.boot.record.RowStore;
import io.spoor.boot.record.SqlUse;
import io.spoor.boot.record.Transaction;
import io.spoor.flow.RowSide;
import io.spoor.instrumentation.jdbc.Database;
import io.spoor.ledger.Access;
import io.spoor.ledger.Column;
import io.spoor.ledger.Ledger;
import io.spoor.model.ColumnFlow;
import io.spoor.model.DatasetId;
import io.spoor.model.Rung;
import io.spoor.openlineage.ExternalQueryRunFacet;
import io.spoor.sql.SqlScript;
import io.spoor.sql.SqlStatement;
import io.spoor.sql.StatementKind;
import io.spoor.sql.TableName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Turns executed SQL into accesses and edges. Spoor's thread only. */
final class SqlRecords {

  private static final int KEPT_QUERIES = 20;

  /** Temporary tables remembered, and uses of SQL whose columns may become clear later. */
  private static final int REMEMBERED = 1000;

  private final SqlReader reader;
  private final Scripts scripts;
  private final SqlAccesses accesses;
  private final Ledger ledger;
  private final Misunderstood misunderstood;

  /** Null when all sides are worth the same. */
  private final Sampling sampling;

  /** Prepared names and temporary tables of connections that found no room. */
  private long droppedNames;

  private final Set<DatasetId> temporary = new LinkedHashSet<DatasetId>();

  /** Uses of SQL of whose rows some are kept. */
  private final Set<SqlUse> sampled = new LinkedHashSet<SqlUse>();

  /** Uses of SQL that ran in a transaction which was open when they were taken last. */
  private final Set<SqlUse> open = new LinkedHashSet<SqlUse>();

  private final AwaitedQueries awaited = new AwaitedQueries();

  private final Set<RowStore> stores = new HashSet<RowStore>();

  /** Rows of literals, each with a use of SQL whose texts have them. */
  private final Map<LiteralRows, SqlUse> listed = new LinkedHashMap<LiteralRows, SqlUse>();

  private final Map<SqlUse, Long> unclear = new LinkedHashMap<SqlUse, Long>();
  private final Map<String, String> queries = new LinkedHashMap<String, String>();
  private ExternalQueryRunFacet externalQuery;
  private boolean externalQueryWrites;

  SqlRecords(
      SqlReader reader,
      Scripts scripts,
      SqlAccesses accesses,
      Ledger ledger,
      Misunderstood misunderstood,
      Sampling sampling) {
    this.sampling = sampling;
    this.reader = reader;
    this.scripts = scripts;
    this.accesses = accesses;
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

  private void external(SqlUse use, KnownUse known) {
    String id = use.queryId;
    boolean writes = false;
    for (SqlStatement statement : known.script.statements()) {
      writes |= SqlAccesses.changesData(statement.kind());
    }
    if (id != null && (writes || !externalQueryWrites)) {
      externalQueryWrites = writes;
      String source = known.database.dialect().name().toLowerCase(Locale.ROOT);
      externalQuery = new ExternalQueryRunFacet(id, source);
    }
  }

  /** Takes what a use of SQL has counted since the last time. */
  void take(SqlUse use) {
    take(use, true);
  }

  /**
   * @param mayWait whether what the driver says of its result may be waited for
   */
  private void take(SqlUse use, boolean mayWait) {
    KnownUse known = reader.known(use);
    if (sampling != null) {
      sampling.tell(use, known);
    }
    boolean isNew = use.rowsRead != null && stores.add(use.rowsRead);
    isNew |= use.rowsBound != null && stores.add(use.rowsBound);
    if (isNew) {
      sampled.add(use);
    }
    LiteralRows literals = use.literals;
    if (literals != null && literals.rows() != null && use.kept > 0) {
      // One use is enough of those that share rows: they go into the same columns.
      if (!listed.containsKey(literals)) {
        listed.put(literals, use);
      }
    }
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
    boolean waits =
        mayWait && runs > 0 && !known.readsRecorded && awaited.awaits(use, known.script);
    if (runs > 0 && !waits) {
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
      unbound(known.rowSources, runs);
    }
    if (use.isOpen() && use.unit != null && open.size() < REMEMBERED) {
      open.add(use);
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
      if (known.feeds) {
        unbound(known.outputs, kept);
      }
      dispose(known);
    }
    countRows(use, known);
  }

  /** Takes the queries whose results were seen meanwhile. */
  void settle() {
    takeAwaited(false);
  }

  private void takeAwaited(boolean all) {
    for (SqlUse use : awaited.over(all)) {
      take(use, false);
    }
  }

  /** Takes which uses of SQL ran in one transaction. */
  void take(Transaction transaction) {
    Set<Access> read = new LinkedHashSet<Access>();
    Set<Access> written = new LinkedHashSet<Access>();
    for (int i = 0; i < transaction.size(); i++) {
      SqlUse use = transaction.use(i);
      // Before the use's own counts, which include these.
      long runs = transaction.takeRuns(i);
      long fetched = transaction.takeFetched(i);
      take(use, false);
      KnownUse known = reader.known(use);
      read.addAll(known.rowSources);
      unbound(known.rowSources, -runs - fetched);
      if (known.feeds) {
        written.addAll(known.outputs);
        unbound(known.outputs, -runs);
      }
    }
    ledger.transaction(read, written);
  }

  private static void unbound(List<Access> accesses, long more) {
    for (Access access : accesses) {
      access.unbound(more);
    }
  }

  /** Adds the rows that were read and written, as far as some are kept. */
  void addRows(List<RowSide> inputs, List<RowSide> outputs) {
    SqlRows rows = new SqlRows(accesses);
    Set<RowStore> told = new HashSet<RowStore>();
    for (SqlUse use : sampled) {
      KnownUse known = (KnownUse) use.lineage;
      if (known != null && known.database != null) {
        // A text that ran on several connections has one place for its rows.
        if (use.rowsRead != null && !told.contains(use.rowsRead)) {
          add(inputs, rows.read(use, known), told, use.rowsRead);
        }
        if (use.rowsBound != null && !told.contains(use.rowsBound)) {
          add(outputs, rows.bound(use, known), told, use.rowsBound);
        }
      }
    }
    for (Map.Entry<LiteralRows, SqlUse> each : listed.entrySet()) {
      SqlUse use = each.getValue();
      KnownUse known = (KnownUse) use.lineage;
      if (known != null && known.database != null) {
        RowSide side = rows.literal(use, known, reader.readAsked(use, known));
        add(outputs, side, told, each.getKey().rows());
      }
    }
  }

  private static void add(List<RowSide> sides, RowSide side, Set<RowStore> told, RowStore store) {
    if (side != null) {
      sides.add(side);
      told.add(store);
    }
  }

  /** Whether what it did may yet be committed or rolled back. */
  boolean hasOpen() {
    for (Iterator<SqlUse> each = open.iterator(); each.hasNext(); ) {
      if (!each.next().isOpen()) {
        each.remove();
      }
    }
    return !open.isEmpty();
  }

  /** Takes over what another unit shows of its queries. */
  void absorb(SqlRecords other) {
    for (Map.Entry<String, String> each : other.queries.entrySet()) {
      if (queries.size() < KEPT_QUERIES) {
        queries.put(each.getKey(), each.getValue());
      }
    }
  }

  /** Its unit is over: no rows are kept any longer. */
  void release() {
    for (SqlUse use : sampled) {
      use.forgetRows();
    }
    for (SqlUse use : listed.values()) {
      use.forgetRows();
    }
  }

  /** How many prepared names and temporary tables found no room. */
  long droppedNames() {
    return droppedNames;
  }

  /** How many tables with known columns were forgotten for want of room. */
  long forgottenTables() {
    return scripts.forgottenTables();
  }

  /** What is kept of texts, tables' columns and rows, in bytes, by our own estimate. */
  long heapBytes() {
    long bytes = scripts.heapBytes();
    for (RowStore store : stores) {
      bytes += store.heapBytes();
    }
    for (LiteralRows literals : listed.keySet()) {
      bytes += literals.rows().heapBytes();
    }
    return bytes;
  }

  /** What was dropped was only a stop on the way; what was renamed has another name now. */
  private void dispose(KnownUse known) {
    Database at = known.database;
    for (SqlStatement statement : known.script.statements()) {
      if (statement.kind() == StatementKind.DROP) {
        for (TableName table : statement.outputs()) {
          ledger.delete(at.table(table));
          reader.deleted();
        }
      } else if (statement.kind() == StatementKind.RENAME) {
        for (int i = 0; i < statement.inputs().size() && i < statement.outputs().size(); i++) {
          ledger.rename(at.table(statement.inputs().get(i)), at.table(statement.outputs().get(i)));
          reader.deleted();
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
    takeAwaited(true);
    for (SqlUse use : new ArrayList<SqlUse>(unclear.keySet())) {
      KnownUse known = (KnownUse) use.lineage;
      if (unclear.get(use) != scripts.changes(known.database)) {
        KnownUse again = reader.read(use).after(known);
        use.lineage = again;
        recordWrites(use, again);
        known = again;
      }
      for (SqlStatement statement : known.script.statements()) {
        if (hasUnclearColumns(statement)) {
          misunderstood.add(
              "Columns not fully known: " + statement.columnsPartialReason(),
              SqlReader.taskOf(use, known));
        }
      }
    }
    unclear.clear();
    for (DatasetId id : temporary) {
      ledger.delete(id);
    }
    temporary.clear();
  }

  private void recordReads(SqlUse use, KnownUse known) {
    Database at = known.database;
    for (SqlStatement statement : known.script.statements()) {
      List<Access> inputs = new ArrayList<Access>();
      for (TableName table : statement.inputs()) {
        Access input = accesses.access(at, table, use.shape, false, Access.Kind.TABLE);
        if (input != null) {
          inputs.add(input);
          SqlColumns.describe(input, statement, table, at);
          if (statement.isRowSource()) {
            known.rowSources.add(input);
          }
        }
      }
      known.inputs.addAll(inputs);
      if (!SqlAccesses.changesData(statement.kind())) {
        remember(use, known, inputs);
      }
      at = known.session.after(statement, at);
    }
  }

  private void recordWrites(SqlUse use, KnownUse known) {
    if (use.rowsOf != null) {
      recordRowChanges(use, known);
      return;
    }
    Database at = known.database;
    for (SqlStatement statement : known.script.statements()) {
      if (SqlAccesses.changesData(statement.kind())) {
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
        && SqlAccesses.changesData(statement.kind());
  }

  private List<Access> outputs(SqlUse use, KnownUse known, SqlStatement statement, Database at) {
    List<Access> outputs = new ArrayList<Access>();
    for (TableName table : statement.outputs()) {
      Access.Kind kind =
          statement.kind() == StatementKind.CREATE_VIEW ? Access.Kind.VIEW : Access.Kind.TABLE;
      Access output = accesses.access(at, table, null, true, kind);
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
              accesses.access(at, source, use.shape, false, Access.Kind.TABLE),
              output,
              Rung.SQL,
              statement.kind().name(),
              columns,
              feeds && !SqlColumns.onlyDecide(statement, columns));
        }
      }
      if (!statement.sourceFedByQuery() && SqlAccesses.fedByJob(statement)) {
        output.throughJob();
      }
    }
    return outputs;
  }

  /** The table whose rows a result set let the job change, and the columns it set. */
  private void recordRowChanges(SqlUse use, KnownUse known) {
    TableName table = null;
    for (SqlStatement statement : known.script.statements()) {
      for (TableName input : statement.inputs()) {
        if (table != null) {
          misunderstood.add(
              "Rows were changed through the result set of a query over several tables",
              SqlReader.taskOf(use.rowsOf, reader.known(use.rowsOf)));
          return;
        }
        table = input;
      }
    }
    Access output =
        table == null
            ? null
            : accesses.access(known.database, table, use.rowsOf.shape, true, Access.Kind.TABLE);
    if (output != null) {
      known.outputs.add(output);
      known.feeds = use.action != SpoorRecorder.DELETE;
      if (known.feeds) {
        output.throughJob();
      }
    }
  }

  private void remember(SqlUse use, KnownUse known, List<Access> accesses) {
    if (!accesses.isEmpty() && queries.size() < KEPT_QUERIES) {
      queries.put(
          SqlReader.taskOf(use, known), known.database.dialect().name().toLowerCase(Locale.ROOT));
    }
  }

  private void countRows(SqlUse use, KnownUse known) {
    // What is not recorded yet is counted next time: the job's thread goes on meanwhile.
    long fetched = known.readsRecorded ? use.in - use.takenIn : 0;
    use.takenIn += fetched;
    unbound(known.rowSources, fetched);
    if (fetched > 0 || use.reads != 0) {
      for (Access source : known.rowSources) {
        source.throughJob();
      }
    }
    // Rows of a join belong to no single table: only a query over one table counts its rows.
    boolean returns = known.script != null && returnsChanges(known.script);
    if (fetched > 0 && known.inputs.size() == 1 && !returns) {
      known.inputs.get(0).addRows(fetched);
    }
    long all = use.out + (returns ? use.keptIn() : 0);
    long changed = known.writesRecorded ? Math.max(0, all - use.takenOut) : 0;
    use.takenOut += changed;
    if (changed > 0 && known.outputs.size() == 1) {
      known.outputs.get(0).addRows(changed);
    }
    if (use.rowsOf != null && use.action != SpoorRecorder.DELETE && !known.outputs.isEmpty()) {
      SqlAccesses.describeRowChanges(use.rowsOf, known.outputs.get(0));
    }
    ResultShape shape = use.shape;
    if (!known.described && shape != null) {
      known.described = true;
      scripts.learn(known.script, shape, known.database);
      SqlAccesses.describe(known, shape);
    }
  }

  /** INSERT .. RETURNING: each row that comes back is one that was changed. */
  private static boolean returnsChanges(SqlScript script) {
    if (script.statements().size() != 1) {
      return false;
    }
    SqlStatement only = script.statements().get(0);
    return only.isRowSource() && !only.outputs().isEmpty() && SqlAccesses.changesData(only.kind());
  }

  private void failed(SqlUse use, KnownUse known) {
    StringBuilder message = new StringBuilder("A statement failed: ").append(use.failureClass);
    if (use.sqlState != null) {
      message.append(", SQLState ").append(use.sqlState);
    }
    if (use.vendorCode != 0) {
      message.append(", vendor code ").append(use.vendorCode);
    }
    misunderstood.add(message.toString(), SqlReader.taskOf(use, known));
  }
}
