package io.spoor.instrumentation.jdbc;

/** The few cuts that reading JDBC URLs takes. */
final class UrlText {

  private UrlText() {}

  static String until(String text, String end) {
    int at = text.indexOf(end);
    return at < 0 ? text : text.substring(0, at);
  }

  static String withPort(String host, int port) {
    boolean has = host.indexOf(':', host.lastIndexOf(']') + 1) >= 0;
    return has || port == 0 ? host : host + ":" + port;
  }

  /** A parameter behind ; or ? or &amp; or :, whatever its case; several values give the first. */
  static String parameter(String address, String name, String none) {
    int at = 0;
    while (at < address.length()) {
      char c = address.charAt(at++);
      if ((c == ';' || c == '?' || c == '&' || c == ':')
          && address.regionMatches(true, at, name + "=", 0, name.length() + 1)) {
        int start = at + name.length() + 1;
        int end = start;
        while (end < address.length() && ";&,".indexOf(address.charAt(end)) < 0) {
          end++;
        }
        return address.substring(start, end);
      }
    }
    return none;
  }
}
