package io.spoor.agent;

import java.util.ArrayList;
import java.util.List;

/**
 * The name of the job, the same for every run of it: the setting, else Spring's application name,
 * else the jar without its version, else the main class.
 */
final class JobName {

  private final String command;
  private final List<String> arguments;

  /**
   * @param command main class or jar, then arguments, as {@code sun.java.command} has it; may be
   *     null
   */
  JobName(String command) {
    List<String> words = words(command);
    this.command = words.isEmpty() ? "" : words.get(0);
    if (!words.isEmpty()) {
      words.remove(0);
    }
    this.arguments = words;
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<String>();
    int start = -1;
    for (int i = 0; text != null && i <= text.length(); i++) {
      boolean space = i == text.length() || text.charAt(i) == ' ';
      if (space && start >= 0) {
        words.add(text.substring(start, i));
        start = -1;
      } else if (!space && start < 0) {
        start = i;
      }
    }
    return words;
  }

  /**
   * @param setting the setting job.name, or null
   */
  String resolve(String setting) {
    if (setting != null && !setting.isEmpty()) {
      return expand(setting);
    }
    String spring = spring();
    if (spring != null && !spring.isEmpty()) {
      return spring;
    }
    if (command.endsWith(".jar")) {
      return withoutVersion(command.substring(lastSlash(command) + 1, command.length() - 4));
    }
    // A modular main: module/class.
    String main = command.substring(command.indexOf('/') + 1);
    return main.isEmpty() ? "java" : main;
  }

  private String spring() {
    String name = System.getProperty("spring.application.name");
    if (name == null) {
      name = System.getenv("SPRING_APPLICATION_NAME");
    }
    String option = "--spring.application.name=";
    for (String argument : arguments) {
      if (argument.startsWith(option)) {
        name = argument.substring(option.length());
      }
    }
    return name;
  }

  private static int lastSlash(String path) {
    return Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
  }

  /** {@code nightly-load-1.4.2-SNAPSHOT} is the same job as {@code nightly-load-1.4.3}. */
  private static String withoutVersion(String jar) {
    for (int i = 1; i + 1 < jar.length(); i++) {
      if (jar.charAt(i) == '-' && Character.isDigit(jar.charAt(i + 1))) {
        return jar.substring(0, i);
      }
    }
    return jar;
  }

  /** Replaces {@code ${arg:n}} and {@code ${env:X}}; what is not there becomes empty. */
  private String expand(String text) {
    StringBuilder out = new StringBuilder();
    int i = 0;
    while (i < text.length()) {
      int end = text.startsWith("${", i) ? text.indexOf('}', i) : -1;
      if (end < 0) {
        out.append(text.charAt(i++));
      } else {
        out.append(value(text.substring(i + 2, end)));
        i = end + 1;
      }
    }
    return out.toString();
  }

  private String value(String expression) {
    String value = null;
    if (expression.startsWith("env:")) {
      value = System.getenv(expression.substring(4));
    } else if (expression.startsWith("arg:")) {
      try {
        int index = Integer.parseInt(expression.substring(4)) - 1;
        value = index >= 0 && index < arguments.size() ? arguments.get(index) : null;
      } catch (NumberFormatException e) {
        value = null;
      }
    }
    return value == null ? "" : value;
  }
}
