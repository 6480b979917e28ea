package io.spoor.openlineage;

import io.spoor.json.JsonWriter;
import io.spoor.model.Facet;

/**
 * The part that a dataset plays when it is no data that was read or written: a script that says
 * what the job does, a file that was only opened. Immutable.
 */
public final class RoleDatasetFacet implements Facet {

  private final String role;
  private final String reason;

  /**
   * @param role {@code program} or {@code empty}
   * @param reason what sort of program, or what was not done
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
