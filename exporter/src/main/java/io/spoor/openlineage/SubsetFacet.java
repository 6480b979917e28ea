package io.spoor.openlineage;

import io.spoor.json.JsonWriter;
import io.spoor.model.Facet;
import java.util.ArrayList;
import java.util.List;

/**
 * Which files of a dataset of several a run read or wrote: OpenLineage's subset by locations, with
 * the full count and what makes them one dataset as further members. Immutable.
 */
public final class SubsetFacet implements Facet {

  private final boolean output;
  private final List<String> locations;
  private final long count;
  private final String reason;

  /**
   * @param output whether they were written
   * @param locations the first of them, named as datasets are
   * @param count of all
   * @param reason for users
   */
  public SubsetFacet(boolean output, List<String> locations, long count, String reason) {
    this.output = output;
    this.locations = new ArrayList<String>(locations);
    this.count = count;
    this.reason = Schemas.require(reason, "reason");
  }

  @Override
  public String key() {
    return "subset";
  }

  @Override
  public String schemaUrl() {
    return Schemas.facet(
        "1-0-0",
        "BaseSubsetDatasetFacet",
        output ? "OutputSubsetOutputDatasetFacet" : "InputSubsetInputDatasetFacet");
  }

  @Override
  public void writeMembers(JsonWriter json) {
    json.name(output ? "outputCondition" : "inputCondition").beginObject();
    json.member("type", "location");
    json.name("locations").beginArray();
    for (int i = 0; i < locations.size(); i++) {
      json.value(locations.get(i));
    }
    json.endArray();
    json.endObject();
    json.member("count", count);
    json.member("reason", reason);
  }
}
