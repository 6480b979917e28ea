package io.spoor.cli;

import java.io.File;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.util.Properties;
import java.util.function.Predicate;

/** Which JVM this is, and what its image lacks. */
final class JvmCheck {
  private static final int NEWEST_TESTED = 25;
  private static final int FIRST_TO_WARN_OF_ATTACH = 21;

  private final Properties system;
  private final Predicate<String> hasClass;
  private final boolean hasEllipticCurves;

  /**
   * @param system system properties of the JVM
   * @param hasClass whether the image has a class of that name
   * @param hasEllipticCurves whether it can use them in TLS
   */
  JvmCheck(Properties system, Predicate<String> hasClass, boolean hasEllipticCurves) {
    this.system = system;
    this.hasClass = hasClass;
    this.hasEllipticCurves = hasEllipticCurves;
  }

  static JvmCheck ofThisJvm(Properties system) {
    boolean curves = true;
    try {
      KeyFactory.getInstance("EC");
    } catch (NoSuchAlgorithmException e) {
      curves = false;
    }
    return new JvmCheck(system, JvmCheck::isPresent, curves);
  }

  /** Whether this JVM can attach to others: module jdk.attach, or tools.jar on 8. */
  static boolean canAttach(Properties system, Predicate<String> hasClass) {
    if (major(system) > 8) {
      return hasClass.test("com.sun.tools.attach.VirtualMachine");
    }
    File home = new File(system.getProperty("java.home", ""));
    return new File(home, "../lib/tools.jar").isFile() || new File(home, "lib/tools.jar").isFile();
  }

  /** Whether the class is in this JVM's image; jdk.attach is seen by the system loader alone. */
  static boolean isPresent(String className) {
    try {
      Class.forName(className, false, ClassLoader.getSystemClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }

  /** 8, 11, 17 ...; 8 too when the version cannot be read. */
  static int major(Properties system) {
    String version = system.getProperty("java.specification.version", "1.8");
    try {
      return Integer.parseInt(version.startsWith("1.") ? version.substring(2) : version);
    } catch (NumberFormatException e) {
      return 8;
    }
  }

  void run(Findings findings) {
    int major = major(system);
    String vm = system.getProperty("java.vm.name", "unknown VM");
    String java =
        "Java "
            + system.getProperty("java.version", "?")
            + ", "
            + system.getProperty("java.vendor", "unknown vendor")
            + ", "
            + vm
            + ", "
            + system.getProperty("java.home", "?");
    if (major > NEWEST_TESTED) {
      findings.warn(java + ": newer than Spoor is tested on; use 8, 11, 17, 21 or 25");
    } else if (vm.contains("OpenJ9")) {
      findings.warn(java + ": Spoor is tested on HotSpot alone; compare a run without it");
    } else {
      findings.ok(java);
    }
    if (major >= FIRST_TO_WARN_OF_ATTACH) {
      findings.ok(
          "a JVM of this version prints 4 lines of warning on stderr when 'attach' reaches it,"
              + " unless it was started with -XX:+EnableDynamicAgentLoading");
    }
    lacks(findings, major);
  }

  private void lacks(Findings findings, int major) {
    if (!hasClass.test("java.lang.instrument.Instrumentation")) {
      findings.warn(
          "this image lacks java.instrument: no -javaagent can start;"
              + " add it (jlink --add-modules java.instrument)");
    }
    if (!canAttach(system, hasClass)) {
      findings.warn(
          major > 8
              ? "this image lacks jdk.attach: 'attach' does not work from it;"
                  + " run 'attach' with a full JDK's java, or start the job with -javaagent"
              : "this JRE lacks tools.jar: 'attach' does not work from it;"
                  + " run 'attach' with a JDK's java, or start the job with -javaagent");
    }
    if (!hasEllipticCurves) {
      findings.warn(
          "this image lacks elliptic-curve cipher suites: most https servers refuse it;"
              + " add them for an https sink (jlink --add-modules jdk.crypto.ec)");
    }
    if (!hasClass.test("java.sql.Connection")) {
      findings.ok("this image lacks java.sql: a job on it has no databases for Spoor to see");
    }
    if (major > 8 && !hasClass.test("java.net.http.HttpClient")) {
      findings.ok("this image lacks java.net.http: Spoor's own sinks do not use it");
    }
  }
}
