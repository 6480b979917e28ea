package jobs;

import java.io.BufferedReader;
import java.io.FileReader;
import java.io.FileWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes each value of a column once, by way of a set, so that no row of what is read is one of
 * what is written. Objects are made anew, as they are where a value is parsed or put together. Each
 * job also reads what it does not use. Argument: the way.
 */
public final class DistinctValues {

  private final Connection shop;

  private DistinctValues(Connection shop) {
    this.shop = shop;
  }

  public static void main(String[] args) throws Exception {
    try (Connection shop = DriverManager.getConnection("jdbc:h2:./db/shop")) {
      new DistinctValues(shop).run(args[0]);
    }
  }

  private void run(String way) throws SQLException, IOException {
    read("select id, name, phone from suppliers");
    switch (way) {
      case "tableToFile":
        toFile(new TreeSet<>(column(read("select id, buyer, amount from sales"), 1)));
        break;
      case "fileToTable":
        toTable(new HashSet<>(fileColumn()));
        break;
      case "withoutKey":
        toTable(new HashSet<>(column(read("select buyer from sales"), 0)));
        break;
      case "some":
        Set<String> some = new TreeSet<>();
        for (Object[] row : read("select id, buyer, amount from sales")) {
          if (((BigDecimal) row[2]).signum() > 0 && ((Integer) row[0]) % 9 == 0) {
            some.add(new String(row[1].toString()));
          }
        }
        toTable(some);
        break;
      case "ofOneOfTwo":
        read("select id, buyer from returns");
        toTable(new TreeSet<>(column(read("select id, buyer from sales"), 1)));
        break;
      case "numbers":
        toTable(new TreeSet<>(column(read("select id, buyer, units from sales"), 2)));
        break;
      case "staged":
        stage();
        toTable(new TreeSet<>(column(read("select id, buyer from stage"), 1)));
        break;
      default:
        throw new IllegalArgumentException(way);
    }
  }

  private List<Object[]> read(String sql) throws SQLException {
    List<Object[]> rows = new ArrayList<>();
    try (Statement statement = shop.createStatement();
        ResultSet from = statement.executeQuery(sql)) {
      int columns = from.getMetaData().getColumnCount();
      while (from.next()) {
        Object[] row = new Object[columns];
        for (int i = 0; i < columns; i++) {
          row[i] = from.getObject(i + 1);
        }
        rows.add(row);
      }
    }
    return rows;
  }

  private static List<String> column(List<Object[]> rows, int column) {
    List<String> values = new ArrayList<>();
    for (Object[] row : rows) {
      values.add(new String(row[column].toString()));
    }
    return values;
  }

  private static List<String> fileColumn() throws IOException {
    List<String> values = new ArrayList<>();
    try (BufferedReader in = new BufferedReader(new FileReader("in/visits.csv"))) {
      in.readLine();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        values.add(line.split(",")[1]);
      }
    }
    return values;
  }

  private static void toFile(Collection<String> values) throws IOException {
    try (PrintWriter out = new PrintWriter(new FileWriter("out/buyers.csv"))) {
      out.println("mail");
      values.forEach(out::println);
    }
  }

  private void toTable(Collection<String> values) throws SQLException {
    try (PreparedStatement into =
        shop.prepareStatement("insert into buyers (number, mail) values (?, ?)")) {
      int number = 0;
      for (String value : values) {
        into.setInt(1, ++number);
        into.setString(2, value);
        into.addBatch();
      }
      into.executeBatch();
    }
  }

  /** A copy of all sales, row by row. */
  private void stage() throws SQLException {
    try (PreparedStatement into =
        shop.prepareStatement("insert into stage (id, buyer, amount) values (?, ?, ?)")) {
      for (Object[] row : read("select id, buyer, amount from sales")) {
        for (int i = 0; i < row.length; i++) {
          into.setObject(i + 1, row[i]);
        }
        into.addBatch();
      }
      into.executeBatch();
    }
  }
}
