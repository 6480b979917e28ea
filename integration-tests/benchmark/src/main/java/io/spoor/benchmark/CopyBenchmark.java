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
 * Rows of five columns copied by statements that were never seen before, a thousand by each, and
 * copied to a server: with the hooks and without by turns, as whole copies. The first prints thread
 * CPU time of 500 statements in one JVM that is warm, so that its limits of what is sampled hold as
 * in a job; of the second the least times of each round count, by the clock, as most of it is
 * waiting.
 */
public final class CopyBenchmark {

  private static final int ROWS = 1000;
  private static final int STATEMENTS = 500;
  private static final int WARM = 300;
  private static final int SERVER_ROUNDS = 15;
  private static final int SERVER_ROWS = 20_000;

  private static final String COLUMNS =
      "(id int, name varchar(40), amount int, price double precision, bought date)";

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final HookSwitch hooks;
  private int texts;

  private CopyBenchmark(HookSwitch hooks) {
    this.hooks = hooks;
  }

  public static void main(String[] args) throws Exception {
    CopyBenchmark benchmark = new CopyBenchmark(new HookSwitch());
    System.out.println("| copy | with hooks | without | ratio |");
    System.out.println("|---|---|---|---|");
    benchmark.fresh();
    benchmark.toServer();
  }

  /** Statements of a text of their own each, half of them with hooks. */
  private void fresh() throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:copy")) {
      source(connection, ROWS, "system_range(1, ", ")");
      hooks.turn(false);
      for (int i = 0; i < WARM; i++) {
        copy(connection, ROWS);
      }
      long[] took = new long[2];
      for (int i = 0; i < 2 * STATEMENTS; i++) {
        // In pairs, each first as often as the other.
        int which = (i / 2 + i) % 2;
        hooks.turn(which == 1);
        long start = threads.getCurrentThreadCpuTime();
        copy(connection, ROWS);
        took[which] += threads.getCurrentThreadCpuTime() - start;
      }
      hooks.turn(true);
      double rows = (double) ROWS * STATEMENTS;
      row("500 fresh statements of 1,000 rows, H2 in memory, ns a row", took, rows);
    }
  }

  /** From and to one database of a server on this machine. */
  private void toServer() throws Exception {
    try (EmbeddedPostgres server = EmbeddedPostgres.builder().start()) {
      String url = "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
      try (Connection connection = DriverManager.getConnection(url, "postgres", "x")) {
        connection.setAutoCommit(false);
        source(connection, SERVER_ROWS, "generate_series(1, ", ") as t(x)");
        long[] least = {Long.MAX_VALUE, Long.MAX_VALUE};
        for (int round = -4; round < SERVER_ROUNDS * 2; round++) {
          int which = (round / 2 + round) & 1;
          hooks.turn(which == 1);
          long start = System.nanoTime();
          copy(connection, SERVER_ROWS);
          connection.commit();
          long took = System.nanoTime() - start;
          least[which] = round < 0 ? least[which] : Math.min(least[which], took);
        }
        hooks.turn(true);
        row("20,000 rows from and to PostgreSQL, batches of 1,000, ns a row", least, SERVER_ROWS);
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

  private void copy(Connection connection, int rows) throws SQLException {
    String own = " /* " + texts++ + " */";
    try (Statement clear = connection.createStatement();
        PreparedStatement select =
            connection.prepareStatement(
                "select id, name, amount, price, bought from source" + own);
        PreparedStatement insert =
            connection.prepareStatement("insert into target values (?, ?, ?, ?, ?)" + own)) {
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
      clear.execute("truncate table target");
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
