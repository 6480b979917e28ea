package jobs;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Violates a primary key; the driver puts the value into its message. Argument: the JDBC URL. */
public final class FailsInDatabase {

  private FailsInDatabase() {}

  public static void main(String[] args) throws SQLException {
    try (Connection connection = DriverManager.getConnection(args[0]);
        PreparedStatement insert =
            connection.prepareStatement("insert into totals (name, total) values (?, ?)")) {
      for (int i = 0; i < 2; i++) {
        insert.setString(1, "secret name");
        insert.setInt(2, i);
        insert.executeUpdate();
      }
    }
  }
}
