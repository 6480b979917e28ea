package jobs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.BatchUpdateException;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Does on one connection what stdin tells, one step a line: a word and what it is about. So a test
 * shows in its own text what the job does. Argument: the JDBC URL.
 *
 * <p>Steps: {@code open}, {@code close}, {@code auto on|off}, {@code commit}, {@code rollback},
 * {@code savepoint NAME}, {@code back NAME}, {@code release NAME}, {@code schema NAME}, {@code
 * catalog NAME}, {@code stay NAME} (sets the catalog without another statement), {@code keys TABLE}
 * (prints its primary key); with SQL: {@code update}, {@code execute}, {@code query} (reads all
 * rows), {@code show} (prints the first value), {@code fails}, {@code large} (executeLargeUpdate,
 * prints its count), {@code results} (prints all results of a text), {@code generated} (prints the
 * keys it made), {@code call} (by prepareCall), {@code add} (to a batch); {@code batch} runs it,
 * {@code failing} does so and prints the counts of the exception, {@code count} asks how many rows
 * execute changed; {@code halt} ends the JVM, {@code wait} says so and never ends.
 */
public final class SqlSteps {

  private final String url;
  private final Map<String, Savepoint> savepoints = new HashMap<String, Savepoint>();
  private Connection connection;
  private Statement statement;

  private SqlSteps(String url) {
    this.url = url;
  }

  public static void main(String[] args) throws SQLException, IOException {
    BufferedReader steps =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    SqlSteps job = new SqlSteps(args[0]);
    for (String step = steps.readLine(); step != null; step = steps.readLine()) {
      String[] words = step.trim().split(" ", 2);
      try {
        job.step(words[0], words.length > 1 ? words[1].trim() : null);
      } catch (SQLException e) {
        throw new SQLException(step, e);
      }
    }
  }

  private void step(String verb, String rest) throws SQLException {
    switch (verb) {
      case "":
        break;
      case "open":
        connection = DriverManager.getConnection(url);
        statement = connection.createStatement();
        break;
      case "close":
        close();
        break;
      case "auto":
        connection.setAutoCommit(rest.equals("on"));
        break;
      case "commit":
        connection.commit();
        break;
      case "rollback":
        connection.rollback();
        break;
      case "savepoint":
        savepoints.put(rest, connection.setSavepoint(rest));
        break;
      case "back":
        connection.rollback(savepoints.get(rest));
        break;
      case "release":
        connection.releaseSavepoint(savepoints.get(rest));
        break;
      case "schema":
        connection.setSchema(rest);
        break;
      case "catalog":
        connection.setCatalog(rest);
        // MySQL's statements stay in the database that they were made in.
        statement = connection.createStatement();
        break;
      case "stay":
        connection.setCatalog(rest);
        break;
      case "keys":
        keys(rest);
        break;
      case "wait":
        System.out.println("waiting");
        System.out.flush();
        java.util.concurrent.locks.LockSupport.park();
        break;
      case "halt":
        System.out.flush();
        Runtime.getRuntime().halt(0);
        break;
      default:
        sql(verb, rest);
    }
  }

  /** Asks the driver for the primary key of a table, maybe of one that is not there. */
  private void keys(String table) throws SQLException {
    StringBuilder names = new StringBuilder("key of ").append(table);
    try (ResultSet keys = connection.getMetaData().getPrimaryKeys(null, null, table)) {
      while (keys.next()) {
        names.append(' ').append(keys.getString("COLUMN_NAME"));
      }
    } catch (SQLException e) {
      names.append(" refused");
    }
    System.out.println(names);
  }

  /** Takes all results of a text: counts, and how many rows each result set has. */
  private void results(String sql) throws SQLException {
    StringBuilder seen = new StringBuilder();
    boolean isRows = statement.execute(sql);
    for (int count = statement.getUpdateCount(); isRows || count >= 0; ) {
      if (isRows) {
        int rows = 0;
        try (ResultSet result = statement.getResultSet()) {
          while (result.next()) {
            rows++;
          }
        }
        seen.append(" rows ").append(rows);
      } else {
        seen.append(" count ").append(count);
      }
      isRows = statement.getMoreResults();
      count = statement.getUpdateCount();
    }
    System.out.println(seen.substring(1));
  }

  private void close() throws SQLException {
    try {
      connection.close();
    } catch (SQLException e) {
      // Derby wants the transaction to be ended first; the end of the JVM rolls it back.
      System.out.println("close refused");
    }
  }

  private void sql(String verb, String sql) throws SQLException {
    switch (verb) {
      case "update":
        statement.executeUpdate(sql);
        break;
      case "execute":
        statement.execute(sql);
        break;
      case "large":
        System.out.println(statement.executeLargeUpdate(sql));
        break;
      case "results":
        results(sql);
        break;
      case "generated":
        generated(sql);
        break;
      case "call":
        try (CallableStatement call = connection.prepareCall(sql)) {
          call.execute();
        }
        break;
      case "count":
        System.out.println(statement.getUpdateCount());
        break;
      case "query":
        query(sql);
        break;
      case "show":
        try (ResultSet rows = statement.executeQuery(sql)) {
          rows.next();
          System.out.println(rows.getString(1));
        }
        break;
      case "fails":
        try {
          statement.executeUpdate(sql);
          System.out.println("did not fail");
        } catch (SQLException e) {
          System.out.println("failed");
        }
        break;
      case "add":
        statement.addBatch(sql);
        break;
      case "batch":
        System.out.println(Arrays.toString(statement.executeBatch()));
        break;
      case "failing":
        try {
          System.out.println("did not fail " + Arrays.toString(statement.executeBatch()));
        } catch (BatchUpdateException e) {
          System.out.println(Arrays.toString(e.getUpdateCounts()));
        }
        break;
      default:
        throw new IllegalArgumentException(verb);
    }
  }

  private void generated(String sql) throws SQLException {
    statement.executeUpdate(sql, Statement.RETURN_GENERATED_KEYS);
    StringBuilder made = new StringBuilder("keys");
    try (ResultSet keys = statement.getGeneratedKeys()) {
      while (keys.next()) {
        made.append(' ').append(keys.getString(1));
      }
    }
    System.out.println(made);
  }

  private void query(String sql) throws SQLException {
    try (ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        rows.getString(1);
      }
    }
  }
}
