package jobs;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.quartz.JobListener;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.listeners.JobListenerSupport;

/** Two jobs of a scheduler: one that fires twice, and one that fails. Argument: the JDBC URL. */
public final class QuartzFires {

  private static String url;

  private QuartzFires() {}

  /** Copies names into totals. */
  public static final class Totals implements Job {
    @Override
    public void execute(JobExecutionContext context) throws JobExecutionException {
      run("merge into totals (name, total) select name, id from customers");
    }
  }

  /** Copies orders, and fails. */
  public static final class Copies implements Job {
    @Override
    public void execute(JobExecutionContext context) throws JobExecutionException {
      run("insert into stock (item, units) select id, amount from orders");
      throw new JobExecutionException("no secret");
    }
  }

  private static void run(String sql) throws JobExecutionException {
    try (Connection shop = DriverManager.getConnection(url);
        Statement statement = shop.createStatement()) {
      statement.executeUpdate(sql);
    } catch (SQLException e) {
      throw new JobExecutionException(e);
    }
  }

  public static void main(String[] args) throws Exception {
    url = args[0];
    Properties properties = new Properties();
    properties.setProperty("org.quartz.threadPool.threadCount", "2");
    properties.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
    Scheduler scheduler = new StdSchedulerFactory(properties).getScheduler();
    CountDownLatch fires = new CountDownLatch(3);
    scheduler.getListenerManager().addJobListener(counting(fires));
    schedule(scheduler, Totals.class, "totals", 2);
    schedule(scheduler, Copies.class, "copies", 1);
    scheduler.start();
    fires.await();
    scheduler.shutdown(true);
    System.out.println("done");
  }

  private static JobListener counting(CountDownLatch fires) {
    return new JobListenerSupport() {
      @Override
      public String getName() {
        return "counting";
      }

      @Override
      public void jobWasExecuted(JobExecutionContext context, JobExecutionException thrown) {
        fires.countDown();
      }
    };
  }

  private static void schedule(
      Scheduler scheduler, Class<? extends Job> type, String name, int times)
      throws SchedulerException {
    JobDetail job = JobBuilder.newJob(type).withIdentity(name, "nightly").build();
    Trigger trigger =
        TriggerBuilder.newTrigger()
            .withSchedule(
                SimpleScheduleBuilder.repeatSecondlyForTotalCount(times).withRepeatCount(times - 1))
            .build();
    scheduler.scheduleJob(job, trigger);
  }
}
