package io.spoor.instrumentation.jdk;

import io.spoor.instrumentation.Description;
import io.spoor.instrumentation.Hooks;

/** How a JVM ends: an exception nobody caught, a status, or halt without any shutdown hook. */
public final class JdkEnd implements Description {

  @Override
  public void describe(Hooks hooks) {
    hooks
        .type("java/lang/Thread")
        .method("dispatchUncaughtException", "(Ljava/lang/Throwable;)V")
        .onEntry("uncaught", "(Ljava/lang/Object;Ljava/lang/Object;)V", "this", "0");
    hooks
        .type("java/lang/Shutdown")
        .method("exit", "(I)V")
        .onEntry("exiting", "(I)V", "0")
        .method("halt", "(I)V")
        .onEntry("halting", "(I)V", "0");
  }
}
