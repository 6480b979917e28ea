package io.spoor.sql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The statements of one text in the order in which they run. Immutable. */
public final class SqlScript {

  private final List<SqlStatement> statements;

  SqlScript(List<SqlStatement> statements) {
    this.statements = Collections.unmodifiableList(new ArrayList<SqlStatement>(statements));
  }

  /** The statements; empty for a text without any. */
  public List<SqlStatement> statements() {
    return statements;
  }

  /** Whether a statement runs what perhaps an earlier one has prepared. */
  boolean runsPrepared() {
    for (int i = 1; i < statements.size(); i++) {
      if (statements.get(i).preparedName() != null) {
        return true;
      }
    }
    return false;
  }

  /** The same with prepared statements of this script in the place of the EXECUTEs. */
  SqlScript resolved(Dialect dialect) {
    SqlSession session = new SqlSession(dialect);
    List<SqlStatement> out = new ArrayList<SqlStatement>(statements.size());
    for (int i = 0; i < statements.size(); i++) {
      SqlStatement statement = statements.get(i);
      out.addAll(session.resolve(new SqlScript(Collections.singletonList(statement))).statements());
      session.apply(statement);
    }
    return new SqlScript(out);
  }

  /**
   * The same with other statements in the place of one, as of a call whose body became known.
   *
   * @param statement one of these; not null
   */
  public SqlScript inPlaceOf(SqlStatement statement, SqlScript others) {
    List<SqlStatement> out = new ArrayList<SqlStatement>(statements.size());
    for (int i = 0; i < statements.size(); i++) {
      if (statements.get(i) == statement) {
        out.addAll(others.statements());
      } else {
        out.add(statements.get(i));
      }
    }
    return new SqlScript(out);
  }

  /** Whether any statement is partial. */
  public boolean partial() {
    for (int i = 0; i < statements.size(); i++) {
      if (statements.get(i).partial()) {
        return true;
      }
    }
    return false;
  }
}
