package jobs;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * Methods that Spring calls by the clock, on one thread: one every tenth of a second, one that is
 * called once, and one that fails. Argument: the JDBC URL.
 */
public final class ScheduledReports {

  private static String url;

  private ScheduledReports() {}

  /** The beans that are called. */
  @EnableScheduling
  public static class Reports {

    private final CountDownLatch often = new CountDownLatch(4);
    private final CountDownLatch once = new CountDownLatch(2);

    /** Copies names into totals. */
    @Scheduled(fixedDelay = 100)
    public void totals() throws SQLException {
      if (often.getCount() > 0) {
        run("merge into totals (name, total) select name, id from customers");
        often.countDown();
      }
    }

    /** Copies orders. */
    @Scheduled(initialDelay = 1000, fixedDelay = 3600000)
    public void nightly() throws SQLException {
      run("insert into stock (item, units) select id, amount from orders");
      once.countDown();
    }

    /** Copies orders, and fails. */
    @Scheduled(initialDelay = 1000, fixedDelay = 3600000)
    public void broken() throws SQLException {
      run("insert into stock (item, units) select id, amount from orders");
      once.countDown();
      throw new IllegalStateException("no secret");
    }

    private static void run(String sql) throws SQLException {
      try (Connection shop = DriverManager.getConnection(url);
          Statement statement = shop.createStatement()) {
        statement.executeUpdate(sql);
      }
    }
  }

  public static void main(String[] args) throws Exception {
    url = args[0];
    AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    context.registerBean(ThreadPoolTaskScheduler.class, ScheduledReports::scheduler);
    context.register(Reports.class);
    context.refresh();
    Reports reports = context.getBean(Reports.class);
    reports.often.await();
    reports.once.await();
    context.close();
    System.out.println("done");
  }

  /** Lets end what runs. */
  private static ThreadPoolTaskScheduler scheduler() {
    ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
    scheduler.setErrorHandler(thrown -> System.out.println("failed"));
    scheduler.setWaitForTasksToCompleteOnShutdown(true);
    scheduler.setAwaitTerminationSeconds(30);
    return scheduler;
  }
}
