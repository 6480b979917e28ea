package java.lang;

/**
 * Stands in, at compile time only, for the JDK's package-private class of this name (present with
 * this method from 8 to 25), so that {@link SpoorHooks} can be compiled against it. Never shipped.
 */
class Shutdown {

  static void add(int slot, boolean registerShutdownInProgress, Runnable hook) {
    throw new IllegalStateException("compile-time stand-in");
  }
}
