package io.spoor.boot.weave;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles Java for the tests. */
final class Sources {

  private Sources() {}

  /** Compiles some of this folder's own classes for Java 8, for the children. */
  static void ofThisPackage(Path into, String... simpleNames) throws IOException {
    List<JavaFileObject> units = new ArrayList<>();
    for (String name : simpleNames) {
      Path file = Path.of("src/test/java/io/spoor/boot/weave/" + name + ".java");
      units.add(unit(name, Files.readString(file)));
    }
    compile(units, into, 8);
  }

  /** The class files of a text, by internal name. */
  static Map<String, byte[]> compile(String name, String text, int release) throws IOException {
    Path folder = Files.createTempDirectory("spoor-sources");
    try {
      compile(List.of(unit(name, text)), folder, release);
      Map<String, byte[]> classes = new TreeMap<>();
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          String path = folder.relativize(file).toString().replace(File.separatorChar, '/');
          classes.put(path.substring(0, path.length() - 6), Files.readAllBytes(file));
        }
      }
      return classes;
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static JavaFileObject unit(String name, String text) {
    return new SimpleJavaFileObject(
        URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }

  private static void compile(List<JavaFileObject> units, Path into, int release) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    String classPath =
        System.getProperty("spoor.test.bridge")
            + File.pathSeparator
            + System.getProperty("java.class.path");
    StringWriter messages = new StringWriter();
    List<String> options =
        List.of("--release", "" + release, "-nowarn", "-cp", classPath, "-d", into.toString());
    if (!compiler.getTask(messages, null, null, options, null, units).call()) {
      throw new IllegalStateException(messages.toString());
    }
  }
}
