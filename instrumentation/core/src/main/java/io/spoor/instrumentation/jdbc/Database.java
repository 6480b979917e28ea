package io.spoor.instrumentation.jdbc;

import io.spoor.model.DatasetId;
import io.spoor.sql.Dialect;
import io.spoor.sql.SchemaName;
import io.spoor.sql.TableName;
import java.util.Locale;

/**
 * One database as connections name it: where it is, and how its tables are called in OpenLineage.
 * Immutable but for the session's default schema, which SQL may change: that makes a new value.
 */
public final class Database {

  private final String namespace;
  private final String uri;
  private final Dialect dialect;
  private final String catalog;
  private final String schema;
  private final String path;
  private final char unquoted;

  /**
   * @param namespace the datasets' namespace
   * @param uri the address without credentials or parameters
   * @param catalog first part of a table's name where the product's rule has one, else null
   * @param schema the schema of unqualified tables; null where the product has none, or unknown
   * @param path store file or folder of an embedded database, else null
   * @param unquoted what the product does to unquoted names: U upper case, L lower case, or =
   *     nothing
   */
  Database(
      String namespace,
      String uri,
      Dialect dialect,
      String catalog,
      String schema,
      String path,
      char unquoted) {
    this.namespace = namespace;
    this.uri = uri;
    this.dialect = dialect;
    this.catalog = catalog;
    this.schema = schema;
    this.path = path;
    this.unquoted = unquoted;
  }

  /** The dataset of a table, qualified by the session's defaults where it was not written so. */
  public DatasetId table(TableName table) {
    int last = table.parts().size() - 1;
    StringBuilder name = new StringBuilder();
    String ownCatalog = table.catalog() == null ? catalog : folded(table, last - 2);
    String ownSchema = table.schema() == null ? schema : folded(table, last - 1);
    if (catalog == null && isOneCatalog()) {
      // The catalog of an embedded product is the database itself, which is the namespace.
      ownCatalog = null;
    }
    if (dialect == Dialect.SQLITE && "main".equalsIgnoreCase(ownSchema)) {
      // What SQLite calls the database that was opened, as against attached ones.
      ownSchema = null;
    }
    if (catalog != null && schema == null && !hasSchemas()) {
      // db.table products (MySQL, MariaDB): one qualifier names the database itself.
      ownCatalog = ownSchema == null ? ownCatalog : ownSchema;
      ownSchema = null;
    }
    if (ownCatalog != null) {
      name.append(ownCatalog).append('.');
    }
    if (ownSchema != null) {
      name.append(ownSchema).append('.');
    }
    return new DatasetId(namespace, name.append(folded(table, last)).toString());
  }

  /** Products whose schema may be unknown, but is there. */
  private boolean hasSchemas() {
    return dialect == Dialect.ORACLE
        || dialect == Dialect.DB2
        || dialect == Dialect.BIGQUERY
        || dialect == Dialect.TRINO
        || dialect == Dialect.SNOWFLAKE;
  }

  private boolean isOneCatalog() {
    return dialect == Dialect.H2 || dialect == Dialect.HSQLDB || dialect == Dialect.DERBY;
  }

  /** A part of a name as the catalogue of the product spells it. */
  private String folded(TableName table, int part) {
    String text = table.parts().get(part);
    return table.isQuoted(part) ? text : fold(text);
  }

  /** An unquoted name as the catalogue of the product spells it. */
  public String fold(String name) {
    if (unquoted == '=') {
      return name;
    }
    return unquoted == 'U' ? name.toUpperCase(Locale.ROOT) : name.toLowerCase(Locale.ROOT);
  }

  /** The same database with another schema for unqualified tables. */
  public Database withSchema(String other) {
    return new Database(namespace, uri, dialect, catalog, other, path, unquoted);
  }

  /** The same database after the session has chosen another catalog or schema. */
  public Database withDefault(SchemaName name) {
    String newCatalog = part(name.catalog(), name.isCatalogQuoted());
    String newSchema = part(name.schema(), name.isSchemaQuoted());
    if (newCatalog == null || isOneCatalog()) {
      // The database of db.table products is the catalog here.
      boolean isDatabase = catalog != null && schema == null && !hasSchemas();
      return isDatabase
          ? new Database(namespace, uri, dialect, newSchema, null, path, unquoted)
          : withSchema(newSchema == null ? schema : newSchema);
    }
    return new Database(
        namespace,
        uri,
        dialect,
        newCatalog,
        newSchema == null ? firstSchema() : newSchema,
        path,
        unquoted);
  }

  private String part(String name, boolean quoted) {
    return name == null || quoted ? name : fold(name);
  }

  /** The schema that a session is in after it has chosen a catalog alone; null when unknown. */
  private String firstSchema() {
    return dialect == Dialect.SQLSERVER ? schema : dialect == Dialect.SNOWFLAKE ? "PUBLIC" : null;
  }

  /** Namespace of its datasets. */
  public String namespace() {
    return namespace;
  }

  /** Address without credentials or parameters. */
  public String uri() {
    return uri;
  }

  public Dialect dialect() {
    return dialect;
  }

  /** The schema of unqualified tables, or null. */
  public String schema() {
    return schema;
  }

  /** Store file or folder of an embedded database, absolute; null for others. */
  public String path() {
    return path;
  }
}
