package io.spoor.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs one process and measures it from outside, so that it is not disturbed: the shell's {@code
 * time} tells CPU in milliseconds from the kernel's accounts of the child, {@code /usr/bin/time}
 * its peak memory. Where one of them is missing the figure is absent.
 */
final class ChildProcess {

  private static final Path SHELL = Path.of("/bin/bash");
  private static final Path TIME = Path.of("/usr/bin/time");

  private ChildProcess() {}

  /**
   * What one run took.
   *
   * @param wall milliseconds from start to end
   * @param cpu milliseconds of all threads, user and system; NaN when unknown
   * @param rss peak resident memory in MiB; NaN when unknown
   */
  record Run(double wall, double cpu, double rss) {}

  /**
   * Runs a command.
   *
   * @param work takes small files
   */
  static Run run(Path work, List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    Path times = work.resolve("times.txt");
    Path memory = work.resolve("memory.txt");
    Files.deleteIfExists(times);
    Files.deleteIfExists(memory);
    ProcessBuilder builder = new ProcessBuilder(wrapped(command, times, memory));
    builder.environment().keySet().removeIf(name -> name.endsWith("JAVA_OPTIONS"));
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().putAll(environment);
    // Into a pipe: a file would be one more dataset, and what is measured another job.
    builder.redirectErrorStream(true);
    long start = System.nanoTime();
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exit = process.waitFor();
    double wall = (System.nanoTime() - start) / 1e6;
    if (exit != 0) {
      throw new IOException(command + " ended with " + exit + ":\n" + output);
    }
    double cpu = Double.NaN;
    if (Files.exists(times)) {
      String[] seconds = Files.readString(times).trim().split(" ");
      wall = Double.parseDouble(seconds[0]) * 1000;
      cpu = (Double.parseDouble(seconds[1]) + Double.parseDouble(seconds[2])) * 1000;
    }
    double rss =
        Files.exists(memory)
            ? Double.parseDouble(Files.readString(memory).trim()) / 1024
            : Double.NaN;
    return new Run(wall, cpu, rss);
  }

  private static List<String> wrapped(List<String> command, Path times, Path memory) {
    List<String> inner = new ArrayList<>();
    if (Files.isExecutable(TIME)) {
      inner.addAll(List.of(TIME.toString(), "-f", "%M", "-o", memory.toString()));
    }
    inner.addAll(command);
    if (!Files.isExecutable(SHELL)) {
      return inner;
    }
    List<String> outer = new ArrayList<>();
    outer.add(SHELL.toString());
    outer.add("-c");
    outer.add("TIMEFORMAT='%3R %3U %3S'; { time \"$@\" 2>&3; } 3>&2 2>\"$0\"");
    outer.add(times.toString());
    outer.addAll(inner);
    return outer;
  }

  /** How many classes a command's JVM loads; not measured together with time. */
  static long classes(Path work, List<String> jvm, List<String> program, Map<String, String> env)
      throws IOException, InterruptedException {
    Path log = work.resolve("classes.txt");
    Files.deleteIfExists(log);
    List<String> command = new ArrayList<>(jvm);
    command.add("-Xlog:class+load:file=" + log + ":none");
    command.addAll(program);
    run(work, command, env);
    try (var lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
      return lines.filter(line -> line.contains(" source: ")).count();
    }
  }

  /** First line of what the JVM says of itself. */
  static String version(String java) throws IOException {
    Process process = new ProcessBuilder(java, "-version").redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return said.lines().findFirst().orElse("?");
  }
}
