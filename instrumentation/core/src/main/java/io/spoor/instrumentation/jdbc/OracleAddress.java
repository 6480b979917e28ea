package io.spoor.instrumentation.jdbc;

import java.util.Locale;

/**
 * Reads {@code thin:[user/password]@place} of Oracle, whose place is EZConnect ({@code
 * //host:port/service}), {@code host:port:SID}, a whole descriptor, or an alias that tnsnames.ora
 * explains.
 */
final class OracleAddress {

  private static final UrlParameters NONE = new UrlParameters("", "&");

  private final TnsNames aliases;

  OracleAddress(TnsNames aliases) {
    this.aliases = aliases;
  }

  /** Null when the address is not understood. */
  Address parse(String address, int port) {
    if (address.startsWith("//")) {
      return otherDriver(address, port);
    }
    int end = UrlText.firstOf(address, "(?", 0);
    String rest = address.substring(end);
    int at = address.lastIndexOf('@', end);
    if (at < 0 || rest.indexOf('@') >= 0) {
      // In the second case the bracket or the question mark may be one of a password.
      return null;
    }
    String user = user(address.substring(address.indexOf(':') + 1, at));
    if (rest.startsWith("(")) {
      return descriptor(rest, user, port);
    }
    UrlParameters parameters = new UrlParameters(rest.isEmpty() ? "" : rest.substring(1), "&");
    String place = address.substring(at + 1, end);
    int slashes = place.indexOf("//");
    if (slashes == 0 || place.startsWith("tcp://") || place.startsWith("tcps://")) {
      return ezConnect(place.substring(slashes + 2), user, parameters, port);
    }
    if (slashes > 0 || place.isEmpty()) {
      // LDAP and other directories.
      return null;
    }
    if (place.indexOf('/') < 0 && place.indexOf(':') < 0) {
      return alias(place, user, parameters, port);
    }
    return ezConnect(place, user, parameters, port);
  }

  /** {@code scott/tiger}, {@code proxy[scott]/tiger}, {@code sys as sysdba}. */
  private static String user(String credentials) {
    return UrlText.emptyToNull(UrlText.until(credentials, "/"));
  }

  /** {@code host[:port][,host..]/service[:server][/instance]} or {@code host:port:SID}. */
  private static Address ezConnect(String place, String user, UrlParameters parameters, int port) {
    int slash = place.indexOf('/');
    String hosts = slash < 0 ? place : place.substring(0, slash);
    String service;
    if (slash >= 0) {
      // Behind the service may stand the kind of server and an instance.
      service = UrlText.until(UrlText.until(place.substring(slash + 1), "/"), ":");
    } else {
      int colon = hosts.lastIndexOf(':');
      service = hosts.substring(colon + 1);
      if (hosts.indexOf(':') == colon || UrlText.isNumber(service)) {
        // host:port alone goes to the default service of the listener.
        return null;
      }
      hosts = hosts.substring(0, colon);
    }
    String all = hosts(hosts, port);
    return all == null ? null : new Address(all, service, user, parameters);
  }

  private static String hosts(String list, int port) {
    StringBuilder out = new StringBuilder();
    for (int from = 0, end; from <= list.length(); from = end + 1) {
      end = UrlText.firstOf(list, ",;", from);
      String host = ServerAddress.host(list.substring(from, end), port);
      if (host == null) {
        return null;
      }
      out.append(out.length() == 0 ? "" : ",").append(host);
    }
    return withOwnPorts(out.toString(), list, port);
  }

  /** In {@code h1,h2:1522/s} the port is that of both hosts. */
  private static String withOwnPorts(String hosts, String written, int port) {
    int last = hosts.lastIndexOf(':');
    boolean onlyLastHasPort =
        written.indexOf(',') > 0
            && written.indexOf(':') > written.lastIndexOf(',')
            && written.indexOf('[') < 0;
    return onlyLastHasPort ? hosts.replace(":" + port + ",", hosts.substring(last) + ",") : hosts;
  }

  /** Every HOST with its PORT, and the SERVICE_NAME or SID. */
  private static Address descriptor(String text, String user, int port) {
    StringBuilder hosts = new StringBuilder();
    String upper = text.toUpperCase(Locale.ROOT).replace(" ", "").replace("\n", "");
    String plain = text.replace(" ", "").replace("\n", "");
    int at = upper.indexOf("(ADDRESS=");
    while (at >= 0) {
      int next = upper.indexOf("(ADDRESS=", at + 1);
      int end = next < 0 ? plain.length() : next;
      String host = value(plain, upper, "(HOST=", at, end);
      String number = value(plain, upper, "(PORT=", at, end);
      String normal =
          host == null
              ? null
              : ServerAddress.host(number == null ? host : host + ":" + number, port);
      if (normal == null) {
        return null;
      }
      hosts.append(hosts.length() == 0 ? "" : ",").append(normal);
      at = next;
    }
    String service = value(plain, upper, "(SERVICE_NAME=", 0, plain.length());
    if (service == null) {
      service = value(plain, upper, "(SID=", 0, plain.length());
    }
    return hosts.length() == 0 || service == null
        ? null
        : new Address(hosts.toString(), service, user, NONE);
  }

  private static String value(String text, String upper, String key, int from, int end) {
    int at = upper.indexOf(key, from);
    if (at < 0 || at >= end) {
      return null;
    }
    int start = at + key.length();
    return UrlText.emptyToNull(text.substring(start, UrlText.firstOf(text, ")(", start)));
  }

  /**
   * An alias is resolved as the driver does; one that cannot be is a name for the database all the
   * same, since a company's aliases mean the same everywhere.
   */
  private Address alias(String alias, String user, UrlParameters parameters, int port) {
    String descriptor = aliases.descriptor(alias, parameters.get("TNS_ADMIN"));
    Address found = descriptor == null ? null : descriptor(descriptor, user, port);
    String name = ServerAddress.host(alias, 0);
    return found != null || name == null
        ? found
        : new Address(name, alias.toUpperCase(Locale.ROOT), user, parameters);
  }

  /** {@code //host:port;ServiceName=s} of DataDirect's driver. */
  private static Address otherDriver(String address, int port) {
    Address server = ServerAddress.parse(address, port);
    String service = server == null ? null : server.parameters.first("ServiceName", "SID");
    return service == null
        ? null
        : new Address(server.place, service, server.parameters.get("User"), server.parameters);
  }
}
