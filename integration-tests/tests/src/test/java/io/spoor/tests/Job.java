package io.spoor.tests;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A job's command line, without JDK, place and agent: a value, each {@code with} makes another.
 * Jobs are those of {@code src/jobs/java}.
 */
final class Job {

  private static final Path CLASSES = Path.of(System.getProperty("jobs.classes"));
  private static final Path LIBRARIES = Path.of(System.getProperty("jobs.libraries"));
  private static final Path DRIVERS = Path.of(System.getProperty("jobs.drivers"));

  /** Stands for all libraries. */
  static final String ALL = "*";

  private final String main;
  private final List<String> arguments;
  private Path classes = CLASSES;
  private List<String> libraries = List.of();
  private List<String> jvmOptions = List.of();
  private List<String> prefix = List.of();
  private Map<String, String> environment = Map.of();
  private byte[] stdin = new byte[0];
  private Redirected redirected;

  private Job(String main, List<String> arguments) {
    this.main = main;
    this.arguments = arguments;
  }

  /** The same once more: what is changed in it before anybody sees it makes the other value. */
  private Job copy() {
    Job copy = new Job(main, arguments);
    copy.classes = classes;
    copy.libraries = libraries;
    copy.jvmOptions = jvmOptions;
    copy.prefix = prefix;
    copy.environment = environment;
    copy.stdin = stdin;
    copy.redirected = redirected;
    return copy;
  }

  /** A job by the simple name of its class. */
  static Job of(String name, String... arguments) {
    return new Job("jobs." + name, List.of(arguments));
  }

  /** Takes the job's own classes from another place. */
  Job withClasses(Path other) {
    Job copy = copy();
    copy.classes = other;
    return copy;
  }

  /** The full name of its class. */
  String main() {
    return main;
  }

  /** Puts libraries on the class path, by the beginning of their file's name: {@code h2}. */
  Job with(String... more) {
    Job copy = copy();
    copy.libraries = plus(libraries, more);
    return copy;
  }

  /** Puts a driver on the class path, in the version for a JDK. */
  Job with(Driver driver, Jdk jdk) {
    return with(driver.jars(jdk).toArray(new String[0]));
  }

  Job withJvm(String... more) {
    Job copy = copy();
    copy.jvmOptions = plus(jvmOptions, more);
    return copy;
  }

  Job withEnvironment(String name, String value) {
    Job copy = copy();
    copy.environment = new TreeMap<>(environment);
    copy.environment.put(name, value);
    return copy;
  }

  Job withStdin(String text) {
    Job copy = copy();
    copy.stdin = text.getBytes(StandardCharsets.UTF_8);
    return copy;
  }

  /** As the shell does for {@code job < in > out}; paths are beneath the working directory. */
  Job withRedirects(String in, String out) {
    Job copy = copy();
    copy.redirected = new Redirected(in, out);
    return copy;
  }

  /** Starts it by another program: the command that stands in front of the JVM's. */
  Job within(String... command) {
    Job copy = copy();
    copy.prefix = List.of(command);
    return copy;
  }

  private record Redirected(String in, String out) {}

  /**
   * Starts the job.
   *
   * @param agent the agent's option, or null to run without
   */
  Running start(Jdk jdk, Place place, String agent) throws IOException {
    List<String> command = new ArrayList<>(prefix);
    command.add(jdk.java().toString());
    // Short runs on a few cores: the fewest threads, and no time for the second compiler.
    command.add("-XX:+UseSerialGC");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-Djava.io.tmpdir=" + place.temporary());
    command.add("-Duser.home=" + place.userHome());
    command.addAll(jvmOptions);
    if (agent != null) {
      command.add(agent);
    }
    command.add("-cp");
    command.add(classPath());
    command.add(main);
    command.addAll(arguments);
    // A log by its name: a plain file in its place would be an output of the job.
    Path out = place.root().resolve("stdout.log");
    Path err = place.root().resolve("stderr.log");
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(place.work().toFile()).redirectError(err.toFile());
    if (redirected == null) {
      builder.redirectOutput(out.toFile());
    } else {
      out = place.work().resolve(redirected.out());
      builder.redirectInput(place.work().resolve(redirected.in()).toFile());
      builder.redirectOutput(out.toFile());
    }
    Map<String, String> env = builder.environment();
    env.keySet().removeIf(Job::changesJvms);
    env.putAll(environment);
    Process process = builder.start();
    if (redirected == null) {
      try (OutputStream in = process.getOutputStream()) {
        in.write(stdin);
      } catch (IOException e) {
        // It ended without reading all.
        return new Running(command, process, out, err);
      }
    }
    return new Running(command, process, out, err);
  }

  /** Variables that would reach into the job's JVM from the machine of the tests. */
  private static boolean changesJvms(String name) {
    return name.endsWith("JAVA_OPTIONS")
        || name.equals("JAVA_TOOL_OPTIONS")
        || name.startsWith("SPOOR_")
        || name.startsWith("OPENLINEAGE_")
        || name.startsWith("OTEL_");
  }

  /** Classes of the jobs and the libraries that were asked for. */
  private String classPath() throws IOException {
    StringBuilder path = new StringBuilder(classes.toString());
    try (Stream<Path> files = Files.list(LIBRARIES)) {
      List<Path> jars = files.sorted().toList();
      for (String library : libraries) {
        if (library.equals(ALL)) {
          jars.forEach(jar -> path.append(File.pathSeparatorChar).append(jar));
          continue;
        }
        if (library.endsWith(".jar")) {
          path.append(File.pathSeparatorChar).append(DRIVERS.resolve(library));
          continue;
        }
        Path jar =
            jars.stream()
                .filter(file -> file.getFileName().toString().startsWith(library + "-"))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No " + library + " in " + jars));
        path.append(File.pathSeparatorChar).append(jar);
      }
    }
    return path.toString();
  }

  private static List<String> plus(List<String> list, String... more) {
    List<String> all = new ArrayList<>(list);
    all.addAll(List.of(more));
    return List.copyOf(all);
  }
}
