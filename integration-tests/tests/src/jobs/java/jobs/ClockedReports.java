package jobs;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Tasks that the JDK runs by the clock: of an executor and of timers, often, once an hour, once,
 * and failing. Argument: the JDBC URL.
 */
public final class ClockedReports {

  private static String url;

  private static final CountDownLatch OFTEN = new CountDownLatch(4);
  private static final CountDownLatch OTHERS = new CountDownLatch(5);

  private ClockedReports() {}

  private static void run(String sql) {
    try (Connection shop = DriverManager.getConnection(url);
        Statement statement = shop.createStatement()) {
      statement.executeUpdate(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void stock() {
    run("insert into stock (item, units) select id, amount from orders");
  }

  /** Copies names into totals, often. */
  static final class Totals implements Runnable {
    @Override
    public void run() {
      if (OFTEN.getCount() > 0) {
        ClockedReports.run("merge into totals (name, total) select name, id from customers");
        OFTEN.countDown();
      }
    }
  }

  /** Copies orders. */
  static final class Nightly implements Runnable {
    @Override
    public void run() {
      stock();
      OTHERS.countDown();
    }
  }

  /** Copies orders, and fails. */
  static final class Broken implements Runnable {
    @Override
    public void run() {
      stock();
      OTHERS.countDown();
      throw new IllegalStateException("no secret");
    }
  }

  /** Copies orders, by a timer. */
  static final class Hourly extends TimerTask {
    @Override
    public void run() {
      stock();
      OTHERS.countDown();
    }
  }

  /** Copies orders, and fails, and its timer with it. */
  static final class Failing extends TimerTask {
    @Override
    public void run() {
      stock();
      OTHERS.countDown();
      throw new IllegalStateException("no secret");
    }
  }

  public static void main(String[] args) throws Exception {
    url = args[0];
    Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> OTHERS.countDown());
    ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
    executor.scheduleWithFixedDelay(new Totals(), 0, 100, TimeUnit.MILLISECONDS);
    executor.scheduleAtFixedRate(new Nightly(), 0, 1, TimeUnit.HOURS);
    executor.scheduleAtFixedRate(new Broken(), 0, 1, TimeUnit.HOURS);
    OFTEN.await();
    Timer timer = new Timer("hourly");
    timer.schedule(new Hourly(), 0, 3600000);
    new Timer("failing").scheduleAtFixedRate(new Failing(), 0, 3600000);
    OTHERS.await();
    executor
        .schedule(
            () -> run("merge into totals (name, total) select name, id from customers"),
            1,
            TimeUnit.MILLISECONDS)
        .get();
    timer.cancel();
    executor.shutdown();
    executor.awaitTermination(10, TimeUnit.SECONDS);
    System.out.println("done");
  }
}
