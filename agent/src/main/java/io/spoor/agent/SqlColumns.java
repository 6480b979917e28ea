package io.spoor.agent;

import io.spoor.instrumentation.jdbc.Database;
import io.spoor.ledger.Access;
import io.spoor.ledger.Column;
import io.spoor.model.ColumnFlow;
import io.spoor.sql.ColumnLineage;
import io.spoor.sql.SqlStatement;
import io.spoor.sql.TableName;
import java.util.ArrayList;
import java.util.List;

/** The columns of a statement, spelled as the database has them. */
final class SqlColumns {

  private SqlColumns() {}

  /** How the columns of one table take part in another. */
  static List<ColumnFlow> flows(
      SqlStatement statement, TableName source, TableName target, Database database) {
    List<ColumnFlow> flows = new ArrayList<ColumnFlow>();
    for (ColumnLineage column : statement.columns()) {
      if (isKnown(column) && source.equals(column.source()) && target.equals(column.target())) {
        flows.add(
            new ColumnFlow(
                spelled(column.sourceColumn(), column.isSourceQuoted(), database),
                spelled(column.targetColumn(), column.isTargetQuoted(), database),
                column.transformation(),
                column.isMasking()));
      }
    }
    return flows;
  }

  /**
   * Whether columns of a source are known to decide on rows and nothing else: a table that is
   * joined for its key alone.
   */
  static boolean onlyDecide(SqlStatement statement, List<ColumnFlow> columns) {
    for (ColumnFlow column : columns) {
      if (column.transformation().isDirect()) {
        return false;
      }
    }
    return !columns.isEmpty() && !statement.columnsPartial();
  }

  /** Columns of a table that a statement names. */
  static void describe(Access access, SqlStatement statement, TableName source, Database database) {
    for (ColumnLineage column : statement.columns()) {
      if (!column.isAllColumns() && source.equals(column.source())) {
        access.addColumn(
            new Column(spelled(column.sourceColumn(), column.isSourceQuoted(), database), null));
      }
    }
  }

  /** An assumed name is a guess, and a star stands for names that nobody has seen. */
  private static boolean isKnown(ColumnLineage column) {
    return !column.isAllColumns() && (column.targetColumn() == null || !column.isTargetAssumed());
  }

  private static String spelled(String name, boolean quoted, Database database) {
    return name == null || quoted ? name : database.fold(name);
  }
}
