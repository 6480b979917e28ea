package io.spoor.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;

/**
 * The job's arguments as parameters of its run: {@code --date=2024-01-31} has a name, others have a
 * place. Values may be secrets and stay out unless the user wants them.
 */
final class Parameters {

  private static final String HIDDEN = "***";
  private static final int MOST = 100;
  private static final int LONGEST = 1000;

  private Parameters() {}

  /**
   * @param command main class or archive with the arguments, separated by spaces, as the JVM tells
   *     it; null when it does not
   * @return key, name or null, and value each
   */
  static List<String[]> of(String command, boolean withValues) {
    List<String[]> parameters = new ArrayList<String[]>();
    StringTokenizer words = new StringTokenizer(command == null ? "" : command, " ");
    if (words.hasMoreTokens()) {
      // What runs.
      words.nextToken();
    }
    for (int i = 1; words.hasMoreTokens() && i <= MOST; i++) {
      String name = null;
      String value = words.nextToken();
      int equals = value.indexOf('=');
      if (equals > 0 && isName(value.substring(0, equals)) && equals < value.length() - 1) {
        name = value.substring(0, equals);
        value = value.substring(equals + 1);
      } else if (value.startsWith("--") && isName(value) || isLetter(value)) {
        name = value;
        value = "";
      }
      value = value.substring(0, Math.min(value.length(), LONGEST));
      boolean hidden = !withValues && !value.isEmpty();
      parameters.add(new String[] {"arg" + i, name, hidden ? HIDDEN : value});
    }
    return parameters;
  }

  /** {@code -p}; what has more behind one dash may be a password. */
  private static boolean isLetter(String word) {
    return word.length() == 2 && word.charAt(0) == '-' && Character.isLetter(word.charAt(1));
  }

  /** A name and surely no part of an address or of a key in base 64. */
  private static boolean isName(String text) {
    int start = text.startsWith("--") ? 2 : text.startsWith("-") ? 1 : 0;
    if (start == text.length() || text.length() > 60) {
      return false;
    }
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isLetter = c >= 'a' && c <= 'z' || start > 0 && c >= 'A' && c <= 'Z';
      if (!isLetter && (i == start || "0123456789._-".indexOf(c) < 0)) {
        return false;
      }
    }
    return true;
  }
}
