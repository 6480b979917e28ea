package io.spoor.openlineage;

import io.spoor.json.JsonWriter;
import io.spoor.model.Facet;

/** About how many records a text file has that was read or written, of which a part was seen. */
public final class RecordEstimateFacet implements Facet {

  private final long records;
  private final long examinedBytes;

  /**
   * @param records about so many
   * @param examinedBytes from which that is concluded
   */
  public RecordEstimateFacet(long records, long examinedBytes) {
    this.records = records;
    this.examinedBytes = examinedBytes;
  }

  @Override
  public String key() {
    return "spoor_recordEstimate";
  }

  @Override
  public String schemaUrl() {
    return Schemas.own("RecordEstimateFacet");
  }

  @Override
  public void writeMembers(JsonWriter json) {
    json.member("records", records);
    json.member("examinedBytes", examinedBytes);
  }
}
