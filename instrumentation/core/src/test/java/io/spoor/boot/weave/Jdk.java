package io.spoor.boot.weave;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A JDK on this machine, and JVMs of it as children with the bridge in java.base. */
record Jdk(int version, Path home) {

  /** The running one, JAVA_HOME, those in /usr/lib/jvm and in ~/.jdks; one of each version. */
  static List<Jdk> found() {
    Map<Integer, Jdk> found = new TreeMap<>();
    add(found, Path.of(System.getProperty("java.home")));
    String javaHome = System.getenv("JAVA_HOME");
    if (javaHome != null) {
      add(found, Path.of(javaHome));
    }
    addAll(found, Path.of("/usr/lib/jvm"));
    addAll(found, Path.of(System.getProperty("user.home"), ".jdks"));
    return List.copyOf(found.values());
  }

  private static void addAll(Map<Integer, Jdk> found, Path folder) {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> homes = Files.list(folder)) {
        homes.sorted().forEach(home -> add(found, home));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static void add(Map<Integer, Jdk> found, Path home) {
    if (Files.isExecutable(home.resolve("bin/java"))) {
      int major = version(home);
      if (major >= 8) {
        found.putIfAbsent(major, new Jdk(major, home));
      }
    }
  }

  /** As its release file says; early builds of 8 have none, but rt.jar. 0 = not known. */
  private static int version(Path home) {
    Path release = home.resolve("release");
    if (!Files.isRegularFile(release)) {
      return Files.exists(home.resolve("jre/lib/rt.jar")) ? 8 : 0;
    }
    Properties properties = new Properties();
    try (var in = Files.newInputStream(release)) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String version = properties.getProperty("JAVA_VERSION", "0").replace("\"", "");
    String[] parts = version.split("[.+_-]");
    return Integer.parseInt("1".equals(parts[0]) ? parts[1] : parts[0]);
  }

  /** Runs a main class with more of java.base patched in before the bridge; its lines. */
  List<String> run(List<Path> patches, List<String> options, Path classes, List<String> command)
      throws IOException, InterruptedException {
    StringBuilder patch = new StringBuilder();
    for (Path each : patches) {
      patch.append(each).append(File.pathSeparator);
    }
    patch.append(System.getProperty("spoor.test.bridge"));
    List<String> all = new ArrayList<>();
    all.add(home.resolve("bin/java").toString());
    if (version == 8) {
      all.add("-Xbootclasspath/p:" + patch);
    } else {
      all.addAll(List.of("--patch-module", "java.base=" + patch));
    }
    all.addAll(options);
    all.addAll(
        List.of("-cp", classes + File.pathSeparator + System.getProperty("java.class.path")));
    all.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(all).redirectErrorStream(true);
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().remove("JDK_JAVA_OPTIONS");
    Process process = builder.start();
    process.getOutputStream().close();
    List<String> lines;
    try (var reader = process.inputReader()) {
      lines = new ArrayList<>(reader.lines().toList());
    }
    int status = process.waitFor();
    if (status != 0) {
      lines.add("exit status " + status);
    }
    return lines;
  }

  @Override
  public String toString() {
    return "JDK " + version;
  }
}
