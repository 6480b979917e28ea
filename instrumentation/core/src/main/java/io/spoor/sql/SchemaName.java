package io.spoor.sql;

/**
 * A catalog, a schema or both, as a session statement names them. Immutable.
 *
 * <p>The schema is what stands directly in front of a table's name, so the database of MySQL, Hive
 * or ClickHouse is a schema here, and the database of SQL Server or Snowflake a catalog. Unquoted
 * parts still have to be folded to the database's case by the caller.
 */
public final class SchemaName {

  private final String catalog;
  private final boolean catalogQuoted;
  private final String schema;
  private final boolean schemaQuoted;

  SchemaName(String catalog, boolean catalogQuoted, String schema, boolean schemaQuoted) {
    this.catalog = catalog;
    this.catalogQuoted = catalogQuoted;
    this.schema = schema;
    this.schemaQuoted = schemaQuoted;
  }

  /** Null when the statement leaves the catalog as it is. */
  public String catalog() {
    return catalog;
  }

  /** Whether the catalog was written in quotes, so that its case counts. */
  public boolean isCatalogQuoted() {
    return catalogQuoted;
  }

  /** Null when only the catalog is named: the schema is then the one the product begins with. */
  public String schema() {
    return schema;
  }

  /** Whether the schema was written in quotes, so that its case counts. */
  public boolean isSchemaQuoted() {
    return schemaQuoted;
  }

  /** The parts joined by a dot, quoted ones in double quotes; an asterisk for no schema. */
  @Override
  public String toString() {
    String last = schema == null ? "*" : written(schema, schemaQuoted);
    return catalog == null ? last : written(catalog, catalogQuoted) + "." + last;
  }

  private static String written(String part, boolean quoted) {
    return quoted ? "\"" + part + "\"" : part;
  }
}
