package jobs;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Goes through a temporary table. Arguments: JDBC URL, user, password. */
public final class ServerTempTable {

  private ServerTempTable() {}

  public static void main(String[] args) throws SQLException {
    try (Connection connection = DriverManager.getConnection(args[0], args[1], args[2]);
        Statement sql = connection.createStatement()) {
      sql.execute(
          "create temporary table big_orders as select id, amount from orders where amount > 10");
      int rows = sql.executeUpdate("insert into stock select id, amount from big_orders");
      System.out.println(rows + " rows");
    }
  }
}
