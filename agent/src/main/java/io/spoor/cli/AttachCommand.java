package io.spoor.cli;

import java.io.File;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Collections;

/** {@code attach}: starts Spoor in a JVM that already runs. */
final class AttachCommand implements Command {
  /** Loads an agent into another JVM. */
  interface Loader {
    /**
     * Loads the agent.
     *
     * @param arguments may be null
     * @throws Exception for whatever the JVM's attach mechanism says
     */
    void load(File agentJar, String pid, String arguments) throws Exception;
  }

  private final Path proc;

  /** Null: the real one, not linked before it is needed. */
  private final Loader loader;

  AttachCommand() {
    this(Paths.get("/proc"), null);
  }

  /**
   * @param proc what Linux has at /proc; need not exist
   */
  AttachCommand(Path proc, Loader loader) {
    this.proc = proc;
    this.loader = loader;
  }

  @Override
  public String name() {
    return "attach";
  }

  @Override
  public String summary() {
    return "start Spoor in a JVM that already runs";
  }

  @Override
  public String usage() {
    return "Usage: java -jar spoor-agent.jar attach PID [KEY=VALUE,...]\n"
        + "\n"
        + "Starts Spoor in the running JVM with this process id, with the settings given."
        + " What the\n"
        + "job opened before is not known. Run it as the job's user, with a JDK's java.\n"
        + "\n"
        + "Exit code: 0 attached, 1 not attached, 2 not understood.\n";
  }

  @Override
  public int run(String[] args, Console console) throws UsageException {
    Options options =
        Options.parse(name(), args, Collections.emptyList(), Collections.emptyList(), 2);
    if (options.words().isEmpty()) {
      throw new UsageException("'attach' needs the process id of a JVM; 'jps -l' lists them");
    }
    String pid = options.words().get(0);
    if (!pid.matches("[1-9][0-9]{0,9}")) {
      throw new UsageException("'" + pid + "' is no process id; 'jps -l' lists those of JVMs");
    }
    String arguments = options.words().size() > 1 ? options.words().get(1) : null;
    String jar = console.system().getProperty("spoor.agent.jar");
    if (jar == null || !new File(jar).isFile()) {
      console.warn(
          "attach works only from the agent's jar: java -jar spoor-agent.jar attach " + pid);
      return 1;
    }
    File agent = new File(jar).getAbsoluteFile();
    TargetProcess target = new TargetProcess(proc, pid);
    String obstacle = target.obstacle(agent.toPath());
    if (obstacle == null && !canAttach(console)) {
      obstacle =
          "this Java has no attach mechanism (module jdk.attach, or tools.jar on 8); use the java"
              + " of a JDK, or start the job with -javaagent:spoor-agent.jar";
    }
    if (obstacle == null) {
      obstacle = load(agent, pid, arguments, target);
    }
    if (obstacle != null) {
      console.warn(obstacle);
      return 1;
    }
    console.print(
        "Spoor runs in process "
            + pid
            + " from now on; what was opened before is not known. When the job has ended,"
            + " 'show' prints its lineage.\n");
    return 0;
  }

  private boolean canAttach(Console console) {
    return loader != null || JvmCheck.canAttach(console.system(), JvmCheck::isPresent);
  }

  /** Null when the agent runs there now, otherwise the sentence why not. */
  private String load(File agent, String pid, String arguments, TargetProcess target) {
    try {
      (loader == null ? new Attacher() : loader).load(agent, pid, arguments);
      return null;
    } catch (Exception | LinkageError e) {
      Throwable cause = e;
      while (cause.getCause() != null && cause.getCause() != cause) {
        cause = cause.getCause();
      }
      return AttachFailure.sentence(cause, target, agent.toPath());
    }
  }
}
