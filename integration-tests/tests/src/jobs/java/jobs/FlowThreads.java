package jobs;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/**
 * Ways in which rows get from the thread that reads them to the one that writes them; each job also
 * reads what it does not use. Argument: the way.
 */
public final class FlowThreads {

  private static final String URL = "jdbc:h2:./db/shop";
  private static final String CUSTOMERS = "select id, email, credit from customers";
  private static final String ORDERS = "select customer_id, item, amount from orders";
  private static final String COPY = "insert into copies (id, mail, limit_) values (?, ?, ?)";
  private static final String BILL = "insert into bills (number, item, amount) values (?, ?, ?)";
  private static final Object[] END = {};

  private FlowThreads() {}

  public static void main(String[] args) throws Exception {
    // Keeps the database open while others come and go.
    try (Connection shop = DriverManager.getConnection(URL)) {
      read(shop, "select id, name, phone from suppliers");
      switch (args[0]) {
        case "queue":
          queue();
          break;
        case "pool":
          pool();
          break;
        case "future":
          future();
          break;
        case "parallelStream":
          parallelStream(shop);
          break;
        default:
          throw new IllegalArgumentException(args[0]);
      }
    }
  }

  private static List<Object[]> read(Connection from, String sql) throws SQLException {
    List<Object[]> rows = new ArrayList<>();
    try (Statement statement = from.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        rows.add(new Object[] {result.getInt(1), result.getString(2), result.getObject(3)});
      }
    }
    return rows;
  }

  private static void set(PreparedStatement into, Object[] row) throws SQLException {
    into.setInt(1, (Integer) row[0]);
    into.setString(2, (String) row[1]);
    into.setObject(3, row[2]);
  }

  private static void write(Connection to, String sql, List<Object[]> rows) throws SQLException {
    try (PreparedStatement into = to.prepareStatement(sql)) {
      for (Object[] row : rows) {
        set(into, row);
        into.addBatch();
      }
      into.executeBatch();
    }
  }

  /** A reader and a writer, each with a connection of its own. */
  private static void queue() throws Exception {
    BlockingQueue<Object[]> queue = new ArrayBlockingQueue<>(20);
    ExecutorService writer = Executors.newSingleThreadExecutor();
    try {
      Future<Object> written =
          writer.submit(
              () -> {
                try (Connection to = DriverManager.getConnection(URL);
                    PreparedStatement into = to.prepareStatement(COPY)) {
                  for (Object[] row = queue.take(); row != END; row = queue.take()) {
                    set(into, row);
                    into.executeUpdate();
                  }
                }
                return null;
              });
      try (Connection from = DriverManager.getConnection(URL);
          Statement statement = from.createStatement();
          ResultSet result = statement.executeQuery(CUSTOMERS)) {
        while (result.next()) {
          queue.put(new Object[] {result.getInt(1), result.getString(2), result.getObject(3)});
        }
      }
      queue.put(END);
      written.get();
    } finally {
      writer.shutdown();
    }
  }

  /** Two flows in chunks on the same threads. */
  private static void pool() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(3);
    try {
      List<Future<Object>> tasks = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        String chunk = " where id > " + i * 50 + " and id <= " + (i + 1) * 50;
        tasks.add(pool.submit(() -> copy(CUSTOMERS + chunk, COPY)));
        tasks.add(pool.submit(() -> copy(ORDERS + chunk, BILL)));
      }
      for (Future<Object> each : tasks) {
        each.get();
      }
    } finally {
      pool.shutdown();
    }
  }

  private static Object copy(String select, String insert) throws SQLException {
    try (Connection own = DriverManager.getConnection(URL)) {
      write(own, insert, read(own, select));
      return null;
    }
  }

  private static void future() {
    CompletableFuture<Void> bills =
        CompletableFuture.supplyAsync(() -> reading(ORDERS)).thenAcceptAsync(r -> writing(BILL, r));
    CompletableFuture.supplyAsync(() -> reading(CUSTOMERS))
        .thenApplyAsync(
            rows -> {
              rows.forEach(row -> row[1] = row[1].toString().toUpperCase(Locale.ROOT));
              return rows;
            })
        .thenAcceptAsync(rows -> writing(COPY, rows))
        .thenCombine(bills, (one, other) -> one)
        .join();
  }

  private static List<Object[]> reading(String sql) {
    try (Connection own = DriverManager.getConnection(URL)) {
      return read(own, sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void writing(String sql, List<Object[]> rows) {
    try (Connection own = DriverManager.getConnection(URL)) {
      write(own, sql, rows);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void parallelStream(Connection shop) throws SQLException {
    List<Object[]> rows =
        read(shop, CUSTOMERS).parallelStream()
            .filter(row -> (Integer) row[0] % 3 != 0)
            .map(row -> new Object[] {row[0], row[1], row[2]})
            .collect(Collectors.toList());
    write(shop, COPY, rows);
  }
}
