package io.spoor.tests;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** The data that the jobs work on. */
final class Data {

  static final String[] TABLES = {
    "create table orders (id int not null primary key, customer int, amount int)",
    "create table orders_copy (id int not null primary key, customer varchar(20), amount int)",
    "create table customers (id int not null primary key, name varchar(40))",
    "create table totals (name varchar(40) not null primary key, total int)",
    "create table stock (item int, units int)",
    "insert into orders values (1, 1, 10)",
    "insert into orders values (2, 2, 20)",
    "insert into orders values (3, 1, 30)",
    "insert into customers values (1, 'Ann Archer')",
    "insert into customers values (2, 'Bob Baker')",
    "insert into stock values (1, 5)",
  };

  private Data() {}

  /** {@code in/orders.csv}: a header and three orders. */
  static void orders(Place place) throws IOException {
    write(place, "in/orders.csv", "id,customer,amount\n1,c1,10\n2,c2,20\n3,c1,30\n");
  }

  /** {@code in/customers.csv}: two customers, no header. */
  static void customers(Place place) throws IOException {
    write(place, "in/customers.csv", "c1,Ann Archer\nc2,Bob Baker\n");
  }

  /** {@code in/records.bin}: four records of 16 bytes. */
  static void records(Place place) throws IOException {
    StringBuilder records = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      records.append("record number ").append(i).append('\n');
    }
    write(place, "in/records.bin", records.toString());
  }

  /** An H2 database {@code db/shop}. */
  static void h2(Place place) throws SQLException {
    database(h2Url(place, "shop"));
  }

  static String h2Url(Place place, String name) {
    return "jdbc:h2:" + place.work().resolve("db").resolve(name);
  }

  /** Makes the tables and their rows in a new database. */
  static void database(String url) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      for (String sql : TABLES) {
        statement.executeUpdate(sql);
      }
    }
  }

  static Path write(Place place, String name, String text) throws IOException {
    Path file = place.work().resolve(name);
    return Files.write(file, text.getBytes(StandardCharsets.UTF_8));
  }
}
