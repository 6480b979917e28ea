package io.spoor.openlineage;

import io.spoor.json.JsonWriter;
import io.spoor.model.Facet;

/** How a dataset is stored. */
public final class StorageDatasetFacet implements Facet {

  private final String storageLayer;
  private final String fileFormat;

  /**
   * @param storageLayer what keeps it, for example {@code filesystem}
   * @param fileFormat for example {@code csv}; null when unknown
   */
  public StorageDatasetFacet(String storageLayer, String fileFormat) {
    this.storageLayer = Schemas.require(storageLayer, "storageLayer");
    this.fileFormat = fileFormat;
  }

  @Override
  public String key() {
    return "storage";
  }

  @Override
  public String schemaUrl() {
    return Schemas.facet("1-0-1", "StorageDatasetFacet");
  }

  @Override
  public void writeMembers(JsonWriter json) {
    json.member("storageLayer", storageLayer);
    json.member("fileFormat", fileFormat);
  }
}
