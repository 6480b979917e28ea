package jobs;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.rowset.CachedRowSet;
import javax.sql.rowset.JdbcRowSet;
import javax.sql.rowset.RowSetFactory;
import javax.sql.rowset.RowSetProvider;

/** Reads and changes tables through the JDK's row sets. Argument: the JDBC URL. */
public final class RowSets {

  private RowSets() {}

  public static void main(String[] args) throws SQLException {
    try (Connection connection = DriverManager.getConnection(args[0]);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("create table live (id int not null primary key, name varchar(20))");
      statement.executeUpdate("create table cached (id int not null primary key, n varchar(20))");
      statement.executeUpdate("insert into live values (1, 'a')");
      statement.executeUpdate("insert into cached values (1, 'a'), (2, 'b')");
      RowSetFactory factory = RowSetProvider.newFactory();
      try (JdbcRowSet rows = factory.createJdbcRowSet()) {
        rows.setUrl(args[0]);
        rows.setCommand("select id, name from live");
        rows.execute();
        rows.next();
        rows.updateString(2, "b");
        rows.updateRow();
        // In the terms of JdbcRowSet: it does not commit by itself.
        rows.commit();
      }
      connection.setAutoCommit(false);
      try (CachedRowSet rows = factory.createCachedRowSet()) {
        rows.setCommand("select id, n from cached");
        rows.setTableName("cached");
        rows.execute(connection);
        int read = 0;
        while (rows.next()) {
          read++;
          rows.updateString(2, "c");
          rows.updateRow();
        }
        rows.acceptChanges(connection);
        System.out.println(read + " rows");
      }
    }
  }
}
