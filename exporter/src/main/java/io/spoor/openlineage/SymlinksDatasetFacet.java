package io.spoor.openlineage;

import io.spoor.json.JsonWriter;
import io.spoor.model.DatasetId;
import io.spoor.model.Facet;

/** Another name of the same dataset. Immutable. */
public final class SymlinksDatasetFacet implements Facet {

  private final DatasetId other;
  private final String type;

  /**
   * @param type what sort of thing has that name: {@code FILE}
   */
  public SymlinksDatasetFacet(DatasetId other, String type) {
    this.other = Schemas.require(other, "other");
    this.type = Schemas.require(type, "type");
  }

  @Override
  public String key() {
    return "symlinks";
  }

  @Override
  public String schemaUrl() {
    return Schemas.facet("1-0-1", "SymlinksDatasetFacet");
  }

  @Override
  public void writeMembers(JsonWriter json) {
    json.name("identifiers").beginArray();
    json.beginObject();
    json.member("namespace", other.namespace());
    json.member("name", other.name());
    json.member("type", type);
    json.endObject();
    json.endArray();
  }
}
