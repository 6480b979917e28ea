package io.spoor.cli;

import io.spoor.memory.Salt;
import io.spoor.store.Home;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * Whether what {@code flows.remember} asks for can be done, wherever that is set but on a job's
 * command line.
 */
final class MemoryCheck {

  private final Path home;
  private final Map<String, String> env;
  private final Properties system;

  MemoryCheck(Path home, Map<String, String> env, Properties system) {
    this.home = home;
    this.env = env;
    this.system = system;
  }

  void run(Findings findings) {
    String on = setting("flows.remember");
    on = on == null ? "" : on.trim().toLowerCase(Locale.ROOT);
    if (on.equals("on") || on.equals("true") || on.equals("yes")) {
      String path = setting("flows.salt.file");
      String problem = Salt.read(path == null ? null : path.trim(), home.toFile()).problem();
      if (problem == null) {
        findings.ok("flows.remember is on, and its salt " + path.trim() + " can be used");
      } else {
        findings.warn(problem);
      }
    }
    memories(findings);
  }

  private void memories(Findings findings) {
    File[] files = new Home(home.toFile()).memory().listFiles();
    int jobs = 0;
    long bytes = 0;
    for (File file : files == null ? new File[0] : files) {
      if (file.getName().endsWith(".memory")) {
        jobs++;
        bytes += file.length();
      }
    }
    if (jobs > 0) {
      findings.ok(Plain.count(jobs, "job") + " remembered (" + Plain.bytes(bytes) + ")");
    }
  }

  /** As the agent ranks them; null when it is set nowhere. */
  private String setting(String name) {
    String property = system.getProperty("spoor." + name);
    if (property != null) {
      return property;
    }
    String variable = env.get("SPOOR_" + name.toUpperCase(Locale.ROOT).replace('.', '_'));
    return variable != null ? variable : inFile(name);
  }

  private String inFile(String name) {
    Path file = home.resolve("spoor.properties");
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
    return properties.getProperty(name);
  }
}
