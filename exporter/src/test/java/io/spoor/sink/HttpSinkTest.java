package io.spoor.sink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Authenticator;
import java.net.PasswordAuthentication;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpSinkTest {

  @TempDir Path folder;

  private final TestContext context = new TestContext(null);
  private TestServer server;

  @BeforeEach
  void start() throws IOException {
    server = new TestServer();
    context.with("sink.http.url", server.url());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void postsTheEvent() throws Exception {
    SinkEvent event = TestEvents.event("j\u00f6b");
    new HttpSink(context).send(event);
    TestServer.Request request = server.requests.take();

    assertEquals("POST", request.method());
    assertEquals("/api/v1/lineage", request.path());
    assertEquals(event.json(), request.body());
    assertEquals("application/json; charset=UTF-8", request.headers().getFirst("Content-Type"));
    assertEquals("spoor", request.headers().getFirst("User-Agent"));
    assertFalse(request.headers().containsKey("Authorization"));
    assertFalse(request.headers().containsKey("Content-Encoding"));
  }

  @Test
  void gzip() throws Exception {
    SinkEvent event = TestEvents.event("job");
    new HttpSink(context.with("sink.http.gzip", "true")).send(event);
    TestServer.Request request = server.requests.take();

    assertEquals("gzip", request.headers().getFirst("Content-Encoding"));
    assertEquals(event.json(), request.body());
  }

  @Test
  void endpointQueryAndHeaders() throws Exception {
    context
        .with("sink.http.url", server.url() + "/base/?key=1")
        .with("sink.http.endpoint", "openapi/openlineage/api/v1/lineage")
        .with("sink.http.headers", "X-Tenant: a:b | X-Two:2");
    new HttpSink(context).send(TestEvents.event("job"));
    TestServer.Request request = server.requests.take();

    assertEquals("/base/openapi/openlineage/api/v1/lineage?key=1", request.path());
    assertEquals("a:b", request.headers().getFirst("X-Tenant"));
    assertEquals("2", request.headers().getFirst("X-Two"));
  }

  @Test
  void openLineagesOwnEnvironment() throws Exception {
    context.settings.clear();
    context.environment.put("OPENLINEAGE_URL", server.url());
    context.environment.put("OPENLINEAGE_ENDPOINT", "/other");
    context.environment.put("OPENLINEAGE_API_KEY", "key-1");
    new HttpSink(context).send(TestEvents.event("job"));
    TestServer.Request request = server.requests.take();

    assertEquals("/other", request.path());
    assertEquals("Bearer key-1", request.headers().getFirst("Authorization"));
  }

  @Test
  void tokenFromAVariable() throws Exception {
    context.with("sink.http.token.env", "MY_TOKEN").environment.put("MY_TOKEN", " t-1\n");
    new HttpSink(context).send(TestEvents.event("job"));

    assertEquals("Bearer t-1", server.requests.take().headers().getFirst("Authorization"));
  }

  @Test
  void tokenFromAFileAsItIsNow() throws Exception {
    Path file = Files.writeString(folder.resolve("token"), "t-1\n");
    HttpSink sink = new HttpSink(context.with("sink.http.token.file", file.toString()));
    sink.send(TestEvents.event("job"));
    Files.writeString(file, "t-2\n");
    sink.send(TestEvents.event("job"));

    assertEquals("Bearer t-1", server.requests.take().headers().getFirst("Authorization"));
    assertEquals("Bearer t-2", server.requests.take().headers().getFirst("Authorization"));
  }

  @Test
  void tokenThatIsNotThereStopsNothingButIsTold() throws IOException {
    context.with("sink.http.token.env", "MY_TOKEN");
    assertMessage(
        "the environment variable MY_TOKEN, named by sink.http.token.env, is not set",
        new HttpSink(context));
    Path file = folder.resolve("none");
    context.with("sink.http.token.file", file.toString());
    assertMessage(
        "the token cannot be read from "
            + file
            + ", named by sink.http.token.file: no such file or directory",
        new HttpSink(context));
    Files.writeString(file, "secret\nsecond line");
    assertMessage(
        "the token in the file " + file + " holds something else than printable ASCII",
        new HttpSink(context));
  }

  @Test
  void answersOfTheServer() throws IOException {
    String from = " from " + server.url() + "/api/v1/lineage";
    HttpSink sink = new HttpSink(context);

    server.answers.add(new TestServer.Answer(422, "bad \"name\"\n\u00e9!", null));
    assertMessage("HTTP 422" + from + " (bad \"name\"  !)", sink, RefusedException.class);
    server.answers.add(new TestServer.Answer(400, "x".repeat(5000), null));
    assertMessage("HTTP 400" + from + " (" + "x".repeat(200) + ")", sink, RefusedException.class);
    server.answers.add(new TestServer.Answer(500));
    assertMessage("HTTP 500" + from, sink, ErrorAnswer.class);
    for (int later : new int[] {408, 429, 502, 503}) {
      server.answers.add(new TestServer.Answer(later));
      assertMessage("HTTP " + later + from, sink, IOException.class);
    }
    server.answers.add(new TestServer.Answer(404));
    assertMessage(
        "HTTP 404" + from + ": see sink.http.url and sink.http.endpoint", sink, IOException.class);
    server.answers.add(new TestServer.Answer(204));
    sink.send(TestEvents.event("job"));
  }

  @Test
  void redirectIsNotFollowed() throws IOException {
    server.answers.add(new TestServer.Answer(302, "", server.url() + "/elsewhere"));

    assertMessage(
        "HTTP 302 from "
            + server.url()
            + "/api/v1/lineage: redirects are not followed, set sink.http.url to the new URL",
        new HttpSink(context));
    assertEquals(1, server.requests.size());
  }

  @Test
  void nobodyIsAskedForAPassword() throws IOException {
    int[] asked = new int[1];
    Authenticator.setDefault(
        new Authenticator() {
          @Override
          protected PasswordAuthentication getPasswordAuthentication() {
            asked[0]++;
            return new PasswordAuthentication("job", "secret".toCharArray());
          }
        });
    try {
      server.answers.add(new TestServer.Answer(401));
      assertMessage(
          "HTTP 401 from "
              + server.url()
              + "/api/v1/lineage: see the token (sink.http.token.env or sink.http.token.file)",
          new HttpSink(context));
    } finally {
      Authenticator.setDefault(null);
    }
    assertEquals(0, asked[0]);
    assertEquals(1, server.requests.size());
  }

  @Test
  void secretsThatTheServerRepeatsAreMasked() throws IOException {
    context
        .with("sink.http.headers", "X-Key: header-secret")
        .with(
            "sink.http.url",
            server.url().replace("http://", "http://user:pass-secret@") + "?k=q-secret")
        .with("sink.http.token.env", "T")
        .environment
        .put("T", "token-secret");
    HttpSink sink = new HttpSink(context);
    server.answers.add(new TestServer.Answer(400, "Bearer token-secret, header-secret", null));

    assertMessage(
        "HTTP 400 from " + server.url() + "/api/v1/lineage (Bearer ***, ***)",
        sink,
        RefusedException.class);
    assertEquals(
        List.of(
            "WARN User and password in sink.http.url are not used; use sink.http.token.env or"
                + " sink.http.token.file."),
        context.said());
  }

  @Test
  void serverThatStalls() throws IOException {
    server.stall();
    context.with("sink.http.timeout", "1000");

    assertMessage(
        server.url() + "/api/v1/lineage is not reached: read timed out", new HttpSink(context));
  }

  @Test
  void nobodyThere() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    context.with("sink.http.url", "http://127.0.0.1:" + port);
    IOException failure =
        assertThrows(IOException.class, () -> new HttpSink(context).send(TestEvents.event("job")));

    assertFalse(failure instanceof RefusedException);
    assertTrue(
        failure
            .getMessage()
            .startsWith(
                "http://127.0.0.1:" + port + "/api/v1/lineage is not reached: connection refused"),
        failure.getMessage());
  }

  @Test
  void proxiesOfTheJvmAreNotUsedAndOursIs() throws Exception {
    System.setProperty("http.proxyHost", "127.0.0.1");
    System.setProperty("http.proxyPort", "1");
    System.setProperty("http.nonProxyHosts", "");
    try (TestServer proxy = new TestServer()) {
      new HttpSink(context).send(TestEvents.event("direct"));
      assertEquals("/api/v1/lineage", server.requests.take().path());

      context
          .with("sink.http.url", "http://catalog.invalid:99")
          .with("sink.http.proxy", proxy.url().substring(7));
      new HttpSink(context).send(TestEvents.event("proxied"));
      assertEquals("http://catalog.invalid:99/api/v1/lineage", proxy.requests.take().path());
    } finally {
      System.clearProperty("http.proxyHost");
      System.clearProperty("http.proxyPort");
      System.clearProperty("http.nonProxyHosts");
    }
  }

  @Test
  void settingsThatDoNotSuffice() {
    assertOpen(
        "sink.http.url",
        null,
        "sink.http.url is not set; it names the server, as in http://host:5000.");
    for (String bad : List.of("marquez:5000", "ftp://host", "http://", "//secret@host")) {
      assertOpen("sink.http.url", bad, "sink.http.url is not a URL such as http://host:5000.");
    }
    context.with("sink.http.url", server.url());
    for (String bad :
        List.of("host", "host:x", "http://host:1", "u:secret@host:1", ":1", "h:70000")) {
      assertOpen(
          "sink.http.proxy", bad, "sink.http.proxy has to be host:port, as in proxy.example:3128.");
    }
    context.settings.remove("sink.http.proxy");
    for (String bad : List.of("X", ": v", "A B: c", "X: a\nY: b")) {
      assertOpen(
          "sink.http.headers", bad, "sink.http.headers has to be 'Name: value | Name: value'.");
    }
  }

  @Test
  void timeoutThatIsNoNumber() throws IOException {
    new HttpSink(context.with("sink.http.timeout", "5s"));

    assertEquals(
        List.of(
            "WARN The setting sink.http.timeout has to be a whole number of at least 1; 5000 is"
                + " used."),
        context.said());
  }

  private void assertOpen(String key, String value, String message) {
    context.settings.put(key, value);
    IOException failure = assertThrows(IOException.class, () -> new HttpSink(context), value);
    assertEquals(message, failure.getMessage());
    assertNull(failure.getCause());
  }

  private static void assertMessage(String message, HttpSink sink) {
    assertMessage(message, sink, IOException.class);
  }

  private static void assertMessage(
      String message, HttpSink sink, Class<? extends IOException> kind) {
    IOException failure = assertThrows(IOException.class, () -> sink.send(TestEvents.event("job")));
    assertEquals(message, failure.getMessage());
    assertTrue(
        kind == IOException.class
            ? !(failure instanceof RefusedException)
            : kind.isInstance(failure));
  }
}
