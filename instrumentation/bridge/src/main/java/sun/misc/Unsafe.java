package sun.misc;

import java.lang.reflect.Field;

/**
 * Stands in, at compile time only, for the class of module jdk.unsupported, which javac hides where
 * it compiles for Java 8. Never shipped.
 */
public final class Unsafe {

  private Unsafe() {}

  public Object staticFieldBase(Field field) {
    throw new IllegalStateException("compile-time stand-in");
  }

  public long staticFieldOffset(Field field) {
    throw new IllegalStateException("compile-time stand-in");
  }

  public Object getObject(Object base, long offset) {
    throw new IllegalStateException("compile-time stand-in");
  }
}
