package io.spoor.benchmark;

import com.sun.management.ThreadMXBean;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/**
 * Rows of five columns copied in one warm JVM, with the hooks and without by turns, as whole copies
 * of thread CPU time: by the same statements again and again, where the least times count, since
 * the machine only adds to them; into 500 tables that are met once, where all times count, so that
 * the first rows of each and the limits of what is sampled weigh as in a job; and to a server, by
 * the clock, as most of that is waiting.
 */
public final class CopyBenchmark {

  private static final int ROWS = 1000;
  private static final int STATEMENTS = 500;
  private static final int WARM = 800;
  private static final int STEADY = 2500;
  private static final int SERVER_ROUNDS = 150;
  private static final int SERVER_ROWS = 5_000;

  private static final String COLUMNS =
      "(id int, name varchar(40), amount int, price double precision, bought date)";

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final HookSwitch hooks;

  private CopyBenchmark(HookSwitch hooks) {
    this.hooks = hooks;
  }

  public static void main(String[] args) throws Exception {
    CopyBenchmark benchmark = new CopyBenchmark(new HookSwitch());
    System.out.println("| copy | with hooks | without | ratio |");
    System.out.println("|---|---|---|---|");
    benchmark.steady();
    benchmark.fresh();
    benchmark.toServer();
  }

  private void steady() throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:steady")) {
      source(connection, ROWS, "system_range(1, ", ")");
      long[] least = {Long.MAX_VALUE, Long.MAX_VALUE};
      for (int i = -2 * WARM; i < 2 * STEADY; i++) {
        int which = which(i);
        long took = timed(which, connection, "target");
        least[which] = i < 0 ? least[which] : Math.min(least[which], took);
      }
      row("2,500 times 1,000 rows, H2 in memory, ns a row", least, ROWS);
    }
  }

  /** Half of the statements with hooks. */
  private void fresh() throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:fresh");
        Statement create = connection.createStatement()) {
      source(connection, ROWS, "system_range(1, ", ")");
      for (int i = 0; i < 2 * STATEMENTS; i++) {
        create.execute("create table target" + i + COLUMNS);
      }
      long[] took = new long[2];
      for (int i = 0; i < 2 * STATEMENTS; i++) {
        int which = which(i);
        took[which] += timed(which, connection, "target" + i);
      }
      row("500 tables of 1,000 rows, H2 in memory, ns a row", took, (double) ROWS * STATEMENTS);
    }
  }

  /** In pairs, each first as often as the other. */
  private static int which(int i) {
    return (i / 2 + i) & 1;
  }

  private long timed(int which, Connection connection, String target) throws Exception {
    hooks.turn(which == 1);
    long start = threads.getCurrentThreadCpuTime();
    copy(connection, ROWS, target);
    long took = threads.getCurrentThreadCpuTime() - start;
    hooks.turn(true);
    return took;
  }

  /** From and to one database of a server on this machine. */
  private void toServer() throws Exception {
    try (EmbeddedPostgres server =
        EmbeddedPostgres.builder().setServerConfig("fsync", "off").start()) {
      String url = "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
      try (Connection connection = DriverManager.getConnection(url, "postgres", "x")) {
        connection.setAutoCommit(false);
        source(connection, SERVER_ROWS, "generate_series(1, ", ") as t(x)");
        long[] least = {Long.MAX_VALUE, Long.MAX_VALUE};
        for (int round = -80; round < SERVER_ROUNDS * 2; round++) {
          int which = which(round);
          hooks.turn(which == 1);
          long start = System.nanoTime();
          copy(connection, SERVER_ROWS, "target");
          connection.commit();
          long took = System.nanoTime() - start;
          least[which] = round < 0 ? least[which] : Math.min(least[which], took);
        }
        hooks.turn(true);
        row("150 times 5,000 rows from and to PostgreSQL, ns a row", least, SERVER_ROWS);
      }
    }
  }

  private static void source(Connection connection, int rows, String range, String end)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("create table source " + COLUMNS);
      statement.execute("create table target " + COLUMNS);
      statement.execute(
          "insert into source select x, 'customer ' || x, x * 7, x / 3.0, date '2024-01-01' from "
              + range
              + rows
              + end);
    }
  }

  private static void copy(Connection connection, int rows, String target) throws SQLException {
    try (Statement clear = connection.createStatement();
        PreparedStatement select =
            connection.prepareStatement(
                "select id, name, amount, price, bought from source for_" + target);
        PreparedStatement insert =
            connection.prepareStatement("insert into " + target + " values (?, ?, ?, ?, ?)")) {
      select.setFetchSize(ROWS);
      try (ResultSet from = select.executeQuery()) {
        for (int i = 1; from.next(); i++) {
          insert.setInt(1, from.getInt(1));
          insert.setString(2, from.getString(2));
          insert.setInt(3, from.getInt(3));
          insert.setDouble(4, from.getDouble(4));
          insert.setDate(5, from.getDate(5));
          insert.addBatch();
          if (i % ROWS == 0 || i == rows) {
            insert.executeBatch();
          }
        }
      }
      clear.execute("truncate table " + target);
    }
  }

  private static void row(String name, long[] took, double rows) {
    System.out.printf(
        Locale.ROOT,
        "| %s | %.1f | %.1f | %.3f |%n",
        name,
        took[1] / rows,
        took[0] / rows,
        (double) took[1] / took[0]);
  }
}
