package jobs;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Inserts, updates and deletes rows through updatable result sets, and rolls one insertion back.
 * Argument: the JDBC URL.
 */
public final class RowsChangedInPlace {

  private RowsChangedInPlace() {}

  public static void main(String[] args) throws SQLException {
    try (Connection connection = DriverManager.getConnection(args[0])) {
      try (Statement statement = connection.createStatement()) {
        for (String table : new String[] {"inserted", "updated", "deleted", "undone"}) {
          statement.executeUpdate(
              "create table " + table + " (id int not null primary key, name varchar(20), n int)");
        }
        statement.executeUpdate("insert into updated values (1, 'a', 1), (2, 'b', 2)");
        statement.executeUpdate("insert into deleted values (1, 'a', 1)");
      }
      connection.setAutoCommit(false);
      insert(connection, "inserted", 1);
      insert(connection, "inserted", 2);
      change(connection);
      connection.commit();
      insert(connection, "undone", 1);
      connection.rollback();
    }
  }

  private static Statement updatable(Connection connection) throws SQLException {
    return connection.createStatement(
        ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_UPDATABLE);
  }

  private static void insert(Connection connection, String table, int id) throws SQLException {
    try (Statement statement = updatable(connection);
        ResultSet rows = statement.executeQuery("select id, name, n from " + table)) {
      rows.moveToInsertRow();
      rows.updateInt(1, id);
      rows.updateString("name", "name " + id);
      rows.updateNull("n");
      rows.insertRow();
      rows.moveToCurrentRow();
    }
  }

  private static void change(Connection connection) throws SQLException {
    try (Statement statement = updatable(connection)) {
      try (ResultSet rows = statement.executeQuery("select id, name, n from updated")) {
        while (rows.next()) {
          rows.updateInt("n", 7);
          rows.updateRow();
        }
      }
      try (ResultSet rows = statement.executeQuery("select id, name, n from deleted")) {
        rows.next();
        rows.deleteRow();
      }
    }
  }
}
