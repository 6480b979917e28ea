package io.spoor.instrumentation.jdbc;

/**
 * Reads {@code //host[\instance][:port];name=value..} of Microsoft's driver and {@code
 * sqlserver://host[:port]/database;instance=..} of jTDS. An instance takes the place of the port,
 * unless there is a port: the drivers then ignore it.
 */
final class SqlServerAddress {

  private SqlServerAddress() {}

  /** Null when the address is not understood. */
  static Address microsoft(String address, int port) {
    int end = UrlText.firstOf(address, ";", 0);
    UrlParameters parameters =
        new UrlParameters(address.substring(Math.min(address.length(), end + 1)), ";");
    String host = address.substring(address.startsWith("//") ? 2 : 0, end);
    if (host.indexOf('@') >= 0) {
      return null;
    }
    // DataDirect's driver and a habit of other products: //host/database.
    int slash = host.indexOf('/');
    String path = slash < 0 ? null : host.substring(slash + 1);
    host = slash < 0 ? host : host.substring(0, slash);
    if (host.isEmpty()) {
      String server = parameters.first("serverName", "server");
      host = server == null ? "" : server;
    }
    String number = parameters.first("portNumber", "port");
    String instance = parameters.get("instanceName");
    int backslash = host.indexOf('\\');
    if (backslash >= 0) {
      int colon = host.indexOf(':', backslash);
      instance = host.substring(backslash + 1, colon < 0 ? host.length() : colon);
      host = host.substring(0, backslash) + (colon < 0 ? "" : host.substring(colon));
    }
    return address(host, number, instance, port, path, parameters);
  }

  /** What follows {@code jdbc:jtds:} and the name of the product. */
  static Address jtds(String address, int port) {
    Address server = ServerAddress.parse(address, 0);
    if (server == null) {
      return null;
    }
    String instance = server.parameters.get("instance");
    return address(server.place, null, instance, port, server.path, server.parameters);
  }

  private static Address address(
      String written,
      String number,
      String instance,
      int port,
      String path,
      UrlParameters parameters) {
    String host = ServerAddress.host(written, 0);
    if (host == null) {
      return null;
    }
    boolean hasPort = host.indexOf(':', host.lastIndexOf(']') + 1) >= 0;
    if (!hasPort && number != null) {
      host = ServerAddress.host(host + ":" + number, 0);
    } else if (!hasPort && instance != null) {
      host = isName(instance) ? host + "/" + instance : null;
    } else if (!hasPort) {
      host = host + ":" + port;
    }
    return host == null ? null : new Address(host, path, null, parameters);
  }

  private static boolean isName(String instance) {
    for (int i = 0; i < instance.length(); i++) {
      char c = instance.charAt(i);
      if (!Character.isLetterOrDigit(c) && c != '_' && c != '$' && c != '#') {
        return false;
      }
    }
    return !instance.isEmpty();
  }
}
