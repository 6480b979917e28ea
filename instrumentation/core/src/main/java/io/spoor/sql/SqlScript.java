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
