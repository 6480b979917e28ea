package io.spoor.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** JVM flags, in the environment or of this JVM, that an agent and a JVM disagree about. */
final class FlagCheck {
  private static final List<String> VARIABLES =
      Arrays.asList("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

  /** The first JVM whose log knows the tag "aot"; older ones refuse to start when it is named. */
  private static final int FIRST_WITH_AOT_LOG = 24;

  private final Map<String, String> env;
  private final List<String> ownFlags;
  private final int major;

  /**
   * @param ownFlags of this JVM, those from the environment included
   * @param major this JVM's version
   */
  FlagCheck(Map<String, String> env, List<String> ownFlags, int major) {
    this.env = env;
    this.ownFlags = ownFlags;
    this.major = major;
  }

  void run(Findings findings) {
    List<String> rest = new ArrayList<>(ownFlags);
    for (String variable : VARIABLES) {
      String value = env.get(variable);
      if (value == null || value.trim().isEmpty()) {
        continue;
      }
      List<String> flags = Arrays.asList(value.trim().split("\\s+"));
      rest.removeAll(flags);
      variable(variable, flags, findings);
      check(flags, variable, findings);
    }
    check(rest, "this JVM's command line", findings);
  }

  private static void variable(String variable, List<String> flags, Findings findings) {
    StringBuilder line = new StringBuilder(variable + " is set");
    int agents = 0;
    for (String flag : flags) {
      if (isSpoor(flag)) {
        agents++;
      }
    }
    if (agents > 0) {
      line.append(" and starts Spoor in every JVM that inherits it");
    }
    if (!variable.equals("JDK_JAVA_OPTIONS")) {
      line.append("; each JVM prints one line 'Picked up ").append(variable).append("' on stderr");
    }
    findings.ok(line.toString());
    if (agents > 1) {
      findings.warn(variable + " names spoor-agent.jar " + agents + " times; name it once");
    }
  }

  private static boolean isSpoor(String flag) {
    return flag.startsWith("-javaagent:") && flag.contains("spoor-agent");
  }

  private void check(List<String> flags, String where, Findings findings) {
    for (String flag : flags) {
      String trouble = trouble(flag);
      if (trouble != null) {
        findings.warn(name(flag) + " (" + where + ") " + trouble);
      }
    }
  }

  private String trouble(String flag) {
    if (flag.startsWith("-XX:ArchiveClassesAtExit")) {
      return "makes the JVM exit before the job when it has any -javaagent;"
          + " make the archive in a run without the agent, then remove the flag";
    }
    if (flag.equals("-XX:+AutoCreateSharedArchive")) {
      return "makes the JVM exit before the job when it has any -javaagent and the archive is"
          + " absent or stale; use -XX:ArchiveClassesAtExit once without the agent instead";
    }
    if (flag.startsWith("-XX:AOTCacheOutput") || flag.equals("-XX:AOTMode=record")) {
      return "records a training run; make it without the agent, whose classes cannot be cached";
    }
    boolean archive = flag.startsWith("-XX:SharedArchiveFile") || flag.startsWith("-XX:AOTCache=");
    if (archive && major >= FIRST_WITH_AOT_LOG && !isArchiveLogOff()) {
      return "makes the JVM print [error] lines on stdout when it has any -javaagent and the file"
          + " was made without; add -Xlog:cds=off,aot=off";
    }
    if (flag.equals("-XX:+DisableAttachMechanism")) {
      return "makes 'attach' to that JVM impossible; remove it, or start the job with -javaagent";
    }
    if (flag.equals("-XX:-EnableDynamicAgentLoading")) {
      return "makes that JVM refuse 'attach'; remove it, or start the job with -javaagent";
    }
    boolean manager = flag.startsWith("-Djava.security.manager");
    if (manager && !flag.endsWith("=allow") && !flag.endsWith("=disallow")) {
      return "starts a security manager, under which Spoor stays off;"
          + " grant spoor-agent.jar java.security.AllPermission in the policy";
    }
    return null;
  }

  private boolean isArchiveLogOff() {
    for (String flag : ownFlags) {
      boolean both = flag.contains("cds=off") && flag.contains("aot=off");
      if (flag.startsWith("-Xlog:") && (both || flag.startsWith("-Xlog:disable"))) {
        return true;
      }
    }
    return false;
  }

  /** The flag without its value, which may be a secret in a system property. */
  private static String name(String flag) {
    int equals = flag.indexOf('=');
    boolean property = flag.startsWith("-D") && equals > 0;
    return property ? flag.substring(0, equals) : flag;
  }
}
