package io.spoor.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Customers with their age, their visits, what they spend, and whether they left: those who come
 * seldom and spend little, with some chance. The same at each call.
 */
final class CustomerFiles {

  private static final String HEADER = "left,age,visits,spend\n";

  private CustomerFiles() {}

  /** Data to train with, to check with and to score, all with a header. */
  static void in(Path folder) throws IOException {
    write(folder, HEADER, ",", false);
  }

  /** The same without headers. */
  static void withoutHeaders(Path folder) throws IOException {
    write(folder, "", ",", false);
  }

  /** Data to train with in LIBSVM's format beside those to score. */
  static void asLibsvm(Path folder) throws IOException {
    withoutHeaders(folder);
    Files.writeString(folder.resolve("train.libsvm"), rows(1, 120, " ", true));
  }

  /** Data to train with beside the numbers of stores, which have nothing to do with it. */
  static void withStores(Path folder) throws IOException {
    Files.writeString(folder.resolve("train.csv"), HEADER + rows(1, 120, ",", false));
    Files.writeString(folder.resolve("stores.csv"), stores());
  }

  /** The same, where they have more digits than a float. */
  static void ofManyDigits(Path folder) throws IOException {
    withStores(folder);
    Random random = new Random(9);
    StringBuilder text = new StringBuilder(HEADER);
    for (String line : rows(1, 120, ",", false).lines().toList()) {
      String spend = String.format(Locale.ROOT, "%.4f", random.nextDouble() * 1000000);
      text.append(line, 0, line.lastIndexOf(',') + 1).append(spend).append('\n');
    }
    Files.writeString(folder.resolve("train.csv"), text.toString());
  }

  /** The same with a word for what a customer did. */
  static void membersWithStores(Path folder) throws IOException {
    String rows = rows(1, 120, ",", false);
    String named = rows.replaceAll("(?m)^1,", "left,").replaceAll("(?m)^0,", "stayed,");
    Files.writeString(folder.resolve("members.csv"), HEADER + named);
    Files.writeString(folder.resolve("stores.csv"), stores());
  }

  private static String stores() {
    Random random = new Random(4);
    StringBuilder text = new StringBuilder("floors,area,rent\n");
    for (int i = 0; i < 90; i++) {
      String rent = String.format(Locale.ROOT, "%.2f", random.nextDouble() * 200);
      text.append(1 + random.nextInt(3)).append(',').append(20 + random.nextInt(60));
      text.append(',').append(rent).append('\n');
    }
    return text.toString();
  }

  /** Both as tables of a database. */
  static void asTables(Place place) throws SQLException {
    try (Connection shop = DriverManager.getConnection(Data.h2Url(place, "shop"));
        Statement statement = shop.createStatement()) {
      statement.execute("create table stores (floors int, area int, rent dec(9,2))");
      statement.execute("create table customers (gone int, age int, visits int, spend dec(9,2))");
      insert(statement, "stores", stores().lines().skip(1).toList());
      insert(statement, "customers", rows(1, 120, ",", false).lines().toList());
    }
  }

  private static void insert(Statement statement, String table, List<String> rows)
      throws SQLException {
    for (String row : rows) {
      statement.execute("insert into " + table + " values (" + row + ")");
    }
  }

  private static void write(Path folder, String header, String separator, boolean named)
      throws IOException {
    Files.writeString(folder.resolve("train.csv"), header + rows(1, 120, separator, named));
    Files.writeString(folder.resolve("valid.csv"), header + rows(2, 60, separator, named));
    Files.writeString(folder.resolve("score.csv"), header + rows(3, 20, separator, named));
  }

  private static String rows(long seed, int count, String separator, boolean named) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      int age = 20 + random.nextInt(60);
      int visits = random.nextInt(12);
      double spend = Math.round(random.nextDouble() * visits * 2000) / 100.0;
      boolean left = visits + spend / 20 + random.nextGaussian() * 2 < 8;
      Object[] cells = {left ? 1 : 0, age, visits, spend};
      for (int k = 0; k < cells.length; k++) {
        text.append(k == 0 ? "" : separator);
        text.append(named && k > 0 ? k + ":" : "");
        text.append(
            cells[k] instanceof Double
                ? String.format(Locale.ROOT, "%.2f", (Double) cells[k])
                : cells[k]);
      }
      text.append('\n');
    }
    return text.toString();
  }
}
