package io.spoor.benchmark;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Nanoseconds and bytes of each hook: the same loop in the same JVM with the hooks on and off by
 * turns, the minimum of each. Time is CPU time of this thread; bytes are those it allocated, which
 * is exact. Arguments: a folder, the number of rounds; tags for the hooks of flows.tags alone.
 */
public final class HookBenchmark {

  /** A loop's length is chosen so that it takes about this long, in nanoseconds. */
  private static final long LOOP = 25_000_000;

  private static final int WARM_UPS = 8;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final HookSwitch hooks;
  private final int rounds;
  private long sink;

  private HookBenchmark(HookSwitch hooks, int rounds) {
    this.hooks = hooks;
    this.rounds = rounds;
  }

  public static void main(String[] args) throws Exception {
    HookBenchmark benchmark = new HookBenchmark(new HookSwitch(), Integer.parseInt(args[1]));
    Map<String, Loop> loops = new LinkedHashMap<>();
    if (args.length > 2) {
      try (TagLoops tags = new TagLoops()) {
        tags.addTo(loops);
        benchmark.measure(loops);
      }
      return;
    }
    try (HookLoops calls = new HookLoops(Path.of(args[0]));
        SqlHookLoops executions = new SqlHookLoops();
        FileLoops files = new FileLoops(Path.of(args[0]));
        BulkLoops bulk = new BulkLoops(Path.of(args[0]));
        JdbcLoops jdbc = new JdbcLoops();
        ModelLoops models = new ModelLoops()) {
      calls.addTo(loops);
      executions.addTo(loops);
      files.addTo(loops);
      bulk.addTo(loops);
      jdbc.addTo(loops);
      models.addTo(loops);
      benchmark.measure(loops);
    }
    if (benchmark.sink == 42) {
      System.out.println(); // Nobody can know that it is not.
    }
  }

  private void measure(Map<String, Loop> loops) throws Exception {
    System.out.println(
        "| operation | ns with hooks | ns without | difference | ratio | bytes with | without |");
    System.out.println("|---|---|---|---|---|---|---|");
    for (Map.Entry<String, Loop> loop : loops.entrySet()) {
      System.out.println(row(loop.getKey(), loop.getValue()));
    }
  }

  private String row(String name, Loop loop) throws Exception {
    int times = calibrate(loop);
    double[] on = {Double.MAX_VALUE, Double.MAX_VALUE};
    double[] off = {Double.MAX_VALUE, Double.MAX_VALUE};
    for (int round = -WARM_UPS; round < rounds; round++) {
      boolean onFirst = round % 2 == 0;
      measure(loop, times, onFirst, round < 0 ? null : onFirst ? on : off);
      measure(loop, times, !onFirst, round < 0 ? null : onFirst ? off : on);
    }
    return String.format(
        Locale.ROOT,
        "| %s | %.1f | %.1f | %.1f | %.3f | %.1f | %.1f |",
        name,
        on[0],
        off[0],
        on[0] - off[0],
        on[0] / off[0],
        on[1],
        off[1]);
  }

  private int calibrate(Loop loop) throws Exception {
    int times = 1;
    while (true) {
      long start = threads.getCurrentThreadCpuTime();
      sink += loop.repeat(times);
      long took = threads.getCurrentThreadCpuTime() - start;
      if (took > LOOP / 2) {
        return (int) Math.max(1, times * (double) LOOP / took);
      }
      times *= 2;
    }
  }

  /** Runs a loop and lowers the minima: time and bytes of one operation. */
  private void measure(Loop loop, int times, boolean on, double[] minima) throws Exception {
    hooks.turn(on);
    long thread = Thread.currentThread().getId();
    try {
      long bytes = threads.getThreadAllocatedBytes(thread);
      long start = threads.getCurrentThreadCpuTime();
      sink += loop.repeat(times);
      long took = threads.getCurrentThreadCpuTime() - start;
      bytes = threads.getThreadAllocatedBytes(thread) - bytes;
      if (minima != null) {
        minima[0] = Math.min(minima[0], (double) took / times);
        minima[1] = Math.min(minima[1], (double) bytes / times);
      }
    } finally {
      hooks.turn(true);
    }
  }
}
