package jobs;

import java.io.FileWriter;
import java.io.IOException;
import java.io.Writer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Makes a table and a view by queries and writes the view to a file. Arguments: the JDBC URL, the
 * file.
 */
public final class JdbcCtasAndView {

  private JdbcCtasAndView() {}

  public static void main(String[] args) throws IOException, SQLException {
    try (Connection connection = DriverManager.getConnection(args[0]);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "create table big_orders as select id, amount from orders where amount > 15");
      statement.execute("create view big_amounts as select amount from big_orders");
      int rows = 0;
      try (ResultSet amounts =
              statement.executeQuery("select amount from big_amounts order by amount");
          Writer out = new FileWriter(args[1])) {
        while (amounts.next()) {
          out.write(amounts.getInt(1) + "\n");
          rows++;
        }
      }
      System.out.println(rows + " amounts");
    }
  }
}
