package io.spoor.agent;

import io.spoor.boot.AgentContext;
import io.spoor.files.Refuge;
import io.spoor.instrumentation.jdbc.DatabaseNames;
import io.spoor.instrumentation.jdbc.JdbcUrl;
import io.spoor.instrumentation.jdk.FileNames;
import io.spoor.instrumentation.jdk.FileRules;
import io.spoor.instrumentation.jdk.FoldRules;
import io.spoor.instrumentation.jdk.Glob;
import io.spoor.memory.Memory;
import io.spoor.memory.Salt;
import io.spoor.openlineage.EventWriter;
import io.spoor.openlineage.JobTypeJobFacet;
import io.spoor.openlineage.ParentRunFacet;
import io.spoor.settings.OpenLineageFile;
import io.spoor.settings.Setting;
import io.spoor.settings.Settings;
import io.spoor.sql.Dialect;
import io.spoor.sql.Limits;
import io.spoor.sql.SqlLineage;
import io.spoor.sql.SqlText;
import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the settings and puts the runtime's parts together. */
final class RunSetup {

  /** The first checkpoint comes this long after the first data, in milliseconds. */
  static final long FIRST_CHECKPOINT = 250;

  /** Nanoseconds of each millisecond of the exit's budget in which rows may be compared. */
  private static final long COMPARING = 500000;

  /** Of the setting edges: those into each output are a run too. */
  private static final String CHILD_RUNS = "child-runs";

  private final AgentContext context;
  private final Settings settings;
  private final OpenLineageFile openLineage;
  private final String version;
  private final RunKeeper run;
  private Memory memory;

  /** Why nothing is remembered although it should be; null when there is no reason. */
  private String forgetful;

  private Destination destination;
  private final long exitBudget;
  private final long checkpointInterval;
  private final long runningInterval;

  RunSetup(AgentContext context) {
    this.context = context;
    this.version = Versions.own();
    this.settings = Settings.load(context.options(), context.home());
    this.openLineage =
        OpenLineageFile.load(
            System.getenv(),
            context.workingDirectory(),
            System.getProperty("user.home"),
            settings.raw(Setting.SINK_HTTP_URL.key()) == null);
    this.exitBudget = settings.number(Setting.EXIT_BUDGET);
    this.checkpointInterval = settings.number(Setting.CHECKPOINT_INTERVAL);
    this.runningInterval = settings.number(Setting.RUNNING_INTERVAL) * 1000;
    this.run = keeper();
  }

  private RunKeeper keeper() {
    FileNames names = new FileNames(context.workingDirectory(), Hosts.namespace(settings));
    FileRules rules =
        new FileRules(
            names.normal(context.home().getAbsolutePath()),
            classPathFolders(names),
            globs(Setting.INCLUDE),
            globs(Setting.EXCLUDE));
    Misunderstood misunderstood = new Misunderstood();
    if (context.isLate()) {
      misunderstood.add(
          "The agent was attached while the job ran: what was opened before is not known", null);
    }
    DataFiles dataFiles = new DataFiles(names, rules, new ForeignFiles(names, context.recorder()));
    JdbcUrl urls =
        new JdbcUrl(
            context.workingDirectory(),
            new DatabaseNames(
                settings.text(Setting.JDBC_ALIASES), settings.text(Setting.JDBC_SQLSERVER)));
    DatabaseEnquiry enquiry =
        settings.isOn(Setting.SQL_METADATA)
            ? new DatabaseEnquiry(
                misunderstood,
                context.recorder(),
                settings.number(Setting.SQL_METADATA_TIMEOUT),
                exitBudget / 2)
            : null;
    Sessions sessions = new Sessions(urls, rules, enquiry);
    String namespace = namespace();
    String name = new JobName(context.command()).resolve(settings.raw(Setting.JOB_NAME.key()));
    Sampling sampling = null;
    if (settings.isOn(Setting.FLOWS) && settings.isOn(Setting.FLOWS_REMEMBER)) {
      context.recorder().keepMoreUntilTold();
      memory = memory(namespace, name);
      sampling = new Sampling(memory);
    }
    BooksMaker books =
        new BooksMaker(
            settings,
            names,
            rules,
            dataFiles,
            folding(),
            sessions,
            new Scripts(enquiry),
            sampling,
            context.recorder().rowRoom(),
            version);
    RunReport report =
        new RunReport(
            RunIds.next(context.startMillis()),
            namespace,
            name,
            version,
            parent(),
            new JobTypeJobFacet("BATCH", "JVM", "JOB"),
            settings.isOn(Setting.FLOWS),
            Parameters.of(context.command(), settings.isOn(Setting.JOB_ARGUMENTS)));
    if (!settings.isOn(Setting.FLOWS)) {
      context.recorder().stopSampling();
    }
    context.recorder().limitLooking(settings.number(Setting.FLOWS_TAGS_BUDGET));
    UnitBooks main = books.make(misunderstood, report);
    boolean withText = settings.isOn(Setting.ERROR_MESSAGES);
    return new RunKeeper(
        context,
        main,
        new Units(
            context.recorder(),
            main,
            books,
            withText,
            settings.number(Setting.UNITS_WINDOW) * 1000),
        dataFiles,
        sessions,
        withText,
        exitBudget * COMPARING,
        memory);
  }

  private Memory memory(String namespace, String name) {
    if (context.home().equals(Refuge.folder())) {
      forgetful = "This user has no home folder, so nothing is remembered; set home.";
      return null;
    }
    Salt salt = Salt.read(settings.text(Setting.FLOWS_SALT_FILE), context.home());
    forgetful = salt.problem();
    long days = settings.number(Setting.FLOWS_REMEMBER_DAYS);
    return forgetful == null ? Memory.open(salt, context.home(), days, namespace, name) : null;
  }

  private ParentRunFacet parent() {
    ParentRunFacet.Ancestor parent = JvmParent.parse(openLineage("OPENLINEAGE_PARENT_ID"));
    return parent == null ? null : new ParentRunFacet(parent, null);
  }

  private String namespace() {
    String given = settings.raw(Setting.JOB_NAMESPACE.key());
    if (given == null || given.isEmpty()) {
      given = openLineage("OPENLINEAGE_NAMESPACE");
    }
    return given == null || given.isEmpty() ? Setting.JOB_NAMESPACE.standard() : given;
  }

  /** A variable of the environment, else what OpenLineage's file says instead. */
  private String openLineage(String variable) {
    String given = System.getenv(variable);
    return given == null || given.isEmpty() ? openLineage.environment(variable) : given;
  }

  /** The rules by which files are parts of one dataset. */
  private FoldRules folding() {
    Map<String, FoldRules.Rule> rules = new LinkedHashMap<String, FoldRules.Rule>();
    for (FoldRules.Rule rule : FoldRules.Rule.values()) {
      rules.put(rule.name().toLowerCase(Locale.ROOT), rule);
    }
    List<String> known = new ArrayList<String>(rules.keySet());
    known.add("true");
    known.add("false");
    List<FoldRules.Rule> on = new ArrayList<FoldRules.Rule>();
    for (String word : settings.words(Setting.FOLD, known)) {
      if (word.equals("true")) {
        return new FoldRules(Arrays.asList(FoldRules.Rule.values()));
      }
      if (rules.containsKey(word)) {
        on.add(rules.get(word));
      }
    }
    return new FoldRules(on);
  }

  private List<Glob> globs(Setting setting) {
    List<Glob> globs = new ArrayList<Glob>();
    for (String pattern : settings.list(setting)) {
      globs.add(new Glob(pattern));
    }
    return globs;
  }

  /** Folders, not archives, of the application's class path. */
  private static List<String> classPathFolders(FileNames names) {
    List<String> folders = new ArrayList<String>();
    String path = System.getProperty("java.class.path", "");
    int from = 0;
    while (from <= path.length()) {
      int end = path.indexOf(File.pathSeparatorChar, from);
      String entry = path.substring(from, end < 0 ? path.length() : end);
      // The working directory as class path entry holds the job's data more often than classes
      // alone.
      if (!entry.isEmpty() && !entry.equals(".") && new File(entry).isDirectory()) {
        folders.add(names.absolute(entry));
      }
      from = end < 0 ? path.length() + 1 : end + 1;
    }
    return folders;
  }

  RunKeeper run() {
    return run;
  }

  /**
   * Loads what an event and a statement need, while the job is still busy with its own start: at
   * the end of a short job it would wait for that.
   */
  void warm() {
    new EventWriter(version).write(run.end(startMillis(), 0));
    SqlLineage.analyze("SELECT a FROM t WHERE b = 1", Dialect.GENERIC, Limits.DEFAULT);
    SqlText.normalise("INSERT INTO t VALUES (1)", Dialect.GENERIC);
  }

  /** Opens home and sinks: when there is something to tell, and not before. */
  Outlet open() {
    String edges = settings.choice(Setting.EDGES, Setting.EDGES.standard(), CHILD_RUNS);
    // Without flows a run for each output would have no inputs.
    boolean asRuns = CHILD_RUNS.equals(edges) && settings.isOn(Setting.FLOWS);
    destination =
        new Destination(
            context,
            settings,
            openLineage,
            run.report(),
            new EventWriter(version),
            asRuns ? new EdgeRuns(version) : null,
            exitBudget);
    if (forgetful != null) {
      destination.log().warn(forgetful);
    }
    if (memory != null) {
      memory.tell(destination.log());
    }
    return destination;
  }

  long startMillis() {
    return context.startMillis();
  }

  long exitBudget() {
    return exitBudget;
  }

  long checkpointInterval() {
    return checkpointInterval;
  }

  long runningInterval() {
    return runningInterval;
  }

  /** Whether enabled=false has appeared in spoor.properties. */
  boolean isSwitchedOff() {
    return "false"
        .equalsIgnoreCase(Settings.load(context.options(), context.home()).fromFile("enabled"));
  }

  /** Tells the log what made weaving fail, and the summary where it is wanted. */
  void close() {
    if (destination == null) {
      return;
    }
    if (memory != null) {
      memory.tell(destination.log());
    }
    if (context.recorder().isLookingStopped()) {
      destination.log().warn(RunKeeper.LOOKING_STOPPED);
    }
    if (context.transformer().failures() > 0) {
      destination
          .log()
          .error(
              context.transformer().failures()
                  + " classes could not be woven; what they do is unseen.",
              context.transformer().firstFailure());
    }
    if ("stderr".equals(settings.text(Setting.SUMMARY))) {
      System.err.println(destination.summary());
    }
  }
}
