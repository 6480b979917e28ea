package io.spoor.benchmark;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * Runs everything. Arguments, {@code name=value} each: jdk (home of the JDK to measure), spoor and
 * opentelemetry (the agents' jars), classes and libraries (class path), work (a folder for what
 * comes and goes), rounds, loop.rounds.
 */
public final class Benchmark {

  private final Map<String, String> arguments;
  private final Path work;
  private final String java;

  private Benchmark(Map<String, String> arguments) {
    this.arguments = arguments;
    this.work = Path.of(arguments.get("work"));
    this.java = Path.of(arguments.get("jdk"), "bin", "java").toString();
  }

  public static void main(String[] args) throws Exception {
    Map<String, String> arguments = new HashMap<>();
    for (String arg : args) {
      int equals = arg.indexOf('=');
      arguments.put(arg.substring(0, equals), arg.substring(equals + 1));
    }
    new Benchmark(arguments).run();
  }

  private void run() throws IOException, InterruptedException {
    Files.createDirectories(work);
    int rounds = Integer.parseInt(arguments.get("rounds"));
    System.out.println("JVM: " + ChildProcess.version(java));
    System.out.println();
    System.out.println("Whole processes, " + rounds + " alternating runs each:");
    System.out.println();
    System.out.print(new ProcessBenchmark(work, rounds, configurations(), programs()).run());
    System.out.println();
    System.out.println("Hooks inside one warm JVM, on and off by turns:");
    System.out.println();
    hooks();
    System.out.println();
    System.out.println("Copies of rows, hooks on and off by turns:");
    System.out.println();
    loops("", CopyBenchmark.class, List.of());
  }

  private List<Configuration> configurations() throws IOException {
    String home = work.resolve("home").toString();
    Path spoor = Path.of(arguments.get("spoor")).toRealPath();
    List<Configuration> all = new ArrayList<>();
    all.add(new Configuration("no agent", List.of(java), Map.of()));
    all.add(new Configuration("empty premain", withAgent(emptyAgent().toString()), Map.of()));
    all.add(new Configuration("Spoor", withAgent(spoor + "=home=" + home), Map.of()));
    all.add(
        new Configuration("Spoor, enabled=false", withAgent(spoor + "=enabled=false"), Map.of()));
    all.add(
        new Configuration(
            "OpenTelemetry, exporters off",
            withAgent(arguments.get("opentelemetry")),
            Map.of(
                "OTEL_TRACES_EXPORTER", "none",
                "OTEL_METRICS_EXPORTER", "none",
                "OTEL_LOGS_EXPORTER", "none")));
    return all;
  }

  private List<String> withAgent(String agent) {
    return List.of(java, "-javaagent:" + agent);
  }

  /**
   * On a class path of their own: with the empty agent's class on it, the JVM would find that
   * there, and never open the jar of an agent.
   */
  private Map<String, List<String>> programs() throws IOException {
    Map<String, List<String>> programs = new LinkedHashMap<>();
    String path = alone(HelloWorld.class);
    programs.put("Hello World", List.of("-cp", path, HelloWorld.class.getName()));
    path = alone(H2Once.class) + File.pathSeparator + arguments.get("libraries");
    programs.put("One query on H2", List.of("-cp", path, H2Once.class.getName()));
    return programs;
  }

  /** A folder with one class. */
  private String alone(Class<?> type) throws IOException {
    String file = type.getName().replace('.', '/') + ".class";
    Path folder = work.resolve("programs");
    Files.createDirectories(folder.resolve(file).getParent());
    Files.copy(
        Path.of(arguments.get("classes")).resolve(file),
        folder.resolve(file),
        StandardCopyOption.REPLACE_EXISTING);
    return folder.toString();
  }

  private String classPath() {
    return arguments.get("classes") + File.pathSeparator + arguments.get("libraries");
  }

  /** A jar around {@link EmptyAgent}. */
  private Path emptyAgent() throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Premain-Class", EmptyAgent.class.getName());
    String entry = EmptyAgent.class.getName().replace('.', '/') + ".class";
    Path jar = work.resolve("empty-agent.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest)) {
      out.putNextEntry(new JarEntry(entry));
      Files.copy(Path.of(arguments.get("classes")).resolve(entry), out);
      out.closeEntry();
    }
    return jar;
  }

  private void hooks() throws IOException, InterruptedException {
    String rounds = arguments.get("loop.rounds");
    loops("", HookBenchmark.class, List.of(work.toString(), rounds));
    // With it set, rows of other loops would have these hooks too.
    loops(
        ",flows.tags=on,flows.tags.budget=100",
        HookBenchmark.class,
        List.of(work.toString(), rounds, "tags"));
  }

  private void loops(String settings, Class<?> main, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(java);
    command.add(
        "-javaagent:"
            + Path.of(this.arguments.get("spoor")).toRealPath()
            + "=home="
            + work.resolve("hooks-home")
            + settings);
    // A collection inside a loop would be charged to it.
    command.addAll(List.of("-Xms1g", "-Xmx1g", "-XX:+UseSerialGC", "-cp", classPath()));
    command.add(main.getName());
    command.addAll(arguments);
    int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (exit != 0) {
      throw new IOException("A benchmark ended with " + exit);
    }
  }
}
