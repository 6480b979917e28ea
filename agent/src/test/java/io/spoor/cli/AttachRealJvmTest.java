package io.spoor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code attach} to processes that really run. */
class AttachRealJvmTest {
  @TempDir private Path temp;

  @Test
  void attachesToARealJvm() throws Exception {
    Path agent = agentJar();
    Process job = job(List.of());
    try {
      BufferedReader out = job.inputReader();
      assertEquals("up", out.readLine());

      Cli attach =
          Cli.run(
              Map.of(),
              systemWith("spoor.agent.jar", agent.toString()),
              "attach",
              String.valueOf(job.pid()),
              "sink=console,job.name=a b");

      assertEquals(new Cli(0, attached(job.pid()), ""), attach);
      assertEquals("agentmain sink=console,job.name=a b", out.readLine());
    } finally {
      job.destroyForcibly().waitFor();
    }
  }

  @Test
  void realJvmRefuses() throws Exception {
    Path agent = agentJar();
    Process job = job(List.of("-XX:+DisableAttachMechanism"));
    try {
      assertEquals("up", job.inputReader().readLine());

      Cli attach =
          Cli.run(
              Map.of(),
              systemWith("spoor.agent.jar", agent.toString()),
              "attach",
              String.valueOf(job.pid()));

      assertEquals(
          new Cli(
              1,
              "",
              "spoor: process "
                  + job.pid()
                  + " was started with -XX:+DisableAttachMechanism; start it without, or with"
                  + " -javaagent:spoor-agent.jar\n"),
          attach);
    } finally {
      job.destroyForcibly().waitFor();
    }
  }

  /** Attaching sends SIGQUIT, which would end this process. */
  @Test
  void leavesARealProcessThatIsNoJvmAlone() throws Exception {
    assumeTrue(Files.exists(Path.of("/proc/self/status")), "Linux only");
    Process sleep = new ProcessBuilder("sleep", "600").start();
    try {
      Cli attach =
          Cli.run(
              Map.of(),
              systemWith("spoor.agent.jar", agentJar().toString()),
              "attach",
              String.valueOf(sleep.pid()));

      assertEquals(
          new Cli(
              1,
              "",
              "spoor: process "
                  + sleep.pid()
                  + " is no JVM, or one started with -Xrs;"
                  + " nothing was sent to it, 'jps -l' lists JVMs\n"),
          attach);
      assertTrue(sleep.isAlive());
    } finally {
      sleep.destroyForcibly().waitFor();
    }
  }

  private static String attached(long pid) {
    return "Spoor runs in process "
        + pid
        + " from now on; what was opened before is not known."
        + " When the job has ended, 'show' prints its lineage.\n";
  }

  private static Map<String, String> systemWith(String name, String value) {
    Map<String, String> system = new TreeMap<>();
    for (String property : List.of("java.specification.version", "java.home")) {
      system.put(property, System.getProperty(property));
    }
    system.put(name, value);
    return system;
  }

  /** A jar whose agent prints its arguments. */
  private Path agentJar() throws IOException {
    Path jar = temp.resolve("spoor-agent.jar");
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Agent-Class", EchoAgent.class.getName());
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest)) {
      String entry = EchoAgent.class.getName().replace('.', '/') + ".class";
      out.putNextEntry(new JarEntry(entry));
      try (InputStream in = AttachRealJvmTest.class.getClassLoader().getResourceAsStream(entry)) {
        in.transferTo(out);
      }
    }
    return jar;
  }

  private static Process job(List<String> flags) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    String classes =
        SleepingJob.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    command.addAll(List.of("-cp", classes, SleepingJob.class.getName()));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  /** Says that it is up, and waits to be killed. */
  static final class SleepingJob {
    private SleepingJob() {}

    public static void main(String[] args) throws InterruptedException {
      System.out.println("up");
      Thread.sleep(600_000);
    }
  }

  /** Prints its arguments. */
  public static final class EchoAgent {
    private EchoAgent() {}

    public static void agentmain(String arguments) {
      System.out.println("agentmain " + arguments);
    }
  }
}
