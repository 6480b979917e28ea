package jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Work in parts, each a method: contacts of customers and contacts of suppliers. What main does
 * itself belongs to no part. Argument: how the parts are run.
 */
public final class UnitMethods {

  private static final String URL = "jdbc:h2:./db/shop";
  private static final String CUSTOMERS = "select email, city from customers";
  private static final String SUPPLIERS = "select phone, name from suppliers";
  private static final String CONTACT = "insert into contacts (address, place) values (?, ?)";

  private UnitMethods() {}

  public static void main(String[] args) throws Exception {
    try (Connection shop = DriverManager.getConnection(URL);
        PreparedStatement insert = shop.prepareStatement(CONTACT)) {
      read(shop, "select id, item from orders");
      Night night = new Night(shop, insert);
      switch (args[0]) {
        case "one after the other":
          night.customers();
          night.suppliers();
          break;
        case "nested":
          night.all();
          break;
        case "failing":
          night.customers();
          try {
            night.broken();
          } catch (IllegalStateException e) {
            System.out.println("broken");
          }
          break;
        case "uncommitted":
          shop.setAutoCommit(false);
          night.customers();
          shop.commit();
          night.suppliers();
          shop.rollback();
          break;
        case "interleaved":
          interleaved(night);
          break;
        case "files":
          new Files1().write();
          new Files2().read();
          break;
        case "killed":
          night.customers();
          System.out.println("waiting");
          Thread.sleep(Long.MAX_VALUE);
          break;
        case "exits":
          night.exits();
          break;
        default:
          Threads threads = new Threads(args[0]);
          threads.customers();
          threads.suppliers();
          threads.close();
      }
    }
  }

  static List<String[]> read(Connection shop, String sql) throws SQLException {
    List<String[]> rows = new ArrayList<>();
    try (Statement select = shop.createStatement();
        ResultSet found = select.executeQuery(sql)) {
      while (found.next()) {
        rows.add(new String[] {found.getString(1), found.getString(2)});
      }
    }
    return rows;
  }

  static void write(PreparedStatement insert, List<String[]> rows) throws SQLException {
    for (String[] row : rows) {
      insert.setString(1, row[0]);
      insert.setString(2, row[1]);
      insert.addBatch();
    }
    insert.executeBatch();
  }

  /** Statement and connection are those of main. */
  static final class Night {
    private final Connection shop;
    private final PreparedStatement insert;

    Night(Connection shop, PreparedStatement insert) {
      this.shop = shop;
      this.insert = insert;
    }

    void customers() throws SQLException {
      write(insert, UnitMethods.read(shop, CUSTOMERS));
    }

    void suppliers() throws SQLException {
      write(insert, UnitMethods.read(shop, SUPPLIERS));
    }

    void all() throws SQLException {
      UnitMethods.read(shop, "select id, town from copies");
      customers();
      all(1);
      suppliers();
    }

    /** Of the same name: a part of the other. */
    void all(int more) throws SQLException {
      UnitMethods.read(shop, "select number, item from bills");
    }

    void broken() throws SQLException {
      write(insert, UnitMethods.read(shop, SUPPLIERS));
      throw new IllegalStateException("no secret");
    }

    void exits() throws SQLException {
      customers();
      System.exit(0);
    }
  }

  /** Two parts at once, each on a connection of its own, row by row in turn. */
  private static void interleaved(Night night) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    CountDownLatch both = new CountDownLatch(2);
    Future<Void> one = pool.submit(new Part(CUSTOMERS, both)::customers);
    Future<Void> other = pool.submit(new Part(SUPPLIERS, both)::suppliers);
    one.get();
    other.get();
    pool.shutdown();
  }

  static final class Part {
    private final String sql;
    private final CountDownLatch both;

    Part(String sql, CountDownLatch both) {
      this.sql = sql;
      this.both = both;
    }

    Void customers() throws Exception {
      return copy();
    }

    Void suppliers() throws Exception {
      return copy();
    }

    private Void copy() throws Exception {
      try (Connection shop = DriverManager.getConnection(URL);
          PreparedStatement insert = shop.prepareStatement(CONTACT)) {
        both.countDown();
        both.await();
        for (String[] row : UnitMethods.read(shop, sql)) {
          insert.setString(1, row[0]);
          insert.setString(2, row[1]);
          insert.executeUpdate();
          Thread.yield();
        }
        return null;
      }
    }
  }

  static final class Files1 {
    void write() throws IOException {
      List<String> lines = Files.readAllLines(Paths.get("in/limits.csv"));
      Files.write(Paths.get("out/limits.csv"), lines);
    }
  }

  static final class Files2 {
    void read() throws IOException {
      List<String> lines = Files.readAllLines(Paths.get("out/limits.csv"));
      Files.write(Paths.get("out/last.csv"), lines);
    }
  }

  /** Each part hands its work to others, and does not wait for all of it. */
  static final class Threads {
    private final String way;
    private final ExecutorService pool = Executors.newFixedThreadPool(2);
    private final List<Callable<?>> waits = new ArrayList<>();

    Threads(String way) {
      this.way = way;
    }

    void customers() throws Exception {
      hand(CUSTOMERS);
    }

    void suppliers() throws Exception {
      hand(SUPPLIERS);
    }

    void close() throws Exception {
      for (Callable<?> each : waits) {
        each.call();
      }
      pool.shutdown();
      pool.awaitTermination(1, TimeUnit.MINUTES);
    }

    private static void copy(String sql) {
      try (Connection shop = DriverManager.getConnection(URL);
          PreparedStatement insert = shop.prepareStatement(CONTACT)) {
        write(insert, read(shop, sql));
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    private void hand(String sql) throws Exception {
      switch (way) {
        case "execute":
          CountDownLatch done = new CountDownLatch(1);
          pool.execute(
              () -> {
                copy(sql);
                done.countDown();
              });
          waits.add(
              () -> {
                done.await();
                return null;
              });
          break;
        case "submit":
          waits.add(pool.submit(() -> copy(sql))::get);
          break;
        case "future":
          waits.add(
              CompletableFuture.supplyAsync(() -> sql, pool)
                      .thenApplyAsync(text -> text + " where 1 = 1")
                      .thenAcceptAsync(Threads::copy)
                  ::get);
          break;
        case "fork":
          waits.add(ForkJoinPool.commonPool().submit(() -> copy(sql))::get);
          break;
        case "stream":
          Arrays.asList(sql + " where id < 150", sql + " where id >= 150").parallelStream()
              .forEach(Threads::copy);
          break;
        case "thread":
          Thread thread = new Thread(() -> copy(sql));
          thread.start();
          waits.add(
              () -> {
                thread.join();
                return null;
              });
          break;
        case "virtual":
          ExecutorService each =
              (ExecutorService)
                  Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
          waits.add(each.submit(() -> copy(sql))::get);
          break;
        default:
          throw new IllegalArgumentException(way);
      }
    }
  }
}
