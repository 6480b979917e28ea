package jobs;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** One row each time, by statements that all of them share. Argument: how often. */
public final class ManyUnits {

  private final PreparedStatement select;
  private final PreparedStatement merge;

  private ManyUnits(Connection shop) throws SQLException {
    select = shop.prepareStatement("select id, name from customers where id = ?");
    merge = shop.prepareStatement("merge into totals (name, total) key (name) values (?, ?)");
  }

  public static void main(String[] args) throws SQLException {
    int count = Integer.parseInt(args[0]);
    try (Connection shop = DriverManager.getConnection("jdbc:h2:./db/shop")) {
      ManyUnits units = new ManyUnits(shop);
      int done = 0;
      for (int i = 0; i < count; i++) {
        done += units.work(1 + i % 2, i);
      }
      System.out.println(done);
    }
  }

  private int work(int customer, int total) throws SQLException {
    select.setInt(1, customer);
    try (ResultSet found = select.executeQuery()) {
      found.next();
      merge.setString(1, found.getString(2));
      merge.setInt(2, total);
      return merge.executeUpdate();
    }
  }
}
