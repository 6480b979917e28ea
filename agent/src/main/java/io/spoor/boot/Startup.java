package io.spoor.boot;

import java.util.function.Function;

/** The work of Spoor's thread: loads the runtime once it is started, and runs it to the end. */
final class Startup implements Runnable {

  private static final String RUNTIME = "io.spoor.agent.Entry";

  private final AgentContext context;

  Startup(AgentContext context) {
    this.context = context;
  }

  @Override
  public void run() {
    try {
      PackLoader boot = (PackLoader) Startup.class.getClassLoader();
      @SuppressWarnings("unchecked")
      Function<AgentContext, Runnable> runtime =
          (Function<AgentContext, Runnable>) boot.below(PackLoader.RUNTIME).given(RUNTIME);
      runtime.apply(context).run();
    } catch (Throwable t) {
      SpoorHooks.recorder = null;
      BootLog.write(
          context.home(),
          "Spoor stopped recording in this JVM; the job is not affected. Cause: " + t);
    } finally {
      context.recorder().finished();
    }
  }
}
