package sun.misc;

import jdk.internal.misc.Unsafe;

/**
 * Defines the bridge in java.base. Premain defines this class in module jdk.unsupported, which
 * opens its package sun.misc to everyone and to which java.base exports jdk.internal.misc: so the
 * call is a call on JDK 9 to 25, without a module redefined, for which the JDK spins five lambdas
 * before main, and without sun.misc.Unsafe, about which it warns from 24 on (JEP 498).
 */
public final class SpoorDefiner {

  private SpoorDefiner() {}

  /**
   * Defines a class of the bootstrap loader; its super types are there already.
   *
   * @param name with slashes
   */
  public static void define(String name, byte[] bytes) {
    Unsafe.getUnsafe().defineClass(name, bytes, 0, bytes.length, null, null);
  }
}
