package io.spoor.tests;

import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server of Kafka of the tests' own, in a JVM of its own. */
final class KafkaServer implements AutoCloseable {

  private static final String[] JARS = {
    "argparse4j-0.7.0.jar",
    "jackson-annotations-2.13.3.jar",
    "jackson-core-2.13.3.jar",
    "jackson-databind-2.13.3.jar",
    "jackson-dataformat-csv-2.13.3.jar",
    "jackson-datatype-jdk8-2.13.3.jar",
    "jackson-module-scala_2.13-2.13.3.jar",
    "jopt-simple-5.0.4.jar",
    "jose4j-0.7.9.jar",
    "kafka-clients-3.2.3.jar",
    "kafka-metadata-3.2.3.jar",
    "kafka-raft-3.2.3.jar",
    "kafka-server-common-3.2.3.jar",
    "kafka-storage-3.2.3.jar",
    "kafka-storage-api-3.2.3.jar",
    "kafka_2.13-3.2.3.jar",
    "metrics-core-2.2.0.jar",
    "paranamer-2.8.jar",
    "scala-collection-compat_2.13-2.6.0.jar",
    "scala-java8-compat_2.13-1.0.2.jar",
    "scala-library-2.13.8.jar",
    "scala-logging_2.13-3.9.4.jar",
    "scala-reflect-2.13.8.jar",
    "slf4j-api-1.7.36.jar",
    "zookeeper-3.6.3.jar",
    "zookeeper-jute-3.6.3.jar",
  };

  private final Path folder;
  private final int port;
  private final Process server;

  /**
   * @param folder an empty folder for its data
   */
  KafkaServer(Path folder) throws IOException, InterruptedException {
    this.folder = folder;
    port = free();
    Path settings = folder.resolve("server.properties");
    Files.writeString(
        settings,
        """
        process.roles=broker,controller
        node.id=1
        controller.quorum.voters=1@localhost:$CONTROLLER
        listeners=PLAINTEXT://localhost:$PORT,CONTROLLER://localhost:$CONTROLLER
        controller.listener.names=CONTROLLER
        log.dirs=$FOLDER/data
        offsets.topic.replication.factor=1
        offsets.topic.num.partitions=1
        group.initial.rebalance.delay.ms=0
        """
            .replace("$CONTROLLER", String.valueOf(free()))
            .replace("$PORT", String.valueOf(port))
            .replace("$FOLDER", folder.toString()));
    String file = settings.toString();
    Process format =
        start("kafka.tools.StorageTool", "format", "-t", "AAAAAAAAQACAAAAAAAAAAA", "-c", file);
    if (format.waitFor() != 0) {
      throw new IOException("The server was not set up: " + log());
    }
    server = start("kafka.Kafka", file);
    awaitAnswer();
  }

  private static int free() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }

  private Process start(String... mainAndArguments) throws IOException {
    StringBuilder path = new StringBuilder();
    for (String jar : JARS) {
      path.append(Path.of(System.getProperty("jobs.drivers"), jar)).append(File.pathSeparatorChar);
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", path.toString()));
    command.addAll(List.of(mainAndArguments));
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("server.log").toFile())
        .start();
  }

  private String log() throws IOException {
    return Files.readString(folder.resolve("server.log"));
  }

  private void awaitAnswer() throws IOException, InterruptedException {
    for (long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2); ; Thread.sleep(50)) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress("localhost", port), 1000);
        return;
      } catch (IOException e) {
        if (!server.isAlive() || System.nanoTime() > end) {
          close();
          throw new IOException(log(), e);
        }
      }
    }
  }

  String address() {
    return "localhost:" + port;
  }

  @Override
  public void close() {
    server.destroyForcibly();
    server.onExit().join();
  }
}
