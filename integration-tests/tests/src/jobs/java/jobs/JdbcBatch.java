package jobs;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Inserts in batches, prepared and not, in one transaction. Argument: the JDBC URL. */
public final class JdbcBatch {

  private JdbcBatch() {}

  public static void main(String[] args) throws SQLException {
    try (Connection connection = DriverManager.getConnection(args[0])) {
      connection.setAutoCommit(false);
      int batches = 0;
      try (Statement select = connection.createStatement();
          ResultSet rows = select.executeQuery("select id, amount from orders order by id");
          PreparedStatement insert =
              connection.prepareStatement("insert into totals (name, total) values (?, ?)")) {
        while (rows.next()) {
          insert.setString(1, "order " + rows.getInt("id"));
          insert.setInt(2, rows.getInt("amount"));
          insert.addBatch();
          if (rows.getRow() % 2 == 0) {
            batches += insert.executeBatch().length;
          }
        }
        batches += insert.executeBatch().length;
      }
      try (Statement log = connection.createStatement()) {
        log.addBatch("insert into stock (item, units) values (77, 1)");
        log.addBatch("insert into stock (item, units) select id, 0 from customers");
        batches += log.executeBatch().length;
      }
      connection.commit();
      System.out.println(batches + " entries of batches");
    }
  }
}
