package jobs;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Has the driver load a CSV file into a table. Arguments: JDBC URL and file. */
public final class MySqlLoad {

  private MySqlLoad() {}

  public static void main(String[] args) throws SQLException {
    try (Connection connection = DriverManager.getConnection(args[0], "root", "");
        Statement load = connection.createStatement()) {
      int rows =
          load.executeUpdate(
              "load data local infile '"
                  + args[1]
                  + "' into table orders_copy fields terminated by ',' ignore 1 lines");
      System.out.println(rows + " rows loaded");
    }
  }
}
