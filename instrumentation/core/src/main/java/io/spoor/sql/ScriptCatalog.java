package io.spoor.sql;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is known of tables, with those that the text itself has created or changed so far. */
final class ScriptCatalog implements SqlCatalog {

  private final SqlCatalog outside;

  /** By the whole name as written; a null value for a table whose columns are no longer known. */
  private Map<String, List<String>> own;

  ScriptCatalog(SqlCatalog outside) {
    this.outside = outside;
  }

  @Override
  public List<String> columns(TableName table) {
    if (own != null) {
      String key = key(table);
      if (own.containsKey(key)) {
        return own.get(key);
      }
    }
    return outside.columns(table);
  }

  void learn(SqlStatement statement) {
    TableColumns defined = statement.definedColumns();
    if (defined != null) {
      put(defined.table(), defined.columns());
      return;
    }
    switch (statement.kind()) {
      case CREATE_TABLE:
      case CREATE_TABLE_AS:
      case CREATE_VIEW:
      case SELECT_INTO:
      case ALTER:
      case DROP:
      case RENAME:
        for (int i = 0; i < statement.outputs().size(); i++) {
          put(statement.outputs().get(i), null);
        }
        break;
      default:
    }
  }

  private void put(TableName table, List<String> columns) {
    if (own == null) {
      own = new HashMap<String, List<String>>();
    }
    own.put(key(table), columns);
  }

  private static String key(TableName table) {
    return table.toString().toLowerCase(Locale.ROOT);
  }
}
