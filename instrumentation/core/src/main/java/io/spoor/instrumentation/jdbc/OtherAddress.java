package io.spoor.instrumentation.jdbc;

/** Addresses of single products that differ from the usual form. */
final class OtherAddress {

  private OtherAddress() {}

  /** {@code http://host/db}: the protocol decides about the port. */
  static Address clickHouse(String address, int port) {
    int usual = port;
    int colon = UrlText.firstOf(address, ":/", 0);
    String protocol = address.substring(0, colon);
    if (protocol.equals("https")) {
      usual = 8443;
    } else if (protocol.equals("grpc")) {
      usual = 9100;
    } else if (protocol.equals("tcp") || protocol.equals("native")) {
      usual = 9000;
    } else {
      Address plain = ServerAddress.parse(address, port);
      usual = plain != null && "true".equals(plain.parameters.get("ssl")) ? 8443 : port;
    }
    return ServerAddress.parse(address, usual);
  }

  /** {@code //host1--host2:9042/keyspace}: the port is that of every host. */
  static Address cassandra(String address, int port) {
    int start = address.indexOf("//") + 2;
    int end = UrlText.firstOf(address, "/?;", start);
    if (start < 2 || address.lastIndexOf('@', end) >= 0) {
      return ServerAddress.parse(address, port);
    }
    String hosts = address.substring(start, end);
    int colon = hosts.lastIndexOf(':');
    int usual = port;
    if (hosts.indexOf("--") > 0 && colon > hosts.lastIndexOf("--")) {
      String number = hosts.substring(colon + 1);
      if (!UrlText.isNumber(number)) {
        return null;
      }
      usual = Integer.parseInt(number);
      hosts = hosts.substring(0, colon);
    }
    return ServerAddress.parse("//" + hosts.replace("--", ",") + address.substring(end), usual);
  }

  /** {@code //host/DATABASE=d,DBS_PORT=1025}. */
  static Address teradata(String address, int port) {
    int start = address.indexOf("//") + 2;
    int end = UrlText.firstOf(address, "/", Math.max(start, 0));
    if (start < 2) {
      return null;
    }
    UrlParameters parameters =
        new UrlParameters(address.substring(Math.min(address.length(), end + 1)), ",");
    String host = address.substring(start, end);
    String number = parameters.get("DBS_PORT");
    String place =
        ServerAddress.host(
            number == null || host.indexOf(':') > 0 ? host : host + ":" + number, port);
    return place == null ? null : new Address(place, null, parameters.get("USER"), parameters);
  }

  /** {@code host1..3,host2:8563/fingerprint;schema=s}. */
  static Address exasol(String address, int port) {
    int end = UrlText.firstOf(address, ";", 0);
    int slash = UrlText.firstOf(address, "/;", 0);
    String rest = address.substring(end);
    return address.startsWith("//")
        ? ServerAddress.parse(address, port)
        : ServerAddress.parse("//" + address.substring(0, slash) + "/" + rest, port);
  }

  /** {@code Tds:host:port/db} of jConnect. */
  static Address sybase(String address, int port) {
    if (!address.regionMatches(true, 0, "Tds:", 0, 4)) {
      return address.startsWith("//") ? ServerAddress.parse(address, port) : null;
    }
    return ServerAddress.parse("//" + address.substring(4), port);
  }

  /** {@code //host:port/path}, or the older {@code host/port:path}. */
  static Address firebird(String address, int port) {
    if (address.startsWith("//")) {
      return ServerAddress.parse(address, port);
    }
    int end = UrlText.firstOf(address, "?;", 0);
    String place = address.substring(0, end);
    int slash = UrlText.firstOf(place, "/", 0);
    int colon = slash == place.length() ? -1 : place.indexOf(':', slash);
    if (place.indexOf('@') >= 0 || place.startsWith("embedded:") || place.startsWith("local:")) {
      return null;
    }
    if (colon > 0 && UrlText.isNumber(place.substring(slash + 1, colon))) {
      return at(
          place.substring(0, slash) + ":" + place.substring(slash + 1, colon), place, colon, port);
    }
    // host:path, where one letter before the colon is a drive of this machine.
    int first = place.indexOf(':');
    return first > 1
        ? at(place.substring(0, first), place, first, port)
        : at("localhost", place, -1, port);
  }

  private static Address at(String written, String place, int colon, int port) {
    String host = ServerAddress.host(written, port);
    return host == null
        ? null
        : new Address(host, place.substring(colon + 1), null, new UrlParameters("", "&"));
  }
}
