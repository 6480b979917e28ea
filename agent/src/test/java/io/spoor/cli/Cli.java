package io.spoor.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** One call of the command line: what it printed and its exit code. */
record Cli(int exit, String out, String err) {
  /** Runs it with nothing in the environment. */
  static Cli run(String... args) {
    return run(Map.of(), Map.of(), args);
  }

  static Cli run(Map<String, String> env, Map<String, String> system, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Properties properties = new Properties();
    properties.putAll(system);
    int exit =
        CommandLine.run(
            args,
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            new TreeMap<>(env),
            properties,
            () -> List.of("enabled", "home", "job.name", "sink", "sink.http.url"));
    return new Cli(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
