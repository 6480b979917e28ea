package io.spoor.instrumentation.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the settings say about names of databases: other names of hosts, and the scheme of SQL
 * Server, on which OpenLineage's own page and its clients differ. Immutable.
 */
public final class DatabaseNames {

  /** No aliases; {@code sqlserver}. */
  public static final DatabaseNames STANDARD = new DatabaseNames(null, null);

  private final List<String> from = new ArrayList<String>();
  private final List<String> to = new ArrayList<String>();
  private final String sqlServer;

  /**
   * @param aliases pairs {@code from=to} separated by semicolons; either side is a host, a host
   *     with its port, or a whole namespace; null for none
   * @param sqlServer {@code sqlserver} or {@code mssql}; null is {@code sqlserver}
   */
  public DatabaseNames(String aliases, String sqlServer) {
    this.sqlServer = "mssql".equalsIgnoreCase(sqlServer) ? "mssql" : "sqlserver";
    int at = 0;
    while (aliases != null && at < aliases.length()) {
      int end = UrlText.firstOf(aliases, ";", at);
      int equals = aliases.indexOf('=', at);
      if (equals > at && equals + 1 < end) {
        from.add(aliases.substring(at, equals).trim());
        to.add(aliases.substring(equals + 1, end).trim());
      }
      at = end + 1;
    }
  }

  /** The first part of a product's namespaces. */
  String scheme(Product product) {
    return product.namespace.equals("sqlserver") ? sqlServer : product.namespace;
  }

  /** A namespace as the aliases have it. */
  String resolved(String namespace) {
    String whole = alias(namespace);
    if (whole != null) {
      return whole;
    }
    int hosts = namespace.indexOf("://") + 3;
    if (from.isEmpty() || hosts < 3) {
      return namespace;
    }
    int end = UrlText.firstOf(namespace, "/", hosts);
    StringBuilder out = new StringBuilder();
    for (int at = hosts, comma; at <= end; at = comma + 1) {
      comma = Math.min(end, UrlText.firstOf(namespace, ",", at));
      String host = host(namespace.substring(at, comma));
      // Several hosts with one name are one.
      if (("," + out + ",").indexOf("," + host + ",") < 0) {
        out.append(out.length() == 0 ? "" : ",").append(host);
      }
    }
    return namespace.substring(0, hosts) + out + namespace.substring(end);
  }

  private String host(String host) {
    String known = alias(host);
    if (known != null) {
      return known;
    }
    int colon = host.lastIndexOf(':');
    if (colon <= host.lastIndexOf(']')) {
      return host;
    }
    String name = alias(host.substring(0, colon));
    if (name == null) {
      return host;
    }
    return name.indexOf(':', name.lastIndexOf(']') + 1) >= 0 ? name : name + host.substring(colon);
  }

  private String alias(String name) {
    for (int i = 0; i < from.size(); i++) {
      if (from.get(i).equalsIgnoreCase(name)) {
        String other = to.get(i);
        return other.indexOf("://") > 0 ? other : other.toLowerCase(Locale.ROOT);
      }
    }
    return null;
  }
}
