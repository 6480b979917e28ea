package io.spoor.openlineage;

import io.spoor.json.JsonWriter;
import io.spoor.model.Facet;

/** What sort of thing a dataset is. */
public final class DatasetTypeDatasetFacet implements Facet {

  private final String datasetType;
  private final String subType;

  /**
   * @param datasetType for example {@code TABLE}, {@code FILE} or {@code MODEL}
   * @param subType a finer sort; null when there is none
   */
  public DatasetTypeDatasetFacet(String datasetType, String subType) {
    this.datasetType = Schemas.require(datasetType, "datasetType");
    this.subType = subType;
  }

  @Override
  public String key() {
    return "datasetType";
  }

  @Override
  public String schemaUrl() {
    return Schemas.facet("1-0-1", "DatasetTypeDatasetFacet");
  }

  @Override
  public void writeMembers(JsonWriter json) {
    json.member("datasetType", datasetType);
    json.member("subType", subType);
  }
}
