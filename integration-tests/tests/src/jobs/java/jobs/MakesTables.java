package jobs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Runs the statements of its standard input, a line each. Arguments: JDBC URLs. */
public final class MakesTables {

  private MakesTables() {}

  public static void main(String[] args) throws IOException, SQLException {
    List<String> statements = new ArrayList<String>();
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, "UTF-8"));
    String line;
    while ((line = in.readLine()) != null) {
      statements.add(line);
    }
    for (String url : args) {
      try (Connection connection = DriverManager.getConnection(url);
          Statement statement = connection.createStatement()) {
        for (String sql : statements) {
          statement.executeUpdate(sql);
        }
      }
    }
  }
}
