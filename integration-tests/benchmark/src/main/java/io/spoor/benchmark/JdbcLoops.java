package io.spoor.benchmark;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** Loops over an H2 database in memory. */
final class JdbcLoops implements AutoCloseable {

  private static final int ROWS = 10_000;

  private final Connection connection = DriverManager.getConnection("jdbc:h2:mem:bench");
  private final PreparedStatement byKey;
  private final PreparedStatement insert;
  private final PreparedStatement row;
  private final Statement texts = connection.createStatement();
  private final ResultSet current;
  private final ResultSet all;

  JdbcLoops() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      String columns =
          "(id int primary key, name varchar(40), amount int, price double, bought date)";
      statement.execute("create table source " + columns);
      statement.execute("create table target " + columns.replace(" primary key", ""));
      statement.execute(
          "insert into source select x, 'customer ' || x, x * 7, x / 3.0, date '2024-01-01'"
              + " from system_range(1, "
              + ROWS
              + ")");
    }
    byKey = connection.prepareStatement("select name, amount from source where id = ?");
    insert = connection.prepareStatement("insert into target values (?, ?, ?, ?, ?)");
    row = connection.prepareStatement("select id, name, amount, price, bought from source");
    Statement scrollable =
        connection.createStatement(ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY);
    current = row.executeQuery();
    current.next();
    all = scrollable.executeQuery("select id, name from source");
  }

  void addTo(Map<String, Loop> loops) {
    loops.put("executeQuery by key (setInt, executeQuery, close)", this::query);
    loops.put("executeQuery by key, two texts in turn (cache hit)", this::texts);
    loops.put("executeQuery by key, a text of its own each time", this::newTexts);
    loops.put("ResultSet.next", this::next);
    loops.put("ResultSet.getInt", this::getInt);
    loops.put("ResultSet.getString", this::getString);
    loops.put("PreparedStatement.setInt", this::setInt);
    loops.put("PreparedStatement.setString", this::setString);
    loops.put("PreparedStatement.addBatch", this::addBatch);
    loops.put("row copied, five columns (next, 5 get, 5 set, addBatch)", this::copyRows);
  }

  private long query(int times) throws SQLException {
    long sum = 0;
    for (int i = 0; i < times; i++) {
      byKey.setInt(1, i % ROWS + 1);
      ResultSet rows = byKey.executeQuery();
      sum += System.identityHashCode(rows);
      rows.close();
    }
    return sum;
  }

  /** A statement that runs another text than before finds what is known of it by the text. */
  private long texts(int times) throws SQLException {
    long sum = 0;
    for (int i = 0; i < times; i++) {
      try (ResultSet rows =
          texts.executeQuery(
              i % 2 == 0
                  ? "select name from source where id = 1"
                  : "select amount from source where id = 2")) {
        sum += System.identityHashCode(rows);
      }
    }
    return sum;
  }

  /** Texts that differ in values alone, as programs write them that know no parameters. */
  private long newTexts(int times) throws SQLException {
    long sum = 0;
    for (int i = 0; i < times; i++) {
      try (ResultSet rows = texts.executeQuery("select name, amount from source where id = " + i)) {
        sum += System.identityHashCode(rows);
      }
    }
    return sum;
  }

  private long next(int times) throws SQLException {
    long sum = 0;
    all.beforeFirst();
    for (int i = 0; i < times; i++) {
      if (all.next()) {
        sum++;
      } else {
        all.beforeFirst();
      }
    }
    return sum;
  }

  private long getInt(int times) throws SQLException {
    long sum = 0;
    for (int i = 0; i < times; i++) {
      sum += current.getInt(3);
    }
    return sum;
  }

  private long getString(int times) throws SQLException {
    long sum = 0;
    for (int i = 0; i < times; i++) {
      sum += current.getString(2).length();
    }
    return sum;
  }

  private long setInt(int times) throws SQLException {
    for (int i = 0; i < times; i++) {
      insert.setInt(3, i);
    }
    return times;
  }

  private long addBatch(int times) throws SQLException {
    for (int i = 1; i <= 5; i++) {
      insert.setObject(i, i == 5 ? java.sql.Date.valueOf("2024-01-01") : (Object) i);
    }
    for (int i = 0; i < times; i++) {
      insert.addBatch();
      if (i % 1000 == 0) {
        insert.clearBatch();
      }
    }
    insert.clearBatch();
    return times;
  }

  private long setString(int times) throws SQLException {
    for (int i = 0; i < times; i++) {
      insert.setString(2, "a name");
    }
    return times;
  }

  /** In batches of a thousand; the table is emptied after each, so that it does not grow. */
  private long copyRows(int times) throws SQLException {
    long sum = 0;
    try (PreparedStatement select =
            connection.prepareStatement("select id, name, amount, price, bought from source");
        Statement clear = connection.createStatement()) {
      ResultSet from = select.executeQuery();
      for (int i = 1; i <= times; i++) {
        if (!from.next()) {
          from = select.executeQuery();
          from.next();
        }
        insert.setInt(1, from.getInt(1));
        insert.setString(2, from.getString(2));
        insert.setInt(3, from.getInt(3));
        insert.setDouble(4, from.getDouble(4));
        insert.setDate(5, from.getDate(5));
        insert.addBatch();
        if (i % 1000 == 0 || i == times) {
          sum += insert.executeBatch().length;
          clear.execute("truncate table target");
        }
      }
    }
    return sum;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
