package io.spoor.openlineage;

import io.spoor.json.JsonWriter;
import io.spoor.model.ColumnFlow;
import io.spoor.model.DatasetId;
import io.spoor.model.Facet;
import io.spoor.model.Flow;
import io.spoor.model.Rung;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which input fed which output, and where it is known which columns of it. Each edge says how
 * likely it is and why, in the members {@code confidence} and {@code evidence} that Spoor adds to
 * OpenLineage's transformation. Immutable.
 */
public final class LineageJobFacet implements Facet {

  private final Map<DatasetId, Map<DatasetId, Flow>> byOutput =
      new TreeMap<DatasetId, Map<DatasetId, Flow>>();

  /**
   * @param flows the edges, each pair once, in any order; candidates are left out, because what is
   *     only possible may not be claimed
   */
  public LineageJobFacet(List<Flow> flows) {
    for (int i = 0; i < flows.size(); i++) {
      Flow flow = flows.get(i);
      if (!flow.isCandidate()) {
        Map<DatasetId, Flow> inputs = byOutput.get(flow.output());
        if (inputs == null) {
          inputs = new TreeMap<DatasetId, Flow>();
          byOutput.put(flow.output(), inputs);
        }
        inputs.put(flow.input(), flow);
      }
    }
  }

  /** Whether no edge is known: such a facet says nothing and need not be sent. */
  public boolean isEmpty() {
    return byOutput.isEmpty();
  }

  /** What fed one output; empty when that is not known. */
  public LineageJobFacet into(DatasetId output) {
    Map<DatasetId, Flow> inputs = byOutput.get(output);
    return new LineageJobFacet(
        inputs == null ? Collections.<Flow>emptyList() : new ArrayList<Flow>(inputs.values()));
  }

  /** All datasets that fed any output, sorted. */
  public Set<DatasetId> inputs() {
    Set<DatasetId> all = new TreeSet<DatasetId>();
    for (Map<DatasetId, Flow> inputs : byOutput.values()) {
      all.addAll(inputs.keySet());
    }
    return all;
  }

  @Override
  public String key() {
    return "lineage";
  }

  @Override
  public String schemaUrl() {
    return Schemas.facet("1-0-0", "LineageFacet", "LineageJobFacet");
  }

  @Override
  public void writeMembers(JsonWriter json) {
    json.name("entries").beginArray();
    Iterator<Map.Entry<DatasetId, Map<DatasetId, Flow>>> outputs = byOutput.entrySet().iterator();
    while (outputs.hasNext()) {
      Map.Entry<DatasetId, Map<DatasetId, Flow>> output = outputs.next();
      json.beginObject();
      dataset(json, output.getKey());
      json.name("inputs").beginArray();
      List<Flow> inputs = new ArrayList<Flow>(output.getValue().values());
      ColumnInputs columns = new ColumnInputs();
      for (int i = 0; i < inputs.size(); i++) {
        json.beginObject();
        dataset(json, inputs.get(i).input());
        transformation(json, inputs.get(i));
        json.endObject();
        columns.add(inputs.get(i));
      }
      columns.writeWhole(json, true);
      json.endArray();
      if (columns.hasFields()) {
        json.name("fields");
        columns.writeFields(json, "inputs", true);
      }
      json.endObject();
    }
    json.endArray();
  }

  private static void dataset(JsonWriter json, DatasetId id) {
    json.member("namespace", id.namespace());
    json.member("name", id.name());
    json.member("type", "DATASET");
  }

  private static void transformation(JsonWriter json, Flow flow) {
    json.name("transformations").beginArray().beginObject();
    json.member("type", flow.isDirect() ? "DIRECT" : "INDIRECT");
    String subtype = subtype(flow);
    if (subtype != null) {
      json.member("subtype", subtype);
    }
    ColumnInputs.belief(json, flow);
    json.endObject().endArray();
  }

  /** Where there is one for the whole flow: a copy; rows that are all decided on in one way. */
  private static String subtype(Flow flow) {
    if (flow.isDirect()) {
      return flow.evidence().get(0).rung() == Rung.COPY ? "IDENTITY" : null;
    }
    String subtype = null;
    for (ColumnFlow column : flow.columns()) {
      String one = column.transformation().subtype();
      if (subtype != null && !subtype.equals(one)) {
        return null;
      }
      subtype = one;
    }
    return subtype;
  }
}
