package io.spoor.sql;

import java.util.List;

/** Shortens the tests: analyses a text and writes the result on a line. */
final class Analysis {

  private Analysis() {}

  static List<SqlStatement> of(String dialect, String sql) {
    return SqlLineage.analyze(sql, Dialect.of(dialect), Limits.DEFAULT).statements();
  }

  static SqlStatement one(String dialect, String sql) {
    List<SqlStatement> statements = of(dialect, sql);
    if (statements.size() != 1) {
      throw new AssertionError(statements.size() + " statements: " + statements);
    }
    return statements.get(0);
  }

  /** {@code KIND [in] -> [out]} of each statement, joined by a semicolon. */
  static String lines(String dialect, String sql) {
    StringBuilder out = new StringBuilder();
    for (SqlStatement statement : of(dialect, sql)) {
      out.append(out.length() == 0 ? "" : "; ").append(statement);
    }
    return out.toString();
  }
}
