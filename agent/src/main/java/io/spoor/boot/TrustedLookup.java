package io.spoor.boot;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.Field;
import sun.misc.Unsafe;

/**
 * A lookup into java.lang read from the JDK's own field. The other way, redefining module
 * java.base, makes the JDK spin five lambdas: a sixth of all that Spoor does before main. Linked
 * only where it is used, since a runtime image may be without module jdk.unsupported.
 */
final class TrustedLookup {

  private TrustedLookup() {}

  /** From JDK 24 on the JVM prints a warning when Unsafe reads a field (JEP 498). */
  static boolean isQuiet() {
    String version = System.getProperty("java.specification.version", "");
    return version.length() < 3 && version.compareTo("24") < 0;
  }

  /**
   * Called directly: through reflection the JDK would first look for annotations of each method.
   *
   * @throws LinkageError where there is no Unsafe
   */
  static MethodHandles.Lookup inJavaLang() throws ReflectiveOperationException {
    Field theUnsafe = Unsafe.class.getDeclaredField("theUnsafe");
    theUnsafe.setAccessible(true);
    Unsafe unsafe = (Unsafe) theUnsafe.get(null);
    Field trusted = MethodHandles.Lookup.class.getDeclaredField("IMPL_LOOKUP");
    Object lookup =
        unsafe.getObject(unsafe.staticFieldBase(trusted), unsafe.staticFieldOffset(trusted));
    return ((MethodHandles.Lookup) lookup).in(Object.class);
  }
}
