package io.spoor.sql;

import java.util.BitSet;
import java.util.Collections;
import java.util.List;

/** The columns of a table or view as the statement that creates it defines them. Immutable. */
public final class TableColumns {

  private final TableName table;
  private final List<String> columns;
  private final BitSet quoted;

  TableColumns(TableName table, List<String> columns, BitSet quoted) {
    this.table = table;
    this.columns = Collections.unmodifiableList(columns);
    this.quoted = quoted;
  }

  public TableName table() {
    return table;
  }

  /** Unquoted names in their order; not empty. */
  public List<String> columns() {
    return columns;
  }

  /** Whether the column of that index was written in quotes, so that its case counts. */
  public boolean isQuoted(int index) {
    return quoted.get(index);
  }

  @Override
  public String toString() {
    return table + " " + columns;
  }
}
