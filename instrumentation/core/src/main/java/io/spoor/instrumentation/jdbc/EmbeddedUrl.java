package io.spoor.instrumentation.jdbc;

import io.spoor.instrumentation.jdk.FileNames;

/**
 * Addresses of H2, HSQLDB, Derby, SQLite and DuckDB: a path, a name in memory, or their server. The
 * namespace is {@code product:path} or {@code product:mem:name}.
 */
final class EmbeddedUrl {

  /** What stands before the path of an H2 database and says how its file is accessed. */
  private static final String[] H2_ACCESS = {
    "file:", "nio:", "niomapped:", "async:", "retry:", "split:", "zip:", "rec:", "cache:"
  };

  private static final String[] H2_PLACES = {
    "mem:", "memfs:", "memlz:", "niomemfs:", "niomemlz:", "classpath:"
  };

  private static final String[] PLACES = {"mem:", "memory:", "res:", "classpath:", "jar:"};

  /** HSQLDB's servers with their ports. */
  private static final String[] HSQLDB_SERVERS = {
    "hsql://", "9001", "hsqls://", "554", "http://", "80", "https://", "443"
  };

  private final String workingDirectory;
  private final DatabaseNames names;

  EmbeddedUrl(String workingDirectory, DatabaseNames names) {
    this.workingDirectory = workingDirectory;
    this.names = names;
  }

  /** Null when the product is none of these, or the address is not understood. */
  Database parse(Product product, String address, String user) {
    switch (product.form) {
      case "h2":
        return h2(product, address);
      case "hsqldb":
        return hsqldb(product, address);
      case "derby":
        return derby(product, address, user);
      case "file":
        return file(product, address);
      default:
        return null;
    }
  }

  private Database h2(Product product, String address) {
    UrlParameters parameters = parameters(address);
    char unquoted = product.letterCase;
    if ("true".equalsIgnoreCase(parameters.get("DATABASE_TO_LOWER"))) {
      unquoted = 'L';
    } else if ("false".equalsIgnoreCase(parameters.get("DATABASE_TO_UPPER"))) {
      unquoted = '=';
    }
    String given = parameters.get("SCHEMA");
    String schema =
        given != null
            ? Database.identifier(given, unquoted)
            : unquoted == 'L' ? "public" : "PUBLIC";
    String place = UrlText.until(address, ";");
    if (startsWith(place, "tcp://") || startsWith(place, "ssl://")) {
      return remote(product, place.substring(4), product.port, schema, unquoted);
    }
    String path = place;
    for (boolean cut = true; cut; ) {
      cut = false;
      for (String place0 : H2_PLACES) {
        if (startsWith(path, place0)) {
          return inMemory(product, path, schema, unquoted);
        }
      }
      for (String access : H2_ACCESS) {
        if (startsWith(path, access)) {
          path = path.substring(access.length());
          // split:30: has a number of its own.
          int colon = path.indexOf(':');
          path =
              access.equals("split:") && colon > 0 && UrlText.isNumber(path.substring(0, colon))
                  ? path.substring(colon + 1)
                  : path;
          cut = true;
        }
      }
    }
    return atPath(product, path, schema, unquoted);
  }

  private Database hsqldb(Product product, String address) {
    String place = UrlText.until(address, ";");
    String schema = "PUBLIC";
    for (int i = 0; i < HSQLDB_SERVERS.length; i += 2) {
      if (startsWith(place, HSQLDB_SERVERS[i])) {
        int port = Integer.parseInt(HSQLDB_SERVERS[i + 1]);
        String server = place.substring(place.indexOf("//"));
        return remote(product, server, port, schema, product.letterCase);
      }
    }
    return embedded(product, place, schema);
  }

  private Database derby(Product product, String address, String user) {
    String place = UrlText.until(address, ";");
    String schema = user == null ? "APP" : Database.identifier(user, product.letterCase);
    return place.startsWith("//")
        ? remote(product, place, product.port, schema, product.letterCase)
        : embedded(product, place, schema);
  }

  private Database embedded(Product product, String place, String schema) {
    for (String start : PLACES) {
      if (startsWith(place, start)) {
        return inMemory(product, place, schema, product.letterCase);
      }
    }
    boolean isMarked = startsWith(place, "file:") || startsWith(place, "directory:");
    String path = isMarked ? place.substring(place.indexOf(':') + 1) : place;
    return atPath(product, path, schema, product.letterCase);
  }

  /** SQLite and DuckDB. */
  private Database file(Product product, String address) {
    int end = UrlText.firstOf(address, "?;", 0);
    String place = address.substring(0, end);
    String schema = product.hasSchema() ? "main" : null;
    char unquoted = product.letterCase;
    UrlParameters parameters =
        new UrlParameters(address.substring(Math.min(end + 1, address.length())), "&;");
    boolean isUri = place.startsWith("file:");
    String path = isUri ? place.substring(5) : place;
    if (path.isEmpty() || path.startsWith(":memory:")) {
      String name = path.isEmpty() ? "" : path.substring(":memory:".length());
      return inMemory(product, "mem:" + name, schema, unquoted);
    }
    if (isUri && "memory".equals(parameters.get("mode"))) {
      return inMemory(product, "mem:" + path, schema, unquoted);
    }
    if (path.startsWith(":resource:") || path.startsWith("md:") || path.startsWith("ducklake:")) {
      String name = path.startsWith(":") ? path.substring(1) : path;
      return path.indexOf('@') >= 0 ? null : inMemory(product, name, schema, unquoted);
    }
    if (path.indexOf("://") > 0) {
      return path.indexOf('@') >= 0 ? null : inMemory(product, path, schema, unquoted);
    }
    if (isUri && path.startsWith("//")) {
      // file://host/path, mostly without a host.
      path = path.substring(UrlText.firstOf(path, "/", 2));
    }
    return atPath(product, path, schema, unquoted);
  }

  private static UrlParameters parameters(String address) {
    int end = UrlText.firstOf(address, ";", 0);
    return new UrlParameters(address.substring(Math.min(end + 1, address.length())), ";");
  }

  private static boolean startsWith(String text, String start) {
    return text.regionMatches(true, 0, start, 0, start.length());
  }

  private Database inMemory(Product product, String name, String schema, char unquoted) {
    String namespace = product.namespace + ":" + name;
    return new Database(product, names, namespace, null, schema, null, unquoted);
  }

  private Database atPath(Product product, String path, String schema, char unquoted) {
    String absolute = absolute(path);
    String namespace = product.namespace + ":" + absolute;
    // A database inside of an archive: the archive is the store.
    String store = UrlText.until(absolute, "!");
    return new Database(product, names, namespace, null, schema, store, unquoted);
  }

  private String absolute(String path) {
    String expanded = path;
    if (path.equals("~") || path.startsWith("~/") || path.startsWith("~\\")) {
      expanded = System.getProperty("user.home") + path.substring(1);
    }
    return new FileNames(workingDirectory, FileNames.NAMESPACE).absolute(expanded);
  }

  /**
   * {@code //host[:port]/path} of an embedded product's server: the database is part of the name.
   */
  private Database remote(Product product, String address, int port, String schema, char unquoted) {
    Address server = ServerAddress.parse(address, port);
    if (server == null) {
      return null;
    }
    String namespace = product.namespace + "://" + server.place;
    return new Database(product, names, namespace, server.path, schema, null, unquoted);
  }
}
