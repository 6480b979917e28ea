package io.spoor.sql;

import java.util.BitSet;
import java.util.Collections;
import java.util.List;

/** What one statement reads and writes. Immutable, safe to share and to cache. */
public final class SqlStatement {

  private final StatementKind kind;
  private final List<TableName> inputs;
  private final List<TableName> feedingInputs;
  private final List<TableName> outputs;
  private final List<String> targetColumns;
  private final BitSet quotedTargets;
  private final boolean rowSource;
  private final boolean fedByQuery;
  private final String partialReason;
  private final StatementColumns columns;
  private final SessionEffect session;
  private final TableName routine;

  SqlStatement(
      StatementKind kind,
      List<TableName> inputs,
      List<TableName> feedingInputs,
      List<TableName> outputs,
      List<String> targetColumns,
      BitSet quotedTargets,
      boolean rowSource,
      boolean fedByQuery,
      String partialReason,
      StatementColumns columns,
      SessionEffect session,
      TableName routine) {
    this.kind = kind;
    this.inputs = Collections.unmodifiableList(inputs);
    this.feedingInputs = Collections.unmodifiableList(feedingInputs);
    this.outputs = Collections.unmodifiableList(outputs);
    this.targetColumns = Collections.unmodifiableList(targetColumns);
    this.quotedTargets = quotedTargets;
    this.rowSource = rowSource;
    this.fedByQuery = fedByQuery;
    this.partialReason = partialReason;
    this.columns = columns;
    this.session = session;
    this.routine = routine;
  }

  /** A statement of which nothing is known but that it was not understood. */
  static SqlStatement opaque(String reason) {
    List<TableName> none = Collections.emptyList();
    return new SqlStatement(
        StatementKind.OTHER,
        none,
        none,
        none,
        Collections.<String>emptyList(),
        new BitSet(),
        false,
        false,
        reason,
        StatementColumns.none(reason),
        null,
        null);
  }

  /** What the statement does. */
  public StatementKind kind() {
    return kind;
  }

  /** Tables and files it reads, each once, in the order of the text. */
  public List<TableName> inputs() {
    return inputs;
  }

  /**
   * The inputs whose values can reach the rows returned or written. The others only decide which
   * rows: they stand in conditions, in a MERGE that only deletes, or in a CTE nobody reads.
   */
  public List<TableName> feedingInputs() {
    return feedingInputs;
  }

  /** Tables and files it writes, creates, changes or drops, each once, in the order of the text. */
  public List<TableName> outputs() {
    return outputs;
  }

  /** The columns an INSERT lists, unquoted, as written; empty when it lists none. */
  public List<String> targetColumns() {
    return targetColumns;
  }

  /** Whether the target column of that index was written in quotes, so that its case counts. */
  public boolean isTargetColumnQuoted(int index) {
    return quotedTargets.get(index);
  }

  /** Whether rows of it are handed to the caller: SELECT, RETURNING, CALL. */
  public boolean isRowSource() {
    return rowSource;
  }

  /**
   * Whether what it writes comes from tables or files it reads itself, rather than from literals
   * and parameters. Always false when there is no output; a DELETE feeds nothing.
   */
  public boolean sourceFedByQuery() {
    return fedByQuery;
  }

  /**
   * How columns it reads take part in what it writes; for a SELECT in the rows it returns, whose
   * target table is null. Views, CTEs and subqueries of the text itself are looked through. Each
   * edge once; one of which nothing certain is known is left out, see {@link #columnsPartial()}.
   */
  public List<ColumnLineage> columns() {
    return columns.edges;
  }

  /** The columns of the rows handed to the caller, by position: SELECT, RETURNING, OUTPUT. */
  public List<ResultColumn> resultColumns() {
    return columns.results;
  }

  /** The JDBC parameters whose values go into columns that are written. */
  public List<ParameterColumn> parameterColumns() {
    return columns.parameters;
  }

  /** The columns of the table or view it creates; null when it creates none or does not tell. */
  public TableColumns definedColumns() {
    return columns.defined;
  }

  /** Whether columns may be missing although the tables are complete. */
  public boolean columnsPartial() {
    return columns.partialReason != null;
  }

  /** Why columns may be missing, without any text of the statement; null when none are. */
  public String columnsPartialReason() {
    return columns.partialReason;
  }

  /** Whether something was not understood, so that tables may be missing. */
  public boolean partial() {
    return partialReason != null;
  }

  /** Why it is partial, without any text of the statement; null when it is not. */
  public String partialReason() {
    return partialReason;
  }

  /** What it changes in the state of its connection or takes from it; null for most. */
  public SessionEffect sessionEffect() {
    return session;
  }

  /** Whether its first output is a table or view that only this connection sees. */
  public boolean createsTemporary() {
    return session != null && session.kind() == SessionEffect.Kind.CREATE_TEMPORARY;
  }

  /**
   * The prepared name or variable that an EXECUTE runs; {@link SqlSession#resolve} puts what was
   * prepared in its place. Null for other statements.
   */
  public String preparedName() {
    return session != null && session.kind() == SessionEffect.Kind.EXECUTE ? session.name() : null;
  }

  /**
   * The routine it calls, of which nothing more is known: {@link SqlScript#inPlaceOf} puts the body
   * there. Null for other statements.
   */
  public TableName routine() {
    return routine;
  }

  @Override
  public String toString() {
    return kind + " " + inputs + " -> " + outputs;
  }
}
