package io.spoor.openlineage;

import io.spoor.json.JsonWriter;
import io.spoor.model.DatasetId;
import io.spoor.model.Facet;

/** A dataset was renamed. Immutable. */
public final class LifecycleStateChangeDatasetFacet implements Facet {

  private final DatasetId previous;

  /**
   * @param previous its name before
   */
  public LifecycleStateChangeDatasetFacet(DatasetId previous) {
    this.previous = Schemas.require(previous, "previous");
  }

  @Override
  public String key() {
    return "lifecycleStateChange";
  }

  @Override
  public String schemaUrl() {
    return Schemas.facet("1-0-1", "LifecycleStateChangeDatasetFacet");
  }

  @Override
  public void writeMembers(JsonWriter json) {
    json.member("lifecycleStateChange", "RENAME");
    json.name("previousIdentifier").beginObject();
    json.member("name", previous.name());
    json.member("namespace", previous.namespace());
    json.endObject();
  }
}
