package io.spoor.boot.weave;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Classes made for a test, woven by rules of the test, loaded here; their hooks make notes. */
final class Woven extends ClassLoader implements AutoCloseable {

  private static final String O = "Ljava/lang/Object;";

  private final Map<String, byte[]> classes = new HashMap<>();
  final Notes notes = new Notes();

  Woven() {
    super(Woven.class.getClassLoader());
    SpoorHooks.recorder = notes;
  }

  /** Rules that hand entry, return and throw of a method to handler 7. */
  static HookRule[] handled(String method) {
    return rules(
        method + "|(|*|E|enter|(I" + O + "[" + O + ")V|#7,this,args",
        method + "|(|*|R|exit|(I" + O + O + ")V|#7,this,result",
        method + "|(|*|T|thrown|(ILjava/lang/Throwable;)V|#7,thrown");
  }

  static HookRule[] rules(String... lines) {
    HookRule[] rules = new HookRule[lines.length];
    for (int i = 0; i < lines.length; i++) {
      rules[i] = HookRule.parse(lines[i]);
    }
    return rules;
  }

  /** Compiles a text and weaves the classes in it; those that no rule meets stay as they are. */
  Woven add(String text, int release, HookRule... rules) throws Exception {
    for (byte[] each : Sources.compile("Example", text, release).values()) {
      byte[] woven = Weaver.weave(each, rules, false, false, false, false);
      add(woven == null ? each : woven);
    }
    return this;
  }

  Woven add(byte[] classFile) {
    String name = new org.objectweb.asm.ClassReader(classFile).getClassName();
    classes.put(name.replace('/', '.'), classFile);
    return this;
  }

  /** Makes an object of a class, known as "self" in the notes. */
  Object make(String name) throws Exception {
    return notes.name("self", loadClass(name).getDeclaredConstructor().newInstance());
  }

  /** Calls the one method of that name. */
  static Object call(Class<?> type, Object self, String method, Object... arguments)
      throws Exception {
    for (java.lang.reflect.Method each : type.getDeclaredMethods()) {
      if (each.getName().equals(method) && !each.isSynthetic()) {
        return each.invoke(self, arguments);
      }
    }
    throw new NoSuchMethodException(method);
  }

  List<String> lines() {
    return notes.lines();
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes = classes.get(name);
    if (bytes == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, bytes, 0, bytes.length);
  }

  @Override
  public void close() {
    SpoorHooks.recorder = null;
  }
}
