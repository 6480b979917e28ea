package io.spoor.agent;

import io.spoor.boot.record.KeptRows;
import io.spoor.boot.record.ResultShape;
import io.spoor.boot.record.RowStore;
import io.spoor.boot.record.SqlUse;
import io.spoor.flow.RowColumn;
import io.spoor.flow.RowSide;
import io.spoor.flow.RowTable;
import io.spoor.instrumentation.jdbc.Database;
import io.spoor.ledger.Access;
import io.spoor.model.Transformation;
import io.spoor.sql.ColumnLineage;
import io.spoor.sql.ParameterColumn;
import io.spoor.sql.ResultColumn;
import io.spoor.sql.SqlScript;
import io.spoor.sql.SqlStatement;
import io.spoor.sql.TableName;
import java.util.ArrayList;
import java.util.List;

/** Rows that were read and bound, with the columns of the tables behind them. Spoor's thread. */
final class SqlRows {

  /** Columns by position before those by label: as RowStore has them. */
  private static final int LABELLED = 40;

  private final SqlAccesses accesses;

  SqlRows(SqlAccesses accesses) {
    this.accesses = accesses;
  }

  /** What a query's rows were made of; null when that is not known. */
  RowSide read(SqlUse use, KnownUse known) {
    SqlStatement statement = only(known);
    RowStore store = use.rowsRead;
    if (statement == null || store == null) {
      return null;
    }
    KeptRows rows = store.rows();
    RowTable table = RowTable.of(rows).distinct();
    List<List<RowColumn>> columns = new ArrayList<List<RowColumn>>();
    for (int i = 0; i < table.width(); i++) {
      int column = rows.begin + i;
      int position =
          column < LABELLED ? column : position(statement, use.shape, store.label(column));
      columns.add(
          position < 0 ? new ArrayList<RowColumn>() : sources(use, known, statement, position));
    }
    return new RowSide(table, store, rows, columns);
  }

  /** Where a statement's parameters go; null when none of them goes into a table. */
  RowSide bound(SqlUse use, KnownUse known) {
    SqlStatement statement = only(known);
    RowStore store = use.rowsBound;
    return statement == null || store == null || known.outputs.isEmpty()
        ? null
        : written(store, known, statement);
  }

  /**
   * Where literals of a statement's texts go; null when none of them goes into a table.
   *
   * @param asked the text with question marks in their places
   */
  RowSide literal(SqlUse use, KnownUse known, SqlScript asked) {
    return known.outputs.isEmpty() || asked.statements().size() != 1
        ? null
        : written(use.literals.rows(), known, asked.statements().get(0));
  }

  private static RowSide written(RowStore store, KnownUse known, SqlStatement statement) {
    KeptRows rows = store.rows();
    RowTable table = RowTable.of(rows);
    List<List<RowColumn>> columns = new ArrayList<List<RowColumn>>();
    for (int i = 0; i < table.width(); i++) {
      columns.add(targets(known, statement, rows.begin + i + 1));
    }
    return new RowSide(table, store, rows, columns);
  }

  private static SqlStatement only(KnownUse known) {
    return known.script != null && known.script.statements().size() == 1
        ? known.script.statements().get(0)
        : null;
  }

  /** Of a column that was read by its label; -1 when that is not known. */
  private static int position(SqlStatement statement, ResultShape shape, String label) {
    if (label == null) {
      return -1;
    }
    if (shape != null) {
      for (int i = 0; i < shape.labels.length; i++) {
        if (label.equalsIgnoreCase(shape.labels[i])) {
          return i;
        }
      }
      return -1;
    }
    List<ResultColumn> columns = statement.resultColumns();
    for (int i = 0; i < columns.size() && !columns.get(i).isAllColumns(); i++) {
      if (label.equalsIgnoreCase(columns.get(i).label())) {
        return i;
      }
    }
    return -1;
  }

  private List<RowColumn> sources(
      SqlUse use, KnownUse known, SqlStatement statement, int position) {
    List<RowColumn> sources = new ArrayList<RowColumn>(1);
    List<ResultColumn> columns = statement.resultColumns();
    boolean counts = position < columns.size();
    for (int i = 0; counts && i <= position; i++) {
      counts = !columns.get(i).isAllColumns();
    }
    if (!counts) {
      ofShape(use, known, statement, position, sources);
      return sources;
    }
    for (ColumnLineage each : columns.get(position).sources()) {
      Access access = access(use, known.database, each.source());
      if (access != null && each.transformation().isDirect()) {
        boolean named = !each.isAllColumns() && each.sourceColumn() != null;
        sources.add(
            new RowColumn(
                access,
                named ? spelled(each.sourceColumn(), each.isSourceQuoted(), known.database) : null,
                each.transformation(),
                each.isMasking()));
      }
    }
    return sources;
  }

  /** Behind a star the driver knows the columns, and a query over one table has no other. */
  private void ofShape(
      SqlUse use, KnownUse known, SqlStatement statement, int position, List<RowColumn> sources) {
    ResultShape shape = use.shape;
    if (shape == null || position >= shape.names.length || shape.names[position] == null) {
      return;
    }
    TableName table = null;
    for (TableName each : statement.inputs()) {
      boolean isIt = statement.inputs().size() == 1;
      isIt |=
          shape.tables[position] != null && shape.tables[position].equalsIgnoreCase(each.table());
      table = isIt ? each : table;
    }
    Access access = table == null ? null : access(use, known.database, table);
    if (access != null) {
      sources.add(new RowColumn(access, shape.names[position], Transformation.IDENTITY, false));
    }
  }

  private Access access(SqlUse use, Database database, TableName table) {
    return accesses.access(database, table, use.shape, false, Access.Kind.TABLE);
  }

  private static List<RowColumn> targets(KnownUse known, SqlStatement statement, int parameter) {
    List<RowColumn> targets = new ArrayList<RowColumn>(1);
    boolean any = false;
    for (ParameterColumn each : statement.parameterColumns()) {
      any = true;
      if (each.parameter() == parameter && known.outputs.size() == 1) {
        targets.add(
            new RowColumn(
                known.outputs.get(0),
                spelled(each.column(), each.isColumnQuoted(), known.database),
                each.transformation(),
                false));
      }
    }
    if (!any && known.outputs.size() == 1 && SqlAccesses.fedByJob(statement)) {
      // INSERT INTO T VALUES (?, ?): the columns of T are not known.
      targets.add(new RowColumn(known.outputs.get(0), null, Transformation.IDENTITY, false));
    }
    return targets;
  }

  private static String spelled(String name, boolean quoted, Database database) {
    return quoted ? name : database.fold(name);
  }
}
