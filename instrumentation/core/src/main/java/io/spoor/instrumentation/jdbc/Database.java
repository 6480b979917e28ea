package io.spoor.instrumentation.jdbc;

import io.spoor.model.DatasetId;
import io.spoor.sql.Dialect;
import io.spoor.sql.TableName;
import java.util.List;
import java.util.Locale;

/**
 * One database as connections name it: where it is, and how its tables are called in OpenLineage.
 * Immutable but for the session's default catalog and schema, which SQL may change: that makes a
 * new value.
 */
public final class Database {

  private final Product product;
  private final DatabaseNames names;
  private final String uri;
  private final String namespace;
  private final String catalog;
  private final String schema;
  private final String path;
  private final char unquoted;

  /**
   * @param uri the address without credentials or parameters, which is the namespace unless an
   *     alias says otherwise
   * @param catalog first part of a table's name where the product's rule has one, else null
   * @param schema the schema of unqualified tables; null where the product has none, or unknown
   * @param path store file or folder of an embedded database, else null
   * @param unquoted what the product does to names, as {@link Product#letterCase} but for P
   */
  Database(
      Product product,
      DatabaseNames names,
      String uri,
      String catalog,
      String schema,
      String path,
      char unquoted) {
    this(product, names, uri, names.resolved(uri), catalog, schema, path, unquoted);
  }

  private Database(
      Product product,
      DatabaseNames names,
      String uri,
      String namespace,
      String catalog,
      String schema,
      String path,
      char unquoted) {
    this.product = product;
    this.names = names;
    this.uri = uri;
    this.namespace = namespace;
    this.catalog = catalog;
    this.schema = schema;
    this.path = path;
    this.unquoted = unquoted;
  }

  /** The dataset of a table, qualified by the session's defaults where it was not written so. */
  public DatasetId table(TableName table) {
    List<String> parts = table.parts();
    int last = parts.size() - 1;
    if (product.dialect == Dialect.ORACLE) {
      for (int i = 0; i <= last; i++) {
        if (!table.isQuoted(i) && parts.get(i).indexOf('@') > 0) {
          return behindLink(table, i);
        }
      }
    }
    if (product.dialect == Dialect.SQLSERVER && parts.size() == 4) {
      return onLinkedServer(table);
    }
    String ownCatalog = table.catalog() == null ? null : folded(table, last - 2);
    String ownSchema = table.schema() == null ? null : folded(table, last - 1);
    String name = folded(table, last);
    if (!product.hasCatalog()) {
      return embedded(ownCatalog, ownSchema, name);
    }
    if (!product.hasSchema()) {
      // db.table products (MySQL, Hive): one qualifier names the database itself.
      boolean isStandard =
          "def".equalsIgnoreCase(ownCatalog) || "spark_catalog".equalsIgnoreCase(ownCatalog);
      String database = ownSchema == null ? catalog : ownSchema;
      return dataset(isStandard ? null : ownCatalog, database, name);
    }
    if (ownCatalog != null && ownCatalog.equalsIgnoreCase(catalog) && unquoted == 'l') {
      ownCatalog = catalog;
    }
    return dataset(
        ownCatalog == null ? catalog : ownCatalog, ownSchema == null ? schema : ownSchema, name);
  }

  /**
   * Catalog, schema and name under which the product's own catalogue has a table or routine, as
   * JDBC's metadata takes them; null for a part that the product has not.
   */
  public String[] whereIs(TableName table) {
    int last = table.parts().size() - 1;
    String name = folded(table, last);
    String ownCatalog = table.catalog() == null ? catalog : folded(table, last - 2);
    String ownSchema = table.schema() == null ? null : folded(table, last - 1);
    if (product.hasCatalog() && !product.hasSchema()) {
      return new String[] {ownSchema == null ? catalog : ownSchema, null, name};
    }
    return new String[] {
      product.hasCatalog() ? ownCatalog : null, ownSchema == null ? schema : ownSchema, name
    };
  }

  /** The catalog of an embedded product is the database itself, which the namespace names. */
  private DatasetId embedded(String ownCatalog, String ownSchema, String name) {
    if (product.dialect == Dialect.SQLITE) {
      // main is what SQLite calls the database that was opened, as against attached ones.
      return dataset(null, "main".equalsIgnoreCase(ownSchema) ? null : ownSchema, name);
    }
    if (product.dialect == Dialect.DUCKDB) {
      String own = ownName();
      if (ownCatalog == null && own.equalsIgnoreCase(ownSchema)) {
        return dataset(null, schema, name);
      }
      String attached = own.equalsIgnoreCase(ownCatalog) ? null : ownCatalog;
      return dataset(attached, ownSchema == null ? schema : ownSchema, name);
    }
    return dataset(catalog, ownSchema == null ? schema : ownSchema, name);
  }

  /** What DuckDB calls the database that was opened: its file's name without what follows a dot. */
  private String ownName() {
    return path == null ? "memory" : UrlText.until(path.substring(path.lastIndexOf('/') + 1), ".");
  }

  private DatasetId dataset(String first, String second, String table) {
    StringBuilder name = new StringBuilder();
    if (first != null) {
      name.append(first).append('.');
    }
    if (second != null) {
      name.append(second).append('.');
    }
    return new DatasetId(namespace, name.append(table).toString());
  }

  /**
   * {@code hr.emp@sales.world}: where the link leads is known to the server alone, so that the
   * link's own name stands for place and service.
   */
  private DatasetId behindLink(TableName table, int index) {
    String text = table.parts().get(index);
    int at = text.indexOf('@');
    StringBuilder link = new StringBuilder(text.substring(at + 1).replace("\"", ""));
    for (int i = index + 1; i < table.parts().size(); i++) {
      link.append('.').append(table.parts().get(i));
    }
    String name = fold(text.substring(0, at));
    String owner = index == 0 ? "" : folded(table, index - 1) + ".";
    String service = link.toString().toUpperCase(Locale.ROOT);
    String there = "oracle://" + link.toString().toLowerCase(Locale.ROOT);
    return new DatasetId(names.resolved(there), service + "." + owner + name);
  }

  /** {@code server.db.schema.table}: the linked server's name stands for its address. */
  private DatasetId onLinkedServer(TableName table) {
    List<String> parts = table.parts();
    String server = parts.get(0).toLowerCase(Locale.ROOT).replace('\\', '/');
    String there = names.scheme(product) + "://" + server;
    String owner = table.schema() == null ? schema : parts.get(2);
    String database = table.catalog() == null ? "" : parts.get(1) + ".";
    return new DatasetId(names.resolved(there), database + owner + "." + parts.get(3));
  }

  /**
   * Whether a table is the product's description of itself (information_schema, pg_catalog,
   * sqlite_master and the like), which drivers ask for themselves: not data.
   */
  public boolean isCatalogue(TableName table) {
    return !table.isFile() && product.isCatalogue(table.schema(), table.table());
  }

  /** A part of a name as the catalogue of the product spells it. */
  private String folded(TableName table, int part) {
    return folded(table.parts().get(part), table.isQuoted(part));
  }

  private String folded(String text, boolean isQuoted) {
    return isQuoted && unquoted != 'l' ? text : fold(text);
  }

  /** An unquoted name as the catalogue of the product spells it. */
  public String fold(String name) {
    return fold(name, unquoted);
  }

  private static String fold(String name, char unquoted) {
    switch (unquoted) {
      case 'U':
        return name.toUpperCase(Locale.ROOT);
      case 'L':
      case 'l':
        return name.toLowerCase(Locale.ROOT);
      default:
        return name;
    }
  }

  /**
   * The first schema of a list as users write it in URLs: {@code "Mart",public}. A leading ! says
   * that it is spelled as it is stored.
   */
  static String identifier(String list, char unquoted) {
    if (list.startsWith("!")) {
      return list.substring(1);
    }
    String rest = list.trim();
    while (rest.startsWith("\"$user\"") || rest.startsWith("$user")) {
      // PostgreSQL's schema of the user seldom exists; then the next one is meant.
      int comma = rest.indexOf(',');
      if (comma < 0) {
        return "public";
      }
      rest = rest.substring(comma + 1).trim();
    }
    char quote = rest.isEmpty() ? 0 : rest.charAt(0);
    int end = quote == '"' || quote == '`' ? rest.indexOf(quote, 1) : -1;
    return end > 0 ? rest.substring(1, end) : fold(UrlText.until(rest, ",").trim(), unquoted);
  }

  /** The same database with another schema for unqualified tables. */
  public Database withSchema(String other) {
    return new Database(product, names, uri, namespace, catalog, other, path, unquoted);
  }

  /** The same server with another database for tables that name none, as USE makes it. */
  public Database withCatalog(String other) {
    return new Database(product, names, uri, namespace, other, schema, path, unquoted);
  }

  /**
   * The same server after the session has chosen other defaults, as USE and SET do.
   *
   * @param newCatalog null leaves it as it is
   * @param newSchema what stands right before a table's name, for MySQL the database; null is the
   *     schema that the product begins with
   */
  public Database withDefaults(
      String newCatalog, boolean catalogQuoted, String newSchema, boolean schemaQuoted) {
    String first = newCatalog == null ? null : folded(newCatalog, catalogQuoted);
    String second = newSchema == null ? null : folded(newSchema, schemaQuoted);
    if (!product.hasCatalog()) {
      return second == null ? this : withSchema(second);
    }
    if (!product.hasSchema()) {
      String database = second == null ? first : second;
      return database == null ? this : withCatalog(database);
    }
    if (first == null) {
      return second == null ? this : withSchema(second);
    }
    return withCatalog(first).withSchema(second == null ? product.firstSchema() : second);
  }

  /** Namespace of its datasets. */
  public String namespace() {
    return namespace;
  }

  /** Address without credentials or parameters; the namespace unless an alias says otherwise. */
  public String uri() {
    return uri;
  }

  public Dialect dialect() {
    return product.dialect;
  }

  /** The catalog or database of tables that name none, or null. */
  public String catalog() {
    return catalog;
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
