package jdk.internal.misc;

import java.security.ProtectionDomain;

/** Stands in, at compile time only, for the class of java.base from Java 9 on. Never shipped. */
public final class Unsafe {

  private Unsafe() {}

  public static Unsafe getUnsafe() {
    throw new IllegalStateException("compile-time stand-in");
  }

  public Class<?> defineClass(
      String name, byte[] bytes, int from, int length, ClassLoader loader, ProtectionDomain of) {
    throw new IllegalStateException("compile-time stand-in");
  }
}
