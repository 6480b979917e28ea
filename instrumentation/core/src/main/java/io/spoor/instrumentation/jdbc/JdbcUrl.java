package io.spoor.instrumentation.jdbc;

import io.spoor.sql.Dialect;
import java.util.Locale;

/**
 * Reads JDBC URLs. Names follow OpenLineage's naming rules; for products without a rule (embedded
 * ones above all) the namespace is {@code product:path} or {@code product:mem:name}, the name
 * {@code SCHEMA.TABLE}. Credentials and parameters never get into a name: a URL in which they
 * cannot be told from the rest is not understood.
 */
public final class JdbcUrl {

  private static final String[] WRAPPERS = {"p6spy:", "log4jdbc:", "tc:", "aws-wrapper:", "otel:"};

  private final EmbeddedUrl embedded;

  /**
   * @param workingDirectory what relative paths of embedded databases resolve against
   */
  public JdbcUrl(String workingDirectory) {
    this.embedded = new EmbeddedUrl(workingDirectory);
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
    String who = user == null || user.isEmpty() ? UrlText.parameter(address, "user", null) : user;
    Dialect dialect = Dialect.ofJdbcUrl("jdbc:" + product + ":");
    Database database = embedded.parse(product, address, who, dialect);
    return database == null ? server(product, address, who, dialect) : database;
  }

  private static Database server(String product, String address, String user, Dialect dialect) {
    switch (product) {
      case "postgresql":
        return postgres("postgres", address, 5432, user, dialect);
      case "redshift":
        return postgres("redshift", address, 5439, user, dialect);
      case "mysql":
        return plain("mysql", address, 3306, '=', dialect);
      case "mariadb":
        return plain("mariadb", address, 0, '=', dialect);
      case "clickhouse":
      case "ch":
        return plain("clickhouse", address, 0, '=', dialect);
      case "oracle":
        return oracle(address, dialect, user);
      case "sqlserver":
        return sqlServer(address, dialect);
      case "jtds":
        return jtds(address, dialect);
      case "db2":
        return db2(address, dialect, user);
      case "snowflake":
        return snowflake(address, dialect);
      case "bigquery":
        return new Database(
            "bigquery",
            "bigquery",
            dialect,
            UrlText.parameter(address, "ProjectId", null),
            UrlText.parameter(address, "DefaultDataset", null),
            null,
            '=');
      case "hive2":
        return hive(address, dialect);
      case "trino":
      case "presto":
        return trino(product, address, dialect);
      default:
        return address.startsWith("//") ? plain(product, address, 0, '=', dialect) : null;
    }
  }

  /** Products whose tables are called {@code database.table}. */
  private static Database plain(
      String scheme, String address, int port, char unquoted, Dialect dialect) {
    ServerAddress server = ServerAddress.parse(address, port);
    return server == null ? null : server.database(scheme, dialect, server.path, null, unquoted);
  }

  private static Database postgres(
      String scheme, String address, int port, String user, Dialect dialect) {
    ServerAddress server = ServerAddress.parse(address, port);
    if (server == null) {
      return null;
    }
    // pgjdbc connects to the database that is called like the user.
    String database = server.path == null ? user : server.path;
    String schema = UrlText.parameter(address, "currentSchema", "public");
    return ("redshift".equals(scheme) ? server.ofRedshift() : server)
        .database(scheme, dialect, database, schema, 'L');
  }

  private static Database db2(String address, Dialect dialect, String user) {
    ServerAddress server = ServerAddress.parse(address, 50000);
    String schema = UrlText.parameter(address, "currentSchema", schemaOfUser(user));
    return server == null ? null : server.database("db2", dialect, server.path, schema, 'U');
  }

  private static Database snowflake(String address, Dialect dialect) {
    ServerAddress server = ServerAddress.parse(address, 0);
    if (server == null) {
      return null;
    }
    String database = UrlText.parameter(address, "db", null);
    String schema = UrlText.parameter(address, "schema", database == null ? null : "PUBLIC");
    return server
        .without(".snowflakecomputing.com")
        .database("snowflake", dialect, upper(database), upper(schema), 'U');
  }

  private static Database hive(String address, Dialect dialect) {
    ServerAddress server = ServerAddress.parse(address, 10000);
    return server == null
        ? null
        : server.database(
            "hive", dialect, server.path == null ? "default" : server.path, null, 'L');
  }

  private static Database trino(String product, String address, Dialect dialect) {
    ServerAddress server = ServerAddress.parse(address, 0);
    if (server == null) {
      return null;
    }
    String catalog = server.path == null ? null : UrlText.until(server.path, "/");
    boolean hasSchema = server.path != null && server.path.indexOf('/') > 0;
    String schema = hasSchema ? server.path.substring(server.path.indexOf('/') + 1) : null;
    return server.database(product, dialect, catalog, schema, 'L');
  }

  private static Database oracle(String address, Dialect dialect, String user) {
    int at = address.lastIndexOf('@');
    if (at < 0) {
      return null;
    }
    String place = UrlText.until(address.substring(at + 1), "?");
    int scheme = place.indexOf("//");
    if (scheme == 0 || place.startsWith("tcp://") || place.startsWith("tcps://")) {
      place = place.substring(scheme + 2);
    }
    int slash = place.indexOf('/');
    int first = place.indexOf(':');
    int second = first < 0 ? -1 : place.indexOf(':', first + 1);
    int end = slash >= 0 ? slash : second;
    if (end < 0 || place.indexOf('(') >= 0 || place.indexOf("//") >= 0) {
      // Descriptors, directories and TNS aliases: a later version reads them; a guess would be a
      // wrong name.
      return null;
    }
    String namespace =
        "oracle://" + UrlText.withPort(place.substring(0, end).toLowerCase(Locale.ROOT), 1521);
    // Behind the service may stand the kind of server: /service:dedicated.
    String service = UrlText.until(UrlText.until(place.substring(end + 1), ":"), "/");
    int slashOfUser = address.indexOf('/');
    String named =
        slashOfUser > 0 && slashOfUser < at
            ? address.substring(address.indexOf(':') + 1, slashOfUser)
            : null;
    return new Database(
        namespace,
        namespace,
        dialect,
        service,
        schemaOfUser(user == null ? named : user),
        null,
        'U');
  }

  private static Database sqlServer(String address, Dialect dialect) {
    String place = UrlText.until(address, ";");
    String host = place.startsWith("//") ? place.substring(2) : place;
    if (host.isEmpty()) {
      host = UrlText.parameter(address, "serverName", "localhost");
    }
    String port = UrlText.parameter(address, "portNumber", null);
    if (port != null && host.indexOf(':') < 0) {
      host = host + ":" + port;
    }
    int instance = host.indexOf('\\');
    int colon = host.indexOf(':');
    String name = instance < 0 ? null : host.substring(instance + 1);
    if (instance >= 0 && colon > instance) {
      // The driver then ignores the instance.
      host = host.substring(0, instance) + host.substring(colon);
      name = null;
    }
    String namespace =
        name == null
            ? "sqlserver://" + UrlText.withPort(host.toLowerCase(Locale.ROOT), 1433)
            : "sqlserver://" + host.substring(0, instance).toLowerCase(Locale.ROOT) + "/" + name;
    String database =
        UrlText.parameter(
            address, "databaseName", UrlText.parameter(address, "database", "master"));
    return new Database(namespace, namespace, dialect, database, "dbo", null, '=');
  }

  private static Database jtds(String address, Dialect dialect) {
    ServerAddress server =
        address.startsWith("sqlserver:") ? ServerAddress.parse(address, 1433) : null;
    return server == null
        ? null
        : server.database(
            "sqlserver", dialect, server.path == null ? "master" : server.path, "dbo", '=');
  }

  private static String schemaOfUser(String user) {
    return user == null || user.isEmpty() ? null : upper(user);
  }

  private static String upper(String text) {
    return text == null ? null : text.toUpperCase(Locale.ROOT);
  }
}
