package io.spoor.tests;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A PostgreSQL server of the tests' own; as root it gets a user name space of its own. */
final class PostgresServer implements AutoCloseable {

  private final EmbeddedPostgres server;

  PostgresServer() throws IOException {
    server = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
  }

  String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database;
  }

  int port() {
    return server.getPort();
  }

  String namespace() {
    return "postgres://127.0.0.1:" + server.getPort();
  }

  /** Makes a database anew, with the tables of {@link Data} and a function. */
  void database(String name) throws SQLException {
    run("postgres", "drop database if exists " + name, "create database " + name);
    run(name, Data.TABLES);
    run(
        name,
        "create function add_one(n int) returns int language sql as 'select n + 1'",
        "create view big_spenders as select customer from orders where amount > 10");
  }

  void run(String database, String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url(database), "postgres", "x");
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
