package io.spoor.instrumentation.jdbc;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Reads {@code [mode:]//[user:password@]host[:port][,host..]/path[?;:parameters]}. An address in
 * which a secret cannot be told from a host is not understood.
 */
final class ServerAddress {

  private final int port;
  private final StringBuilder hosts = new StringBuilder();
  private String user;

  private ServerAddress(int port) {
    this.port = port;
  }

  /**
   * @param port of hosts without one; 0 leaves them without
   * @return null when the address has another form
   */
  static Address parse(String address, int port) {
    int start = address.indexOf("//");
    int parameters = UrlText.firstOf(address, "?;", Math.max(start, 0));
    if (start > parameters) {
      start = -1;
    }
    String rest = parameters == address.length() ? "" : address.substring(parameters + 1);
    String separators = rest.isEmpty() || address.charAt(parameters) == ';' ? ";" : "&";
    // A secret with a question mark or a semicolon looks like parameters, up to its at sign.
    if (UrlText.until(rest, "=").indexOf('@') >= 0) {
      return null;
    }
    String place = address.substring(0, parameters);
    String authority = "";
    // Before the slashes may stand a mode (replication, loadbalance, iam), a protocol or a version.
    String path = place;
    if (start >= 0) {
      int slash = UrlText.firstOf(place, "/", start + 2);
      authority = place.substring(start + 2, slash);
      path = place.substring(Math.min(place.length(), slash + 1));
    }
    if (path.indexOf('@') >= 0) {
      return null;
    }
    // DB2 and Informix write their parameters behind a colon: //host:port/db:name=value;
    int colon = path.indexOf(':');
    if (colon >= 0 && path.indexOf('=', colon) > 0) {
      rest = path.substring(colon + 1) + ";" + rest;
      separators = ";";
      path = path.substring(0, colon);
    }
    ServerAddress server = new ServerAddress(port);
    if (!server.readHosts(authority)) {
      return null;
    }
    return new Address(
        server.hosts.toString(),
        UrlText.decoded(path),
        server.user,
        new UrlParameters(rest, separators));
  }

  private boolean readHosts(String authority) {
    List<String> entries = entries(authority);
    for (int i = 0; i < entries.size(); i++) {
      String entry = entries.get(i);
      int at = entry.lastIndexOf('@');
      if (at >= 0) {
        if (i > 0 && user == null) {
          // The comma may be one of a password.
          return false;
        }
        if (user == null) {
          user = UrlText.decoded(UrlText.until(UrlText.until(entry, ":"), "@"));
        }
        entry = entry.substring(at + 1);
      }
      // MySQL's list of hosts of one user stands in brackets, like one address of IPv6.
      boolean isList = entry.startsWith("[") && entry.endsWith("]") && entry.indexOf(',') > 0;
      List<String> of =
          isList
              ? entries(entry.substring(1, entry.length() - 1))
              : Collections.singletonList(entry);
      for (String each : of) {
        if (!addHost(each)) {
          return false;
        }
      }
    }
    return true;
  }

  /** Splits at commas outside of brackets. */
  private static List<String> entries(String authority) {
    List<String> entries = new ArrayList<String>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i < authority.length(); i++) {
      char c = authority.charAt(i);
      depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
      if (c == ',' && depth == 0) {
        entries.add(authority.substring(from, i));
        from = i + 1;
      }
    }
    entries.add(authority.substring(from));
    return entries;
  }

  private boolean addHost(String entry) {
    String host = entry;
    int open = entry.indexOf('(');
    if (open >= 0) {
      // MySQL's address=(host=h)(port=p) and (host=h,port=p).
      String pairs = entry.substring(open).replace('(', ',').replace(')', ',');
      UrlParameters parameters = new UrlParameters(pairs, ",");
      host = parameters.get("host");
      String hostPort = parameters.get("port");
      user = user == null ? parameters.get("user") : user;
      if (host == null) {
        return false;
      }
      host = hostPort == null ? host : host + ":" + hostPort;
    }
    String normal = host(host, port);
    if (normal == null) {
      return false;
    }
    hosts.append(hosts.length() == 0 ? "" : ",").append(normal);
    return true;
  }

  /**
   * A host with its port, lower case.
   *
   * @return null when it is none
   */
  static String host(String written, int port) {
    String host = written.isEmpty() ? "localhost" : written.toLowerCase(Locale.ROOT);
    int colon = host.indexOf(':', host.lastIndexOf(']') + 1);
    if (colon >= 0 && host.indexOf(':', colon + 1) > 0) {
      // An address of IPv6 that was not put into brackets.
      host = "[" + host + "]";
      colon = -1;
    }
    String name = colon < 0 ? host : host.substring(0, colon);
    String number = colon < 0 ? "" : host.substring(colon + 1);
    if (!number.isEmpty() && !UrlText.isNumber(number)) {
      return null;
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!Character.isLetterOrDigit(c) && ".-_[]:%".indexOf(c) < 0) {
        return null;
      }
    }
    if (name.endsWith(".") && name.length() > 1) {
      name = name.substring(0, name.length() - 1);
    }
    name = name.isEmpty() ? "localhost" : name;
    if (number.isEmpty()) {
      return port == 0 ? name : name + ":" + port;
    }
    return name + ":" + number;
  }
}
