package io.spoor.instrumentation.jdbc;

import io.spoor.instrumentation.jdk.FileNames;
import io.spoor.sql.Dialect;
import java.io.File;
import java.util.Locale;

/**
 * Reads JDBC URLs. Names follow OpenLineage's naming rules; for products without a rule (embedded
 * ones above all) the namespace is {@code product:path} or {@code product:mem:name}, the name
 * {@code SCHEMA.TABLE}. Credentials and parameters never get into a name.
 */
public final class JdbcUrl {

  private static final String[] WRAPPERS = {"p6spy:", "log4jdbc:", "tc:", "aws-wrapper:", "otel:"};

  private final String workingDirectory;

  /**
   * @param workingDirectory what relative paths of embedded databases resolve against
   */
  public JdbcUrl(String workingDirectory) {
    this.workingDirectory = workingDirectory;
  }

  /**
   * The database behind a URL.
   *
   * @param url as given to the driver
   * @param user as given to the driver; null when unknown
   * @return null when the URL is not understood
   */
  public Database parse(String url, String user) {
    if (url == null || !url.regionMatches(true, 0, "jdbc:", 0, 5)) {
      return null;
    }
    String rest = url.substring(5);
    for (String wrapper : WRAPPERS) {
      if (rest.startsWith(wrapper)) {
        rest = rest.substring(wrapper.length());
      }
    }
    int colon = rest.indexOf(':');
    if (colon <= 0) {
      return null;
    }
    String product = rest.substring(0, colon).toLowerCase(Locale.ROOT);
    String address = rest.substring(colon + 1);
    Dialect dialect = Dialect.ofJdbcUrl("jdbc:" + product + ":");
    switch (product) {
      case "h2":
        return h2(address, dialect);
      case "hsqldb":
        return embedded(product, address, ";", "PUBLIC", dialect);
      case "derby":
        return embedded(product, address, ";", schemaOfUser(user, "APP"), dialect);
      case "sqlite":
        return fileOnly(product, address, null, dialect);
      case "duckdb":
        return fileOnly(product, address, "main", dialect);
      case "postgresql":
        return server(
            "postgres",
            address,
            5432,
            parameter(address, "currentSchema", "public"),
            'L',
            dialect,
            user);
      case "redshift":
        return server(
            "redshift",
            address,
            5439,
            parameter(address, "currentSchema", "public"),
            'L',
            dialect,
            user);
      case "mysql":
        return server("mysql", address, 3306, null, '=', dialect, user);
      case "mariadb":
        return server("mariadb", address, 0, null, '=', dialect, user);
      case "oracle":
        return oracle(address, dialect, user);
      case "sqlserver":
        return sqlServer(address, dialect);
      case "db2":
        return server(
            "db2",
            address,
            50000,
            parameter(address, "currentSchema", schemaOfUser(user, null)),
            'U',
            dialect,
            user);
      default:
        return address.startsWith("//")
            ? server(product, address, 0, null, '=', dialect, user)
            : null;
    }
  }

  private Database h2(String address, Dialect dialect) {
    char unquoted = 'U';
    String upper = address.toUpperCase(Locale.ROOT);
    if (upper.contains(";DATABASE_TO_LOWER=TRUE")) {
      unquoted = 'L';
    } else if (upper.contains(";DATABASE_TO_UPPER=FALSE")) {
      unquoted = '=';
    }
    String schema = parameter(address, "SCHEMA", unquoted == 'L' ? "public" : "PUBLIC");
    String place = until(address, ";");
    String lower = place.toLowerCase(Locale.ROOT);
    if (lower.startsWith("tcp://") || lower.startsWith("ssl://")) {
      return remote("h2", place.substring(4), 9092, schema, unquoted, dialect);
    }
    if (lower.startsWith("mem:")) {
      return new Database("h2:" + place, "h2:" + place, dialect, null, schema, null, unquoted);
    }
    int colon = place.indexOf(':');
    // nio:, nioMapped:, split:, file: stand before the path; a drive letter does not.
    String path = colon > 1 ? place.substring(colon + 1) : place;
    return atPath("h2", path, dialect, schema, unquoted);
  }

  private Database embedded(
      String product, String address, String end, String schema, Dialect dialect) {
    String place = until(address, end);
    String lower = place.toLowerCase(Locale.ROOT);
    if (lower.startsWith("hsql://") || lower.startsWith("hsqls://")) {
      return remote(product, place.substring(place.indexOf("//")), 9001, schema, 'U', dialect);
    }
    if (place.startsWith("//")) {
      return remote(product, place, 1527, schema, 'U', dialect);
    }
    if (lower.startsWith("mem:")
        || lower.startsWith("memory:")
        || lower.startsWith("res:")
        || lower.startsWith("classpath:")) {
      String name = product + ":" + place;
      return new Database(name, name, dialect, null, schema, null, 'U');
    }
    String path = place;
    if (lower.startsWith("file:") || lower.startsWith("directory:")) {
      path = place.substring(place.indexOf(':') + 1);
    }
    return atPath(product, path, dialect, schema, 'U');
  }

  private Database fileOnly(String product, String address, String schema, Dialect dialect) {
    String place = until(until(address, "?"), ";");
    if (place.startsWith("file:")) {
      place = place.substring(5);
    }
    if (place.isEmpty() || place.startsWith(":memory:")) {
      return new Database(product + ":mem:", product + ":mem:", dialect, null, schema, null, '=');
    }
    return atPath(product, place, dialect, schema, '=');
  }

  private Database atPath(
      String product, String path, Dialect dialect, String schema, char unquoted) {
    String absolute = absolute(path);
    String namespace = product + ":" + absolute;
    return new Database(namespace, namespace, dialect, null, schema, absolute, unquoted);
  }

  private String absolute(String path) {
    String expanded = path;
    if (path.equals("~") || path.startsWith("~/") || path.startsWith("~\\")) {
      expanded = System.getProperty("user.home") + path.substring(1);
    }
    File file = new File(expanded);
    if (!file.isAbsolute()) {
      file = new File(workingDirectory, expanded);
    }
    return FileNames.normal(file.getPath());
  }

  /**
   * {@code //host[:port]/path} of an embedded product's server: the database is part of the name.
   */
  private static Database remote(
      String product, String address, int port, String schema, char unquoted, Dialect dialect) {
    String rest = address.substring(2);
    int slash = rest.indexOf('/');
    String host = slash < 0 ? rest : rest.substring(0, slash);
    String database = slash < 0 ? null : rest.substring(slash + 1);
    String namespace = product + "://" + withPort(withoutUser(host), port);
    return new Database(
        namespace,
        namespace,
        dialect,
        database == null || database.isEmpty() ? null : database,
        schema,
        null,
        unquoted);
  }

  private static Database server(
      String scheme,
      String address,
      int port,
      String schema,
      char unquoted,
      Dialect dialect,
      String user) {
    String place = until(until(address, "?"), ";");
    String hosts = "localhost";
    String database = place;
    if (place.startsWith("//")) {
      int slash = place.indexOf('/', 2);
      hosts = withoutUser(slash < 0 ? place.substring(2) : place.substring(2, slash));
      database = slash < 0 ? "" : place.substring(slash + 1);
    }
    // DB2 writes its parameters behind a colon: //host:port/db:name=value;
    database = until(database, ":");
    if (database.isEmpty()) {
      // pgjdbc connects to the database that is called like the user.
      database = "postgres".equals(scheme) ? user : null;
    }
    StringBuilder namespace = new StringBuilder(scheme).append("://");
    int from = 0;
    String all = hosts.isEmpty() ? "localhost" : hosts.toLowerCase(Locale.ROOT);
    while (from >= 0) {
      int comma = all.indexOf(',', from);
      String host = comma < 0 ? all.substring(from) : all.substring(from, comma);
      namespace.append(from == 0 ? "" : ",").append(withPort(host, port));
      from = comma < 0 ? -1 : comma + 1;
    }
    return new Database(
        namespace.toString(), namespace.toString(), dialect, database, schema, null, unquoted);
  }

  private static Database oracle(String address, Dialect dialect, String user) {
    int at = address.indexOf('@');
    if (at < 0) {
      return null;
    }
    String place = until(address.substring(at + 1), "?");
    if (place.startsWith("//")) {
      place = place.substring(2);
    }
    int slash = place.indexOf('/');
    int first = place.indexOf(':');
    int second = first < 0 ? -1 : place.indexOf(':', first + 1);
    int end = slash >= 0 ? slash : second;
    if (place.startsWith("(") || end < 0) {
      // Descriptors and TNS aliases: a later version reads them; a guess would be a wrong name.
      return null;
    }
    String namespace =
        "oracle://" + withPort(place.substring(0, end).toLowerCase(Locale.ROOT), 1521);
    return new Database(
        namespace,
        namespace,
        dialect,
        place.substring(end + 1),
        schemaOfUser(user, null),
        null,
        'U');
  }

  private static Database sqlServer(String address, Dialect dialect) {
    String place = until(address, ";");
    String host = place.startsWith("//") ? place.substring(2) : place;
    int instance = host.indexOf('\\');
    String namespace =
        instance < 0
            ? "sqlserver://" + withPort(host.toLowerCase(Locale.ROOT), 1433)
            : "sqlserver://"
                + host.substring(0, instance).toLowerCase(Locale.ROOT)
                + "/"
                + host.substring(instance + 1);
    String database = parameter(address, "databaseName", parameter(address, "database", "master"));
    return new Database(namespace, namespace, dialect, database, "dbo", null, '=');
  }

  private static String schemaOfUser(String user, String none) {
    return user == null || user.isEmpty() ? none : user.toUpperCase(Locale.ROOT);
  }

  private static String withPort(String host, int port) {
    boolean has = host.indexOf(':', host.lastIndexOf(']') + 1) >= 0;
    return has || port == 0 ? host : host + ":" + port;
  }

  private static String withoutUser(String host) {
    return host.substring(host.lastIndexOf('@') + 1);
  }

  private static String until(String text, String end) {
    int at = text.indexOf(end);
    return at < 0 ? text : text.substring(0, at);
  }

  /** A parameter behind ; or ? or &amp;, whatever its case; several schemas give the first. */
  private static String parameter(String address, String name, String none) {
    int at = 0;
    while (at < address.length()) {
      char c = address.charAt(at++);
      if ((c == ';' || c == '?' || c == '&' || c == ':')
          && address.regionMatches(true, at, name + "=", 0, name.length() + 1)) {
        int end = at + name.length() + 1;
        int start = end;
        while (end < address.length() && ";&,".indexOf(address.charAt(end)) < 0) {
          end++;
        }
        return address.substring(start, end);
      }
    }
    return none;
  }
}
