package jobs;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;

/** Lets every embedded driver load its connections, statements and result sets. */
public final class LoadsDrivers {

  private LoadsDrivers() {}

  public static void main(String[] args) throws Exception {
    String[] urls = {
      "jdbc:h2:mem:a",
      "jdbc:hsqldb:mem:b",
      "jdbc:derby:memory:c;create=true",
      "jdbc:sqlite::memory:"
    };
    for (String url : urls) {
      try (Connection connection = DriverManager.getConnection(url);
          Statement statement = connection.createStatement()) {
        statement.executeUpdate("CREATE TABLE t (id INT)");
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO t VALUES (?)")) {
          insert.setInt(1, 1);
          insert.executeUpdate();
        }
        try (ResultSet rows = statement.executeQuery("SELECT id FROM t")) {
          while (rows.next()) {
            System.out.println(rows.getInt(1));
          }
        }
      }
    }
  }
}
