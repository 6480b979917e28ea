package io.spoor.openlineage;

import io.spoor.json.JsonWriter;
import io.spoor.model.Facet;

/** What tells one state of a dataset from another. Immutable. */
public final class DatasetVersionDatasetFacet implements Facet {

  private final String version;

  public DatasetVersionDatasetFacet(String version) {
    this.version = Schemas.require(version, "version");
  }

  @Override
  public String key() {
    return "version";
  }

  @Override
  public String schemaUrl() {
    return Schemas.facet("1-0-1", "DatasetVersionDatasetFacet");
  }

  @Override
  public void writeMembers(JsonWriter json) {
    json.member("datasetVersion", version);
  }
}
