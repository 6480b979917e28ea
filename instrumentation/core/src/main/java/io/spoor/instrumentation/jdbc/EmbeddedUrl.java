package io.spoor.instrumentation.jdbc;

import io.spoor.instrumentation.jdk.FileNames;
import io.spoor.sql.Dialect;
import java.io.File;
import java.util.Locale;

/** Addresses of H2, HSQLDB, Derby, SQLite and DuckDB: a path, a name in memory, or their server. */
final class EmbeddedUrl {

  private static final String[] PLACES = {"mem:", "memory:", "res:", "classpath:", "jar:"};
  private static final String[] SERVERS = {"hsql://", "hsqls://", "http://", "https://"};

  private final String workingDirectory;

  EmbeddedUrl(String workingDirectory) {
    this.workingDirectory = workingDirectory;
  }

  /** Null when the product is none of these. */
  Database parse(String product, String address, String user, Dialect dialect) {
    switch (product) {
      case "h2":
        return h2(address, dialect);
      case "hsqldb":
        return embedded(product, address, "PUBLIC", dialect);
      case "derby":
        return embedded(
            product,
            address,
            user == null || user.isEmpty() ? "APP" : user.toUpperCase(Locale.ROOT),
            dialect);
      case "sqlite":
        return fileOnly(product, address, null, dialect);
      case "duckdb":
        return fileOnly(product, address, "main", dialect);
      default:
        return null;
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
    String schema = UrlText.parameter(address, "SCHEMA", unquoted == 'L' ? "public" : "PUBLIC");
    String place = UrlText.until(address, ";");
    String lower = place.toLowerCase(Locale.ROOT);
    if (lower.startsWith("tcp://") || lower.startsWith("ssl://")) {
      return remote("h2", place.substring(4), 9092, schema, unquoted, dialect);
    }
    if (lower.startsWith("mem:")) {
      return new Database("h2:" + place, "h2:" + place, dialect, null, schema, null, unquoted);
    }
    String path = place;
    for (int colon = path.indexOf(':'); colon > 1; colon = path.indexOf(':')) {
      // nio:, nioMapped:, split:30:, file: stand before the path; a drive letter does not.
      path = path.substring(colon + 1);
    }
    return atPath("h2", path, dialect, schema, unquoted);
  }

  private Database embedded(String product, String address, String schema, Dialect dialect) {
    String place = UrlText.until(address, ";");
    String lower = place.toLowerCase(Locale.ROOT);
    if (startsWithAny(lower, SERVERS)) {
      return remote(product, place.substring(place.indexOf("//")), 9001, schema, 'U', dialect);
    }
    if (place.startsWith("//")) {
      return remote(product, place, 1527, schema, 'U', dialect);
    }
    if (startsWithAny(lower, PLACES)) {
      String name = product + ":" + place;
      return new Database(name, name, dialect, null, schema, null, 'U');
    }
    String path = place;
    if (lower.startsWith("file:") || lower.startsWith("directory:")) {
      path = place.substring(place.indexOf(':') + 1);
    }
    return atPath(product, path, dialect, schema, 'U');
  }

  private static boolean startsWithAny(String text, String[] starts) {
    for (String start : starts) {
      if (text.startsWith(start)) {
        return true;
      }
    }
    return false;
  }

  private Database fileOnly(String product, String address, String schema, Dialect dialect) {
    String place = UrlText.until(UrlText.until(address, "?"), ";");
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
    ServerAddress server = ServerAddress.parse(address, port);
    return server == null ? null : server.database(product, dialect, server.path, schema, unquoted);
  }
}
