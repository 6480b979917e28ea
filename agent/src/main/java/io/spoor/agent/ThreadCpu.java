package io.spoor.agent;

import java.io.FileInputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * CPU time of the current thread, from the kernel where it tells: java.lang.management would cost a
 * short job more than everything else that Spoor does.
 */
final class ThreadCpu {

  private ThreadCpu() {}

  /**
   * Milliseconds on a CPU so far.
   *
   * @param otherwise what to return where the kernel does not tell: a bound from above
   */
  static long millis(long otherwise) {
    // First field of schedstat: nanoseconds on a CPU (Linux, Documentation/scheduler/sched-stats).
    try (FileInputStream in = new FileInputStream("/proc/thread-self/schedstat")) {
      long nanos = 0;
      int digits = 0;
      for (int c = in.read(); c >= '0' && c <= '9'; c = in.read()) {
        nanos = nanos * 10 + c - '0';
        digits++;
      }
      return digits == 0 ? otherwise : TimeUnit.NANOSECONDS.toMillis(nanos);
    } catch (IOException e) {
      return otherwise;
    }
  }
}
