package io.spoor.openlineage;

import io.spoor.json.JsonWriter;
import io.spoor.model.Facet;

/** The part that an input plays when it is no data: a script that says what the job does. */
public final class RoleDatasetFacet implements Facet {

  private final String role;
  private final String reason;

  /**
   * @param role {@code program}
   * @param reason what sort of program
   */
  public RoleDatasetFacet(String role, String reason) {
    this.role = Schemas.require(role, "role");
    this.reason = Schemas.require(reason, "reason");
  }

  @Override
  public String key() {
    return "spoor_role";
  }

  @Override
  public String schemaUrl() {
    return Schemas.own("RoleDatasetFacet");
  }

  @Override
  public void writeMembers(JsonWriter json) {
    json.member("role", role);
    json.member("reason", reason);
  }
}
