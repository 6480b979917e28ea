package io.spoor.tests;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;

/** A server for events on this machine that takes them, fails, or does not answer. */
final class Collector implements AutoCloseable {

  private static final int STALLS = -1;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final List<String> bodies = new ArrayList<>();
  private final List<String> requests = new ArrayList<>();
  private final int status;

  private Collector(int status) throws IOException {
    this.status = status;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  /** Takes everything. */
  static Collector takes() throws IOException {
    return new Collector(201);
  }

  /** Answers with a status and a text. */
  static Collector answers(int status) throws IOException {
    return new Collector(status);
  }

  /** Accepts connections and requests, and never answers. */
  static Collector stalls() throws IOException {
    return new Collector(STALLS);
  }

  /** The URL of a server that is not there. */
  static String refusingUrl() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return "http://127.0.0.1:" + socket.getLocalPort();
    }
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The events that came, unpacked, in the order in which they came. */
  synchronized List<String> bodies() {
    return List.copyOf(bodies);
  }

  /** Method, path, authorization, content type and encoding of each request. */
  synchronized List<String> requests() {
    return List.copyOf(requests);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String encoding = exchange.getRequestHeaders().getFirst("Content-Encoding");
      InputStream in = exchange.getRequestBody();
      String body =
          new String(
              ("gzip".equals(encoding) ? new GZIPInputStream(in) : in).readAllBytes(),
              StandardCharsets.UTF_8);
      synchronized (this) {
        bodies.add(body);
        requests.add(
            exchange.getRequestMethod()
                + " "
                + exchange.getRequestURI()
                + " "
                + exchange.getRequestHeaders().getFirst("Authorization")
                + " "
                + exchange.getRequestHeaders().getFirst("Content-Type")
                + " "
                + encoding);
      }
      if (status == STALLS) {
        closing.await();
      } else {
        byte[] answer = "the collector says so".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, answer.length);
        exchange.getResponseBody().write(answer);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
