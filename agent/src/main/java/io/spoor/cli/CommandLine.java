package io.spoor.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** The command line of the agent's jar: finds the command and runs it. */
public final class CommandLine {
  private static final List<String> HELP = Arrays.asList("help", "--help", "-h");
  private static final List<String> VERSION = Arrays.asList("version", "--version", "-V");

  private final Map<String, Command> commands = new LinkedHashMap<>();
  private final String version;

  /**
   * @param settings the settings that {@code doctor} knows
   * @param version what {@code version} prints
   */
  CommandLine(KnownSettings settings, String version) {
    this.version = version;
    OrphanRecovery orphans = new CheckpointRecovery();
    add(new ShowCommand(orphans));
    add(new DelegatedSql());
    add(new DoctorCommand(settings));
    add(new AttachCommand());
  }

  /**
   * Runs one command. Never throws; whatever goes wrong is one sentence on {@code err}.
   *
   * @param args as given to main
   * @param env environment of the process
   * @param system system properties; {@code spoor.agent.jar} names the jar this runs from
   * @return the exit code: 0 done, 1 nothing found or failed, 2 not understood
   */
  public static int run(
      String[] args,
      InputStream in,
      PrintStream out,
      PrintStream err,
      Map<String, String> env,
      Properties system) {
    return run(args, in, out, err, env, system, new TableOfSettings());
  }

  /** As the other, with a table of settings. */
  public static int run(
      String[] args,
      InputStream in,
      PrintStream out,
      PrintStream err,
      Map<String, String> env,
      Properties system,
      KnownSettings settings) {
    Console console = new Console(in, out, err, env, system);
    return new CommandLine(settings, BuildVersion.text()).run(args, console);
  }

  private void add(Command command) {
    commands.put(command.name(), command);
  }

  int run(String[] args, Console console) {
    try {
      return dispatch(args, console);
    } catch (UsageException e) {
      String help = args.length > 0 && commands.containsKey(args[0]) ? args[0] + " --help" : "help";
      boolean asks = e.getMessage().endsWith("?");
      console.warn(
          e.getMessage() + (asks ? " (" : "; ") + "see '" + help + "'" + (asks ? ")" : ""));
      return 2;
    } catch (RuntimeException | Error e) {
      StackTraceElement[] frames = e.getStackTrace();
      console.warn(
          "'"
              + args[0]
              + "' failed by an error of its own, please report it: "
              + e
              + (frames.length == 0 ? "" : " at " + frames[0]));
      return 1;
    } finally {
      console.out().flush();
      console.err().flush();
    }
  }

  private int dispatch(String[] args, Console console) throws UsageException {
    if (args.length == 0) {
      console.print(usage());
      return 2;
    }
    String word = args[0];
    if (VERSION.contains(word)) {
      console.print("spoor " + version + "\n");
      return 0;
    }
    if (HELP.contains(word)) {
      boolean one = args.length > 1 && !HELP.contains(args[1]) && !VERSION.contains(args[1]);
      console.print(one ? command(args[1]).usage() : usage());
      return 0;
    }
    Command command = command(word);
    String[] rest = Arrays.copyOfRange(args, 1, args.length);
    for (String arg : rest) {
      if (arg.equals("--help") || arg.equals("-h")) {
        console.print(command.usage());
        return 0;
      }
    }
    return command.run(rest, console);
  }

  private Command command(String word) throws UsageException {
    Command command = commands.get(word);
    if (command == null) {
      boolean option = word.startsWith("-");
      List<String> known =
          new ArrayList<>(option ? Collections.<String>emptySet() : commands.keySet());
      known.add(option ? "--help" : "help");
      known.add(option ? "--version" : "version");
      String kind = option ? "option" : "command";
      throw new UsageException(
          "there is no " + kind + " '" + word + "'" + Nearest.hint(word, known));
    }
    return command;
  }

  private String usage() {
    StringBuilder usage = new StringBuilder();
    usage.append("Spoor shows where a JVM job's data came from and went.\n\n");
    usage.append("Watch a job:  java -javaagent:spoor-agent.jar -jar job.jar\n");
    usage.append("Then:         java -jar spoor-agent.jar COMMAND [OPTION]...\n\n");
    for (Command command : commands.values()) {
      usage.append(String.format("  %-8s %s\n", command.name(), command.summary()));
    }
    usage.append("  help     print this, or a command's options: help COMMAND\n");
    usage.append("  version  print the version\n");
    return usage.toString();
  }
}
