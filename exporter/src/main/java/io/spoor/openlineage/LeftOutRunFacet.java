package io.spoor.openlineage;

import io.spoor.json.JsonWriter;
import io.spoor.model.Facet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Accesses to files that are no data, by the rule that says so. Immutable. */
public final class LeftOutRunFacet implements Facet {

  private final List<Entry> entries;

  /**
   * @param entries one a rule, in any order
   */
  public LeftOutRunFacet(List<Entry> entries) {
    this.entries = new ArrayList<Entry>(entries);
    Collections.sort(this.entries);
  }

  @Override
  public String key() {
    return "spoor_leftOut";
  }

  @Override
  public String schemaUrl() {
    return Schemas.own("LeftOutRunFacet");
  }

  @Override
  public void writeMembers(JsonWriter json) {
    json.name("rules").beginArray();
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      json.beginObject();
      json.member("rule", entry.rule);
      json.member("reason", entry.reason);
      json.member("count", entry.count);
      json.name("examples").beginArray();
      for (int k = 0; k < entry.examples.size(); k++) {
        json.value(entry.examples.get(k));
      }
      json.endArray();
      json.endObject();
    }
    json.endArray();
  }

  /** What one rule left out. Immutable. */
  public static final class Entry implements Comparable<Entry> {

    private final String rule;
    private final String reason;
    private final long count;
    private final List<String> examples;

    /**
     * @param rule its name
     * @param reason for users
     * @param count accesses
     * @param examples a few of the paths; may be empty
     */
    public Entry(String rule, String reason, long count, List<String> examples) {
      this.rule = Schemas.require(rule, "rule");
      this.reason = Schemas.require(reason, "reason");
      this.count = count;
      this.examples = new ArrayList<String>(examples);
    }

    @Override
    public int compareTo(Entry other) {
      return rule.compareTo(other.rule);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Entry && rule.equals(((Entry) other).rule);
    }

    @Override
    public int hashCode() {
      return rule.hashCode();
    }
  }
}
