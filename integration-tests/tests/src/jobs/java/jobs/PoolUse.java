package jobs;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * What the jobs with a pool have in common: each way of running SQL once, over two connections of
 * it, and the same again so that connections and statements come back from the pool. The pool's
 * name is part of what is written.
 */
final class PoolUse {

  private PoolUse() {}

  static void run(DataSource pool, String name) throws SQLException {
    int rows = 0;
    for (int i = 0; i < 2; i++) {
      rows += copy(pool) + addUp(pool, name + i);
    }
    System.out.println(rows + " rows written");
  }

  /** Three rows one by one, three in a batch. */
  private static int copy(DataSource pool) throws SQLException {
    int rows = 0;
    try (Connection source = pool.getConnection();
        Connection target = pool.getConnection();
        PreparedStatement select = source.prepareStatement("select id, amount from orders");
        PreparedStatement insert =
            target.prepareStatement("insert into stock (item, units) values (?, ?)");
        ResultSet from = select.executeQuery()) {
      while (from.next()) {
        insert.setInt(1, from.getInt("id"));
        insert.setInt(2, from.getInt("amount"));
        rows += insert.executeUpdate();
        insert.addBatch();
      }
      rows += insert.executeBatch().length;
    }
    return rows;
  }

  /** A total that is added up in the database, for an amount that is read by a call. */
  private static int addUp(DataSource pool, String name) throws SQLException {
    int rows = 0;
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        CallableStatement call = connection.prepareCall("select amount from orders where id = ?")) {
      connection.setAutoCommit(false);
      call.setInt(1, 1);
      if (call.execute()) {
        try (ResultSet amounts = call.getResultSet()) {
          while (amounts.next()) {
            rows +=
                statement.executeUpdate(
                    "insert into totals (name, total) select '"
                        + name
                        + " over "
                        + amounts.getInt(1)
                        + "', sum(amount) from orders");
          }
        }
      }
      connection.commit();
      connection.setAutoCommit(true);
    }
    return rows;
  }
}
