package io.spoor.agent;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * CPU time of Spoor's threads, from the kernel where it tells: java.lang.management would cost a
 * short job more than everything else that Spoor does. Spoor's thread only.
 */
final class ThreadCpu {

  private static final String SELF = "/proc/thread-self/schedstat";
  private static final File TASKS = new File("/proc/self/task");

  /** What the kernel calls the threads of sinks: it keeps the first 15 bytes of a name. */
  private static final String SINKS = "spoor-sink-";

  /** Nanoseconds of the sinks' threads by thread id, also of those that have ended since. */
  private final Map<String, Long> sinks = new HashMap<String, Long>();

  /**
   * Milliseconds on a CPU so far: of the current thread, and of the sinks' where there are any.
   *
   * @param otherwise what the current thread has used at most, for where the kernel does not tell
   */
  long millis(long otherwise) {
    long own = nanos(SELF);
    long all = own < 0 ? TimeUnit.MILLISECONDS.toNanos(otherwise) : own;
    if (Thread.currentThread().getThreadGroup().activeCount() > 1) {
      lookForSinks();
    }
    for (Long nanos : sinks.values()) {
      all += nanos.longValue();
    }
    return TimeUnit.NANOSECONDS.toMillis(all);
  }

  private void lookForSinks() {
    String[] ids = TASKS.list();
    if (ids == null) {
      return;
    }
    for (String id : ids) {
      if (name(id).startsWith(SINKS)) {
        long nanos = nanos(TASKS + "/" + id + "/schedstat");
        if (nanos >= 0) {
          sinks.put(id, Long.valueOf(nanos));
        }
      }
    }
  }

  private static String name(String id) {
    try (FileInputStream in = new FileInputStream(TASKS + "/" + id + "/comm")) {
      byte[] name = new byte[16];
      int length = in.read(name);
      return new String(name, 0, Math.max(0, length), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      // It has ended in the meantime.
      return "";
    }
  }

  /** The first field of schedstat (Linux, Documentation/scheduler/sched-stats); -1 if untold. */
  private static long nanos(String schedstat) {
    try (FileInputStream in = new FileInputStream(schedstat)) {
      long nanos = 0;
      int digits = 0;
      for (int c = in.read(); c >= '0' && c <= '9'; c = in.read()) {
        nanos = nanos * 10 + c - '0';
        digits++;
      }
      return digits == 0 ? -1 : nanos;
    } catch (IOException e) {
      return -1;
    }
  }
}
