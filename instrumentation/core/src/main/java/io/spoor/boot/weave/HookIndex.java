package io.spoor.boot.weave;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
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

  /** Where the build puts it, beside the classes of the weaver. */
  public static final String RESOURCE = "/io/spoor/boot/hooks.index";

  private final Map<String, HookRule[]> rules = new HashMap<String, HookRule[]>(64);
  private final List<String> handlers = new ArrayList<String>();

  private HookIndex() {}

  /** Reads the index that the build made. */
  public static HookIndex read() throws IOException {
    try (InputStream in = HookIndex.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IOException("the agent jar has no " + RESOURCE);
      }
      return parse(in);
    }
  }

  static HookIndex parse(InputStream in) throws IOException {
    HookIndex index = new HookIndex();
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.ISO_8859_1));
    List<HookRule> open = new ArrayList<HookRule>();
    String type = null;
    for (String line = reader.readLine(); ; line = reader.readLine()) {
      boolean rule = line != null && line.startsWith(" ");
      if (rule) {
        open.add(HookRule.parse(line.substring(1)));
        continue;
      }
      if (type != null) {
        index.rules.put(type, open.toArray(new HookRule[0]));
        open.clear();
        type = null;
      }
      if (line == null) {
        return index;
      }
      if (line.startsWith("handler ")) {
        index.handlers.add(line.substring("handler ".length()));
      } else {
        type = line;
      }
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
