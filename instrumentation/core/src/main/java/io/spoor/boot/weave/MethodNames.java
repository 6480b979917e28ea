package io.spoor.boot.weave;

import java.util.HashSet;
import java.util.Set;

/** Which methods a rule is about, by their names. Immutable. */
final class MethodNames {

  /** As the index has it. */
  final String text;

  private final String name;
  private final boolean isPrefix;

  /** Names that begin so and are not meant; null when there are none. */
  private final Set<String> except;

  /**
   * @param text a name, or a prefix followed by {@code *}, or {@code prefix*-exception-exception}
   */
  MethodNames(String text) {
    this.text = text;
    int star = text.indexOf('*');
    isPrefix = star >= 0;
    name = isPrefix ? text.substring(0, star) : text;
    except =
        isPrefix && star + 2 < text.length()
            ? new HashSet<String>(HookRule.split(text.substring(star + 2), '-'))
            : null;
  }

  /** What the names begin with; 0 when that can be anything. */
  char firstLetter() {
    return name.isEmpty() ? 0 : name.charAt(0);
  }

  boolean has(String method) {
    boolean is = isPrefix ? method.startsWith(name) : method.equals(name);
    return is && (except == null || !except.contains(method));
  }
}
