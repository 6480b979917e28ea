package io.spoor.sink;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.zip.GZIPInputStream;

/** An OpenLineage endpoint that answers as it is told, and else takes everything. */
final class TestServer implements AutoCloseable {

  /** A request that came. */
  record Request(String method, String path, Headers headers, String body) {}

  /** An answer to give; null headers stand for none. */
  record Answer(int status, String body, String location) {
    Answer(int status) {
      this(status, "", null);
    }
  }

  final BlockingQueue<Request> requests = new LinkedBlockingQueue<>();
  final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
  private final CountDownLatch stall = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;
  private volatile boolean stalls;

  TestServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  /** The server's address. */
  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** From now on nothing is answered. */
  void stall() {
    stalls = true;
  }

  /** The job names of the events that came so far. */
  List<String> jobs() {
    return requests.stream().map(request -> TestEvents.job(request.body())).toList();
  }

  private void handle(HttpExchange exchange) throws IOException {
    InputStream in = exchange.getRequestBody();
    if ("gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"))) {
      in = new GZIPInputStream(in);
    }
    requests.add(
        new Request(
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            exchange.getRequestHeaders(),
            new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    if (stalls) {
      try {
        stall.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    Answer answer = answers.poll();
    if (answer == null) {
      answer = new Answer(201);
    }
    if (answer.location() != null) {
      exchange.getResponseHeaders().add("Location", answer.location());
    }
    if (answer.status() == 401) {
      exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"x\"");
    }
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.getResponseBody().close();
  }

  @Override
  public void close() {
    stall.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
