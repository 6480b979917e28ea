package jobs;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Copies the rows of a table to a table of another database one by one. Arguments: both JDBC URLs.
 */
public final class JdbcRowCopy {

  private JdbcRowCopy() {}

  public static void main(String[] args) throws SQLException {
    int rows = 0;
    try (Connection source = DriverManager.getConnection(args[0]);
        Connection target = DriverManager.getConnection(args[1]);
        PreparedStatement select =
            source.prepareStatement("select id, customer, amount from orders where amount > ?");
        PreparedStatement insert =
            target.prepareStatement(
                "insert into orders_copy (id, customer, amount) values (?, ?, ?)")) {
      select.setInt(1, 10);
      try (ResultSet from = select.executeQuery()) {
        while (from.next()) {
          insert.setInt(1, from.getInt(1));
          insert.setString(2, from.getString("customer"));
          insert.setInt(3, from.getInt(3));
          rows += insert.executeUpdate();
        }
      }
    }
    System.out.println(rows + " rows copied");
  }
}
