package jobs;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/**
 * Pieces of work, each a transaction, that make numbers of which their values do not show where
 * they are from. Arguments: the JDBC URL, and which pieces.
 */
public final class TransactionPieces {

  private final String url;
  private final Connection connection;

  private TransactionPieces(String url) throws SQLException {
    this.url = url;
    this.connection = DriverManager.getConnection(url);
  }

  public static void main(String[] args) throws SQLException, IOException {
    TransactionPieces job = new TransactionPieces(args[0]);
    job.make();
    job.connection.setAutoCommit(false);
    switch (args[1]) {
      case "interleaved":
        job.pieces(3);
        break;
      case "many":
        job.pieces(100000);
        break;
      case "autoCommit":
        job.connection.setAutoCommit(true);
        job.pieces(3);
        break;
      case "rolledBack":
        write(job.connection, "X", job.read("A"));
        job.connection.rollback();
        job.piece("B", "Y");
        break;
      case "lookup":
        job.read("L");
        job.connection.commit();
        job.pieces(2);
        break;
      case "file":
        job.withFile();
        break;
      case "proven":
        job.proven();
        break;
      case "pool":
        job.pooled();
        break;
      case "cursor":
        job.cursor();
        break;
      case "held":
        job.held();
        break;
      default:
        throw new IllegalArgumentException(args[1]);
    }
    job.connection.close();
  }

  private void make() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String table : new String[] {"A", "B", "L", "X", "Y"}) {
        statement.executeUpdate("CREATE TABLE " + table + " (ID INT, N INT)");
      }
      statement.executeUpdate("CREATE TABLE NAMES (ID INT, NAME VARCHAR(40))");
      statement.executeUpdate("CREATE TABLE NAMED (NAME VARCHAR(40), N INT)");
      for (int i = 0; i < 40; i++) {
        for (String table : new String[] {"A", "B", "L"}) {
          int n = (table.charAt(0) * 31 + i * 7919) % 10007;
          statement.executeUpdate("INSERT INTO " + table + " VALUES (" + i + ", " + n + ")");
        }
        statement.executeUpdate("INSERT INTO NAMES VALUES (" + i + ", 'name " + i * 7 + "')");
      }
    }
  }

  private int read(String table) throws SQLException {
    return read(connection, table);
  }

  private static int read(Connection from, String table) throws SQLException {
    int hash = 17;
    try (Statement statement = from.createStatement();
        ResultSet rows = statement.executeQuery("SELECT ID, N FROM " + table)) {
      while (rows.next()) {
        hash = hash * 31 + rows.getInt(1) * 37 + rows.getInt(2);
      }
    }
    return hash;
  }

  private static void write(Connection to, String table, int hash) throws SQLException {
    try (PreparedStatement insert =
        to.prepareStatement("INSERT INTO " + table + " (ID, N) VALUES (?, ?)")) {
      insert.setInt(1, hash >>> 5 & 0xffff | 0x100000);
      insert.setInt(2, hash >>> 7 & 0xffff | 0x200000);
      insert.executeUpdate();
    }
  }

  private void piece(String from, String to) throws SQLException {
    write(connection, to, read(from));
    if (!connection.getAutoCommit()) {
      connection.commit();
    }
  }

  private void pieces(int times) throws SQLException {
    for (int i = 0; i < times; i++) {
      piece("A", "X");
      piece("B", "Y");
    }
  }

  /** Each piece on a connection of a pool, which may be another one each time. */
  private void pooled() throws SQLException {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(2);
    config.setAutoCommit(false);
    try (HikariDataSource pool = new HikariDataSource(config)) {
      for (int i = 0; i < 3; i++) {
        try (Connection one = pool.getConnection();
            Connection other = pool.getConnection()) {
          write(one, "X", read(one, "A"));
          one.commit();
          write(other, "Y", read(other, "B"));
          other.commit();
        }
      }
    }
  }

  private void withFile() throws SQLException, IOException {
    byte[] file = Files.readAllBytes(Paths.get("rates.txt"));
    for (int i = 0; i < 2; i++) {
      write(connection, "X", read("A") + file.length);
      connection.commit();
      write(connection, "Y", read("B") + new String(file, StandardCharsets.UTF_8).hashCode());
      connection.commit();
    }
  }

  /** What one transaction has read, besides making something else, is in what the next makes. */
  private void proven() throws SQLException {
    piece("A", "X");
    Map<Integer, String> names = new HashMap<Integer, String>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT ID, NAME FROM NAMES")) {
      while (rows.next()) {
        names.put(rows.getInt(1), rows.getString(2));
      }
    }
    write(connection, "Y", names.hashCode());
    connection.commit();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT ID FROM B");
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO NAMED (NAME, N) VALUES (?, ?)")) {
      while (rows.next()) {
        int id = rows.getInt(1);
        insert.setString(1, names.get(id));
        insert.setInt(2, (names.get(id) + "!").hashCode() >>> 3);
        insert.executeUpdate();
      }
    }
    connection.commit();
  }

  /** While one connection goes through a table and marks what it has read, another one writes. */
  private void cursor() throws SQLException {
    try (Connection other = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      other.setAutoCommit(false);
      try (ResultSet rows = statement.executeQuery("SELECT ID, N FROM A")) {
        for (int i = 0; rows.next(); i++) {
          int hash = rows.getInt(2);
          write(connection, "Y", i);
          try (Statement looks = other.createStatement();
              ResultSet found = looks.executeQuery("SELECT ID, N FROM L WHERE ID = " + i)) {
            while (found.next()) {
              hash = hash * 31 + found.getInt(2);
            }
          }
          write(other, "X", hash);
          other.commit();
        }
      }
      connection.commit();
    }
  }

  /** The rows of one transaction's query are read in the next ones. */
  private void held() throws SQLException {
    connection.setHoldability(ResultSet.HOLD_CURSORS_OVER_COMMIT);
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT ID, N FROM A")) {
      rows.next();
      write(connection, "Y", rows.getInt(2) * 31);
      connection.commit();
      while (rows.next()) {
        write(connection, "X", read("B") * 31 + rows.getInt(2));
        connection.commit();
      }
    }
  }
}
