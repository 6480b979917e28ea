package io.spoor.openlineage;

import io.spoor.json.JsonWriter;
import io.spoor.model.Facet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Places in the application's code that read or wrote a dataset. Immutable. */
public final class CallSitesFacet implements Facet {

  private final List<String> sites;

  /**
   * @param sites as stack traces have them: {@code com.acme.Load.run(Load.java:20)}
   */
  public CallSitesFacet(Collection<String> sites) {
    this.sites = new ArrayList<String>(sites);
  }

  @Override
  public String key() {
    return "spoor_callSites";
  }

  @Override
  public String schemaUrl() {
    return Schemas.own("CallSitesFacet");
  }

  @Override
  public void writeMembers(JsonWriter json) {
    json.name("sites").beginArray();
    for (int i = 0; i < sites.size(); i++) {
      json.value(sites.get(i));
    }
    json.endArray();
  }
}
