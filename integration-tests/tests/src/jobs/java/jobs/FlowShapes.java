package jobs;

import java.io.BufferedReader;
import java.io.File;
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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Ways in which rows are spread over outputs, put together and changed in place; each job also
 * reads what it does not use. Argument: the way.
 */
public final class FlowShapes {

  private final Connection shop;

  private FlowShapes(Connection shop) {
    this.shop = shop;
  }

  public static void main(String[] args) throws Exception {
    try (Connection shop = DriverManager.getConnection("jdbc:h2:./db/shop")) {
      new FlowShapes(shop).run(args[0]);
    }
  }

  private void run(String way) throws SQLException, IOException {
    read("select id, name, phone from suppliers");
    switch (way) {
      case "queryForEach":
        queryForEach();
        break;
      case "updateFromFile":
        updateFromFile();
        break;
      case "fanOut":
        fanOut();
        break;
      case "aggregate":
        aggregate();
        break;
      case "temporaryFile":
        File temporary = File.createTempFile("stage", ".csv");
        stage(temporary);
        load(temporary);
        if (!temporary.delete()) {
          throw new IOException("It is still there");
        }
        break;
      case "stagedFile":
        stage(new File("out/stage.csv"));
        load(new File("out/stage.csv"));
        break;
      case "changed":
        changed();
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

  /** A query more for each row. */
  private void queryForEach() throws SQLException {
    try (PreparedStatement customer =
            shop.prepareStatement("select email, city from customers where id = ?");
        PreparedStatement into =
            shop.prepareStatement("insert into bills (mail, item, amount) values (?, ?, ?)")) {
      for (Object[] order : read("select customer_id, item, amount from orders")) {
        customer.setInt(1, (Integer) order[0]);
        try (ResultSet found = customer.executeQuery()) {
          if (found.next()) {
            into.setString(1, found.getString("email"));
            into.setObject(2, order[1]);
            into.setObject(3, order[2]);
            into.executeUpdate();
          }
        }
      }
    }
  }

  private void updateFromFile() throws SQLException, IOException {
    try (BufferedReader in = new BufferedReader(new FileReader("in/limits.csv"));
        PreparedStatement update =
            shop.prepareStatement("update copies set limit_ = ? where id = ?")) {
      in.readLine();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String[] cells = line.split(",");
        update.setBigDecimal(1, new BigDecimal(cells[1]));
        update.setInt(2, Integer.parseInt(cells[0]));
        update.addBatch();
      }
      update.executeBatch();
    }
  }

  /** Two outputs of the same rows, one of them of a part only. */
  private void fanOut() throws SQLException {
    try (PreparedStatement copy =
            shop.prepareStatement("insert into copies (id, mail, limit_) values (?, ?, ?)");
        PreparedStatement contact =
            shop.prepareStatement("insert into contacts (address, place) values (?, ?)")) {
      for (Object[] row : read("select id, email, city, credit from customers")) {
        copy.setObject(1, row[0]);
        copy.setObject(2, row[1]);
        copy.setObject(3, row[3]);
        copy.executeUpdate();
        if (!row[2].equals("Rome")) {
          contact.setObject(1, row[1]);
          contact.setObject(2, row[2]);
          contact.executeUpdate();
        }
      }
    }
  }

  /** How many, how much and the most by city. */
  private void aggregate() throws SQLException {
    Map<Object, List<BigDecimal>> credits = new TreeMap<>();
    for (Object[] row : read("select id, city, credit from customers")) {
      credits.computeIfAbsent(row[1], city -> new ArrayList<>()).add((BigDecimal) row[2]);
    }
    try (PreparedStatement into =
        shop.prepareStatement(
            "insert into totals (town, members, total, most) values (?, ?, ?, ?)")) {
      for (Map.Entry<Object, List<BigDecimal>> each : credits.entrySet()) {
        into.setObject(1, each.getKey());
        into.setInt(2, each.getValue().size());
        into.setBigDecimal(3, each.getValue().stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        into.setBigDecimal(4, each.getValue().stream().reduce(BigDecimal::max).get());
        into.executeUpdate();
      }
    }
  }

  private void stage(File file) throws SQLException, IOException {
    try (PrintWriter out = new PrintWriter(new FileWriter(file))) {
      out.println("id,mail,credit");
      for (Object[] row : read("select id, email, credit from customers")) {
        out.println(row[0] + "," + row[1] + "," + row[2]);
      }
    }
  }

  private void load(File file) throws SQLException, IOException {
    try (BufferedReader in = new BufferedReader(new FileReader(file));
        PreparedStatement into =
            shop.prepareStatement("insert into copies (id, mail, limit_) values (?, ?, ?)")) {
      in.readLine();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String[] cells = line.split(",");
        into.setInt(1, Integer.parseInt(cells[0]));
        into.setString(2, cells[1]);
        into.setBigDecimal(3, new BigDecimal(cells[2]));
        into.executeUpdate();
      }
    }
  }

  /** Another type, a constant, a mask. */
  private void changed() throws SQLException {
    try (PreparedStatement into =
        shop.prepareStatement("insert into copies (id, mail, town, limit_) values (?, ?, ?, ?)")) {
      for (Object[] row : read("select id, email, credit from customers")) {
        into.setString(1, row[0].toString());
        into.setString(2, "***" + row[1].toString().substring(4));
        into.setString(3, "Nowhere");
        into.setString(4, row[2].toString());
        into.executeUpdate();
      }
    }
  }
}
