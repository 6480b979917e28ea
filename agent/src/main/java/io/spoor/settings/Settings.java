package io.spoor.settings;

import io.spoor.boot.Homes;
import io.spoor.boot.Options;
import io.spoor.text.Spelling;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.TreeSet;

/**
 * The values of the settings in this JVM. What cannot be understood keeps its default and is told
 * as one sentence. Immutable.
 */
public final class Settings {

  private static final List<String> BUILT_IN_SINKS =
      Collections.unmodifiableList(Arrays.asList("file", "console", "http", "append"));

  private final Options options;
  private final Properties file;
  private final List<String> complaints = new ArrayList<String>();

  private Settings(Options options, Properties file) {
    this.options = options;
    this.file = file;
  }

  /**
   * Reads {@code spoor.properties} of a home, where there is one, and checks all keys that were
   * given.
   */
  public static Settings load(Options options, File home) {
    Properties properties = new Properties();
    String unreadable = null;
    try {
      properties = Homes.properties(home);
    } catch (IOException e) {
      unreadable =
          "The settings in "
              + new File(home, "spoor.properties")
              + " are not used: "
              + e.getMessage()
              + ". Correct or delete the file.";
    }
    Settings settings = new Settings(options, properties);
    if (unreadable != null) {
      settings.complaints.add(unreadable);
    }
    settings.check();
    return settings;
  }

  private void check() {
    if (options.malformed() != null) {
      complaints.add(
          "The agent argument "
              + options.malformed()
              + " has a quoted value whose closing quote is missing or misplaced; check its value.");
    }
    for (String key : new TreeSet<String>(options.arguments().keySet())) {
      checkKey(key, "agent argument");
    }
    for (String name : sorted(System.getProperties().stringPropertyNames(), "spoor.")) {
      if (!name.equals("spoor.agent.jar")) {
        checkKey(name.substring("spoor.".length()), "system property spoor.");
      }
    }
    for (String key : new TreeSet<String>(file.stringPropertyNames())) {
      checkKey(key, "spoor.properties:");
    }
    for (String name : sorted(System.getenv().keySet(), Options.ENVIRONMENT)) {
      if (!isKnownEnvironment(name)) {
        complaints.add(
            "The environment variable " + name + " names no setting of Spoor and is ignored.");
      }
    }
  }

  private static Set<String> sorted(Set<String> names, String prefix) {
    Set<String> sorted = new TreeSet<String>();
    for (String name : names) {
      if (name.startsWith(prefix)) {
        sorted.add(name);
      }
    }
    return sorted;
  }

  private static boolean isKnownEnvironment(String name) {
    for (Setting setting : Setting.values()) {
      String known = Options.environmentName(setting.key());
      if (name.equals(known) || (known.endsWith("_") && name.startsWith(known))) {
        return true;
      }
    }
    return false;
  }

  private void checkKey(String key, String place) {
    if (!isKnown(key)) {
      String nearest = nearest(key);
      complaints.add(
          "The setting "
              + key
              + " ("
              + place
              + (place.endsWith(".") || place.endsWith(":") ? key : "")
              + ") does not exist and is ignored"
              + (nearest == null ? "." : "; did you mean " + nearest + "?"));
    }
  }

  /** Whether a key is in the table, or an option of a sink that is not built in. */
  public static boolean isKnown(String key) {
    for (Setting setting : Setting.values()) {
      if (setting.key().equals(key)) {
        return true;
      }
    }
    String prefix = Setting.SINK_OTHER.key();
    int dot = key.startsWith(prefix) ? key.indexOf('.', prefix.length()) : -1;
    if (dot <= prefix.length()) {
      return false;
    }
    String sink = key.substring(prefix.length(), dot);
    return !BUILT_IN_SINKS.contains(sink);
  }

  /** The known key that is nearest to an unknown one; null when none is near. */
  public static String nearest(String key) {
    List<String> known = new ArrayList<String>();
    for (Setting setting : Setting.values()) {
      if (setting != Setting.SINK_OTHER) {
        known.add(setting.key());
      }
    }
    return Spelling.nearest(key, known);
  }

  /** What was wrong with the settings, one sentence each. */
  public List<String> complaints() {
    return Collections.unmodifiableList(complaints);
  }

  /** A value as given, by any key; null when it was not given. */
  public String raw(String key) {
    String value = options.get(key);
    return value == null ? file.getProperty(key) : value;
  }

  /** A value of spoor.properties alone; null when it is not there. */
  public String fromFile(String key) {
    return file.getProperty(key);
  }

  /** A value as given, or the default. */
  public String text(Setting setting) {
    String value = raw(setting.key());
    return value == null ? setting.standard() : value.trim();
  }

  /** Whether a setting is on: true, on or yes. */
  public boolean isOn(Setting setting) {
    String value = text(setting);
    return "true".equalsIgnoreCase(value)
        || "on".equalsIgnoreCase(value)
        || "yes".equalsIgnoreCase(value);
  }

  /**
   * The words of a setting, which are joined by +, in lower case.
   *
   * @param known those that mean something; others are told and left out
   */
  public List<String> words(Setting setting, Collection<String> known) {
    List<String> words = new ArrayList<String>();
    StringTokenizer given = new StringTokenizer(text(setting).toLowerCase(Locale.ROOT), "+ ");
    while (given.hasMoreTokens()) {
      String word = given.nextToken();
      if (known.contains(word)) {
        words.add(word);
      } else {
        complaints.add(
            "The setting " + setting.key() + " knows no word " + word + ", only " + known);
      }
    }
    return words;
  }

  /** One of some words, or the default; another one is told. */
  public String choice(Setting setting, String... words) {
    String value = text(setting);
    if (value == null || value.isEmpty() || Arrays.asList(words).contains(value)) {
      return value;
    }
    complaints.add(
        "The setting "
            + setting.key()
            + "="
            + value
            + " is none of "
            + Arrays.asList(words)
            + " and was passed over");
    return setting.standard();
  }

  /** A whole number that is not negative. */
  public long number(Setting setting) {
    String value = text(setting);
    try {
      long number = Long.parseLong(value);
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below, as for a negative one.
    }
    complaints.add(
        "The setting "
            + setting.key()
            + "="
            + value
            + " is not a whole number; "
            + setting.standard()
            + " is used.");
    return Long.parseLong(setting.standard());
  }

  /** A list separated by semicolons. */
  public List<String> list(Setting setting) {
    List<String> items = new ArrayList<String>();
    String value = text(setting);
    int from = 0;
    while (value != null && from <= value.length()) {
      int end = value.indexOf(';', from);
      String item = value.substring(from, end < 0 ? value.length() : end).trim();
      if (!item.isEmpty()) {
        items.add(item);
      }
      from = end < 0 ? value.length() + 1 : end + 1;
    }
    return items;
  }
}
