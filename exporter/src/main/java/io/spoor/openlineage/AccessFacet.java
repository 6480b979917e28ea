package io.spoor.openlineage;

import io.spoor.json.JsonWriter;
import io.spoor.json.UtcTime;
import io.spoor.model.Facet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** When a run read or wrote a dataset, and where in the application's code. Immutable. */
public final class AccessFacet implements Facet {

  private final long firstMillis;
  private final long lastMillis;
  private final List<String> sites;

  /**
   * @param firstMillis when the first operation was seen
   * @param lastMillis when the last one was seen
   * @param sites as stack traces have them: {@code com.acme.Load.run(Load.java:20)}; may be empty
   */
  public AccessFacet(long firstMillis, long lastMillis, Collection<String> sites) {
    this.firstMillis = firstMillis;
    this.lastMillis = lastMillis;
    this.sites = new ArrayList<String>(sites);
  }

  @Override
  public String key() {
    return "spoor_access";
  }

  @Override
  public String schemaUrl() {
    return Schemas.own("AccessFacet");
  }

  @Override
  public void writeMembers(JsonWriter json) {
    json.member("firstOperation", UtcTime.iso(firstMillis));
    json.member("lastOperation", UtcTime.iso(lastMillis));
    json.name("callSites").beginArray();
    for (int i = 0; i < sites.size(); i++) {
      json.value(sites.get(i));
    }
    json.endArray();
  }
}
