package io.spoor.cli;

import io.spoor.agent.UserLibraries;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * Whether the descriptions of libraries that {@code instrumentation.path} names are understood,
 * wherever that is set but on a job's command line.
 */
final class LibrariesCheck {

  private static final String SETTING = "instrumentation.path";

  private final Path file;
  private final Map<String, String> env;
  private final Properties system;

  LibrariesCheck(Path home, Map<String, String> env, Properties system) {
    this.file = home.resolve("spoor.properties");
    this.env = env;
    this.system = system;
  }

  void run(Findings findings) {
    String path = path();
    if (path == null || path.trim().isEmpty()) {
      return;
    }
    List<String> problems = new ArrayList<>();
    new UserLibraries(path.trim(), problems).call();
    if (problems.isEmpty()) {
      findings.ok("the descriptions of libraries in " + path.trim() + " are understood");
    }
    problems.forEach(findings::warn);
  }

  /** As the agent ranks them; null when it is set nowhere. */
  private String path() {
    String property = system.getProperty("spoor." + SETTING);
    if (property != null) {
      return property;
    }
    String variable = env.get("SPOOR_INSTRUMENTATION_PATH");
    return variable != null ? variable : inFile();
  }

  private String inFile() {
    if (!Files.exists(file)) {
      return null;
    }
    Properties properties = new Properties();
    try (InputStream in = Files.newInputStream(file)) {
      properties.load(in);
    } catch (IOException | IllegalArgumentException e) {
      // SettingsCheck says so.
      return null;
    }
    return properties.getProperty(SETTING);
  }
}
