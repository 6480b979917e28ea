package io.spoor.boot;

import java.lang.instrument.Instrumentation;
import java.util.function.Consumer;

/** Entry points of the agent; with {@link PackLoader} all of it that the job's class path shows. */
public final class Premain {

  private Premain() {}

  /** Called by the JVM before the job's main. */
  public static void premain(String arguments, Instrumentation instrumentation) {
    start(arguments, instrumentation, false);
  }

  /** Called when the agent is attached to a running JVM. */
  public static void agentmain(String arguments, Instrumentation instrumentation) {
    start(arguments, instrumentation, true);
  }

  private static void start(String arguments, Instrumentation instrumentation, boolean late) {
    if (isOff(arguments)) {
      return;
    }
    try {
      @SuppressWarnings("unchecked")
      Consumer<Object[]> start =
          (Consumer<Object[]>) PackLoader.boot().given("io.spoor.boot.Entry");
      start.accept(new Object[] {arguments, instrumentation, late});
    } catch (Throwable t) {
      // The agent jar cannot be read, so there is no log to say it in either; the job goes on, and
      // doctor finds the reason.
      return;
    }
  }

  /**
   * Whether the arguments say so as it is mostly written: then nothing else need be loaded. Every
   * other way is understood by {@code Start}.
   */
  private static boolean isOff(String arguments) {
    return arguments != null
        && ("," + arguments + ",").contains(",enabled=false,")
        && arguments.indexOf("enabled=") == arguments.lastIndexOf("enabled=")
        && arguments.indexOf('"') < 0;
  }
}
