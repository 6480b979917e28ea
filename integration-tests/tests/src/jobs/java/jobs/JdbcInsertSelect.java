package jobs;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Fills a table inside the database from two others, and changes a third. Argument: the JDBC URL.
 */
public final class JdbcInsertSelect {

  private JdbcInsertSelect() {}

  public static void main(String[] args) throws SQLException {
    try (Connection connection = DriverManager.getConnection(args[0]);
        Statement statement = connection.createStatement()) {
      int rows =
          statement.executeUpdate(
              "insert into totals (name, total)"
                  + " select c.name, sum(o.amount) from orders o"
                  + " join customers c on c.id = o.customer"
                  + " group by c.name");
      int closed =
          statement.executeUpdate(
              "update stock set units = 0 where item in (select id from orders)");
      System.out.println(rows + " totals, " + closed + " items closed");
    }
  }
}
