package io.spoor.openlineage;

import io.spoor.json.JsonWriter;
import io.spoor.model.Facet;

/** The store a dataset lies in. */
public final class DataSourceDatasetFacet implements Facet {

  private final String name;
  private final String uri;

  /**
   * @param name the store, as a namespace is written
   * @param uri where it is, an absolute URI without user, password or parameters
   */
  public DataSourceDatasetFacet(String name, String uri) {
    this.name = Schemas.require(name, "name");
    this.uri = Schemas.require(uri, "uri");
  }

  @Override
  public String key() {
    return "dataSource";
  }

  @Override
  public String schemaUrl() {
    return Schemas.facet("1-0-1", "DatasourceDatasetFacet");
  }

  @Override
  public void writeMembers(JsonWriter json) {
    json.member("name", name);
    json.member("uri", uri);
  }
}
