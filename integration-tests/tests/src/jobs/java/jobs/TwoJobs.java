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
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Jobs whose runs are seen one after the other: one that exports customers, one that loads what
 * came in a file of another name, one that picks few rows of many. Argument: which.
 */
public final class TwoJobs {

  private final Connection shop;

  private TwoJobs(Connection shop) {
    this.shop = shop;
  }

  public static void main(String[] args) throws Exception {
    try (Connection shop = DriverManager.getConnection("jdbc:h2:./db/shop")) {
      TwoJobs job = new TwoJobs(shop);
      switch (args[0]) {
        case "export":
          job.export();
          break;
        case "load":
          job.load();
          break;
        case "copy":
          job.copy();
          break;
        case "dump":
          job.dump();
          break;
        case "pick":
          job.pick();
          break;
        default:
          throw new IllegalArgumentException(args[0]);
      }
    }
  }

  private void export() throws SQLException, IOException {
    try (PrintWriter out = new PrintWriter(new FileWriter("out/customers.csv"));
        Statement statement = shop.createStatement();
        ResultSet from =
            statement.executeQuery("select id, email, city, credit from customers order by id")) {
      out.println("id,mail,town,credit");
      while (from.next()) {
        out.println(
            from.getInt(1)
                + ","
                + from.getString(2)
                + ","
                + from.getString(3)
                + ","
                + from.getBigDecimal(4));
      }
    }
  }

  private void load() throws SQLException, IOException {
    try (BufferedReader in = new BufferedReader(new FileReader("in/arrived.csv"));
        PreparedStatement into =
            shop.prepareStatement("insert into copies (mail, town, limit_) values (?, ?, ?)")) {
      in.readLine();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String[] cells = line.split(",");
        into.setString(1, cells[1]);
        into.setString(2, cells[2]);
        into.setBigDecimal(3, new BigDecimal(cells[3]));
        into.executeUpdate();
      }
    }
  }

  private void copy() throws SQLException {
    read("select id, name, phone from suppliers");
    try (PreparedStatement into =
        shop.prepareStatement("insert into copies (id, mail, limit_) values (?, ?, ?)")) {
      for (Object[] row : read("select id, email, credit from customers order by email")) {
        into.setObject(1, row[0]);
        into.setObject(2, row[1]);
        into.setObject(3, row[2]);
        into.executeUpdate();
      }
    }
  }

  private void dump() throws SQLException, IOException {
    try (PrintWriter out = new PrintWriter(new FileWriter("out/dump.csv"))) {
      out.println("address,amount");
      for (Object[] row : read("select mail, limit_ from arrived order by limit_, mail")) {
        out.println(row[0] + "," + row[1]);
      }
    }
  }

  /** A few of the many that come behind the first ones, in another order and as other objects. */
  private void pick() throws SQLException {
    read("select id, name, phone from suppliers");
    List<Object[]> picked = new ArrayList<>();
    for (Object[] row : read("select id, email, credit from customers order by id")) {
      if ((Integer) row[0] > 400 && (Integer) row[0] % 40 == 0) {
        picked.add(row);
      }
    }
    Collections.shuffle(picked, new Random(3));
    try (PreparedStatement into =
        shop.prepareStatement("insert into copies (mail, limit_) values (?, ?)")) {
      for (Object[] row : picked) {
        into.setString(1, new String(row[1].toString().toCharArray()));
        into.setBigDecimal(2, new BigDecimal(row[2].toString()));
        into.executeUpdate();
      }
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
}
