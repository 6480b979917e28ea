package io.spoor.sink;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom the {@code http} sink trusts, in JVMs of their own whose job trusts everybody. */
class HttpsTest {

  private static final String PASSWORD = "changeit";

  @TempDir Path folder;

  private HttpsServer server;

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void serverThatTheTrustStoreOfTheJvmKnows() throws Exception {
    Path store = serve("ip:127.0.0.1");

    assertEquals("sent", send("-Djavax.net.ssl.trustStore=" + store));
  }

  @Test
  void whatTheJobTrustsIsNotTrusted() throws Exception {
    serve("ip:127.0.0.1");

    assertEquals("javax.net.ssl.SSLHandshakeException", send());
  }

  @Test
  void certificateOfAnotherHost() throws Exception {
    Path store = serve("dns:other.example");

    assertEquals("java.io.IOException", send("-Djavax.net.ssl.trustStore=" + store));
  }

  private Path serve(String names) throws Exception {
    Path store = folder.resolve("store.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "RSA",
                "-dname",
                "CN=test",
                "-ext",
                "san=" + names,
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, keytool.waitFor(), said);
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(201, -1);
          exchange.getResponseBody().close();
        });
    server.start();
    return store;
  }

  private String send(String... options) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.add("-Djavax.net.ssl.trustStorePassword=" + PASSWORD);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(Send.class.getName());
    command.add("https://127.0.0.1:" + server.getAddress().getPort());
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return out.trim();
  }

  /** A job that trusts everybody. */
  public static final class Send {

    private Send() {}

    public static void main(String[] args) throws Exception {
      SSLContext careless = SSLContext.getInstance("TLS");
      careless.init(null, new TrustManager[] {new Everybody()}, null);
      SSLContext.setDefault(careless);
      HttpsURLConnection.setDefaultSSLSocketFactory(careless.getSocketFactory());
      HttpsURLConnection.setDefaultHostnameVerifier((host, session) -> true);
      try {
        new HttpSink(new TestContext(null).with("sink.http.url", args[0]))
            .send(TestEvents.event("job"));
        System.out.println("sent");
      } catch (IOException e) {
        System.out.println(e.getClass().getName());
      }
    }
  }

  private static final class Everybody implements X509TrustManager {

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
