package io.spoor.cli;

import io.spoor.model.Transformation;
import io.spoor.sql.ColumnLineage;
import io.spoor.sql.ParameterColumn;
import io.spoor.sql.ResultColumn;
import io.spoor.sql.SqlStatement;
import io.spoor.sql.TableName;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** Prints what is known of a statement for people. */
final class SqlText {

  private final PrintStream out;

  SqlText(PrintStream out) {
    this.out = out;
  }

  void print(SqlStatement statement) {
    out.println(statement.kind());
    names("in ", statement.inputs());
    names("out", statement.outputs());
    if (!statement.columns().isEmpty() || !statement.parameterColumns().isEmpty()) {
      out.println("  columns");
      for (ColumnLineage edge : statement.columns()) {
        edge(edge);
      }
      for (ParameterColumn parameter : statement.parameterColumns()) {
        out.println(
            "    ?"
                + parameter.parameter()
                + " -> "
                + parameter.table()
                + "."
                + parameter.column()
                + kind(parameter.transformation(), false));
      }
    }
    if (!statement.outputs().isEmpty() && !statement.resultColumns().isEmpty()) {
      out.println("  rows returned");
      for (ResultColumn column : statement.resultColumns()) {
        for (ColumnLineage edge : column.sources()) {
          edge(edge);
        }
      }
    }
    if (statement.partial()) {
      out.println("  partial: " + statement.partialReason());
    }
    if (statement.columnsPartial()
        && !statement.columnsPartialReason().equals(statement.partialReason())) {
      out.println("  columns partial: " + statement.columnsPartialReason());
    }
  }

  private void names(String label, List<TableName> names) {
    for (TableName name : names) {
      out.println("  " + label + "  " + name + (name.isFile() ? "  (file)" : ""));
    }
  }

  private void edge(ColumnLineage edge) {
    StringBuilder line = new StringBuilder("    ");
    line.append(edge.source()).append('.').append(edge.sourceColumn()).append(" -> ");
    if (edge.target() == null) {
      line.append(edge.targetColumn() == null ? "(rows)" : edge.targetColumn());
    } else {
      line.append(edge.target());
      line.append(edge.targetColumn() == null ? "" : "." + edge.targetColumn());
    }
    out.println(line + kind(edge.transformation(), edge.isMasking()));
  }

  private static String kind(Transformation kind, boolean masking) {
    String name = kind.subtype().toLowerCase(Locale.ROOT).replace('_', ' ');
    return "  (" + name + (masking ? ", masking)" : ")");
  }
}
