package io.spoor.instrumentation.jdbc;

import java.util.ArrayList;
import java.util.List;

/**
 * The {@code name=value} pairs of a URL. Only those that are asked for by name are ever read: a
 * password is passed over with its whole value, also one in braces that holds separators.
 * Immutable.
 */
final class UrlParameters {

  private final List<String> names = new ArrayList<String>();
  private final List<String> values = new ArrayList<String>();

  /**
   * @param text the pairs, without the character that introduces them
   * @param separators what stands between them
   */
  UrlParameters(String text, String separators) {
    int at = 0;
    while (at < text.length()) {
      int equals = UrlText.firstOf(text, separators + "=", at);
      if (equals == text.length() || text.charAt(equals) != '=') {
        at = equals + 1;
        continue;
      }
      int end;
      String value;
      if (equals + 1 < text.length() && text.charAt(equals + 1) == '{') {
        end = equals + 2;
        StringBuilder braced = new StringBuilder();
        // A closing brace is written twice.
        while (end < text.length() && (text.charAt(end) != '}' || text.startsWith("}}", end))) {
          braced.append(text.charAt(end));
          end += text.charAt(end) == '}' ? 2 : 1;
        }
        value = braced.toString();
        end = UrlText.firstOf(text, separators, Math.min(end, text.length()));
      } else {
        end = UrlText.firstOf(text, separators, equals + 1);
        value = text.substring(equals + 1, end);
      }
      names.add(text.substring(at, equals).trim());
      values.add(value);
      at = end + 1;
    }
  }

  /** The value of the first parameter of that name, whatever its case; null when there is none. */
  String get(String name) {
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).equalsIgnoreCase(name)) {
        return UrlText.emptyToNull(UrlText.decoded(values.get(i).trim()));
      }
    }
    return null;
  }

  /** The same of several names, in their order. */
  String first(String... wanted) {
    for (String name : wanted) {
      String value = get(name);
      if (value != null) {
        return value;
      }
    }
    return null;
  }
}
