package jobs;

import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.FileReader;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Properties;

/**
 * Loads a CSV file into a table; the JDBC URL stands in a properties file. Arguments: both files.
 */
public final class CsvToTable {

  private CsvToTable() {}

  public static void main(String[] args) throws IOException, SQLException {
    Properties config = new Properties();
    try (InputStream in = new FileInputStream(args[0])) {
      config.load(in);
    }
    int rows = 0;
    try (Connection connection = DriverManager.getConnection(config.getProperty("url"));
        BufferedReader in = new BufferedReader(new FileReader(args[1]));
        PreparedStatement insert =
            connection.prepareStatement("insert into stock (item, units) values (?, ?)")) {
      String line = in.readLine();
      while ((line = in.readLine()) != null) {
        String[] fields = line.split(",");
        insert.setInt(1, Integer.parseInt(fields[0]));
        insert.setInt(2, Integer.parseInt(fields[2]));
        insert.addBatch();
        rows++;
      }
      insert.executeBatch();
    }
    System.out.println(rows + " rows loaded");
  }
}
