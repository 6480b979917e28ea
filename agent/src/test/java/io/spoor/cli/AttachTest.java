package io.spoor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code attach}: what is asked of the JVM, and each way in which it can fail. */
class AttachTest {
  private static final String TO_4242 =
      "Spoor runs in process 4242 from now on; what was opened before is not known."
          + " When the job has ended, 'show' prints its lineage.\n";

  /** Caught signals of a JVM and of a program that leaves SIGQUIT alone. */
  private static final String JVM = "2000000101005ccd";

  private static final String NO_JVM = "0000000000000000";

  @TempDir private Path temp;
  private final List<String> loads = new ArrayList<>();
  private Path jar;
  private Path proc;

  @BeforeEach
  void jarAndNoProc() throws IOException {
    jar = Files.writeString(temp.resolve("spoor-agent.jar"), "");
    proc = temp.resolve("proc");
  }

  @Test
  void givesJarProcessAndArgumentsToTheJvm() throws IOException {
    process("self", 1000, JVM, "77");
    process("4242", 1000, JVM, "4242");

    assertEquals(new Cli(0, TO_4242, ""), attach(null, "4242", "sink=file"));
    assertEquals(new Cli(0, TO_4242, ""), attach(null, "4242"));
    assertEquals(List.of(jar + " 4242 sink=file", jar + " 4242 null"), loads);
  }

  @Test
  void noSuchProcess() throws IOException {
    process("self", 1000, JVM, "77");
    String sentence = "there is no process 4242 here; 'jps -l' lists the JVMs of this user";

    assertEquals(failure(sentence), attach(null, "4242"));
    assertEquals(List.of(), loads);
    proc = temp.resolve("none");
    assertEquals(failure(sentence), attach(new IOException("No such process"), "4242"));
  }

  @Test
  void otherUser() throws IOException {
    process("self", 1000, JVM, "77");
    process("4242", 1001, JVM, "4242");

    assertEquals(
        failure(
            "process 4242 belongs to another user (uid 1001, you are 1000);"
                + " run attach as that user, for example with sudo -u '#1001'"),
        attach(null, "4242"));
    assertEquals(List.of(), loads);
    proc = temp.resolve("none");
    assertEquals(
        failure("process 4242 belongs to another user; run attach as that user"),
        attach(new IOException("Operation not permitted"), "4242"));
  }

  /** Root may attach to everybody's JVM; only the JVM's answer decides. */
  @Test
  void rootMayTry() throws IOException {
    process("self", 0, JVM, "77");
    process("4242", 1001, JVM, "4242");

    assertEquals(new Cli(0, TO_4242, ""), attach(null, "4242"));
  }

  @Test
  void noJvm() throws IOException {
    process("self", 1000, JVM, "77");
    process("4242", 1000, NO_JVM, "4242");

    assertEquals(
        failure(
            "process 4242 is no JVM, or one started with -Xrs;"
                + " nothing was sent to it, 'jps -l' lists JVMs"),
        attach(null, "4242"));
    assertEquals(List.of(), loads);
  }

  @Test
  void otherNamespace() throws IOException {
    process("self", 1000, JVM, "77");
    process("4242", 1000, JVM, "4242\t7");
    String sentence =
        "process 4242 runs in another PID namespace (a container); copy the agent's jar into it"
            + " and run there: java -jar spoor-agent.jar attach 7";

    assertEquals(
        failure(sentence),
        attach(new AttachNotSupportedException("target process doesn't respond"), "4242"));
    assertEquals(1, loads.size());

    // The jar is not at its place in the container: no need to try.
    Files.createDirectories(proc.resolve("4242/root"));
    assertEquals(failure(sentence), attach(null, "4242"));
    assertEquals(1, loads.size());
  }

  @Test
  void noAttachMechanism() {
    Properties system = new Properties();
    system.setProperty("spoor.agent.jar", jar.toString());
    system.setProperty("java.specification.version", "1.8");
    system.setProperty("java.home", temp.toString());

    assertEquals(
        failure(
            "this Java has no attach mechanism (module jdk.attach, or tools.jar on 8); use the java"
                + " of a JDK, or start the job with -javaagent:spoor-agent.jar"),
        run(new AttachCommand(proc, null), system, "4242"));
  }

  @Test
  void whatTheTargetAnswers() {
    assertEquals(
        failure(
            "process 4242 refuses agents at run time; start it with"
                + " -XX:+EnableDynamicAgentLoading, or with -javaagent:spoor-agent.jar"),
        attach(
            new AgentLoadException(
                "Dynamic agent loading is not enabled."
                    + " Use -XX:+EnableDynamicAgentLoading to launch target VM."),
            "4242"));
    assertEquals(
        failure(
            "process 4242 loaded "
                + jar
                + " but Spoor did not start there; logs/spoor.log in its home says why"),
        attach(new AgentInitializationException("Agent JAR loaded but failed"), "4242"));
    assertEquals(
        failure("process 4242 could not load " + jar + "; its user must be able to read that file"),
        attach(new AgentLoadException("Agent JAR not found"), "4242"));
    assertEquals(
        failure(
            "process 4242 does not answer; it is no HotSpot JVM, hangs, or has another"
                + " java.io.tmpdir; start the job with -javaagent:spoor-agent.jar"),
        attach(new AttachNotSupportedException("Unable to open socket file"), "4242"));
    assertEquals(
        failure("process 4242 could not be attached to (IOException: Broken pipe)"),
        attach(new IOException("Broken pipe"), "4242"));
  }

  /** What a newer JDK throws although an agent was loaded into a Java 8 JVM. */
  @Test
  void java8Target() {
    assertEquals(new Cli(0, TO_4242, ""), attach(new AgentLoadException("0"), "4242"));
  }

  /** The other way round the agent is loaded too, but whether it started cannot be read. */
  @Test
  void fromJava8() {
    assertEquals(
        failure(
            "process 4242 took the agent, but this Java is older and cannot read whether Spoor"
                + " started there; logs/spoor.log in its home says so, use its own version of java"
                + " to be told here"),
        attach(new IOException("Non-numeric value found - int expected"), "4242"));
  }

  @Test
  void notFromAJar() {
    assertEquals(
        failure("attach works only from the agent's jar: java -jar spoor-agent.jar attach 4242"),
        run(new AttachCommand(proc, null), new Properties(), "4242"));
  }

  private Cli attach(Exception answer, String... args) {
    AttachCommand command =
        new AttachCommand(
            proc,
            (agentJar, pid, arguments) -> {
              loads.add(agentJar + " " + pid + " " + arguments);
              if (answer != null) {
                throw new IllegalStateException("Error during attachment", answer);
              }
            });
    Properties system = new Properties();
    system.setProperty("spoor.agent.jar", jar.toString());
    return run(command, system, args);
  }

  private static Cli run(AttachCommand command, Properties system, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Map.of(),
            system);
    try {
      int exit = command.run(args, console);
      return new Cli(
          exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    } catch (UsageException e) {
      throw new AssertionError(e);
    }
  }

  private static Cli failure(String sentence) {
    return new Cli(1, "", "spoor: " + sentence + "\n");
  }

  private void process(String pid, int user, String caught, String pids) throws IOException {
    Path folder = Files.createDirectories(proc.resolve(pid));
    Files.writeString(
        folder.resolve("status"),
        "Name:\tjava\nUid:\t%1$d\t%1$d\t%1$d\t%1$d\nNSpid:\t%2$s\nSigCgt:\t%3$s\n"
            .formatted(user, pids, caught));
  }

  // Named as the JDK names those of module jdk.attach.

  private static final class AgentLoadException extends Exception {
    private static final long serialVersionUID = 1;

    AgentLoadException(String message) {
      super(message);
    }
  }

  private static final class AgentInitializationException extends Exception {
    private static final long serialVersionUID = 1;

    AgentInitializationException(String message) {
      super(message);
    }
  }

  private static final class AttachNotSupportedException extends Exception {
    private static final long serialVersionUID = 1;

    AttachNotSupportedException(String message) {
      super(message);
    }
  }
}
