package io.spoor.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Settings seen in the file, the environment and system properties; unknown ones with what was
 * probably meant. Values are not shown: some are keys and passwords.
 */
final class SettingsCheck {
  private static final String PROPERTY_PREFIX = "spoor.";
  private static final String VARIABLE_PREFIX = "SPOOR_";

  /** Set by the command line's own start. */
  private static final String AGENT_JAR = "spoor.agent.jar";

  private final TreeSet<String> known;
  private final Path file;
  private final Map<String, String> env;
  private final Properties system;

  SettingsCheck(KnownSettings settings, Path home, Map<String, String> env, Properties system) {
    this.known = new TreeSet<>(settings.names());
    this.file = home.resolve("spoor.properties");
    this.env = env;
    this.system = system;
  }

  void run(Findings findings) {
    // Where each setting is set, the place that wins first.
    Map<String, List<String>> places = new TreeMap<>();
    List<String> unknown = new ArrayList<>();
    for (String name : new TreeSet<>(system.stringPropertyNames())) {
      if (name.startsWith(PROPERTY_PREFIX) && !name.equals(AGENT_JAR)) {
        String setting = name.substring(PROPERTY_PREFIX.length());
        sort(setting, "system property " + name, places, unknown);
      }
    }
    environment(places, unknown);
    file(places, unknown, findings);
    for (Map.Entry<String, List<String>> place : places.entrySet()) {
      List<String> where = place.getValue();
      StringBuilder line = new StringBuilder("setting " + place.getKey() + ": " + where.get(0));
      if (where.size() > 1) {
        line.append(", which wins over ");
        line.append(String.join(" and ", where.subList(1, where.size())));
      }
      findings.ok(line.toString());
    }
    unknown.forEach(findings::warn);
  }

  private void environment(Map<String, List<String>> places, List<String> unknown) {
    Map<String, String> byVariable = new TreeMap<>();
    for (String setting : known) {
      byVariable.put(variable(setting), setting);
    }
    for (String name : new TreeSet<>(env.keySet())) {
      if (!name.startsWith(VARIABLE_PREFIX)) {
        continue;
      }
      String setting = byVariable.get(name);
      for (Map.Entry<String, String> one : byVariable.entrySet()) {
        if (setting == null && isUnder(name, one.getKey(), '_')) {
          setting = one.getValue() + name.substring(one.getKey().length()).toLowerCase(Locale.ROOT);
        }
      }
      if (setting == null) {
        unknown.add(
            "there is no setting " + name + " (environment)" + fix(name, byVariable.keySet()));
      } else {
        places.computeIfAbsent(setting, key -> new ArrayList<>()).add(name + " in the environment");
      }
    }
  }

  private void file(Map<String, List<String>> places, List<String> unknown, Findings findings) {
    if (!Files.exists(file)) {
      return;
    }
    Properties properties = new Properties();
    try (InputStream in = Files.newInputStream(file)) {
      properties.load(in);
    } catch (IOException e) {
      findings.warn(file + " cannot be read, so its settings do not count; make it readable");
      return;
    } catch (IllegalArgumentException e) {
      findings.warn(
          file
              + " is no valid properties file: a \\u is not followed by four hex digits;"
              + " write \\\\ for one backslash");
      return;
    }
    for (String name : new TreeSet<>(properties.stringPropertyNames())) {
      sort(name, file.toString(), places, unknown);
    }
    if ("false".equals(properties.getProperty("enabled", "").trim())) {
      findings.warn(file + " has enabled=false: Spoor is off; remove the line to switch it on");
    }
  }

  private void sort(
      String setting, String where, Map<String, List<String>> places, List<String> unknown) {
    boolean exists = known.contains(setting);
    for (String name : known) {
      exists |= isUnder(setting, name, '.');
    }
    if (exists) {
      places.computeIfAbsent(setting, key -> new ArrayList<>()).add(where);
    } else {
      unknown.add("there is no setting " + setting + " (" + where + ")" + fix(setting, known));
    }
  }

  /** Whether a prefix that ends in the separator begins the name, and more follows. */
  private static boolean isUnder(String name, String prefix, char separator) {
    return prefix.charAt(prefix.length() - 1) == separator
        && name.startsWith(prefix)
        && name.length() > prefix.length();
  }

  private static String fix(String name, Collection<String> known) {
    String nearest = Nearest.of(name, known);
    return nearest == null ? "; remove it" : "; did you mean " + nearest + "?";
  }

  private static String variable(String setting) {
    return VARIABLE_PREFIX + setting.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }
}
