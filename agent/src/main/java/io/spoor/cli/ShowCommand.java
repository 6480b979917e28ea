package io.spoor.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** {@code show}: prints runs of the store. */
final class ShowCommand implements Command {
  private final OrphanRecovery orphans;

  ShowCommand(OrphanRecovery orphans) {
    this.orphans = orphans;
  }

  @Override
  public String name() {
    return "show";
  }

  @Override
  public String summary() {
    return "print the lineage of the latest run, or of others, from the store";
  }

  @Override
  public String usage() {
    return "Usage: java -jar spoor-agent.jar show [OPTION]...\n"
        + "\n"
        + "Prints the lineage of the latest run.\n"
        + "\n"
        + "  --run ID         the run whose id begins so\n"
        + "  --job NAME       only runs of this job\n"
        + "  --last N         the latest N runs, newest first\n"
        + "  --all-runs       all runs; as text a list, one line a run\n"
        + "  --format FORMAT  text (default), json, dot or mermaid\n"
        + "  --why OUTPUT     in sentences, what the edges into an output of the run are believed for,\n"
        + "                   what is not known of it, and what is not in it; OUTPUT.COLUMN for one\n"
        + "                   column; the end of a name will do: --why CUSTOMERS.EMAIL\n"
        + "  --columns        all columns of wide tables; in dot and mermaid, columns too\n"
        + "  --all            in text, also what was left out as no data, and by which rule\n"
        + "  --home DIR       where the store is (default: spoor.home, SPOOR_HOME, ~/.spoor)\n"
        + "\n"
        + "Exit code: 0 something was shown, 1 nothing was found, 2 not understood.\n";
  }

  @Override
  public int run(String[] args, Console console) throws UsageException {
    Options options =
        Options.parse(
            name(),
            args,
            Arrays.asList("--run", "--job", "--last", "--format", "--home", "--why"),
            Arrays.asList("--all-runs", "--columns", "--all"),
            0);
    if ("html".equals(options.value("--format"))) {
      throw new UsageException("format 'html' does not exist yet, only text, json, dot, mermaid");
    }
    String format = options.oneOf("--format", "text", "text", "json", "dot", "mermaid");
    boolean all = options.has("--all-runs");
    boolean columns = options.has("--columns");
    if (columns && all && format.equals("text")) {
      throw new UsageException("the list of --all-runs has no columns, leave out --columns");
    }
    if (options.value("--run") != null && (all || options.value("--last") != null)) {
      throw new UsageException("option --run names one run, leave out --all-runs and --last");
    }
    String why = options.value("--why");
    if (why != null && (all || options.value("--last") != null)) {
      throw new UsageException("option --why is about one run, leave out --all-runs and --last");
    }
    if (why != null && (columns || options.has("--all") || !format.equals("text"))) {
      throw new UsageException("option --why prints text of its own, leave out other formats");
    }
    int atMost = options.positive("--last", all ? Integer.MAX_VALUE : 1);
    Path home = HomeFolder.find(options.value("--home"), console.env(), console.system()).path();
    if (Files.isDirectory(home.resolve("runs"))) {
      orphans.recover(home, console::warn);
    }
    List<RunView> runs = find(home, options, atMost, console);
    if (runs.isEmpty()) {
      return 1;
    }
    if (why != null) {
      return why(runs.get(0), why, console);
    }
    boolean leftOut = options.has("--all");
    console.print(renderer(format, all, columns, leftOut).render(runs));
    return 0;
  }

  private static int why(RunView run, String of, Console console) {
    try {
      console.print(new WhyText(run, OutputColumn.find(run, of)).render());
      return 0;
    } catch (OutputColumn.NotFound e) {
      console.warn(e.getMessage());
      return 1;
    }
  }

  /** The runs asked for; when there is none, says so. */
  private static List<RunView> find(Path home, Options options, int atMost, Console console)
      throws UsageException {
    RunFinder store = new RunFinder(home, console::warn);
    String job = options.value("--job");
    Predicate<RunView> ofJob = run -> job == null || run.jobName().equals(job);
    String id = options.value("--run");
    List<RunView> runs;
    if (id == null) {
      // Units of work are shown with the run that they are of, unless their job is asked for.
      runs = store.find(job == null ? run -> !run.isUnit() : ofJob, atMost);
    } else {
      runs = store.findById(id);
      runs.removeIf(ofJob.negate());
      if (runs.size() > 1) {
        throw new UsageException(
            runs.size()
                + " runs have an id that begins with '"
                + id
                + "', for example "
                + runs.get(0).runId()
                + " and "
                + runs.get(1).runId()
                + "; give more of it");
      }
    }
    if (runs.isEmpty()) {
      Path other = HomeFolder.fallback(console.system()).resolve("events");
      boolean elsewhere = !other.equals(store.folder()) && Files.isDirectory(other);
      console.warn(nothing(store, id, job, elsewhere ? other.getParent() : null));
    }
    return runs;
  }

  /**
   * @param other a home that has events and that was not asked for, or null
   */
  private static String nothing(RunFinder store, String id, String job, Path other) {
    if (id != null) {
      return "no run in "
          + store.folder()
          + " has an id that begins with '"
          + id
          + "'"
          + (job == null ? "" : " and the job '" + job + "'")
          + "; 'show --all-runs' lists them";
    }
    if (job != null) {
      return "no run of a job '"
          + job
          + "' in "
          + store.folder()
          + Nearest.hint(job, store.jobNames());
    }
    if (other != null) {
      return "no events in "
          + store.folder()
          + ", but a job that could not write there left some: add --home "
          + other;
    }
    return "no events in "
        + store.folder()
        + "; run a job with -javaagent:spoor-agent.jar first, or name its home with --home";
  }

  private static Renderer renderer(String format, boolean all, boolean columns, boolean leftOut) {
    switch (format) {
      case "json":
        return new JsonRenderer();
      case "dot":
        return new DotRenderer(columns);
      case "mermaid":
        return new MermaidRenderer(columns);
      default:
        return all ? new RunListRenderer() : new TextRenderer(columns, leftOut);
    }
  }
}
