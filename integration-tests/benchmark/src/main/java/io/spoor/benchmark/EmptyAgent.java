package io.spoor.benchmark;

/** An agent that does nothing: what the JVM itself charges for any agent. */
public final class EmptyAgent {

  private EmptyAgent() {}

  /** Called by the JVM before main. */
  public static void premain(String arguments) {}
}
