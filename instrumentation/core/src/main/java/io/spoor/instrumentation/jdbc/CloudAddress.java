package io.spoor.instrumentation.jdbc;

import java.util.Locale;

/** Addresses of services that have no host of their own, or whose host says too much. */
final class CloudAddress {

  private CloudAddress() {}

  /** {@code //account.snowflakecomputing.com/?db=..} is {@code account}. */
  static Address snowflake(String address) {
    Address server = ServerAddress.parse(address, 0);
    if (server == null) {
      return null;
    }
    String host = UrlText.until(server.place, ":");
    int service = host.indexOf(".snowflakecomputing.");
    String account = service < 0 ? host : host.substring(0, service);
    if (account.endsWith(".privatelink")) {
      account = account.substring(0, account.length() - ".privatelink".length());
    }
    return server.at(account);
  }

  /**
   * {@code cluster.id.region.redshift.amazonaws.com} is {@code cluster.region}; {@code
   * iam://cluster:region/db} and parameters may name both, too.
   */
  static Address redshift(String address, int port) {
    int authority = address.startsWith("iam://") ? "iam://".length() : -1;
    if (authority > 0) {
      int end = UrlText.firstOf(address, "/?;", authority);
      String host = address.substring(authority, end);
      int colon = host.indexOf(':');
      if (host.indexOf('@') < 0
          && host.indexOf('.') < 0
          && colon > 0
          && !UrlText.isNumber(host.substring(colon + 1))) {
        return inRegion(
            ServerAddress.parse("//" + address.substring(end), port),
            host.substring(0, colon),
            host.substring(colon + 1),
            port);
      }
    }
    Address server = ServerAddress.parse(address, port);
    if (server == null) {
      return null;
    }
    String cluster = server.parameters.get("ClusterID");
    String region = server.parameters.get("Region");
    if (authority > 0 && server.place.startsWith("localhost:")) {
      return cluster == null || region == null ? null : inRegion(server, cluster, region, port);
    }
    int end = UrlText.firstOf(server.place, ":", 0);
    String host = server.place.substring(0, end);
    int service = host.indexOf(".redshift");
    int id = host.indexOf('.');
    int first = id < 0 ? -1 : host.indexOf('.', id + 1);
    if (service < 0 || first < 0 || first >= service || host.indexOf(".amazonaws.com") < 0) {
      return server;
    }
    return server.at(
        host.substring(0, id) + host.substring(first, service) + server.place.substring(end));
  }

  private static Address inRegion(Address server, String cluster, String region, int port) {
    String host = ServerAddress.host(cluster + "." + region, port);
    return server == null || host == null ? null : server.at(host);
  }

  /** {@code //Region=r;Catalog=..} or {@code //athena.r.amazonaws.com:443;..}. */
  static Address athena(String address) {
    String rest = address.startsWith("//") ? address.substring(2) : address;
    UrlParameters parameters = new UrlParameters(rest, ";");
    String first = UrlText.until(rest, ";");
    String region = parameters.first("Region", "AwsRegion");
    String endpoint = parameters.get("AthenaEndpoint");
    String host = first.indexOf('=') >= 0 ? endpoint : UrlText.until(first, ":");
    if (region == null && host != null) {
      int from = host.indexOf("athena.");
      int end = host.indexOf(".amazonaws.com");
      region = from < 0 || end < from + 7 ? null : host.substring(from + 7, end);
    }
    String place =
        region == null ? null : ServerAddress.host("athena." + region + ".amazonaws.com", 0);
    return place == null ? null : new Address(place, null, null, parameters);
  }

  /** Everything is a parameter, and the service has one place only. */
  static Address properties(String address) {
    return new Address(null, null, null, new UrlParameters(address, ";"));
  }

  /** {@code [//host]/projects/p/instances/i/databases/d} is {@code p:i} and {@code d}. */
  static Address spanner(String address) {
    String path = address.substring(0, UrlText.firstOf(address, ";?", 0));
    String project = behind(path, "/projects/");
    String instance = behind(path, "/instances/");
    String database = behind(path, "/databases/");
    if (project == null || instance == null || path.indexOf('@') >= 0) {
      return null;
    }
    String place = (project + ":" + instance).toLowerCase(Locale.ROOT);
    return new Address(place, database, null, new UrlParameters("", ";"));
  }

  private static String behind(String path, String word) {
    int at = path.indexOf(word);
    if (at < 0) {
      return null;
    }
    int from = at + word.length();
    return UrlText.emptyToNull(path.substring(from, UrlText.firstOf(path, "/", from)));
  }
}
