package io.spoor.openlineage;

import io.spoor.json.JsonWriter;
import io.spoor.model.DatasetId;
import io.spoor.model.Facet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Outputs that several inputs could have fed while nothing decides which. They are told apart from
 * the lineage, because a wrong edge is worse than a missing one. Immutable.
 */
public final class CandidatesRunFacet implements Facet {

  private final List<Entry> entries;

  /**
   * @param entries one for each such output, in any order
   */
  public CandidatesRunFacet(List<Entry> entries) {
    this.entries = new ArrayList<Entry>(entries);
    Collections.sort(this.entries);
  }

  @Override
  public String key() {
    return "spoor_candidates";
  }

  @Override
  public String schemaUrl() {
    return Schemas.own("CandidatesRunFacet");
  }

  @Override
  public void writeMembers(JsonWriter json) {
    json.name("entries").beginArray();
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      json.beginObject();
      dataset(json, entry.output);
      json.name("inputs").beginArray();
      for (int k = 0; k < entry.inputs.size(); k++) {
        json.beginObject();
        dataset(json, entry.inputs.get(k));
        json.endObject();
      }
      json.endArray();
      json.member("reason", entry.reason);
      json.endObject();
    }
    json.endArray();
  }

  private static void dataset(JsonWriter json, DatasetId id) {
    json.member("namespace", id.namespace());
    json.member("name", id.name());
  }

  /** An output and what could have fed it. Immutable. */
  public static final class Entry implements Comparable<Entry> {

    private final DatasetId output;
    private final List<DatasetId> inputs;
    private final String reason;

    /**
     * @param output the dataset written
     * @param inputs what could have fed it
     * @param reason why nothing decides, in words
     */
    public Entry(DatasetId output, List<DatasetId> inputs, String reason) {
      this.output = Schemas.require(output, "output");
      this.inputs = new ArrayList<DatasetId>(inputs);
      Collections.sort(this.inputs);
      this.reason = Schemas.require(reason, "reason");
    }

    /** By output. */
    @Override
    public int compareTo(Entry other) {
      return output.compareTo(other.output);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Entry
          && output.equals(((Entry) other).output)
          && inputs.equals(((Entry) other).inputs)
          && reason.equals(((Entry) other).reason);
    }

    @Override
    public int hashCode() {
      return output.hashCode();
    }
  }
}
