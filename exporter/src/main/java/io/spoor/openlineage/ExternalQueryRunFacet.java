package io.spoor.openlineage;

import io.spoor.json.JsonWriter;
import io.spoor.model.Facet;

/**
 * The query of another system that did the run's work, by the id under which its history has it.
 */
public final class ExternalQueryRunFacet implements Facet {

  private final String id;
  private final String source;

  /**
   * @param id as the system gave it
   * @param source the system, for example {@code snowflake}
   */
  public ExternalQueryRunFacet(String id, String source) {
    this.id = Schemas.require(id, "id");
    this.source = Schemas.require(source, "source");
  }

  @Override
  public String key() {
    return "externalQuery";
  }

  @Override
  public String schemaUrl() {
    return Schemas.facet("1-0-2", "ExternalQueryRunFacet");
  }

  @Override
  public void writeMembers(JsonWriter json) {
    json.member("externalQueryId", id);
    json.member("source", source);
  }
}
