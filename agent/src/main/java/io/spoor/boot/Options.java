package io.spoor.boot;

import java.util.HashMap;
import java.util.Map;

/**
 * Settings as given, by name: agent arguments, then system properties, then the environment. The
 * file in home comes last and is read by those who need it. {@code a.b} is looked up as {@code
 * spoor.a.b} in system properties and as {@code SPOOR_A_B} in the environment.
 */
public final class Options {

  /** How the names of variables begin. */
  public static final String ENVIRONMENT = "SPOOR_";

  private final Map<String, String> arguments;
  private final String malformed;
  private final boolean isInEnvironment = isInEnvironment();

  private Options(Map<String, String> arguments, String malformed) {
    this.arguments = arguments;
    this.malformed = malformed;
  }

  /**
   * Parses agent arguments: {@code key=value,key=value}. A value that contains a comma is written
   * in double quotes; inside quotes {@code ""} stands for one quote. A backslash is an ordinary
   * character (Windows paths). A key without a value is {@code true}.
   */
  public static Options parse(String text) {
    Map<String, String> arguments = new HashMap<String, String>();
    String malformed = null;
    int i = 0;
    int n = text == null ? 0 : text.length();
    while (i < n) {
      int start = i;
      while (i < n && text.charAt(i) != '=' && text.charAt(i) != ',') {
        i++;
      }
      String key = text.substring(start, i).trim();
      String value = "true";
      if (i < n && text.charAt(i) == '=') {
        StringBuilder read = new StringBuilder();
        boolean closed = true;
        i++;
        if (i < n && text.charAt(i) == '"') {
          closed = false;
          i++;
          while (i < n && !closed) {
            char c = text.charAt(i++);
            if (c != '"') {
              read.append(c);
            } else if (i < n && text.charAt(i) == '"') {
              read.append('"');
              i++;
            } else {
              closed = true;
            }
          }
        } else {
          while (i < n && text.charAt(i) != ',') {
            read.append(text.charAt(i++));
          }
        }
        value = read.toString();
        if (!closed || (i < n && text.charAt(i) != ',')) {
          malformed = key;
          while (i < n && text.charAt(i) != ',') {
            i++;
          }
        }
      }
      i++;
      if (key.length() > 0) {
        arguments.put(key, value);
      }
    }
    return new Options(arguments, malformed);
  }

  /** Mostly nothing is: then no names are made of keys, which are many. */
  private static boolean isInEnvironment() {
    for (String name : System.getenv().keySet()) {
      // Windows does not tell case.
      if (name.regionMatches(true, 0, ENVIRONMENT, 0, ENVIRONMENT.length())) {
        return true;
      }
    }
    return false;
  }

  /** The agent arguments. */
  public Map<String, String> arguments() {
    return arguments;
  }

  /** The key whose quoted value did not end, or null. */
  public String malformed() {
    return malformed;
  }

  /** A setting as given by argument, system property or environment; null when by none. */
  public String get(String key) {
    String value = arguments.get(key);
    if (value == null) {
      value = System.getProperty("spoor." + key);
    }
    return value == null && isInEnvironment ? System.getenv(environmentName(key)) : value;
  }

  /** {@code exit.budget} is {@code SPOOR_EXIT_BUDGET} in the environment. */
  public static String environmentName(String key) {
    StringBuilder name = new StringBuilder(ENVIRONMENT);
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      name.append(c == '.' ? '_' : c >= 'a' && c <= 'z' ? (char) (c - 32) : c);
    }
    return name.toString();
  }
}
