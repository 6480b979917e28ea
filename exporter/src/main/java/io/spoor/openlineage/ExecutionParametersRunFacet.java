package io.spoor.openlineage;

import io.spoor.json.JsonWriter;
import io.spoor.model.Facet;
import java.util.ArrayList;
import java.util.List;

/** The parameters that a run was started with. Immutable. */
public final class ExecutionParametersRunFacet implements Facet {

  private final List<String[]> parameters;

  /**
   * @param parameters key, name or null, and value each
   */
  public ExecutionParametersRunFacet(List<String[]> parameters) {
    this.parameters = new ArrayList<String[]>(parameters);
  }

  @Override
  public String key() {
    return "executionParameters";
  }

  @Override
  public String schemaUrl() {
    return Schemas.facet("1-0-0", "ExecutionParametersRunFacet");
  }

  @Override
  public void writeMembers(JsonWriter json) {
    json.name("parameters").beginArray();
    for (int i = 0; i < parameters.size(); i++) {
      String[] parameter = parameters.get(i);
      json.beginObject();
      json.member("key", parameter[0]);
      if (parameter[1] != null) {
        json.member("name", parameter[1]);
      }
      json.member("value", parameter[2]);
      json.endObject();
    }
    json.endArray();
  }
}
