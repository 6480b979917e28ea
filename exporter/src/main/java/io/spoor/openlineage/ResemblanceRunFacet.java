package io.spoor.openlineage;

import io.spoor.json.JsonWriter;
import io.spoor.json.UtcTime;
import io.spoor.model.DatasetId;
import io.spoor.model.Facet;
import io.spoor.model.Resemblance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Inputs whose columns hold values that another job wrote to a dataset of another name. That is no
 * edge: what carried them there ran outside of what Spoor saw. Immutable.
 */
public final class ResemblanceRunFacet implements Facet {

  private final Map<DatasetId, List<Resemblance>> byInput =
      new TreeMap<DatasetId, List<Resemblance>>();

  /**
   * @param found in any order of inputs; those of one input the nearest first
   */
  public ResemblanceRunFacet(List<Resemblance> found) {
    for (Resemblance each : found) {
      List<Resemblance> ofInput = byInput.get(each.input());
      if (ofInput == null) {
        ofInput = new ArrayList<Resemblance>(1);
        byInput.put(each.input(), ofInput);
      }
      ofInput.add(each);
    }
  }

  @Override
  public String key() {
    return "spoor_resemblance";
  }

  @Override
  public String schemaUrl() {
    return Schemas.own("ResemblanceRunFacet");
  }

  @Override
  public void writeMembers(JsonWriter json) {
    json.name("entries").beginArray();
    for (Map.Entry<DatasetId, List<Resemblance>> entry : byInput.entrySet()) {
      json.beginObject();
      json.member("namespace", entry.getKey().namespace());
      json.member("name", entry.getKey().name());
      json.name("holdsValuesOf").beginArray();
      for (Resemblance each : entry.getValue()) {
        write(json, each);
      }
      json.endArray();
      json.endObject();
    }
    json.endArray();
  }

  private static void write(JsonWriter json, Resemblance each) {
    json.beginObject();
    json.member("namespace", each.written().namespace());
    json.member("name", each.written().name());
    json.name("job").beginObject();
    json.member("namespace", each.jobNamespace());
    json.member("name", each.jobName());
    json.endObject();
    json.member("written", UtcTime.iso(each.millis()));
    json.name("columns").beginArray();
    for (Resemblance.Pair pair : each.columns()) {
      json.beginObject();
      json.member("column", pair.column());
      json.member("holds", pair.written());
      json.member("agreeing", pair.agreeing());
      json.member("compared", pair.compared());
      json.endObject();
    }
    json.endArray();
    json.endObject();
  }
}
