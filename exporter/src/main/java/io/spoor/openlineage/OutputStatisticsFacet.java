package io.spoor.openlineage;

import io.spoor.json.JsonWriter;
import io.spoor.model.Facet;

/** How much a run wrote to a dataset. What is unknown is left out. */
public final class OutputStatisticsFacet implements Facet {

  private final long rowCount;
  private final long size;
  private final long fileCount;

  /**
   * @param rowCount rows written; negative when unknown
   * @param size bytes written; negative when unknown
   * @param fileCount files written; negative when unknown
   */
  public OutputStatisticsFacet(long rowCount, long size, long fileCount) {
    this.rowCount = rowCount;
    this.size = size;
    this.fileCount = fileCount;
  }

  @Override
  public String key() {
    return "outputStatistics";
  }

  @Override
  public String schemaUrl() {
    return Schemas.facet("1-0-2", "OutputStatisticsOutputDatasetFacet");
  }

  @Override
  public void writeMembers(JsonWriter json) {
    if (rowCount >= 0) {
      json.member("rowCount", rowCount);
    }
    if (size >= 0) {
      json.member("size", size);
    }
    if (fileCount >= 0) {
      json.member("fileCount", fileCount);
    }
  }
}
