package jobs;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Fills a table inside the database from two others, changes one by a value of another, and deletes
 * by a condition on a third, from which no value flows. Argument: the JDBC URL.
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
      int changed =
          statement.executeUpdate(
              "update stock set units = (select sum(amount) from orders) where item = 1");
      int deleted =
          statement.executeUpdate(
              "delete from orders_copy where customer in (select name from customers)");
      System.out.println(rows + " totals, " + changed + " changed, " + deleted + " deleted");
    }
  }
}
