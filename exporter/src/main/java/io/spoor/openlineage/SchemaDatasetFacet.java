package io.spoor.openlineage;

import io.spoor.json.JsonWriter;
import io.spoor.model.Facet;
import java.util.ArrayList;
import java.util.List;

/** The columns of a dataset, in their order. Immutable. */
public final class SchemaDatasetFacet implements Facet {

  private final List<Field> fields;

  /**
   * @param fields the columns, in the order of the dataset
   */
  public SchemaDatasetFacet(List<Field> fields) {
    this.fields = new ArrayList<Field>(fields);
  }

  @Override
  public String key() {
    return "schema";
  }

  @Override
  public String schemaUrl() {
    return Schemas.facet("1-2-0", "SchemaDatasetFacet");
  }

  @Override
  public void writeMembers(JsonWriter json) {
    json.name("fields").beginArray();
    for (int i = 0; i < fields.size(); i++) {
      Field field = fields.get(i);
      json.beginObject();
      json.member("name", field.name);
      json.member("type", field.type);
      if (field.ordinal > 0) {
        json.member("ordinal_position", field.ordinal);
      }
      json.endObject();
    }
    json.endArray();
  }

  /** A column. Immutable. */
  public static final class Field {

    private final String name;
    private final String type;
    private final int ordinal;

    /**
     * @param name as the store knows it
     * @param type as the store names it; null when unknown
     * @param ordinal its place, from 1; 0 when only some columns are known and none has a place
     */
    public Field(String name, String type, int ordinal) {
      this.name = Schemas.require(name, "name");
      this.type = type;
      this.ordinal = ordinal;
    }
  }
}
