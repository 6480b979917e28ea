package io.spoor.boot.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that are looked at are woven so that the JVM's verifier takes any class. */
class CallWeaverTest {

  private static final List<String> JARS =
      List.of("h2-", "hsqldb-", "derby-", "postgresql-", "commons-pool2-");

  /** Links classes whose bytes are given, where all that they need is there. */
  private static final class Links extends ClassLoader {
    private final Map<String, byte[]> woven;

    Links(Map<String, byte[]> woven) {
      super(CallWeaverTest.class.getClassLoader());
      this.woven = woven;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        Class<?> known = findLoadedClass(name);
        byte[] bytes = woven.get(name);
        if (known != null) {
          return known;
        }
        return bytes == null
            ? super.loadClass(name, resolve)
            : defineClass(name, bytes, 0, bytes.length);
      }
    }
  }

  /** Whether a class was linked; throws what the verifier says. */
  private static boolean isLinked(Links loader, String name) {
    try {
      // Asking for methods links a class and does not initialise it.
      return loader.loadClass(name).getDeclaredMethods().length >= 0;
    } catch (ClassNotFoundException | NoClassDefFoundError e) {
      return false;
    }
  }

  private static void add(Map<String, byte[]> all, Map<String, byte[]> woven, byte[] bytes) {
    String name = new ClassFile(bytes).className().replace('/', '.');
    byte[] after = CallWeaver.weave(bytes);
    all.put(name, after == null ? bytes : after);
    if (after != null) {
      woven.put(name, after);
    }
  }

  private static void assertLinks(Map<String, byte[]> all, Map<String, byte[]> woven, int least) {
    Links loader = new Links(all);
    List<String> wrong = new ArrayList<>();
    int linked = 0;
    for (String name : woven.keySet()) {
      try {
        linked += isLinked(loader, name) ? 1 : 0;
      } catch (LinkageError e) {
        wrong.add(name + ": " + e);
      }
    }
    assertEquals(List.of(), wrong);
    assertTrue(linked >= least, linked + " of " + woven.size());
  }

  @Test
  void classesOfDrivers() throws IOException {
    for (String path : System.getProperty("java.class.path").split(File.pathSeparator)) {
      String file = new File(path).getName();
      if (JARS.stream().noneMatch(file::startsWith)) {
        continue;
      }
      Map<String, byte[]> all = new LinkedHashMap<>();
      Map<String, byte[]> woven = new LinkedHashMap<>();
      try (ZipFile zip = new ZipFile(path)) {
        for (Enumeration<? extends ZipEntry> each = zip.entries(); each.hasMoreElements(); ) {
          ZipEntry entry = each.nextElement();
          if (entry.getName().endsWith(".class") && !entry.getName().startsWith("META-INF")) {
            add(all, woven, zip.getInputStream(entry).readAllBytes());
          }
        }
      }
      assertLinks(all, woven, file.startsWith("commons") ? 3 : 30);
    }
  }

  /** These are of a newer version, and put texts together by invokedynamic. */
  @Test
  void classesOfTheseTests() throws Exception {
    Path folder =
        Path.of(CallWeaverTest.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Map<String, byte[]> all = new LinkedHashMap<>();
    Map<String, byte[]> woven = new LinkedHashMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".class")).toList()) {
        if (!file.getFileName().toString().equals("package-info.class")) {
          add(all, woven, Files.readAllBytes(file));
        }
      }
    }
    assertLinks(all, woven, 10);
    byte[] own = woven.get(CallWeaverTest.class.getName());
    assertTrue(new String(own, StandardCharsets.ISO_8859_1).contains("SpoorHooks"));
  }

  /** What is put together is one call of a builder for each, or one invokedynamic. */
  @ParameterizedTest
  @ValueSource(ints = {8, 17})
  void hooksSeeWhatGoesInAndWhatComesOut(int release) throws Exception {
    String text =
        """
        public class Example {
          public String make(String a, String b, int n) throws Exception {
            java.security.MessageDigest digest = java.security.MessageDigest.getInstance("MD5");
            digest.update(a.getBytes("UTF-8"));
            String hidden = new java.math.BigInteger(1, digest.digest()).toString(16);
            return n > 3 ? String.format("%s-%s", hidden, b) : hidden.concat(b.substring(n));
          }
          public String join(String a, String b) {
            return a + b;
          }
        }
        """;
    try (Woven woven = new Woven()) {
      for (byte[] each : Sources.compile("Example", text, release).values()) {
        woven.add(CallWeaver.weave(each));
      }
      SpoorHooks.looking = true;
      Object self = woven.make("Example");
      String one = woven.notes.name("a", new String("one"));
      String other = woven.notes.name("b", new String("other"));
      String made = (String) Woven.call(self.getClass(), self, "make", one, other, 5);
      assertEquals("f97c5d29941bfb1b2fdab0874906ab82-other", made);
      made = (String) Woven.call(self.getClass(), self, "make", one, other, 3);
      assertEquals("f97c5d29941bfb1b2fdab0874906ab82er", made);
      String digested =
          """
          using a null 14
          made bytes 14
          adding digest bytes 0
          using digest null 0
          made bytes 0
          using bytes null 8
          made number 8
          using number null 8
          made text 8
          """;
      String expected =
          digested
              + """
              using [text, b] null 6
              made text 6
              """
              + digested
              + """
              using b null 14
              made text 14
              using text text 13
              made text 13
              """;
      assertEquals(expected, simple(woven.lines()));
      woven.notes.section("join");
      Woven.call(self.getClass(), self, "join", one, other);
      String joined =
          simple(woven.lines().subList(expected.split("\n").length, woven.lines().size()));
      assertEquals(
          release == 8
              ? "-- join\nadding builder a 12\nadding builder b 12\n"
                  + "using builder null 12\nmade text 12\n"
              : "-- join\nusing a b 13\nmade text 13\n",
          joined);
    } finally {
      SpoorHooks.looking = false;
    }
  }

  /** Without what is in the objects. */
  private static String simple(List<String> lines) {
    return (String.join("\n", lines) + "\n")
        .replaceAll("java.security\\S+", "digest")
        .replaceAll("java.lang.StringBuilder", "builder")
        .replaceAll("\\[-?\\d[^]]*]", "bytes")
        .replaceAll("BigInteger:\\d+", "number")
        .replaceAll("Integer:", "")
        .replaceAll("\"[^\"]*\"", "text");
  }

  /** A class that makes none of the calls stays as it is. */
  @Test
  void otherClasses() throws IOException {
    String path = CallWeaverTest.class.getName().replace('.', '/') + "$Links.class";
    try (var in = CallWeaverTest.class.getClassLoader().getResourceAsStream(path)) {
      assertNull(CallWeaver.weave(in.readAllBytes()));
    }
  }
}
