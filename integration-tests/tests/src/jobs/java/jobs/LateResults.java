package jobs;

import java.io.BufferedWriter;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;

/**
 * Asks for the rows of a query some time after it was executed. Arguments: a URL, a user, the
 * query, the file that the rows go to.
 */
public final class LateResults {

  private LateResults() {}

  public static void main(String[] args) throws Exception {
    Files.createDirectories(Paths.get(args[3]).getParent());
    try (Connection connection = DriverManager.getConnection(args[0], args[1], "");
        Statement statement = connection.createStatement();
        BufferedWriter out = Files.newBufferedWriter(Paths.get(args[3]))) {
      statement.execute(args[2]);
      Thread.sleep(1500);
      try (ResultSet rows = statement.getResultSet()) {
        out.write("number,title\n");
        while (rows.next()) {
          out.write(rows.getInt(1) + "," + rows.getString(2) + "\n");
        }
      }
    }
  }
}
