package jobs;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Writes rows by texts that it builds itself, and also reads a table that it does not use.
 * Argument: the way, or {@code setup}.
 */
public final class HandBuiltSql {

  private static final int ROWS = 180;

  private final Statement statement;

  private HandBuiltSql(Statement statement) {
    this.statement = statement;
  }

  public static void main(String[] args) throws Exception {
    try (Connection shop = DriverManager.getConnection("jdbc:h2:./db/shop");
        Statement statement = shop.createStatement()) {
      new HandBuiltSql(statement).run(args[0]);
    }
  }

  private void run(String way) throws SQLException {
    if (way.equals("setup")) {
      setup();
      return;
    }
    rows("select id, name, town, name from suppliers");
    switch (way) {
      case "texts":
        texts();
        break;
      case "window":
        window();
        break;
      case "lists":
        lists();
        break;
      case "batch":
        batch();
        break;
      case "updates":
        updates();
        break;
      default:
        throw new IllegalArgumentException(way);
    }
  }

  private void setup() throws SQLException {
    statement.execute(
        "create table customers (id int, name varchar(40), city varchar(20), credit dec(9,2))");
    statement.execute("create table suppliers (id int, name varchar(40), town varchar(20))");
    statement.execute(
        "create table copies (no int, label varchar(40), place varchar(20), limit_ dec(9,2))");
    Random random = new Random(11);
    String[] cities = {"Rome", "Oslo", "Bonn", "Lima", "L'Aquila"};
    for (int i = 1; i <= ROWS; i++) {
      String city = cities[random.nextInt(cities.length)].replace("'", "''");
      statement.execute(
          "insert into customers values ("
              + (random.nextInt(1000000) + ", 'O''Name " + random.nextInt(1000000) + "', ")
              + (i % 9 == 0 ? "null" : "'" + city + "'")
              + (", " + random.nextInt(1000000) / 100.0 + ")"));
      statement.execute(
          "insert into suppliers values ("
              + (random.nextInt(1000000)
                  + ", 'Supplier "
                  + random.nextInt(1000000)
                  + "', 'Kiel')"));
    }
  }

  private List<String[]> rows(String sql) throws SQLException {
    List<String[]> rows = new ArrayList<>();
    try (ResultSet from = statement.executeQuery(sql)) {
      while (from.next()) {
        rows.add(
            new String[] {
              from.getString(1), from.getString(2), from.getString(3), from.getString(4)
            });
      }
    }
    return rows;
  }

  private List<String[]> customers() throws SQLException {
    List<String[]> rows = rows("select id, name, city, credit from customers");
    Collections.shuffle(rows, new Random(3));
    return rows;
  }

  private static String quoted(String text) {
    return text == null ? "NULL" : "'" + text.replace("'", "''") + "'";
  }

  private static String list(String[] row) {
    return "(" + quoted(row[1]) + ", " + row[3] + ", " + quoted(row[2]) + ", " + row[0] + ")";
  }

  private void texts() throws SQLException {
    for (String[] row : customers()) {
      statement.executeUpdate("insert into copies (label, limit_, place, no) values " + list(row));
    }
  }

  /** Each row is written while the one that it comes from is read. */
  private void window() throws SQLException {
    try (Statement other = statement.getConnection().createStatement();
        ResultSet from = other.executeQuery("select city from customers")) {
      while (from.next()) {
        statement.execute("INSERT INTO copies (place) VALUES (" + quoted(from.getString(1)) + ")");
      }
    }
  }

  private void lists() throws SQLException {
    StringBuilder text = new StringBuilder();
    int rows = 0;
    for (String[] row : customers()) {
      text.append(rows++ % 25 == 0 ? "insert into copies (label, limit_, place, no) values " : ",");
      text.append(list(row));
      if (rows % 25 == 0) {
        statement.execute(text.toString());
        text.setLength(0);
      }
    }
    statement.execute(text.toString());
  }

  private void batch() throws SQLException {
    for (String[] row : customers()) {
      statement.addBatch("insert into copies (label, limit_, place, no) values " + list(row));
    }
    statement.executeBatch();
  }

  private void updates() throws SQLException {
    for (String[] row : customers()) {
      statement.executeUpdate(
          ("update copies set label = " + quoted(row[1]) + ", limit_ = " + row[3])
              + (" where no = " + row[0]));
    }
  }
}
