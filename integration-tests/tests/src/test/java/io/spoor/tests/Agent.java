package io.spoor.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The jar under test: its option on a JVM's command line, and its own command line. */
final class Agent {

  private static final Path JAR = Path.of(System.getProperty("spoor.agent.jar")).normalize();

  private Agent() {}

  /** The jar; fails with what to do when it was not built. */
  static Path jar() {
    if (!Files.isRegularFile(JAR)) {
      throw new AssertionError(JAR + " is not there; build the module agent first (mvn -am)");
    }
    return JAR;
  }

  /** {@code -javaagent:...} with settings. */
  static String option(Map<String, String> settings) {
    StringBuilder option = new StringBuilder("-javaagent:").append(jar());
    char separator = '=';
    for (Map.Entry<String, String> setting : settings.entrySet()) {
      option.append(separator).append(setting.getKey()).append('=');
      option.append(quoted(setting.getValue()));
      separator = ',';
    }
    return option.toString();
  }

  private static String quoted(String value) {
    return value.indexOf(',') < 0 && value.indexOf('"') < 0
        ? value
        : '"' + value.replace("\"", "\"\"") + '"';
  }

  /** Runs {@code java -jar spoor-agent.jar arguments}. */
  static Outcome run(Jdk jdk, Place place, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(jdk.java().toString());
    command.add("-Duser.home=" + place.userHome());
    command.add("-Djava.io.tmpdir=" + place.temporary());
    command.add("-jar");
    command.add(jar().toString());
    command.addAll(List.of(arguments));
    Path out = place.root().resolve("command.stdout");
    Path err = place.root().resolve("command.stderr");
    Process process =
        new ProcessBuilder(command)
            .directory(place.root().toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    return new Running(command, process, out, err).await();
  }
}
