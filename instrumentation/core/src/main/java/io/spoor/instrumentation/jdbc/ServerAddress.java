package io.spoor.instrumentation.jdbc;

import io.spoor.sql.Dialect;
import java.util.Locale;

/** {@code [mode:]//[user:password@]host[:port][,host..]/path[?;:parameters]}. Immutable. */
final class ServerAddress {

  /** Hosts with ports, lower case, separated by commas. */
  private final String hosts;

  /** What stands behind the hosts, mostly the database; null when nothing does. */
  final String path;

  private ServerAddress(String hosts, String path) {
    this.hosts = hosts;
    this.path = path;
  }

  /**
   * @param port of hosts without one; 0 leaves them without
   * @return null when the address has another form
   */
  static ServerAddress parse(String address, int port) {
    String place = UrlText.until(UrlText.until(address, "?"), ";");
    int start = place.indexOf("//");
    String hosts = "localhost";
    String path = place;
    if (start >= 0) {
      // Before it may stand a mode (replication, loadbalance, iam) or a version.
      int slash = place.indexOf('/', start + 2);
      hosts = slash < 0 ? place.substring(start + 2) : place.substring(start + 2, slash);
      path = slash < 0 ? "" : place.substring(slash + 1);
    }
    // DB2 writes its parameters behind a colon: //host:port/db:name=value;
    path = UrlText.until(path, ":");
    if (hosts.indexOf('(') >= 0 || path.indexOf('@') >= 0 || path.indexOf('(') >= 0) {
      // Key-value hosts, or a password with a slash: what is a secret cannot be told.
      return null;
    }
    return new ServerAddress(normal(hosts, port), path.isEmpty() ? null : path);
  }

  private static String normal(String hosts, int port) {
    String all = hosts.isEmpty() ? "localhost" : hosts;
    StringBuilder out = new StringBuilder();
    int from = 0;
    while (from >= 0) {
      int comma = all.indexOf(',', from);
      String host = comma < 0 ? all.substring(from) : all.substring(from, comma);
      host = host.substring(host.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
      out.append(from == 0 ? "" : ",").append(UrlText.withPort(host, port));
      from = comma < 0 ? -1 : comma + 1;
    }
    return out.toString();
  }

  /** The same without an ending of its host. */
  ServerAddress without(String ending) {
    String host = UrlText.until(hosts, ":");
    return host.endsWith(ending)
        ? new ServerAddress(host.substring(0, host.length() - ending.length()), path)
        : this;
  }

  /** {@code cluster.id.region.redshift.amazonaws.com} is {@code cluster.region}. */
  ServerAddress ofRedshift() {
    String host = UrlText.until(hosts, ":");
    int service = host.indexOf(".redshift");
    int id = host.indexOf('.');
    int region = id < 0 ? -1 : host.indexOf('.', id + 1);
    if (service < 0 || region < 0 || region >= service || !host.endsWith(".amazonaws.com")) {
      return this;
    }
    return new ServerAddress(
        host.substring(0, id) + host.substring(region, service) + hosts.substring(host.length()),
        path);
  }

  Database database(String scheme, Dialect dialect, String catalog, String schema, char unquoted) {
    String namespace = scheme + "://" + hosts;
    return new Database(namespace, namespace, dialect, catalog, schema, null, unquoted);
  }
}
