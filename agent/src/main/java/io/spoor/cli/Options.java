package io.spoor.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Options of one command: {@code --name value}, {@code --name=value} and flags. */
final class Options {
  private final Map<String, String> values = new HashMap<>();
  private final List<String> words = new ArrayList<>();

  private Options() {}

  /**
   * Parses a command's arguments.
   *
   * @param valued names, with dashes, of options that take a value
   * @param flags names, with dashes, of options that take none
   * @param maxWords how many arguments that are no options the command takes
   */
  static Options parse(
      String command, String[] args, List<String> valued, List<String> flags, int maxWords)
      throws UsageException {
    Options options = new Options();
    for (int i = 0; i < args.length; i++) {
      String arg = args[i];
      if (!arg.startsWith("-") || arg.equals("-")) {
        options.words.add(arg);
        if (options.words.size() > maxWords) {
          int equals = arg.indexOf('=');
          // As the agent's own options are written.
          String hint =
              equals < 0 ? "" : Nearest.hint("--" + arg.substring(0, equals), known(valued, flags));
          throw new UsageException(
              "'" + command + "' does not take the argument '" + arg + "'" + hint);
        }
        continue;
      }
      int equals = arg.indexOf('=');
      String name = equals < 0 ? arg : arg.substring(0, equals);
      if (flags.contains(name)) {
        if (equals >= 0) {
          throw new UsageException("option " + name + " of '" + command + "' takes no value");
        }
        options.values.put(name, "");
      } else if (valued.contains(name)) {
        String value = equals >= 0 ? arg.substring(equals + 1) : null;
        if (value == null && i + 1 < args.length) {
          value = args[++i];
        }
        if (value == null || value.isEmpty()) {
          throw new UsageException("option " + name + " of '" + command + "' needs a value");
        }
        options.values.put(name, value);
      } else {
        throw new UsageException(
            "'"
                + command
                + "' has no option '"
                + name
                + "'"
                + Nearest.hint(name, known(valued, flags)));
      }
    }
    return options;
  }

  private static Set<String> known(List<String> valued, List<String> flags) {
    Set<String> known = new HashSet<>(valued);
    known.addAll(flags);
    return known;
  }

  /** Whether a flag was given. */
  boolean has(String name) {
    return values.containsKey(name);
  }

  /** An option's value, or null when it was not given. */
  String value(String name) {
    return values.get(name);
  }

  /** An option's value, one of those allowed. */
  String oneOf(String name, String absent, String... allowed) throws UsageException {
    String value = values.get(name);
    if (value == null) {
      return absent;
    }
    List<String> known = Arrays.asList(allowed);
    if (!known.contains(value)) {
      throw new UsageException(
          "option "
              + name
              + " cannot be '"
              + value
              + "', only "
              + String.join(", ", known)
              + Nearest.hint(value, known));
    }
    return value;
  }

  /** An option's value as a number of at least 1. */
  int positive(String name, int absent) throws UsageException {
    String value = values.get(name);
    if (value == null) {
      return absent;
    }
    try {
      int number = Integer.parseInt(value);
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new UsageException(
        "option " + name + " needs a whole number of at least 1, not '" + value + "'");
  }

  /** The arguments that are no options, in order. */
  List<String> words() {
    return words;
  }
}
