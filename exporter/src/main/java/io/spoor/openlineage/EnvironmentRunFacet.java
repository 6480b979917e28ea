package io.spoor.openlineage;

import io.spoor.json.JsonWriter;
import io.spoor.model.Facet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the code of a run and the machine beneath it were, so that a training can be repeated:
 * Spoor's own facet of a run. Immutable.
 */
public final class EnvironmentRunFacet implements Facet {

  private final Map<String, String> machine;
  private final List<Map<String, String>> code;

  /**
   * @param machine members such as {@code jvm}, {@code os}, by name
   * @param code the application's archives: members such as {@code file}, {@code digest}, {@code
   *     artifact}, {@code version}, {@code commit}, by name
   */
  public EnvironmentRunFacet(Map<String, String> machine, List<Map<String, String>> code) {
    this.machine = new LinkedHashMap<String, String>(machine);
    this.code = new ArrayList<Map<String, String>>(code);
  }

  @Override
  public String key() {
    return "spoor_environment";
  }

  @Override
  public String schemaUrl() {
    return Schemas.own("EnvironmentRunFacet");
  }

  @Override
  public void writeMembers(JsonWriter json) {
    members(json, machine);
    json.name("code").beginArray();
    for (Map<String, String> each : code) {
      json.beginObject();
      members(json, each);
      json.endObject();
    }
    json.endArray();
  }

  private static void members(JsonWriter json, Map<String, String> members) {
    for (Map.Entry<String, String> each : members.entrySet()) {
      json.member(each.getKey(), each.getValue());
    }
  }
}
