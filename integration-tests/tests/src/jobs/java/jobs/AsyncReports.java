package jobs;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.AsyncResult;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * A night that has two reports written by others, twice each, and goes on itself. Arguments: the
 * JDBC URL, and what runs them: a "pool" or "threads".
 */
public final class AsyncReports {

  private static String url;

  private AsyncReports() {}

  /** What is done by others. */
  @EnableAsync
  public static class Reports {

    /** Copies names into totals. */
    @Async
    public Future<String> totals() throws SQLException {
      run("merge into totals (name, total) select name, id from customers");
      return new AsyncResult<>("totals");
    }

    /** Copies orders. */
    @Async
    public CompletableFuture<String> stock() throws SQLException {
      run("insert into stock (item, units) select id, amount from orders");
      return CompletableFuture.completedFuture("stock");
    }
  }

  /** What has it done. */
  static final class Night {

    private Night() {}

    static void run(Reports reports) throws Exception {
      for (int i = 0; i < 2; i++) {
        Future<String> totals = reports.totals();
        CompletableFuture<String> stock = reports.stock();
        System.out.println(totals.get() + ", " + stock.get());
      }
      AsyncReports.run("insert into orders_copy (id, amount) select id, amount from orders");
    }
  }

  private static void run(String sql) throws SQLException {
    try (Connection shop = DriverManager.getConnection(url);
        Statement statement = shop.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  public static void main(String[] args) throws Exception {
    url = args[0];
    AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    if (args[1].equals("pool")) {
      context.registerBean("taskExecutor", ThreadPoolTaskExecutor.class);
    } else {
      context.registerBean(
          "taskExecutor", Executor.class, () -> new SimpleAsyncTaskExecutor("report-"));
    }
    context.register(Reports.class);
    context.refresh();
    Night.run(context.getBean(Reports.class));
    context.close();
  }
}
