package io.spoor.boot.weave;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the build made of all descriptions: classes by name and JDBC roles by name, each with its
 * rules, and the handlers of the generic hooks by number. Immutable after reading, so class loading
 * on any thread may ask it.
 */
public final class HookIndex {

  private final Map<String, HookRule[]> rules = new HashMap<String, HookRule[]>(64);
  private final Map<String, Integer> drivers = new HashMap<String, Integer>(64);
  private final List<String> handlers = new ArrayList<String>();

  private HookIndex() {}

  /**
   * Reads what the build made.
   *
   * @param bytes lines: a type or role, its rules beneath it after a space each; then the handlers
   */
  @SuppressWarnings("deprecation") // String(byte[], int): ASCII without the start of a decoder
  public static HookIndex parse(byte[] bytes) {
    HookIndex index = new HookIndex();
    List<HookRule> open = new ArrayList<HookRule>();
    String type = null;
    String text = new String(bytes, 0);
    for (int start = 0; start < text.length(); ) {
      int end = text.indexOf('\n', start);
      String line = text.substring(start, end);
      start = end + 1;
      if (line.charAt(0) == ' ') {
        open.add(HookRule.parse(line.substring(1)));
      } else if (line.startsWith("driver ")) {
        index.driver(HookRule.split(line, ' '));
      } else if (line.startsWith("handler ")) {
        index.handlers.add(line.substring("handler ".length()));
      } else {
        index.put(type, open);
        type = line;
      }
    }
    index.put(type, open);
    return index;
  }

  private void driver(List<String> words) {
    int shape = 0;
    for (int i = 2; i < words.size(); i++) {
      shape |= LibraryShape.named(words.get(i));
    }
    drivers.put(words.get(1), shape);
  }

  /** What the build knows of a driver class; null when nothing. */
  Integer driver(String className) {
    return drivers.get(className);
  }

  private void put(String type, List<HookRule> open) {
    if (type != null) {
      rules.put(type, open.toArray(new HookRule[0]));
      open.clear();
    }
  }

  /**
   * The rules of a class by internal name, or of a role such as {@code =statement}; null if none.
   */
  HookRule[] rules(String type) {
    return rules.get(type);
  }

  /** The classes and roles that have rules. */
  Set<String> types() {
    return rules.keySet();
  }

  /** Whether a loaded class of the JDK has rules. */
  public boolean names(Class<?> type) {
    return type.getClassLoader() == null && rules.containsKey(type.getName().replace('.', '/'));
  }

  /** The class names of the generic hooks' handlers; a hook's id is its position. */
  public List<String> handlers() {
    return handlers;
  }
}
