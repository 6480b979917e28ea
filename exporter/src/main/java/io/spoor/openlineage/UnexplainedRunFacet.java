package io.spoor.openlineage;

import io.spoor.json.JsonWriter;
import io.spoor.model.DatasetId;
import io.spoor.model.Facet;
import io.spoor.model.UnexplainedColumn;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Columns of outputs that were seen to vary and that no input is known to be in. To say nothing of
 * them would look as if they were constants. Immutable.
 */
public final class UnexplainedRunFacet implements Facet {

  private final Map<DatasetId, Map<String, UnexplainedColumn>> byOutput =
      new TreeMap<DatasetId, Map<String, UnexplainedColumn>>();

  /**
   * @param columns each once, in any order
   */
  public UnexplainedRunFacet(List<UnexplainedColumn> columns) {
    for (UnexplainedColumn column : columns) {
      Map<String, UnexplainedColumn> fields = byOutput.get(column.output());
      if (fields == null) {
        fields = new TreeMap<String, UnexplainedColumn>();
        byOutput.put(column.output(), fields);
      }
      fields.put(column.name(), column);
    }
  }

  @Override
  public String key() {
    return "spoor_unexplained";
  }

  @Override
  public String schemaUrl() {
    return Schemas.own("UnexplainedRunFacet");
  }

  @Override
  public void writeMembers(JsonWriter json) {
    json.name("entries").beginArray();
    for (Map.Entry<DatasetId, Map<String, UnexplainedColumn>> entry : byOutput.entrySet()) {
      json.beginObject();
      json.member("namespace", entry.getKey().namespace());
      json.member("name", entry.getKey().name());
      json.name("fields").beginArray();
      for (UnexplainedColumn column : entry.getValue().values()) {
        json.beginObject();
        json.member("name", column.name());
        json.name("sampledRows").value(column.sampledRows());
        json.member("reason", column.reason());
        json.endObject();
      }
      json.endArray();
      json.endObject();
    }
    json.endArray();
  }
}
