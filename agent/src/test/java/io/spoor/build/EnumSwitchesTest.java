package io.spoor.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Opcodes;

/** Classes of this test, as javac made them, are rewritten, loaded and called. */
class EnumSwitchesTest {

  private static final String OWN = EnumSwitchesTest.class.getName().replace('.', '/');

  /** For switches. */
  public enum Colour {
    RED,
    GREEN {
      @Override
      int weight() {
        return 2;
      }
    },
    BLUE,
    GREY;

    int weight() {
      return 1;
    }
  }

  /** Another one. */
  public enum Size {
    SMALL,
    LARGE
  }

  /** Names a colour: cases in another order than the constants, some together, some missing. */
  public static class Plain implements Function<Object, Object> {
    @Override
    public Object apply(Object colour) {
      switch ((Colour) colour) {
        case GREY:
          return "grey";
        case GREEN:
        case RED:
          return "warm";
        default:
          return "other";
      }
    }
  }

  /** Two enums, one switch within another, a fall-through, a value that is a call. */
  public static class Nested implements Function<Object, Object> {
    @Override
    @SuppressWarnings("fallthrough")
    public Object apply(Object colour) {
      StringBuilder told = new StringBuilder();
      for (Size size : Size.values()) {
        switch (Colour.valueOf(colour.toString())) {
          case BLUE:
            told.append("blue ");
          // Falls through.
          case RED:
            switch (size) {
              case LARGE:
                told.append("large ");
                break;
              default:
            }
            break;
          default:
            told.append('-');
        }
      }
      return told.toString();
    }
  }

  /** The value branches, so that javac's array lies on the stack over a frame. */
  public static class Branching implements Function<Object, Object> {
    @Override
    public Object apply(Object colour) {
      switch (colour == null ? Colour.GREY : (Colour) colour) {
        case GREY:
          return "grey";
        default:
          return "coloured";
      }
    }
  }

  @Test
  void aSwitchGoesToTheSameCases() throws Exception {
    Map<String, byte[]> classes = rewritten(Plain.class, Nested.class);
    assertEquals(Set.of(), holders(classes));
    for (Class<? extends Function<Object, Object>> type : List.of(Plain.class, Nested.class)) {
      Function<Object, Object> before = type.getConstructor().newInstance();
      Function<Object, Object> now = load(classes, type);
      assertFalse(now.getClass() == before.getClass());
      for (Colour colour : Colour.values()) {
        assertEquals(before.apply(colour), now.apply(colour), type + " " + colour);
      }
    }
    assertEquals("blue blue large ", load(classes, Nested.class).apply(Colour.BLUE));
  }

  @Test
  void whatIsNotRecognisedStaysAsItIs() throws Exception {
    Map<String, byte[]> before = classes(Branching.class, JdkEnumSwitch.class);
    Map<String, byte[]> classes = rewritten(Branching.class, JdkEnumSwitch.class);
    assertEquals(before.keySet(), classes.keySet());
    assertEquals(holders(before), holders(classes));
    assertTrue(!holders(classes).isEmpty());
    Function<Object, Object> branching = load(classes, Branching.class);
    assertEquals("grey", branching.apply(null));
    assertEquals("coloured", branching.apply(Colour.BLUE));
    Function<Object, Object> ofTheJdk = load(classes, JdkEnumSwitch.class);
    assertEquals("days", ofTheJdk.apply(TimeUnit.DAYS));
    assertEquals("less", ofTheJdk.apply(TimeUnit.HOURS));
  }

  /** javac may keep the numbers for two classes in one. */
  @Test
  void aHolderStaysForTheOneThatNeedsIt() throws Exception {
    Map<String, byte[]> classes = rewritten(Plain.class, Branching.class);
    assertEquals("warm", load(classes, Plain.class).apply(Colour.RED));
    assertEquals("grey", load(classes, Branching.class).apply(Colour.GREY));
  }

  private static Map<String, byte[]> rewritten(Class<?>... types) throws IOException {
    Map<String, byte[]> classes = classes(types);
    EnumSwitches.rewrite(classes);
    return classes;
  }

  /** The types with the enums and javac's classes of numbers. */
  private static Map<String, byte[]> classes(Class<?>... types) throws IOException {
    Map<String, byte[]> classes = new TreeMap<>();
    List<String> names =
        new ArrayList<>(List.of(OWN + "$Colour", OWN + "$Colour$1", OWN + "$Size"));
    Set<String> outers = new TreeSet<>();
    for (Class<?> type : types) {
      String name = type.getName().replace('.', '/');
      names.add(name);
      outers.add(name.split("\\$")[0]);
    }
    for (String name : names) {
      classes.put(name, read(name));
    }
    for (String outer : outers) {
      for (int i = 1; read(outer + "$" + i) != null; i++) {
        String name = outer + "$" + i;
        if (!holders(Map.of(name, read(name))).isEmpty()) {
          classes.put(name, read(name));
        }
      }
    }
    return classes;
  }

  private static byte[] read(String name) throws IOException {
    try (InputStream in =
        EnumSwitchesTest.class.getClassLoader().getResourceAsStream(name + ".class")) {
      return in == null ? null : in.readAllBytes();
    }
  }

  /** Classes that hold javac's numbers. */
  private static Set<String> holders(Map<String, byte[]> classes) {
    Map<String, Boolean> holders = new HashMap<>();
    classes.forEach(
        (name, bytes) ->
            new ClassReader(bytes)
                .accept(
                    new ClassVisitor(Opcodes.ASM9) {
                      @Override
                      public FieldVisitor visitField(
                          int access, String field, String descriptor, String generic, Object of) {
                        if (field.startsWith("$SwitchMap$")) {
                          holders.put(name, true);
                        }
                        return null;
                      }
                    },
                    0));
    return Set.copyOf(holders.keySet());
  }

  /** The enums stay those of the test, so that constants can be handed over. */
  @SuppressWarnings("unchecked")
  private static Function<Object, Object> load(Map<String, byte[]> classes, Class<?> type)
      throws ReflectiveOperationException {
    ClassLoader loader =
        new ClassLoader(EnumSwitchesTest.class.getClassLoader()) {
          @Override
          protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            byte[] bytes = classes.get(name.replace('.', '/'));
            boolean ofEnum = name.contains("$Colour") || name.contains("$Size");
            if (bytes == null || ofEnum) {
              if (name.matches(".*Switch[a-zA-Z]*\\$\\d+")) {
                throw new ClassNotFoundException(name + " was removed");
              }
              return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? defineClass(name, bytes, 0, bytes.length) : loaded;
          }
        };
    return (Function<Object, Object>)
        loader.loadClass(type.getName()).getConstructor().newInstance();
  }
}
