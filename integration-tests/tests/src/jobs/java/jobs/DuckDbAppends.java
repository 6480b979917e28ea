package jobs;

import java.io.BufferedReader;
import java.io.FileReader;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * Appends the rows of a CSV file to a table with DuckDB's own API, by reflection. Arguments: JDBC
 * URL and file.
 */
public final class DuckDbAppends {

  private DuckDbAppends() {}

  public static void main(String[] args)
      throws SQLException, IOException, ReflectiveOperationException {
    int rows = 0;
    try (Connection connection = DriverManager.getConnection(args[0])) {
      // Nothing is appended here, and what is appended there is taken back.
      close(appender(connection, "customers"));
      connection.setAutoCommit(false);
      append(connection, "totals", "nobody", 0);
      connection.rollback();
      connection.setAutoCommit(true);
      try (BufferedReader in = new BufferedReader(new FileReader(args[1]))) {
        Object appender = appender(connection, "stock");
        in.readLine();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
          String[] fields = line.split(",");
          row(appender, Integer.valueOf(fields[0]), Integer.valueOf(fields[2]));
          if (++rows == 2) {
            appender.getClass().getMethod("flush").invoke(appender);
          }
        }
        close(appender);
      }
    }
    System.out.println(rows + " rows appended");
  }

  private static void append(Connection connection, String table, Object... values)
      throws ReflectiveOperationException {
    Object appender = appender(connection, table);
    row(appender, values);
    close(appender);
  }

  private static Object appender(Connection connection, String table)
      throws ReflectiveOperationException {
    return connection
        .getClass()
        .getMethod("createAppender", String.class, String.class)
        .invoke(connection, "main", table);
  }

  private static void row(Object appender, Object... values) throws ReflectiveOperationException {
    appender.getClass().getMethod("beginRow").invoke(appender);
    for (Object value : values) {
      Class<?> type = value instanceof Integer ? int.class : String.class;
      appender.getClass().getMethod("append", type).invoke(appender, value);
    }
    appender.getClass().getMethod("endRow").invoke(appender);
  }

  private static void close(Object appender) throws ReflectiveOperationException {
    appender.getClass().getMethod("close").invoke(appender);
  }
}
