package io.spoor.sink;

import io.spoor.files.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpRetryException;
import java.net.HttpURLConnection;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URLConnection;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/**
 * Posts each event to an OpenLineage endpoint: Marquez, DataHub, OpenMetadata and others.
 *
 * <p>As far as {@link HttpURLConnection} allows, nothing that the job set up for its own
 * connections is used: proxies, trust, redirects, caches and authenticators are ours. What cannot
 * be avoided: a default {@code CookieHandler} of the job sees the connection, a {@code
 * URLStreamHandlerFactory} of the job may replace it, and credentials that the JVM has cached for
 * the same host may be added where no token is set.
 */
final class HttpSink implements Sink {

  private static final int LONGEST_ANSWER = 200;

  private final HttpTarget target;

  HttpSink(SinkContext context) throws IOException {
    this.target = new HttpTarget(context);
  }

  @Override
  public void send(SinkEvent event) throws IOException {
    byte[] body = event.json().getBytes(StandardCharsets.UTF_8);
    String token = target.token();
    HttpURLConnection connection = open();
    try {
      connection.setRequestMethod("POST");
      connection.setRequestProperty("Content-Type", "application/json; charset=UTF-8");
      connection.setRequestProperty("Accept", "application/json");
      connection.setRequestProperty("User-Agent", "spoor");
      if (token != null) {
        connection.setRequestProperty("Authorization", "Bearer " + token);
      }
      if (target.gzip()) {
        body = gzip(body);
        connection.setRequestProperty("Content-Encoding", "gzip");
      }
      target.addHeaders(connection);
      // Sent as a stream of known length, so that the JVM asks no authenticator and repeats
      // nothing.
      connection.setFixedLengthStreamingMode(body.length);
      connection.setDoOutput(true);
      OutputStream out = connection.getOutputStream();
      out.write(body);
      out.close();
      judge(status(connection), connection, token);
    } catch (SocketException | SocketTimeoutException | UnknownHostException e) {
      throw new IOException(target + " is not reached: " + Reason.of(e), e);
    } catch (RuntimeException e) {
      // HttpURLConnection throws these for odd answers; their text may hold what was sent.
      throw new IOException(target + " cannot be used: " + e.getClass().getName());
    } finally {
      connection.disconnect();
    }
  }

  @Override
  public void close() {}

  private HttpURLConnection open() throws IOException {
    URLConnection opened = target.url().openConnection(target.proxy());
    if (!(opened instanceof HttpURLConnection)) {
      throw new IOException(target + " is not reached by HTTP in this JVM");
    }
    HttpURLConnection connection = (HttpURLConnection) opened;
    if (target.isSecure()) {
      HttpsTrust.apply(connection);
    }
    connection.setInstanceFollowRedirects(false);
    connection.setUseCaches(false);
    connection.setAllowUserInteraction(false);
    connection.setConnectTimeout(target.timeout());
    connection.setReadTimeout(target.timeout());
    return connection;
  }

  private static int status(HttpURLConnection connection) throws IOException {
    try {
      return connection.getResponseCode();
    } catch (HttpRetryException e) {
      return e.responseCode(); // 401 or 407, which nobody is to be asked about
    }
  }

  private void judge(int status, HttpURLConnection connection, String token) throws IOException {
    if (status >= 200 && status < 300) {
      return;
    }
    String text = "HTTP " + status + " from " + target + answer(connection, token);
    if (status >= 300 && status < 400) {
      throw new IOException(
          text + ": redirects are not followed, set sink.http.url to the new URL");
    }
    if (status == 401 || status == 403 || status == 407) {
      throw new IOException(text + ": see the token (sink.http.token.env or sink.http.token.file)");
    }
    if (status == 404 || status == 405) {
      throw new IOException(text + ": see sink.http.url and sink.http.endpoint");
    }
    if (status == 500) {
      throw new ErrorAnswer(text);
    }
    if (status >= 400 && status < 500 && status != 408 && status != 429) {
      throw new RefusedException(text);
    }
    throw new IOException(text);
  }

  /** The beginning of the answer, printable and without what was secret in the question. */
  private String answer(HttpURLConnection connection, String token) {
    StringBuilder text = new StringBuilder();
    try {
      InputStream in = connection.getErrorStream();
      if (in == null) {
        return "";
      }
      byte[] bytes = new byte[4 * LONGEST_ANSWER];
      int length = 0;
      for (int n = 0;
          n >= 0 && length < bytes.length;
          n = in.read(bytes, length, bytes.length - length)) {
        length += n;
      }
      String whole = target.mask(new String(bytes, 0, length, StandardCharsets.UTF_8), token);
      for (int i = 0; i < whole.length() && text.length() < LONGEST_ANSWER; i++) {
        char c = whole.charAt(i);
        text.append(c >= ' ' && c < 0x7f ? c : ' ');
      }
    } catch (IOException e) {
      return "";
    }
    String printable = text.toString().trim();
    return printable.isEmpty() ? "" : " (" + printable + ")";
  }

  private static byte[] gzip(byte[] body) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream(body.length / 4 + 64);
    GZIPOutputStream out = new GZIPOutputStream(packed);
    out.write(body);
    out.close();
    return packed.toByteArray();
  }
}
