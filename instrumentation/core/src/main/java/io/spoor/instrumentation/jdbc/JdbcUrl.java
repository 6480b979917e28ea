package io.spoor.instrumentation.jdbc;

import java.util.Locale;

/**
 * Reads JDBC URLs. Names follow OpenLineage's naming rules; for products without a rule (embedded
 * ones above all) the namespace is {@code product:path} or {@code product:mem:name}, the name
 * {@code SCHEMA.TABLE}. Credentials and parameters never get into a name: a URL in which they
 * cannot be told from the rest is not understood. Not safe for several threads.
 */
public final class JdbcUrl {

  /** What drivers that watch or manage other drivers put before the other's URL. */
  private static final String[] WRAPPERS = {
    "p6spy:",
    "log4jdbc:",
    "jdbcdslog:",
    "tc:",
    "aws-wrapper:",
    "otel:",
    "tracing:",
    "datadirect:",
    "weblogic:",
    "pivotal:"
  };

  private static final String SECRETS_MANAGER = "jdbc-secretsmanager:";

  private final EmbeddedUrl embedded;
  private final DatabaseNames names;

  /** Null until a URL is Oracle's. */
  private OracleAddress oracle;

  /**
   * @param workingDirectory what relative paths of embedded databases resolve against
   */
  public JdbcUrl(String workingDirectory) {
    this(workingDirectory, DatabaseNames.STANDARD);
  }

  /**
   * @param workingDirectory what relative paths of embedded databases resolve against
   * @param names what the settings say about names
   */
  public JdbcUrl(String workingDirectory, DatabaseNames names) {
    this.embedded = new EmbeddedUrl(workingDirectory, names);
    this.names = names;
  }

  /**
   * The database behind a URL.
   *
   * @param url as given to the driver
   * @param user as given to the driver; null when unknown
   * @return null when the URL is not understood
   */
  public Database parse(String url, String user) {
    String rest = withoutWrappers(url);
    int colon = rest == null ? -1 : rest.indexOf(':');
    if (colon <= 0) {
      return null;
    }
    String scheme = rest.substring(0, colon).toLowerCase(Locale.ROOT);
    String address = rest.substring(colon + 1);
    if (scheme.equals("jtds")) {
      return jtds(address, user);
    }
    Product product = Products.of(scheme);
    if (product.form.equals("server") && isOfDatabricks(product, address)) {
      product = Products.of("databricks");
    }
    if (isEmbedded(product)) {
      int end = UrlText.firstOf(address, ";", 0);
      UrlParameters parameters =
          new UrlParameters(address.substring(Math.min(end + 1, address.length())), ";");
      String who = UrlText.emptyToNull(user);
      return embedded.parse(product, address, who == null ? parameters.get("user") : who);
    }
    return database(product, address(product, address), user);
  }

  private static String withoutWrappers(String url) {
    if (url == null) {
      return null;
    }
    String rest;
    if (url.regionMatches(true, 0, "jdbc:", 0, 5)) {
      rest = url.substring(5);
    } else if (url.startsWith(SECRETS_MANAGER)) {
      rest = url.substring(SECRETS_MANAGER.length());
    } else {
      return null;
    }
    for (int i = 0; i < WRAPPERS.length; i++) {
      if (rest.regionMatches(true, 0, WRAPPERS[i], 0, WRAPPERS[i].length())) {
        rest = rest.substring(WRAPPERS[i].length());
        rest = rest.regionMatches(true, 0, "jdbc:", 0, 5) ? rest.substring(5) : rest;
        // One may wrap another.
        i = -1;
      }
    }
    return rest;
  }

  private static boolean isEmbedded(Product product) {
    switch (product.form) {
      case "h2":
      case "hsqldb":
      case "derby":
      case "file":
        return true;
      default:
        return false;
    }
  }

  /** Databricks was reached through the driver of Spark's Thrift server before it had its own. */
  private static boolean isOfDatabricks(Product product, String address) {
    if (!product.namespace.equals("spark")) {
      return false;
    }
    String host = address.substring(0, UrlText.firstOf(address, ":/?;", 2));
    return host.endsWith(".databricks.com") || host.endsWith(".azuredatabricks.net");
  }

  private Address address(Product product, String address) {
    int port = product.port;
    switch (product.form) {
      case "server":
        return server(product, address);
      case "host":
        Address server = ServerAddress.parse(address, 0);
        return server == null ? null : server.at(UrlText.until(server.place, ":"));
      case "oracle":
        if (oracle == null) {
          oracle = new OracleAddress(new TnsNames());
        }
        return oracle.parse(address, port);
      case "sqlserver":
        return SqlServerAddress.microsoft(address, port);
      case "sybase":
        return OtherAddress.sybase(address, port);
      case "snowflake":
        return CloudAddress.snowflake(address);
      case "redshift":
        return CloudAddress.redshift(address, port);
      case "athena":
        return CloudAddress.athena(address);
      case "properties":
        return CloudAddress.properties(address);
      case "spanner":
        return CloudAddress.spanner(address);
      case "clickhouse":
        return OtherAddress.clickHouse(address, port);
      case "cassandra":
        return OtherAddress.cassandra(address, port);
      case "teradata":
        return OtherAddress.teradata(address, port);
      case "exasol":
        return OtherAddress.exasol(address, port);
      case "firebird":
        return OtherAddress.firebird(address, port);
      default:
        return null;
    }
  }

  private static Address server(Product product, String address) {
    boolean hasHost = address.indexOf("//") >= 0;
    if (!hasHost && !product.namespace.equals("postgres")) {
      // Without a host only PostgreSQL's is known: the local one.
      return null;
    }
    Address server = ServerAddress.parse(address, product.port);
    if (server == null) {
      return null;
    }
    String instance = server.parameters.get("cloudSqlInstance");
    if (instance != null && instance.indexOf('@') < 0) {
      // A socket factory connects to it, whatever the host says.
      return server.at(instance);
    }
    boolean isTls = "true".equalsIgnoreCase(server.parameters.get("SSL"));
    return product.port == 80 && isTls ? ServerAddress.parse(address, 443) : server;
  }

  private Database jtds(String address, String user) {
    int colon = address.indexOf(':');
    if (colon < 0) {
      return null;
    }
    String scheme = address.substring(0, colon);
    Product product = Products.of(scheme);
    String rest = address.substring(colon + 1);
    if (scheme.equals("sqlserver")) {
      return database(product, SqlServerAddress.jtds(rest, product.port), user);
    }
    return scheme.equals("sybase")
        ? database(product, ServerAddress.parse(rest, 7100), user)
        : null;
  }

  private Database database(Product product, Address address, String user) {
    if (address == null) {
      return null;
    }
    String who = UrlText.emptyToNull(user);
    if (who == null) {
      who = address.parameters.first("user", "username", "uid");
      who = who == null ? address.user : who;
    }
    String namespace = names.scheme(product);
    namespace = address.place == null ? namespace : namespace + "://" + address.place;
    char unquoted = product.letterCase;
    if (unquoted == 'P') {
      unquoted = isOnWindowsHere(address.place) ? 'l' : '=';
    }
    String catalog = address.find(product.catalogFrom, who);
    String schema = address.find(product.schemaFrom, schemaOf(who));
    if (schema != null && product.namespace.equals("bigquery") && schema.indexOf('.') > 0) {
      catalog = schema.substring(0, schema.indexOf('.'));
      schema = schema.substring(schema.indexOf('.') + 1);
    }
    if (catalog != null) {
      catalog =
          catalog.startsWith("!")
              ? catalog.substring(1)
              : product.namespace.equals("snowflake") || unquoted == 'l'
                  ? Database.identifier(catalog, unquoted)
                  : catalog;
    }
    return new Database(
        product,
        names,
        namespace,
        catalog,
        schema == null ? null : Database.identifier(schema, unquoted),
        null,
        unquoted);
  }

  /**
   * MySQL's names are files: on Windows they become lower case. Where a remote server runs is not
   * known; it is taken for a Unix, as nearly all are.
   */
  private static boolean isOnWindowsHere(String place) {
    return java.io.File.separatorChar == '\\'
        && (place.startsWith("localhost:")
            || place.startsWith("127.0.0.1:")
            || place.startsWith("[::1]:"));
  }

  /** {@code proxy[scott]} works as scott; {@code sys as sysdba} as sys. */
  private static String schemaOf(String user) {
    if (user == null) {
      return null;
    }
    int open = user.indexOf('[');
    if (open >= 0 && user.endsWith("]")) {
      return user.substring(open + 1, user.length() - 1);
    }
    return UrlText.until(user, " ");
  }
}
