package jobs;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs very many texts of SQL that differ in their values, over many connections, and closes
 * neither statements nor connections. Arguments: the JDBC URL, texts, connections, whether names
 * differ, too.
 */
public final class ManyStatements {

  private ManyStatements() {}

  public static void main(String[] args) throws SQLException {
    int texts = Integer.parseInt(args[1]);
    int connections = Integer.parseInt(args[2]);
    boolean names = Boolean.parseBoolean(args[3]);
    List<Statement> open = new ArrayList<Statement>();
    for (int i = 0; i < connections; i++) {
      Connection connection = DriverManager.getConnection(args[0]);
      connection.setAutoCommit(i % 2 == 0);
      open.add(connection.createStatement());
    }
    Statement first = open.get(0);
    first.execute("create table source (id int primary key, n int)");
    first.execute("create table target (id int primary key, n int, note varchar(40))");
    first.execute("create table undone (id int, n int)");
    first.execute("insert into source select x, x from system_range(1, 1000)");
    first.execute("insert into target select id, n, '' from source");
    long read = 0;
    long changed = 0;
    for (int i = 0; i < texts; i++) {
      Statement statement = open.get(i % connections);
      int id = i % 1000 + 1;
      String name = names ? "c" + i : "c";
      if (i % 3 == 0) {
        String query = "select n as " + name + " from source where id = " + id + " and n <> -" + i;
        try (ResultSet rows = statement.executeQuery(query)) {
          while (rows.next()) {
            read += rows.getInt(1) > 0 ? 1 : 0;
          }
        }
      } else if (i % 3 == 1) {
        changed +=
            statement.executeUpdate(
                "update target as "
                    + name
                    + " set n = "
                    + i
                    + ", note = 'no. "
                    + i
                    + "' where id = "
                    + id);
        commit(statement, true);
      } else {
        // Of the connections that do not commit by themselves.
        Statement manual = open.get(i % connections | 1);
        manual.executeUpdate(
            "insert into undone select n as " + name + ", 0 from source where id = " + id);
        commit(manual, false);
      }
    }
    System.out.println(read + " read, " + changed + " changed");
  }

  private static void commit(Statement statement, boolean keep) throws SQLException {
    Connection connection = statement.getConnection();
    if (!connection.getAutoCommit()) {
      if (keep) {
        connection.commit();
      } else {
        connection.rollback();
      }
    }
  }
}
