package io.spoor.cli;

import java.nio.file.Path;

/** What the attach mechanism's exceptions mean; their classes are not linked, only named. */
final class AttachFailure {
  private AttachFailure() {}

  /**
   * The sentence for the user, or null when the failure is none.
   *
   * @param cause the innermost exception
   */
  static String sentence(Throwable cause, TargetProcess target, Path agent) {
    String type = cause.getClass().getSimpleName();
    String message = cause.getMessage() == null ? "" : cause.getMessage();
    String process = "process " + target.pid();
    if (type.equals("AgentLoadException") && message.equals("0")) {
      // A newer JDK misreads the answer of a Java 8 target: 0 is its "agent loaded".
      return null;
    }
    if (message.contains("No such process")) {
      return target.noSuchProcess();
    }
    if (message.contains("Non-numeric value found")) {
      // Java 8 cannot read what 9 and later answer, be it success or failure.
      return process
          + " took the agent, but this Java is older and cannot read whether Spoor started there;"
          + " logs/spoor.log in its home says so, use its own version of java to be told here";
    }
    if (message.contains("Dynamic agent loading is not enabled")) {
      return process
          + " refuses agents at run time; start it with -XX:+EnableDynamicAgentLoading, or with"
          + " -javaagent:"
          + agent.getFileName();
    }
    if (message.contains("does not support the attach mechanism")) {
      return process
          + " was started with -XX:+DisableAttachMechanism; start it without, or with -javaagent:"
          + agent.getFileName();
    }
    if (target.isInOtherNamespace()) {
      return process + target.otherNamespace();
    }
    boolean denied =
        message.contains("not permitted")
            || message.contains("ermission")
            || message.contains("not secure")
            || type.equals("AccessDeniedException");
    if (denied) {
      return process + " belongs to another user; run attach as that user";
    }
    if (message.contains("No compatible attachment provider")) {
      return "this Java has no attach mechanism; use the java of a JDK, or start the job with"
          + " -javaagent:"
          + agent.getFileName();
    }
    if (type.equals("AgentInitializationException")) {
      return process
          + " loaded "
          + agent
          + " but Spoor did not start there; logs/spoor.log in its home says why";
    }
    if (type.equals("AgentLoadException")) {
      return process + " could not load " + agent + "; its user must be able to read that file";
    }
    if (type.equals("AttachNotSupportedException")) {
      return process
          + " does not answer; it is no HotSpot JVM, hangs, or has another java.io.tmpdir;"
          + " start the job with -javaagent:"
          + agent.getFileName();
    }
    return process + " could not be attached to (" + type + ": " + message + ")";
  }
}
