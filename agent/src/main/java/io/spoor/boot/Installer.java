package io.spoor.boot;

import io.spoor.boot.record.LiveRecorder;
import io.spoor.boot.weave.HookIndex;
import io.spoor.boot.weave.SpoorTransformer;
import io.spoor.boot.weave.UnitIndex;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Registers recorder, weaver and the end of the JVM. Linked only after the bridge is defined. */
final class Installer {

  private Installer() {}

  /**
   * @param units the methods that the user has named; null when there are none
   * @param keepsLogins whether the user lets Spoor ask databases itself
   * @param remembers whether earlier runs may say how much of each side is kept
   * @param application how names of classes begin whose calls are looked at; null for none
   * @param redirects files behind standard input and output; null when there are none
   */
  static void install(
      AgentContext context,
      HookIndex index,
      UnitIndex units,
      boolean keepsLogins,
      boolean remembers,
      String application,
      Redirects redirects)
      throws Exception {
    Instrumentation instrumentation = context.instrumentation();
    List<Class<?>> loaded = new ArrayList<Class<?>>();
    List<String> following = units == null ? Collections.<String>emptyList() : index.follow();
    boolean drivers = false;
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      ClassLoader loader = type.getClassLoader();
      if (loader == null) {
        // Interfaces and arrays have no hooks, and the JVM makes a class's name when it is first
        // asked for.
        if (!type.isInterface() && !type.isArray()) {
          String name = type.getName();
          if (index.names(name) || !following.isEmpty() && following.contains(name)) {
            loaded.add(type);
          }
        }
      } else if (loader instanceof PackLoader) {
        continue;
      } else if (context.isLate() && index.isDescribed(type.getName().replace('.', '/'))) {
        loaded.add(type);
      } else if (SpoorTransformer.mayBeDriver(type)) {
        loaded.add(type);
        drivers = true;
      }
    }
    String javaHome = System.getProperty("java.home") + System.getProperty("file.separator");
    LiveRecorder recorder =
        new LiveRecorder(
            new Startup(context), javaHome, context.isLate() ? null : Thread.currentThread());
    if (keepsLogins) {
      recorder.keepLogins();
    }
    if (remembers) {
      recorder.keepMoreUntilTold();
    }
    recorder.setLibraries(index.libraries());
    recorder.setUnits(units);
    SpoorTransformer transformer =
        new SpoorTransformer(index, !context.isLate() && !drivers, application, PackLoader.class);
    if (application != null) {
      recorder.lookAtCalls();
      SpoorTransformer.preloadCalls();
    }
    if (units == null) {
      transformer.onUnits(new UnitsMet(recorder));
    }
    transformer.onDriver(new DriverMet(recorder));
    context.installed(recorder, transformer);
    SpoorHooks.recorder = recorder;
    SpoorTransformer.preload();
    instrumentation.addTransformer(transformer, true);
    retransform(instrumentation, loaded);
    SpoorHooks.atEnd(new AtEnd(recorder));
    if (redirects != null) {
      name(redirects, recorder);
    }
  }

  /** Lets Spoor's thread load what it needs while the job loads the driver. */
  private static final class DriverMet implements Runnable {
    private final LiveRecorder recorder;

    DriverMet(LiveRecorder recorder) {
      this.recorder = recorder;
    }

    @Override
    public void run() {
      recorder.expectAccess();
    }
  }

  /** Lets Spoor's thread weave what follows units of work, once. */
  private static final class UnitsMet implements Runnable {
    private final LiveRecorder recorder;
    private volatile boolean told;

    UnitsMet(LiveRecorder recorder) {
      this.recorder = recorder;
    }

    @Override
    public void run() {
      if (!told) {
        told = true;
        recorder.unitsMet();
      }
    }
  }

  private static void name(Redirects redirects, LiveRecorder recorder) {
    try {
      redirects.name(recorder);
    } catch (Exception e) {
      // A JDK whose standard streams are built otherwise: their files stay unseen, no more.
      return;
    }
  }

  /**
   * All at once is one safepoint; where that fails, one by one, so that only the culprit is lost.
   */
  private static void retransform(Instrumentation instrumentation, List<Class<?>> types)
      throws UnmodifiableClassException {
    try {
      instrumentation.retransformClasses(types.toArray(new Class<?>[0]));
    } catch (Throwable all) {
      for (Class<?> type : types) {
        try {
          instrumentation.retransformClasses(type);
        } catch (Throwable one) {
          // Not woven: its accesses stay unseen. The hooks' self-test on every JDK guards the
          // JDK's.
          continue;
        }
      }
    }
  }
}
