package io.spoor.benchmark;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A job of one table, one row and one query on an H2 database in memory. */
public final class H2Once {

  private H2Once() {}

  public static void main(String[] args) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:once");
        Statement statement = connection.createStatement()) {
      statement.execute("create table t (id int primary key, name varchar(20))");
      statement.executeUpdate("insert into t values (1, 'one')");
      try (ResultSet rows = statement.executeQuery("select id, name from t")) {
        while (rows.next()) {
          System.out.println(rows.getInt(1) + " " + rows.getString(2));
        }
      }
    }
  }
}
