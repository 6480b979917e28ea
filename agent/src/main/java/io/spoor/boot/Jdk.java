package io.spoor.boot;

import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.security.ProtectionDomain;
import sun.misc.SpoorDefiner;

/**
 * The one place that tells Java 8 from later: defines classes in package java.lang of java.base.
 * Appending to the bootstrap class path would do too, but it takes every class of the application
 * out of an AppCDS archive and makes the JVM print a warning.
 */
final class Jdk {

  private static final String LATER = "io.spoor.boot.Later";

  private Jdk() {}

  /** Defines classes of the agent jar, in order: super types first. */
  static void defineInJavaLang(Instrumentation instrumentation, PackLoader loader, String... names)
      throws Exception {
    String[] paths = new String[names.length];
    byte[][] classes = new byte[names.length][];
    for (int i = 0; i < names.length; i++) {
      paths[i] = "java/lang/" + names[i];
      classes[i] = loader.resource(paths[i]);
    }
    if (isJava8()) {
      for (int i = 0; i < names.length; i++) {
        define(paths[i], classes[i]);
      }
      return;
    }
    JavaLang later = (JavaLang) loader.given(LATER);
    if (!isDefined(later, loader, paths, classes)) {
      MethodHandles.Lookup lookup = later.lookup(instrumentation);
      for (byte[] each : classes) {
        later.define(lookup, each);
      }
    }
  }

  /** The shorter way: not open in a runtime image without module jdk.unsupported. */
  private static boolean isDefined(
      JavaLang later, PackLoader loader, String[] paths, byte[][] classes) throws IOException {
    try {
      // The smallest class of that package.
      Class<?> beside = Class.forName("sun.misc.SignalHandler", false, null);
      later.define(beside, loader.resource("sun/misc/SpoorDefiner"));
      SpoorDefiner.define(paths, classes);
      return true;
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      return false;
    }
  }

  /** On Java 8. */
  private static void define(String name, byte[] bytes) throws Exception {
    Class<?> type = Class.forName("sun.misc.Unsafe");
    Field field = type.getDeclaredField("theUnsafe");
    field.setAccessible(true);
    Method define =
        type.getMethod(
            "defineClass",
            String.class,
            byte[].class,
            int.class,
            int.class,
            ClassLoader.class,
            ProtectionDomain.class);
    define.invoke(field.get(null), name, bytes, 0, bytes.length, null, null);
  }

  static boolean isJava8() {
    return System.getProperty("java.specification.version", "").startsWith("1.");
  }

  /** Opens a package of java.base to this class's module; on Java 8 all are open. */
  static void open(Instrumentation instrumentation, PackLoader loader, String name)
      throws Exception {
    if (!isJava8()) {
      ((JavaLang) loader.given(LATER)).open(instrumentation, name);
    }
  }
}
