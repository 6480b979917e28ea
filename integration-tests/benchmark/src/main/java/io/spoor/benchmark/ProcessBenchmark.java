package io.spoor.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Runs each program in each configuration by turns, so that what disturbs the machine disturbs all
 * alike, and makes the table of minima, medians and their ratios to the first configuration. The
 * order is another in each round, by chance: in one that goes on each would run behind the same
 * other, and what that leaves behind was seen to make three hundredths.
 */
final class ProcessBenchmark {

  private final Path work;
  private final int rounds;
  private final List<Configuration> configurations;
  private final Map<String, List<String>> programs;

  ProcessBenchmark(
      Path work,
      int rounds,
      List<Configuration> configurations,
      Map<String, List<String>> programs) {
    this.work = work;
    this.rounds = rounds;
    this.configurations = configurations;
    this.programs = programs;
  }

  /** The table as Markdown. */
  String run() throws IOException, InterruptedException {
    StringBuilder table = new StringBuilder();
    table.append(
        "| program | agent | wall ms min (x) | median (x) | CPU ms min (x) | median (x) |");
    table.append(" peak MB | classes |\n|---|---|---|---|---|---|---|---|\n");
    for (Map.Entry<String, List<String>> program : programs.entrySet()) {
      List<List<ChildProcess.Run>> runs = measure(program.getValue());
      for (int i = 0; i < configurations.size(); i++) {
        table.append("| ").append(program.getKey());
        table.append(" | ").append(configurations.get(i).name());
        table.append(" | ").append(column(runs, i, ChildProcess.Run::wall));
        table.append(" | ").append(column(runs, i, ChildProcess.Run::cpu));
        table.append(
            String.format(Locale.ROOT, " | %.0f", median(runs.get(i), ChildProcess.Run::rss)));
        table.append(" | ").append(classes(configurations.get(i), program.getValue()));
        table.append(" |\n");
      }
    }
    return table.toString();
  }

  private List<List<ChildProcess.Run>> measure(List<String> program)
      throws IOException, InterruptedException {
    List<List<ChildProcess.Run>> runs = new ArrayList<>();
    for (int i = 0; i < configurations.size(); i++) {
      runs.add(new ArrayList<>());
    }
    List<Integer> order =
        new ArrayList<>(IntStream.range(0, configurations.size()).boxed().toList());
    Random chance = new Random(rounds);
    // Round 0 warms the machine's file cache and does not count.
    for (int round = 0; round <= rounds; round++) {
      Collections.shuffle(order, chance);
      for (int i : order) {
        Configuration configuration = configurations.get(i);
        List<String> command = new ArrayList<>(configuration.command());
        command.addAll(program);
        ChildProcess.Run run = ChildProcess.run(work, command, configuration.environment());
        deleteHome();
        if (round > 0) {
          runs.get(i).add(run);
        }
      }
    }
    return runs;
  }

  private long classes(Configuration configuration, List<String> program)
      throws IOException, InterruptedException {
    long classes =
        ChildProcess.classes(work, configuration.command(), program, configuration.environment());
    deleteHome();
    return classes;
  }

  /** Each run is a first run. */
  private void deleteHome() throws IOException {
    Path home = work.resolve("home");
    if (Files.exists(home)) {
      try (Stream<Path> walk = Files.walk(home)) {
        for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  private static String column(
      List<List<ChildProcess.Run>> runs, int i, ToDoubleFunction<ChildProcess.Run> figure) {
    double min = minimum(runs.get(i), figure);
    double median = median(runs.get(i), figure);
    return String.format(
        Locale.ROOT,
        "%.0f (%.2f) | %.0f (%.2f)",
        min,
        min / minimum(runs.get(0), figure),
        median,
        median / median(runs.get(0), figure));
  }

  private static double minimum(
      List<ChildProcess.Run> runs, ToDoubleFunction<ChildProcess.Run> figure) {
    return runs.stream().mapToDouble(figure).min().orElse(Double.NaN);
  }

  private static double median(
      List<ChildProcess.Run> runs, ToDoubleFunction<ChildProcess.Run> figure) {
    double[] sorted = runs.stream().mapToDouble(figure).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
