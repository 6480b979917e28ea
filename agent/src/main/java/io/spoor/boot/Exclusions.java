package io.spoor.boot;

/**
 * JVMs that are not jobs: JDK tools and build tools that inherit the agent through
 * JAVA_TOOL_OPTIONS. Build tools are judged by goal, so that a job that Maven or Gradle runs in its
 * own JVM is not lost.
 */
final class Exclusions {

  private static final String[] JOB_GOALS = {
    "exec:java", "spring-boot:run", "jetty:run", "scala:run", "cargo:run", "quarkus:dev"
  };

  private Exclusions() {}

  /** Why this JVM is left alone, or null when it is a job. */
  static String reason(String command, String module) {
    if (module != null && module.startsWith("jdk.")) {
      return "the JDK tool " + module;
    }
    String main = command == null ? "" : command;
    int space = main.indexOf(' ');
    String first = space < 0 ? main : main.substring(0, space);
    if (first.startsWith("sun.tools.")
        || first.startsWith("com.sun.tools.")
        || first.startsWith("sun.security.tools.")
        || first.startsWith("jdk.")) {
      return "the JDK tool " + first;
    }
    if (first.endsWith("spoor-agent.jar")) {
      return "Spoor's own command line";
    }
    if (first.startsWith("org.codehaus.plexus.classworlds.")
        || first.startsWith("org.apache.maven.")) {
      for (String goal : JOB_GOALS) {
        if (main.contains(goal)) {
          return null;
        }
      }
      return "Maven without a goal that runs a job in its own JVM";
    }
    if (first.startsWith("org.gradle.") && !first.contains("worker")) {
      return "Gradle's launcher or daemon";
    }
    return null;
  }
}
