package io.spoor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.spoor.sql.SqlCatalog;
import io.spoor.sql.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The columns of tables as a request of {@code sql --batch} gives them. */
final class SchemaCatalog implements SqlCatalog {

  private final JsonNode schema;
  private final String defaultDatabase;
  private final String defaultSchema;

  /**
   * @param schema an object of lists of column names by table name; may be missing
   * @param defaultDatabase the database of names that name none; may be null
   * @param defaultSchema the schema of names that name none; may be null
   */
  SchemaCatalog(JsonNode schema, String defaultDatabase, String defaultSchema) {
    this.schema = schema;
    this.defaultDatabase = defaultDatabase;
    this.defaultSchema = defaultSchema;
  }

  @Override
  public List<String> columns(TableName table) {
    String name = normal(table.toString());
    String whole = whole(table, name);
    JsonNode byEnd = null;
    int matches = 0;
    for (Map.Entry<String, JsonNode> entry : schema.properties()) {
      String key = normal(entry.getKey());
      if (key.equals(name) || key.equals(whole)) {
        return list(entry.getValue());
      }
      if (key.endsWith("." + name) || whole.endsWith("." + key)) {
        byEnd = entry.getValue();
        matches++;
      }
    }
    return matches == 1 ? list(byEnd) : null;
  }

  private String whole(TableName table, String name) {
    StringBuilder whole = new StringBuilder();
    if (table.catalog() == null && defaultDatabase != null) {
      whole.append(defaultDatabase).append('.');
    }
    if (table.schema() == null && defaultSchema != null) {
      whole.append(defaultSchema).append('.');
    }
    return normal(whole.append(name).toString());
  }

  private static String normal(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[`\"\\[\\]]", "");
  }

  private static List<String> list(JsonNode columns) {
    List<String> list = new ArrayList<>();
    for (JsonNode column : columns) {
      list.add(column.asText());
    }
    return list;
  }
}
