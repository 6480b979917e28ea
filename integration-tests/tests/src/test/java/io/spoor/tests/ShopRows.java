package io.spoor.tests;

import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;

/** Some hundred random rows each, all numbered from one: what only their contents tell apart. */
final class ShopRows {

  private static final int ROWS = 300;

  private static final String[] TABLES = {
    "create table customers (id int primary key, email varchar(40), city varchar(20), credit dec(9,2))",
    "create table orders (id int, customer_id int, item varchar(20), amount dec(9,2))",
    "create table suppliers (id int, name varchar(40), phone varchar(20))",
    "create table contacts (address varchar(40), place varchar(40))",
    "create table copies (id int, mail varchar(40), town varchar(20), limit_ dec(9,2))",
    "create table bills (number int, mail varchar(40), item varchar(20), amount dec(9,2))",
    "create table totals (town varchar(20), members int, total dec(12,2), most dec(9,2))",
  };

  private static final String[] CITIES = {"Rome", "Oslo", "Bonn", "Lima", "Kiel"};

  private ShopRows() {}

  /** The same with so many customers that only a part of them is looked at. */
  static void makeMany(Place place) throws SQLException, IOException {
    make(place);
    Random random = new Random(9);
    try (Connection shop = DriverManager.getConnection(Data.h2Url(place, "shop"))) {
      for (int i = ROWS + 1; i <= 5 * ROWS; i++) {
        String email = "user" + random.nextInt(1000000) + "@example.org";
        insert(shop, "customers", i, email, "Rome", cents(random));
      }
    }
  }

  /** Tables of a shop in {@code db/shop}, and {@code in/limits.csv} with new limits for copies. */
  static void make(Place place) throws SQLException, IOException {
    Random random = new Random(5);
    StringBuilder limits = new StringBuilder("id,credit_limit,rating\n");
    try (Connection shop = DriverManager.getConnection(Data.h2Url(place, "shop"))) {
      try (Statement statement = shop.createStatement()) {
        for (String table : TABLES) {
          statement.execute(table);
        }
      }
      for (int i = 1; i <= ROWS; i++) {
        String email = "user" + random.nextInt(1000000) + "@example.org";
        String city = CITIES[random.nextInt(CITIES.length)];
        insert(shop, "customers", i, email, city, cents(random));
        String item = "item-" + random.nextInt(500);
        insert(shop, "orders", i, 1 + random.nextInt(ROWS), item, cents(random));
        String supplier = "Supplier " + random.nextInt(1000000);
        insert(shop, "suppliers", i, supplier, "+49 " + random.nextInt(100000000));
        limits.append(1000 + i).append(',').append(cents(random)).append(",A\n");
      }
    }
    Data.write(place, "in/limits.csv", limits.toString());
  }

  /** Gives a table another name. */
  static void rename(Place place, String table, String name) throws SQLException {
    try (Connection shop = DriverManager.getConnection(Data.h2Url(place, "shop"));
        Statement statement = shop.createStatement()) {
      statement.execute("alter table " + table + " rename to " + name);
    }
  }

  /** Rows that {@code in/limits.csv} refers to. */
  static void copies(Place place) throws SQLException {
    try (Connection shop = DriverManager.getConnection(Data.h2Url(place, "shop"))) {
      for (int i = 1; i <= ROWS; i++) {
        insert(shop, "copies", 1000 + i, "mail" + i, "Rome", null);
      }
    }
  }

  /** More rows in the tables of {@link Data}, for jobs that others were written for. */
  static void moreOrders(Place place) throws SQLException {
    Random random = new Random(7);
    try (Connection shop = DriverManager.getConnection(Data.h2Url(place, "shop"))) {
      for (int i = 4; i <= ROWS; i++) {
        insert(shop, "customers", i, "Name " + random.nextInt(1000000));
        insert(shop, "orders", i, 1 + random.nextInt(ROWS), random.nextInt(100000));
      }
    }
  }

  private static BigDecimal cents(Random random) {
    return BigDecimal.valueOf(random.nextInt(100000), 2);
  }

  private static void insert(Connection shop, String table, Object... values) throws SQLException {
    String marks = "?, ".repeat(values.length - 1) + "?";
    try (PreparedStatement insert =
        shop.prepareStatement("insert into " + table + " values (" + marks + ")")) {
      for (int i = 0; i < values.length; i++) {
        insert.setObject(i + 1, values[i]);
      }
      insert.executeUpdate();
    }
  }
}
