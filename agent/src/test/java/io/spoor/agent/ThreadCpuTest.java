package io.spoor.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What Spoor's threads use, held to what the JVM counts for them. */
class ThreadCpuTest {

  private static final long BURNT = 60;

  @Test
  void countsTheThreadsOfSinksToTheirEndAndNoOthers() throws InterruptedException {
    assumeTrue(new File("/proc/thread-self/schedstat").exists(), "only Linux tells");
    ThreadCpu cpu = new ThreadCpu();
    long own = cpu.millis(0);
    Burner job = new Burner("job-thread");
    Burner sink = new Burner("spoor-sink-http");
    long with = cpu.millis(0);
    sink.end();
    job.end();
    long after = cpu.millis(0);

    // This thread itself waited most of the time, but the classes it loads cost something.
    long less = ownMillis();
    assertTrue(with >= BURNT, own + " then " + with);
    assertTrue(with <= less + 2 * BURNT, with + " of which this thread " + less);
    assertTrue(after >= with, with + " then " + after);
  }

  @Test
  void whereTheKernelDoesNotTellTheBoundIsTaken() {
    assumeTrue(!new File("/proc/thread-self/schedstat").exists(), "the kernel tells");
    assertEquals(7, new ThreadCpu().millis(7));
  }

  private static long ownMillis() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1000000;
  }

  /** A thread that uses a little more than {@link #BURNT} milliseconds of a CPU, then waits. */
  private static final class Burner extends Thread {
    private final CountDownLatch burnt = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);

    Burner(String name) throws InterruptedException {
      super(name);
      start();
      burnt.await();
    }

    @Override
    public void run() {
      while (ownMillis() <= BURNT) {
        Thread.onSpinWait();
      }
      burnt.countDown();
      try {
        over.await();
      } catch (InterruptedException e) {
        interrupt();
      }
    }

    void end() throws InterruptedException {
      over.countDown();
      join();
    }
  }
}
