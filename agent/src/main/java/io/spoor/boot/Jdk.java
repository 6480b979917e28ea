package io.spoor.boot;

import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.security.ProtectionDomain;
import java.util.Collections;
import java.util.Map;
import java.util.Set;

/**
 * The one place that tells Java 8 from later: defines classes in package java.lang of java.base.
 * Appending to the bootstrap class path would do too, but it takes every class of the application
 * out of an AppCDS archive and makes the JVM print a warning.
 */
final class Jdk {

  private Jdk() {}

  /** Defines classes of the agent jar, in order: super types first. */
  static void defineInJavaLang(Instrumentation instrumentation, PackLoader loader, String... names)
      throws Exception {
    Object lookup = null;
    Method define;
    Object unsafe = null;
    if (isJava8()) {
      Class<?> type = Class.forName("sun.misc.Unsafe");
      Field field = type.getDeclaredField("theUnsafe");
      field.setAccessible(true);
      unsafe = field.get(null);
      define =
          type.getMethod(
              "defineClass",
              String.class,
              byte[].class,
              int.class,
              int.class,
              ClassLoader.class,
              ProtectionDomain.class);
    } else {
      lookup = lookupInJavaLang(instrumentation);
      define = MethodHandles.Lookup.class.getMethod("defineClass", byte[].class);
    }
    for (String name : names) {
      byte[] bytes = loader.resource("java/lang/" + name);
      if (unsafe != null) {
        define.invoke(unsafe, "java/lang/" + name, bytes, 0, bytes.length, null, null);
      } else {
        define.invoke(lookup, (Object) bytes);
      }
    }
  }

  static boolean isJava8() {
    return System.getProperty("java.specification.version", "").startsWith("1.");
  }

  private static Object lookupInJavaLang(Instrumentation instrumentation) throws Exception {
    if (TrustedLookup.isQuiet()) {
      try {
        return TrustedLookup.inJavaLang();
      } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
        // That way is closed in this runtime; the other is longer.
      }
    }
    // As JaCoCo does: open java.lang to our module, then take a private lookup in Object.
    open(instrumentation, "java.lang");
    // lookup() is called directly: through reflection the JDK would first look for its annotation
    // CallerSensitive, and make proxies of annotations for that.
    return MethodHandles.class
        .getMethod("privateLookupIn", Class.class, MethodHandles.Lookup.class)
        .invoke(null, Object.class, MethodHandles.lookup());
  }

  /** Opens a package of java.base to this class's module; on Java 8 all are open. */
  static void open(Instrumentation instrumentation, String name) throws Exception {
    if (isJava8()) {
      return;
    }
    Class<?> moduleType = Class.forName("java.lang.Module");
    Method getModule = Class.class.getMethod("getModule");
    Object base = getModule.invoke(Object.class);
    Object ours = getModule.invoke(Jdk.class);
    Map<String, Set<?>> opens =
        Collections.<String, Set<?>>singletonMap(name, Collections.singleton(ours));
    Instrumentation.class
        .getMethod(
            "redefineModule", moduleType, Set.class, Map.class, Map.class, Set.class, Map.class)
        .invoke(
            instrumentation,
            base,
            Collections.emptySet(),
            Collections.emptyMap(),
            opens,
            Collections.emptySet(),
            Collections.emptyMap());
  }
}
