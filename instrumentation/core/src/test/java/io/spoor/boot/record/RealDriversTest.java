package io.spoor.boot.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One small job over real drivers, woven with and without state fields, straight and pooled. */
class RealDriversTest {

  private final Recording recording = new Recording();

  @BeforeAll
  static void keepDerbysLogOutOfTheFolder() {
    System.setProperty("derby.stream.error.file", "target/derby.log");
  }

  @AfterEach
  void detach() {
    recording.close();
  }

  private static void job(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE t (id INT, name VARCHAR(20))");
      try (PreparedStatement insert = connection.prepareStatement("INSERT INTO t VALUES (?, ?)")) {
        for (int i = 1; i <= 3; i++) {
          insert.setInt(1, i);
          insert.setString(2, "n" + i);
          insert.addBatch();
        }
        insert.executeBatch();
        insert.setInt(1, 4);
        insert.setString(2, "n4");
        insert.executeUpdate();
      }
      statement.executeUpdate("UPDATE t SET name = 'x' WHERE id > 2");
      try (ResultSet rows = statement.executeQuery("SELECT id, name FROM t")) {
        while (rows.next()) {
          rows.getInt(1);
          rows.getString("NAME");
        }
      }
      assertThrows(SQLException.class, () -> statement.executeQuery("SELECT * FROM absent"));
    }
  }

  private static final List<String> USES =
      List.of(
          "CREATE TABLE t (id INT, name VARCHAR(20)) runs 1 rows 0 changed 0",
          "INSERT INTO t VALUES (?, ?) runs 2 rows 0 changed 4 batched 3",
          "UPDATE t SET name = 'x' WHERE id > 2 runs 1 rows 0 changed 2",
          "SELECT id, name FROM t runs 1 rows 4 changed 0");

  private List<String> uses(List<SpoorState> states) {
    List<String> lines = new ArrayList<>();
    for (SpoorState state : states) {
      if (state instanceof SqlUse) {
        lines.add(Recording.use((SqlUse) state));
      }
    }
    return lines;
  }

  private static SqlUse find(List<SpoorState> states, String sql) {
    return states.stream()
        .filter(s -> s instanceof SqlUse && s.about.equals(sql))
        .map(s -> (SqlUse) s)
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "org.h2.Driver, jdbc:h2:mem:real, true, INTEGER, org.h2.jdbc.JdbcSQLSyntaxErrorException 42S02/42102",
    "org.h2.Driver, jdbc:h2:mem:real, false, INTEGER, org.h2.jdbc.JdbcSQLSyntaxErrorException 42S02/42102",
    "org.hsqldb.jdbc.JDBCDriver, jdbc:hsqldb:mem:real, true, INTEGER, java.sql.SQLSyntaxErrorException 42501/-5501",
    "org.hsqldb.jdbc.JDBCDriver, jdbc:hsqldb:mem:real, false, INTEGER, java.sql.SQLSyntaxErrorException 42501/-5501",
    "org.apache.derby.jdbc.EmbeddedDriver, jdbc:derby:memory:real;create=true, true, INTEGER, java.sql.SQLSyntaxErrorException 42X05/30000",
    "org.apache.derby.jdbc.EmbeddedDriver, jdbc:derby:memory:real;create=true, false, INTEGER, java.sql.SQLSyntaxErrorException 42X05/30000",
    "org.sqlite.JDBC, jdbc:sqlite::memory:, true, INT, org.sqlite.SQLiteException null/1",
    "org.sqlite.JDBC, jdbc:sqlite::memory:, false, INT, org.sqlite.SQLiteException null/1",
  })
  void everyStatementIsOneUseWithItsRows(
      String driver, String url, boolean fields, String type, String failure) throws Exception {
    try (WovenJarLoader loader = new WovenJarLoader(fields)) {
      Driver woven = (Driver) loader.loadClass(driver).getDeclaredConstructor().newInstance();
      List<SpoorState> states;
      try (Connection connection = woven.connect(url, new Properties())) {
        job(connection);
        states = recording.take();
        try (Statement statement = connection.createStatement()) {
          statement.execute("DROP TABLE t");
        }
      }
      List<String> expected = new ArrayList<>(USES);
      expected.add(
          "SELECT * FROM absent runs 1 rows 0 changed 0 failures 1 "
              + failure.replace(" null/1", ""));
      if (driver.contains("sqlite")) {
        // Two statements of the driver's own.
        expected.add(2, "SELECT last_insert_rowid(); runs 1 rows 0 changed 0");
        expected.add(0, "pragma busy_timeout=3000 runs 1 rows 0 changed 0");
      }
      assertEquals(expected, uses(states));
      SqlUse query = find(states, "SELECT id, name FROM t");
      assertEquals(url, query.owner.about);
      assertEquals(
          List.of("ID", "NAME"),
          Arrays.stream(query.shape.labels).map(String::toUpperCase).toList());
      assertEquals(type, query.shape.types[0]);
      assertEquals("T", query.shape.tables[1].toUpperCase(java.util.Locale.ROOT));
      assertEquals(0, recording.recorder.failures(), () -> "" + recording.recorder.firstFailure());
      assertNull(loader.transformer.firstFailure());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "org.h2.Driver, jdbc:h2:mem:execute",
    "org.hsqldb.jdbc.JDBCDriver, jdbc:hsqldb:mem:execute",
    "org.apache.derby.jdbc.EmbeddedDriver, jdbc:derby:memory:execute;create=true",
    "org.sqlite.JDBC, jdbc:sqlite::memory:",
  })
  void rowsFetchedAfterExecuteBelongToItsSql(String driver, String url) throws Exception {
    try (WovenJarLoader loader = new WovenJarLoader(true)) {
      Driver woven = (Driver) loader.loadClass(driver).getDeclaredConstructor().newInstance();
      try (Connection connection = woven.connect(url, new Properties());
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE TABLE t (id INT)");
        statement.execute("INSERT INTO t VALUES (1), (2)");
        recording.take();
        statement.execute("SELECT id FROM t");
        try (ResultSet rows = statement.getResultSet()) {
          while (rows.next()) {
            rows.getInt(1);
          }
        }
        assertEquals(List.of("SELECT id FROM t runs 1 rows 2 changed 0"), uses(recording.take()));
        statement.execute("DROP TABLE t");
      }
    }
  }

  @Test
  void aPoolsCallsAreCountedOnceAtTheDriver() throws Exception {
    try (WovenJarLoader loader = new WovenJarLoader(true)) {
      Driver h2 = (Driver) loader.loadClass("org.h2.Driver").getDeclaredConstructor().newInstance();
      try (Connection connection = h2.connect("jdbc:h2:mem:pooled", new Properties());
          Connection pooled =
              (Connection)
                  loader
                      .loadClass("org.apache.commons.dbcp2.DelegatingConnection")
                      .getConstructor(Connection.class)
                      .newInstance(connection)) {
        job(pooled);
      }
      List<String> expected = new ArrayList<>(USES);
      expected.add(
          "SELECT * FROM absent runs 1 rows 0 changed 0 failures 1"
              + " org.h2.jdbc.JdbcSQLSyntaxErrorException 42S02/42102");
      assertEquals(expected, uses(recording.take()));
    }
  }
}
