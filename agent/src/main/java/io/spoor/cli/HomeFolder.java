package io.spoor.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Map;
import java.util.Properties;

/** Which home folder the command line looks into, and why that one. */
final class HomeFolder {
  private final Path path;
  private final String reason;

  private HomeFolder(Path path, String reason) {
    this.path = path;
    this.reason = reason;
  }

  /**
   * Finds the home as an agent with the same environment does.
   *
   * @param option value of {@code --home}, or null
   */
  static HomeFolder find(String option, Map<String, String> env, Properties system)
      throws UsageException {
    if (option != null) {
      return named(option, "--home");
    }
    String property = system.getProperty("spoor.home");
    if (property != null && !property.isEmpty()) {
      return named(property, "system property spoor.home");
    }
    String variable = env.get("SPOOR_HOME");
    if (variable != null && !variable.isEmpty()) {
      return named(variable, "SPOOR_HOME in the environment");
    }
    // A user without a passwd entry, as in many containers, has the user.home "?".
    Path user = path(system.getProperty("user.home", ""));
    if (user != null && user.isAbsolute()) {
      Path home = user.resolve(".spoor");
      if (Files.isWritable(Files.exists(home) ? home : user)) {
        return new HomeFolder(home, "the default");
      }
    }
    return new HomeFolder(fallback(system), "the default, as user.home cannot be written");
  }

  /** The folder an agent uses when the one it was told to use cannot be written. */
  static Path fallback(Properties system) {
    String user = system.getProperty("user.name", "unknown").replace('?', '_');
    Path temp = Paths.get(system.getProperty("java.io.tmpdir", ""));
    return temp.resolve("spoor-" + user).toAbsolutePath().normalize();
  }

  private static HomeFolder named(String text, String reason) throws UsageException {
    Path path = path(text);
    if (path == null) {
      throw new UsageException("'" + text + "' (" + reason + ") is no path on this system");
    }
    return new HomeFolder(path.toAbsolutePath().normalize(), reason);
  }

  private static Path path(String text) {
    try {
      return Paths.get(text);
    } catch (InvalidPathException e) {
      return null;
    }
  }

  /** Absolute; need not exist. */
  Path path() {
    return path;
  }

  /** What named it, as the end of a sentence. */
  String reason() {
    return reason;
  }
}
