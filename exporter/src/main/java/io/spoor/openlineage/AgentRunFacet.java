package io.spoor.openlineage;

import io.spoor.json.JsonWriter;
import io.spoor.model.Facet;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;

/** The agent that observed the run: its version, its own cost, and what it had to drop. */
public final class AgentRunFacet implements Facet {

  /** The version of what Spoor keeps in its home; raised when a reader has to tell them apart. */
  public static final int STORE_FORMAT = 1;

  private final String version;
  private final boolean cost;
  private final long cpuMillis;
  private final long heapBytes;
  private final Map<String, Long> dropped;

  /**
   * The agent at the start of a run, when it has cost nothing yet.
   *
   * @param version Spoor's version
   */
  public AgentRunFacet(String version) {
    this.version = Schemas.require(version, "version");
    this.cost = false;
    this.cpuMillis = 0;
    this.heapBytes = 0;
    this.dropped = new TreeMap<String, Long>();
  }

  /**
   * The agent at the end of a run.
   *
   * @param version Spoor's version
   * @param cpuMillis CPU time of Spoor's own threads; negative when unknown
   * @param heapBytes memory Spoor's state held at most; negative when unknown
   * @param dropped how much was left out at which limit, by the limit's name; zeros may be absent
   */
  public AgentRunFacet(String version, long cpuMillis, long heapBytes, Map<String, Long> dropped) {
    this.version = Schemas.require(version, "version");
    this.cost = true;
    this.cpuMillis = cpuMillis;
    this.heapBytes = heapBytes;
    this.dropped = new TreeMap<String, Long>(dropped);
  }

  /** The same, with what was left out at another limit. */
  public AgentRunFacet alsoDropped(String what, long count) {
    Map<String, Long> all = new TreeMap<String, Long>(dropped);
    all.put(what, count);
    return new AgentRunFacet(version, cpuMillis, heapBytes, all);
  }

  @Override
  public String key() {
    return "spoor_agent";
  }

  @Override
  public String schemaUrl() {
    return Schemas.own("AgentRunFacet");
  }

  @Override
  public void writeMembers(JsonWriter json) {
    json.member("format", STORE_FORMAT);
    json.member("version", version);
    if (!cost) {
      return;
    }
    if (cpuMillis >= 0) {
      json.member("cpuMillis", cpuMillis);
    }
    if (heapBytes >= 0) {
      json.member("heapBytes", heapBytes);
    }
    json.name("dropped").beginObject();
    Iterator<Map.Entry<String, Long>> all = dropped.entrySet().iterator();
    while (all.hasNext()) {
      Map.Entry<String, Long> one = all.next();
      json.member(one.getKey(), one.getValue().longValue());
    }
    json.endObject();
  }
}
