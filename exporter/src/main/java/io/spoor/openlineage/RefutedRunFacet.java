package io.spoor.openlineage;

import io.spoor.json.JsonWriter;
import io.spoor.model.DatasetId;
import io.spoor.model.Facet;
import io.spoor.model.RefutedInput;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Inputs that an output could have come from by the time of their reading, and did not: nothing of
 * them is in it. That is more than to say nothing. Immutable.
 */
public final class RefutedRunFacet implements Facet {

  private final Map<DatasetId, Map<DatasetId, RefutedInput>> byOutput =
      new TreeMap<DatasetId, Map<DatasetId, RefutedInput>>();

  /**
   * @param refuted each pair once, in any order
   */
  public RefutedRunFacet(List<RefutedInput> refuted) {
    for (RefutedInput each : refuted) {
      Map<DatasetId, RefutedInput> inputs = byOutput.get(each.output());
      if (inputs == null) {
        inputs = new TreeMap<DatasetId, RefutedInput>();
        byOutput.put(each.output(), inputs);
      }
      inputs.put(each.input(), each);
    }
  }

  @Override
  public String key() {
    return "spoor_refuted";
  }

  @Override
  public String schemaUrl() {
    return Schemas.own("RefutedRunFacet");
  }

  @Override
  public void writeMembers(JsonWriter json) {
    json.name("entries").beginArray();
    for (Map.Entry<DatasetId, Map<DatasetId, RefutedInput>> entry : byOutput.entrySet()) {
      json.beginObject();
      json.member("namespace", entry.getKey().namespace());
      json.member("name", entry.getKey().name());
      json.name("inputs").beginArray();
      for (RefutedInput each : entry.getValue().values()) {
        json.beginObject();
        json.member("namespace", each.input().namespace());
        json.member("name", each.input().name());
        json.name("sampledRows").value(each.sampledRows());
        json.member("reason", each.reason());
        json.endObject();
      }
      json.endArray();
      json.endObject();
    }
    json.endArray();
  }
}
