package io.spoor.instrumentation.library;

import io.spoor.boot.record.LibraryRule;
import io.spoor.boot.record.Place;
import io.spoor.boot.record.Role;
import io.spoor.text.Spelling;
import io.spoor.text.YamlSubset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Compiles descriptions of libraries into lines of an index: of the classes to weave with their
 * hooks, and of what the calls mean. A description that is wrong somewhere is left out there, with
 * one sentence that says where and why; the rest of it stands.
 */
public final class LibraryCompiler {

  private static final String OBJECT = "Ljava/lang/Object;";
  private static final String ENTER = "enter|(I" + OBJECT + "[" + OBJECT + ")V|";
  private static final String EXIT = "exit|(I" + OBJECT + OBJECT + ")V|";
  private static final String THROWN = "thrown|(ILjava/lang/Throwable;)V|";

  private final Map<String, List<String>> types = new LinkedHashMap<String, List<String>>();
  private final List<String> calls = new ArrayList<String>();
  private final List<String> problems = new ArrayList<String>();
  private final int firstId;

  /** One method of a description with what is said of it. */
  private static final class Described {
    final String type;
    final String method;
    final int line;
    final List<YamlSubset.Entry> roles = new ArrayList<YamlSubset.Entry>();

    Described(String type, String method, int line) {
      this.type = type;
      this.method = method;
      this.line = line;
    }
  }

  /** What a whole file says besides its methods. */
  private static final class Head {
    String library;
    String artifact = "";
    final Map<String, String> types = new LinkedHashMap<String, String>();
  }

  /**
   * @param firstId of the calls in their order
   */
  public LibraryCompiler(int firstId) {
    this.firstId = firstId;
  }

  /**
   * Adds a description.
   *
   * @param file for problems
   * @param text its content
   */
  public void add(String file, String text) {
    List<YamlSubset.Entry> entries;
    try {
      entries = YamlSubset.entries(text);
    } catch (YamlSubset.Unclear e) {
      problems.add(file + " was left out: " + e.getMessage());
      return;
    }
    Head head = new Head();
    Map<String, Described> methods = new LinkedHashMap<String, Described>();
    for (YamlSubset.Entry entry : entries) {
      try {
        take(entry, head, methods);
      } catch (IllegalArgumentException e) {
        problem(file, entry.line(), e.getMessage());
      }
    }
    if (head.library == null) {
      problems.add(file + " was left out: it does not say 'library: NAME'");
      return;
    }
    if (methods.isEmpty()) {
      problems.add(file + " describes no method beneath 'classes'");
    }
    for (Described method : methods.values()) {
      compile(file, head, method);
    }
  }

  private void problem(String file, int line, String what) {
    problems.add(file + ", line " + line + ": " + what);
  }

  private static void take(YamlSubset.Entry entry, Head head, Map<String, Described> methods) {
    List<String> path = entry.path();
    String first = path.get(0);
    if (path.size() == 1 && first.equals("library")) {
      head.library = entry.value();
    } else if (path.size() == 1 && first.equals("artifact")) {
      head.artifact = entry.value();
    } else if (path.size() == 2 && first.equals("types")) {
      head.types.put(path.get(1), entry.value());
    } else if (path.size() == 4 && first.equals("classes")) {
      String key = path.get(1) + "#" + path.get(2);
      Described method = methods.get(key);
      if (method == null) {
        method = new Described(path.get(1), path.get(2), entry.parentLine());
        methods.put(key, method);
      }
      method.roles.add(entry);
    } else {
      throw new IllegalArgumentException(
          "expected 'library', 'artifact', 'types' with short names, or 'classes' with a class, a"
              + " method and its roles beneath one another, not '"
              + first
              + "'");
    }
  }

  private void compile(String file, Head head, Described described) {
    String type = described.type.replace('.', '/');
    MethodPattern method;
    try {
      if (type.startsWith("java/") || type.startsWith("javax/")) {
        throw new IllegalArgumentException(described.type + " is of the JDK, and no library");
      }
      method = MethodPattern.parse(described.method, type, head.types);
    } catch (IllegalArgumentException e) {
      problem(file, described.line, e.getMessage());
      return;
    }
    List<String[]> parts = new ArrayList<String[]>();
    Map<Role, Place> places = new LinkedHashMap<Role, Place>();
    for (YamlSubset.Entry entry : described.roles) {
      try {
        part(entry, method, parts, places);
      } catch (IllegalArgumentException e) {
        problem(file, entry.line(), e.getMessage());
        return;
      }
    }
    Role hot = hot(places);
    if (hot != null && (parts.size() > (places.containsKey(Role.ON) ? 2 : 1))) {
      problem(
          file,
          described.line,
          "'"
              + word(hot)
              + "' is called too often for more than 'on' beside it; describe the rest elsewhere");
      return;
    }
    if (hot != null && parts.get(0)[0].equals(Role.ON.name())) {
      parts.add(parts.remove(0));
    }
    List<String> hooks = types.get(type);
    if (hooks == null) {
      hooks = new ArrayList<String>();
      types.put(type, hooks);
    }
    String target = " " + method.name + "|" + method.descriptorPrefix + "|*|";
    if (parts.get(0)[0].equals(Role.IGNORED.name())) {
      hooks.add(target + "-|" + ENTER + "#0,this,args");
      return;
    }
    int id = firstId + calls.size();
    calls.add(
        LibraryRule.line(
            head.library, head.artifact, described.type + "." + described.method, parts));
    if (hot != null) {
      Place on = places.get(Role.ON);
      String data = on == null ? "null" : argument(on);
      hooks.add(target + "R|" + EXIT + "#" + id + "," + argument(places.get(hot)) + "," + data);
    } else if (method.name.equals("<init>")) {
      hooks.add(target + "R|" + ENTER + "#" + id + ",this,args");
      hooks.add(target + "R|" + EXIT + "#" + id + ",this,this");
    } else {
      hooks.add(target + "E|" + ENTER + "#" + id + ",this,args");
      hooks.add(target + "R|" + EXIT + "#" + id + ",this,result");
      hooks.add(target + "T|" + THROWN + "#" + id + ",thrown");
    }
  }

  private static void part(
      YamlSubset.Entry entry, MethodPattern method, List<String[]> parts, Map<Role, Place> places) {
    String key = entry.path().get(3);
    int space = key.indexOf(' ');
    String word = space < 0 ? key : key.substring(0, space);
    String name = space < 0 ? "" : key.substring(space + 1).trim();
    Role role = role(word);
    if (role.isNamed() && name.isEmpty()) {
      throw new IllegalArgumentException(
          "'" + word + "' needs its name behind it, as in '" + word + " depth: 2'");
    }
    if (!role.isNamed() && !name.isEmpty()) {
      throw new IllegalArgumentException(
          "'" + word + "' takes no name, and here is '" + name + "'");
    }
    if (role.isFlag()) {
      parts.add(new String[] {role.name(), name, entry.value()});
      return;
    }
    for (String text : entry.value().split(",", -1)) {
      parts.add(new String[] {role.name(), name, text.trim()});
      places.put(role, place(text.trim(), role, word, method));
    }
  }

  private static Place place(String text, Role role, String word, MethodPattern method) {
    Place place = Place.parse(text);
    if (method.arguments >= 0 && place.argument() > method.arguments) {
      throw new IllegalArgumentException(
          "there is no argument " + place.argument() + ", only " + method.arguments);
    }
    if (role.isHot() && place.plain() < 0) {
      throw new IllegalArgumentException(
          "'" + word + "' is called too often for anything but this or an argument itself");
    }
    return place;
  }

  private static Role role(String word) {
    List<String> known = new ArrayList<String>();
    for (Role role : Role.values()) {
      if (word(role).equals(word)) {
        return role;
      }
      known.add(word(role));
    }
    String nearest = Spelling.nearest(word, known);
    throw new IllegalArgumentException(
        "'"
            + word
            + "' is no role; "
            + (nearest == null ? "known are " + known : "did you mean '" + nearest + "'?"));
  }

  private static String word(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }

  private static Role hot(Map<Role, Place> places) {
    for (Role role : places.keySet()) {
      if (role.isHot()) {
        return role;
      }
    }
    return null;
  }

  private static String argument(Place place) {
    return place.plain() == 0 ? "this" : String.valueOf(place.plain() - 1);
  }

  /** What was wrong, a sentence each. */
  public List<String> problems() {
    return problems;
  }

  /** What classes of the descriptions begin with: all that a job's start has to know of them. */
  public Set<String> gates() {
    Set<String> gates = new LinkedHashSet<String>();
    for (String type : types.keySet()) {
      gates.add("gate " + type.substring(0, type.lastIndexOf('/') + 1));
    }
    return gates;
  }

  /** All lines. */
  public List<String> lines() {
    List<String> lines = new ArrayList<String>(gates());
    for (Map.Entry<String, List<String>> type : types.entrySet()) {
      lines.add(type.getKey());
      lines.addAll(type.getValue());
    }
    for (String call : calls) {
      lines.add("call " + call);
    }
    return lines;
  }
}
