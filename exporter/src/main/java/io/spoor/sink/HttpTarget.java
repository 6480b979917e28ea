package io.spoor.sink;

import io.spoor.files.Reason;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.MalformedURLException;
import java.net.Proxy;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Where and how the {@code http} sink posts. Settings:
 *
 * <ul>
 *   <li>{@code sink.http.url}, else {@code OPENLINEAGE_URL} of the environment: the server
 *   <li>{@code sink.http.endpoint}, else {@code OPENLINEAGE_ENDPOINT}: the path there, {@code
 *       /api/v1/lineage} by default
 *   <li>{@code sink.http.token.file} or {@code sink.http.token.env}: the file (read for each event,
 *       so that it may be replaced) or the variable that holds the bearer token; else {@code
 *       OPENLINEAGE_API_KEY}
 *   <li>{@code sink.http.timeout}: milliseconds for connecting and for each read, 5000 by default
 *   <li>{@code sink.http.gzip}: {@code true} packs the events; off by default, because not every
 *       server unpacks them
 *   <li>{@code sink.http.headers}: more headers, {@code Name: value} each, separated by {@code |}
 *   <li>{@code sink.http.proxy}: {@code host:port}; none by default, whatever the JVM's proxies are
 * </ul>
 *
 * No secret is in what {@link #toString()} and the exceptions say. Immutable.
 */
final class HttpTarget {

  private static final int LONGEST_TOKEN_FILE = 65536;

  private final SinkContext context;
  private final URL url;
  private final Proxy proxy;
  private final int timeout;
  private final boolean gzip;
  private final List<String> headers = new ArrayList<String>();

  HttpTarget(SinkContext context) throws IOException {
    this.context = context;
    this.url = url(context);
    this.proxy = proxy(SinkSettings.text(context, "sink.http.proxy"));
    this.timeout =
        (int) Math.min(SinkSettings.number(context, "sink.http.timeout", 1, 5000), 3600000);
    this.gzip = "true".equalsIgnoreCase(SinkSettings.text(context, "sink.http.gzip"));
    readHeaders(SinkSettings.text(context, "sink.http.headers"));
  }

  URL url() {
    return url;
  }

  Proxy proxy() {
    return proxy;
  }

  /** Milliseconds. */
  int timeout() {
    return timeout;
  }

  boolean gzip() {
    return gzip;
  }

  boolean isSecure() {
    return url.getProtocol().equals("https");
  }

  /** The bearer token as it is now; null when none is set up. */
  String token() throws IOException {
    String file = SinkSettings.text(context, "sink.http.token.file");
    if (file != null) {
      return printable(readToken(file), "the file " + file);
    }
    String variable = SinkSettings.text(context, "sink.http.token.env");
    if (variable != null) {
      String token = SinkSettings.clean(context.environment(variable));
      if (token == null) {
        throw new IOException(
            "the environment variable " + variable + ", named by sink.http.token.env, is not set");
      }
      return printable(token, "the environment variable " + variable);
    }
    String key = SinkSettings.clean(context.environment("OPENLINEAGE_API_KEY"));
    return key == null ? null : printable(key, "OPENLINEAGE_API_KEY");
  }

  void addHeaders(HttpURLConnection connection) {
    for (int i = 0; i < headers.size(); i += 2) {
      connection.setRequestProperty(headers.get(i), headers.get(i + 1));
    }
  }

  /** The text without the token and the values of headers. */
  String mask(String text, String token) {
    String masked = token == null ? text : text.replace(token, "***");
    for (int i = 1; i < headers.size(); i += 2) {
      String value = headers.get(i);
      masked = value.length() < 4 ? masked : masked.replace(value, "***");
    }
    return masked;
  }

  /** The URL without user, password and parameters. */
  @Override
  public String toString() {
    String port = url.getPort() < 0 ? "" : ":" + url.getPort();
    return url.getProtocol() + "://" + url.getHost() + port + url.getPath();
  }

  private static URL url(SinkContext context) throws IOException {
    String base = SinkSettings.text(context, "sink.http.url");
    if (base == null) {
      base = SinkSettings.clean(context.environment("OPENLINEAGE_URL"));
    }
    if (base == null) {
      throw new IOException(
          "sink.http.url is not set; it names the server, as in http://host:5000.");
    }
    String endpoint = SinkSettings.text(context, "sink.http.endpoint");
    if (endpoint == null) {
      endpoint = SinkSettings.clean(context.environment("OPENLINEAGE_ENDPOINT"));
    }
    if (endpoint == null) {
      endpoint = "/api/v1/lineage";
    }
    try {
      URL given = new URL(base);
      boolean http = given.getProtocol().equals("http") || given.getProtocol().equals("https");
      if (!http || given.getHost().isEmpty()) {
        throw new MalformedURLException();
      }
      String path = given.getPath();
      while (path.endsWith("/")) {
        path = path.substring(0, path.length() - 1);
      }
      path += endpoint.startsWith("/") ? endpoint : "/" + endpoint;
      if (given.getQuery() != null) {
        path += (path.indexOf('?') < 0 ? "?" : "&") + given.getQuery();
      }
      if (given.getUserInfo() != null) {
        context
            .log()
            .warn(
                "User and password in sink.http.url are not used; use sink.http.token.env or"
                    + " sink.http.token.file.");
      }
      return new URL(given.getProtocol(), given.getHost(), given.getPort(), path);
    } catch (MalformedURLException e) {
      // The text is not repeated: it may hold a password.
      throw new IOException("sink.http.url is not a URL such as http://host:5000.");
    }
  }

  private static Proxy proxy(String text) throws IOException {
    if (text == null) {
      return Proxy.NO_PROXY;
    }
    int colon = text.lastIndexOf(':');
    try {
      int port = Integer.parseInt(text.substring(colon + 1));
      if (colon > 0 && text.indexOf('/') < 0 && text.indexOf('@') < 0) {
        return new Proxy(
            Proxy.Type.HTTP, InetSocketAddress.createUnresolved(text.substring(0, colon), port));
      }
    } catch (IllegalArgumentException e) {
      throw new IOException("sink.http.proxy has to be host:port, as in proxy.example:3128.");
    }
    throw new IOException("sink.http.proxy has to be host:port, as in proxy.example:3128.");
  }

  private void readHeaders(String text) throws IOException {
    for (int from = 0; text != null && from <= text.length(); ) {
      int bar = text.indexOf('|', from);
      int end = bar < 0 ? text.length() : bar;
      String header = text.substring(from, end).trim();
      from = end + 1;
      if (header.isEmpty()) {
        continue;
      }
      int colon = header.indexOf(':');
      String name = colon < 0 ? "" : header.substring(0, colon).trim();
      if (name.isEmpty() || name.indexOf(' ') >= 0 || !isPrintable(header)) {
        throw new IOException("sink.http.headers has to be 'Name: value | Name: value'.");
      }
      headers.add(name);
      headers.add(header.substring(colon + 1).trim());
    }
  }

  private static String readToken(String name) throws IOException {
    File file = new File(name);
    try {
      FileInputStream in = new FileInputStream(file);
      try {
        byte[] bytes = new byte[LONGEST_TOKEN_FILE];
        int length = 0;
        for (int n = 0;
            n >= 0 && length < bytes.length;
            n = in.read(bytes, length, bytes.length - length)) {
          length += n;
        }
        String token = SinkSettings.clean(new String(bytes, 0, length, StandardCharsets.UTF_8));
        if (token == null) {
          throw new IOException("it is empty");
        }
        return token;
      } finally {
        in.close();
      }
    } catch (IOException e) {
      throw new IOException(
          "the token cannot be read from "
              + file
              + ", named by sink.http.token.file: "
              + Reason.of(e));
    }
  }

  private static String printable(String token, String where) throws IOException {
    if (!isPrintable(token)) {
      throw new IOException("the token in " + where + " holds something else than printable ASCII");
    }
    return token;
  }

  private static boolean isPrintable(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ' || text.charAt(i) >= 0x7f) {
        return false;
      }
    }
    return true;
  }
}
