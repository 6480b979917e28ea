package io.spoor.boot;

import io.spoor.boot.record.LiveRecorder;
import io.spoor.boot.weave.SpoorTransformer;
import java.io.File;
import java.lang.instrument.Instrumentation;

/**
 * What premain knew, for the runtime that is loaded later. Immutable but for what install sets
 * once.
 */
public final class AgentContext {

  private final Options options;
  private final File home;
  private final File jar;
  private final String command;
  private final boolean late;
  private final Instrumentation instrumentation;
  private final long startMillis = System.currentTimeMillis();
  private final String workingDirectory = System.getProperty("user.dir");
  private volatile LiveRecorder recorder;
  private volatile SpoorTransformer transformer;

  AgentContext(
      Options options,
      File home,
      File jar,
      String command,
      boolean late,
      Instrumentation instrumentation) {
    this.options = options;
    this.home = home;
    this.jar = jar;
    this.command = command;
    this.late = late;
    this.instrumentation = instrumentation;
  }

  void installed(LiveRecorder recorder, SpoorTransformer transformer) {
    this.recorder = recorder;
    this.transformer = transformer;
  }

  /** Settings by argument, system property and environment. */
  public Options options() {
    return options;
  }

  /** The home to try first. */
  public File home() {
    return home;
  }

  /** The agent jar. */
  public File jar() {
    return jar;
  }

  /** Main class or jar and arguments, as {@code sun.java.command} has them; may be null. */
  public String command() {
    return command;
  }

  /** Whether the agent was attached to a JVM that ran already. */
  public boolean isLate() {
    return late;
  }

  public Instrumentation instrumentation() {
    return instrumentation;
  }

  /** When premain ran, milliseconds since the epoch. */
  public long startMillis() {
    return startMillis;
  }

  /**
   * user.dir when the JVM started; the JDK resolves relative paths against it whatever is set
   * later.
   */
  public String workingDirectory() {
    return workingDirectory;
  }

  public LiveRecorder recorder() {
    return recorder;
  }

  public SpoorTransformer transformer() {
    return transformer;
  }
}
