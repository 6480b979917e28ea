package io.spoor.sink;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.security.GeneralSecurityException;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSession;

/**
 * Makes a connection trust what the JVM's trust store says and nothing that the job has made the
 * default of all connections. Loaded only for https.
 */
final class HttpsTrust implements HostnameVerifier {

  private HttpsTrust() {}

  static void apply(HttpURLConnection connection) throws IOException {
    if (!(connection instanceof HttpsURLConnection)) {
      throw new IOException("https is not available in this JVM");
    }
    HttpsURLConnection secure = (HttpsURLConnection) connection;
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, null, null);
      secure.setSSLSocketFactory(context.getSocketFactory());
    } catch (GeneralSecurityException e) {
      throw new IOException("TLS is not available in this JVM: " + e.getClass().getName(), e);
    }
    secure.setHostnameVerifier(new HttpsTrust());
  }

  /** Asked only when the certificate does not name the host. */
  @Override
  public boolean verify(String hostname, SSLSession session) {
    return false;
  }
}
