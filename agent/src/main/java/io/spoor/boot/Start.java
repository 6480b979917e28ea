package io.spoor.boot;

import io.spoor.boot.weave.HookIndex;
import io.spoor.boot.weave.UnitIndex;
import java.io.File;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;

/**
 * Decides whether this JVM is a job to record, and installs what records it. Whatever goes wrong
 * here, the job starts: the reason goes to Spoor's log as one sentence, and nothing is recorded.
 */
public final class Start {

  private static final String INDEX = "io/spoor/boot/";

  private Start() {}

  /**
   * Called by {@link Premain}.
   *
   * @param late whether the JVM was running already
   */
  public static void start(String arguments, Instrumentation instrumentation, boolean late) {
    File home = null;
    try {
      Options options = Options.parse(arguments);
      String enabled = options.get("enabled");
      if ("false".equalsIgnoreCase(enabled)) {
        return;
      }
      String command = System.getProperty("sun.java.command");
      if (!late && !"true".equalsIgnoreCase(options.get("force"))) {
        String reason = Exclusions.reason(command, System.getProperty("jdk.module.main"));
        if (reason != null) {
          return;
        }
      }
      home = Homes.choose(options);
      Properties inHome = inHome(home);
      if (enabled == null && "false".equalsIgnoreCase(inHome.getProperty("enabled"))) {
        return;
      }
      if (isPresent()) {
        BootLog.write(
            home, "A second Spoor agent in this JVM was left out; remove one -javaagent.");
        return;
      }
      PackLoader loader = (PackLoader) Start.class.getClassLoader();
      Redirects redirects = late ? null : Redirects.find();
      if (redirects != null) {
        Jdk.open(instrumentation, loader, "java.io");
      }
      Jdk.defineInJavaLang(
          instrumentation, loader, "SpoorState", "SpoorCarrier", "SpoorRecorder", "SpoorHooks");
      HookIndex index = HookIndex.of(loader.resource(INDEX + "hooks.index"), new Libraries(loader));
      String described = options.get("instrumentation.path");
      described = described == null ? inHome.getProperty("instrumentation.path") : described;
      if (described != null && !described.isEmpty()) {
        describe(index, described, loader, home);
      }
      String units = options.get("units");
      units = units == null ? inHome.getProperty("units") : units;
      UnitIndex named = units == null || units.isEmpty() ? null : named(units, home);
      index.setUnits(named);
      Installer.install(
          new AgentContext(options, home, loader.jar(), command, late, instrumentation),
          index,
          named,
          isOn(options.get("sql.metadata"), inHome.getProperty("sql.metadata")),
          isOn(options.get("flows.remember"), inHome.getProperty("flows.remember")),
          isOn(options.get("flows.tags"), inHome.getProperty("flows.tags"))
              ? Application.of(command)
              : null,
          redirects);
    } catch (Throwable t) {
      BootLog.write(
          home,
          "Spoor could not start in this JVM and records nothing; the job is not affected. Cause: "
              + t);
    }
  }

  /** Spoor's own descriptions, for when a class of one of the libraries is met. */
  private static final class Libraries implements HookIndex.Source {
    private final PackLoader loader;

    Libraries(PackLoader loader) {
      this.loader = loader;
    }

    @Override
    public byte[] read() throws IOException {
      return loader.resource(INDEX + "libraries.index");
    }
  }

  private static void describe(HookIndex index, String path, PackLoader loader, File home)
      throws Exception {
    List<String> problems = new ArrayList<String>();
    Callable<?> compiler =
        (Callable<?>)
            loader
                .below(PackLoader.RUNTIME)
                .loadClass("io.spoor.agent.UserLibraries")
                .getConstructor(String.class, List.class)
                .newInstance(path, problems);
    index.describe((byte[]) compiler.call());
    for (String problem : problems) {
      BootLog.write(home, "Description of a library: " + problem);
    }
  }

  private static boolean isOn(String given, String inHome) {
    String value = given == null ? inHome : given;
    return "on".equalsIgnoreCase(value)
        || "true".equalsIgnoreCase(value)
        || "yes".equalsIgnoreCase(value);
  }

  /** Null when no method is named. */
  private static UnitIndex named(String units, File home) {
    UnitIndex named = new UnitIndex(units);
    for (String problem : named.problems()) {
      BootLog.write(home, "Setting units: " + problem);
    }
    return named.isEmpty() ? null : named;
  }

  private static Properties inHome(File home) {
    try {
      return Homes.properties(home);
    } catch (IOException e) {
      // Said by the runtime, which reads the file again.
      return new Properties();
    }
  }

  /** A bridge in java.lang is the mark of an agent that is there already. */
  private static boolean isPresent() {
    try {
      Class.forName("java.lang.SpoorHooks", false, null);
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
