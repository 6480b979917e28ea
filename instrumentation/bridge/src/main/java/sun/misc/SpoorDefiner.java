package sun.misc;

import jdk.internal.misc.Unsafe;

/**
 * Defines the bridge in java.base. Premain defines this class in module jdk.unsupported, which
 * opens its package sun.misc to everyone and to which java.base exports jdk.internal.misc: so the
 * call is a call on JDK 9 to 25, without a module redefined, for which the JDK spins five lambdas
 * before main, and without sun.misc.Unsafe, about which it warns from 24 on (JEP 498).
 */
public final class SpoorDefiner {

  private static boolean used;

  private SpoorDefiner() {}

  /**
   * Defines classes of the bootstrap loader, super types first. Once: everybody may call this
   * class. Thread-safe.
   *
   * @param names with slashes
   * @throws IllegalStateException when it was called before
   * @throws LinkageError on a JDK that no longer exports jdk.internal.misc to jdk.unsupported
   */
  public static synchronized void define(String[] names, byte[][] classes) {
    if (used) {
      throw new IllegalStateException("called once, by Spoor's premain");
    }
    used = true;
    for (int i = 0; i < names.length; i++) {
      Unsafe.getUnsafe().defineClass(names[i], classes[i], 0, classes[i].length, null, null);
    }
  }
}
