package io.spoor.tests;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Answers Trino's driver in Trino's own protocol, each query with one row of one column at once:
 * the server itself is too large to run in a test. What is real here is the driver.
 */
final class TrinoStandIn implements AutoCloseable {

  private final HttpServer server;
  private final AtomicInteger queries = new AtomicInteger();

  TrinoStandIn() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/v1/statement", this::answer);
    server.start();
  }

  String url(String path) {
    return "jdbc:trino://127.0.0.1:" + server.getAddress().getPort() + "/" + path;
  }

  String namespace() {
    return "trino://127.0.0.1:" + server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String sql = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String id = "20260101_000000_0000" + queries.getAndIncrement() + "_spoor";
    boolean isQuery = sql.startsWith("select");
    String column = isQuery ? column("id", "integer") : column("rows", "bigint");
    String json =
        "{'id':'ID','infoUri':'http://127.0.0.1/ui','columns':[COLUMN],'data':[[1]],TYPE"
            + "'stats':{'state':'FINISHED','queued':false,'scheduled':true,'nodes':1,"
            + "'totalSplits':1,'queuedSplits':0,'runningSplits':0,'completedSplits':1,"
            + "'cpuTimeMillis':1,'wallTimeMillis':1,'queuedTimeMillis':0,'elapsedTimeMillis':1,"
            + "'processedRows':1,'processedBytes':1,'physicalInputBytes':0,"
            + "'physicalWrittenBytes':0,'peakMemoryBytes':0,'spilledBytes':0},'warnings':[]}";
    byte[] body =
        json.replace('\'', '"')
            .replace("ID", id)
            .replace("COLUMN", column)
            .replace("TYPE", isQuery ? "" : "\"updateType\":\"INSERT\",\"updateCount\":1,")
            .getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static String column(String name, String type) {
    return "{\"name\":\""
        + name
        + "\",\"type\":\""
        + type
        + "\",\"typeSignature\":{\"rawType\":\""
        + type
        + "\",\"arguments\":[]}}";
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
