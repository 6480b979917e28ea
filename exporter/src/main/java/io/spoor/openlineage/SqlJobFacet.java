package io.spoor.openlineage;

import io.spoor.json.JsonWriter;
import io.spoor.model.Facet;

/** The statement a job consists of, its literals replaced. */
public final class SqlJobFacet implements Facet {

  private final String query;
  private final String dialect;

  /**
   * @param query the statement, without literals
   * @param dialect the product it was written for; null when unknown
   */
  public SqlJobFacet(String query, String dialect) {
    this.query = Schemas.require(query, "query");
    this.dialect = dialect;
  }

  @Override
  public String key() {
    return "sql";
  }

  @Override
  public String schemaUrl() {
    return Schemas.facet("1-1-0", "SQLJobFacet");
  }

  @Override
  public void writeMembers(JsonWriter json) {
    json.member("query", query);
    json.member("dialect", dialect);
  }
}
