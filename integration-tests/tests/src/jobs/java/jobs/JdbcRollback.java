package jobs;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Takes one insert back and keeps another. Argument: the JDBC URL. */
public final class JdbcRollback {

  private JdbcRollback() {}

  public static void main(String[] args) throws SQLException {
    try (Connection connection = DriverManager.getConnection(args[0]);
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.executeUpdate("insert into stock (item, units) select id, amount from orders");
      connection.rollback();
      int rows =
          statement.executeUpdate("insert into totals (name, total) select name, 0 from customers");
      connection.commit();
      System.out.println(rows + " rows kept");
    }
  }
}
