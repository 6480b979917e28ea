package jobs;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * What the jobs with a pool have in common: two connections of it, rows go from one to the other.
 */
final class RowCopy {

  private RowCopy() {}

  static void run(DataSource pool) throws SQLException {
    int rows = 0;
    try (Connection source = pool.getConnection();
        Connection target = pool.getConnection();
        PreparedStatement select = source.prepareStatement("select id, amount from orders");
        PreparedStatement insert =
            target.prepareStatement("insert into stock (item, units) values (?, ?)");
        ResultSet from = select.executeQuery()) {
      while (from.next()) {
        insert.setInt(1, from.getInt("id"));
        insert.setInt(2, from.getInt("amount"));
        rows += insert.executeUpdate();
      }
    }
    System.out.println(rows + " rows copied");
  }
}
