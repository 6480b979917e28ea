package io.spoor.openlineage;

import io.spoor.json.JsonWriter;
import io.spoor.model.Facet;
import io.spoor.model.Flow;
import java.util.List;

/**
 * Which input columns made the columns of an output, and which decided on its rows. Says the same
 * as the fields of {@link LineageJobFacet}, for readers that know only this. Each transformation
 * has the members {@code confidence} and {@code evidence}, which Spoor adds. Immutable.
 */
public final class ColumnLineageDatasetFacet implements Facet {

  private final ColumnInputs inputs = new ColumnInputs();

  /**
   * @param flows the flows into the output, each pair once, in any order
   */
  public ColumnLineageDatasetFacet(List<Flow> flows) {
    for (int i = 0; i < flows.size(); i++) {
      inputs.add(flows.get(i));
    }
  }

  /** Whether no columns are known: such a facet says nothing and need not be sent. */
  public boolean isEmpty() {
    return !inputs.hasFields() && !inputs.hasWhole();
  }

  @Override
  public String key() {
    return "columnLineage";
  }

  @Override
  public String schemaUrl() {
    return Schemas.facet("1-2-0", "ColumnLineageDatasetFacet");
  }

  @Override
  public void writeMembers(JsonWriter json) {
    json.name("fields");
    inputs.writeFields(json, "inputFields", false);
    if (inputs.hasWhole()) {
      json.name("dataset").beginArray();
      inputs.writeWhole(json, false);
      json.endArray();
    }
  }
}
