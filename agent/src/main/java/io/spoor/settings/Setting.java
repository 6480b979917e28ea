package io.spoor.settings;

/**
 * The table of settings. Documentation and the check for unknown keys are made from it; a key that
 * is not here does not exist. Keys that end in a dot are prefixes that a sink reads itself.
 */
public enum Setting {
  ENABLED(
      "enabled",
      "true",
      "false turns Spoor off; in spoor.properties also within a minute while jobs run"),
  FORCE("force", "false", "true attaches to JDK and build tools too"),
  HOME("home", "~/.spoor", "folder of events, checkpoints, spool and log"),
  JOB_NAME(
      "job.name",
      "from Spring, jar or main class",
      "name of the job; ${arg:1} is the job's first argument, ${env:X} an environment variable"),
  JOB_NAMESPACE(
      "job.namespace", "default", "namespace of the job; OPENLINEAGE_NAMESPACE is honoured"),
  JOB_ARGUMENTS(
      "job.arguments",
      "false",
      "true tells the values of the job's arguments; else their number, and the names of options"),
  PROCESS_ARGUMENTS(
      "process.arguments",
      "false",
      "true tells the arguments of processes that the job starts, not their commands alone"),
  SINK(
      "sink",
      "file",
      "where events go: file, console, http, append or a name from sink.path; several: file+http"),
  SINK_PATH("sink.path", null, "jars or folders with further sinks, separated as a class path"),
  SINK_HTTP_URL("sink.http.url", null, "address of the catalog; OPENLINEAGE_URL is honoured"),
  SINK_HTTP_ENDPOINT("sink.http.endpoint", "/api/v1/lineage", "path behind the address"),
  SINK_HTTP_TOKEN_ENV(
      "sink.http.token.env",
      null,
      "name of the environment variable with the API key or token; OPENLINEAGE_API_KEY is honoured"),
  SINK_HTTP_TOKEN_FILE("sink.http.token.file", null, "file with the API key or token"),
  SINK_HTTP_TIMEOUT(
      "sink.http.timeout", "5000", "milliseconds to connect, and to wait for an answer"),
  SINK_HTTP_GZIP("sink.http.gzip", "false", "true compresses the body"),
  SINK_HTTP_HEADERS("sink.http.headers", null, "further headers, Name: value each, separated by |"),
  SINK_HTTP_PROXY(
      "sink.http.proxy", null, "host:port; none is used otherwise, whatever the job uses"),
  SINK_CONSOLE_STREAM("sink.console.stream", "stderr", "stdout prints there instead"),
  SINK_APPEND_FILE("sink.append.file", null, "file to which the sink append adds each event"),
  SINK_OTHER("sink.", null, "options of a sink of sink.path: sink.NAME.option"),
  FLOWS("flows", "on", "off reports inputs and outputs without inferring which fed which"),
  FLOWS_REMEMBER(
      "flows.remember",
      "off",
      "on keeps in home/memory what was explained and what was not, and keyed hashes of some values"
          + " of outputs, for the next runs; needs flows.salt.file"),
  FLOWS_REMEMBER_DAYS(
      "flows.remember.days", "90", "age beyond which what was remembered of a dataset goes"),
  FLOWS_SALT_FILE(
      "flows.salt.file",
      null,
      "file with the key of those hashes, 16 random bytes or more; it must not lie in home"),
  FLOWS_TAGS(
      "flows.tags",
      "off",
      "on looks at calls in the application's own classes that make values of others: digests,"
          + " ciphers, formats, texts that are put together"),
  FLOWS_TAGS_BUDGET(
      "flows.tags.budget",
      "2",
      "percent of the time of any thread that looking at them may take; where it would take more, it"
          + " ends for the rest of the run, and that is told; 100 = no limit"),
  EDGES(
      "edges",
      "facet",
      "child-runs tells each output, with the inputs that fed it, as a run beneath the run, for"
          + " catalogs that read no lineage facet; the run itself then lists inputs alone"),
  UNITS(
      "units",
      null,
      "methods each call of which is a run of its own: com.acme.Nightly.run, separated by ;, with"
          + " stars in the class where wanted"),
  UNITS_WINDOW(
      "units.window",
      "900",
      "seconds within which all requests, messages or frequent fires of one entry point are one"
          + " run"),
  INCLUDE("include", null, "globs of files that are data whatever the rules say, separated by ;"),
  EXCLUDE("exclude", null, "globs of files that are not data, separated by ;"),
  FILE_NAMESPACE(
      "file.namespace",
      "file",
      "namespace of local files; host stands for file://HOST, where several machines report"),
  DIGEST(
      "digest",
      null,
      "sha256 makes it the version of a file, which Spoor reads again for that once it is closed"),
  FOLD(
      "fold",
      "true",
      "which files are one dataset: false for none, or rules joined by +: keys (key=value folders),"
          + " parts (part-00000), dates, numbers, many (over 100 of a kind in a folder)"),
  INSTRUMENTATION_PATH(
      "instrumentation.path",
      null,
      "descriptions of libraries of your own: YAML files or folders, separated as a class path"),
  JDBC_ALIASES(
      "jdbc.aliases",
      null,
      "other names of database hosts: from=to, separated by ;, each a host, host:port or namespace"),
  JDBC_SQLSERVER(
      "jdbc.sqlserver", "sqlserver", "scheme of SQL Server's namespaces: sqlserver or mssql"),
  SQL_METADATA(
      "sql.metadata",
      "false",
      "true lets Spoor ask database servers, on a connection of its own, for columns of tables and"
          + " bodies of procedures"),
  SQL_METADATA_TIMEOUT(
      "sql.metadata.timeout",
      "5000",
      "milliseconds that a database may take to answer; after that it is asked no more"),
  SUMMARY("summary", null, "stderr prints one line at the end of the job"),
  ERROR_MESSAGES(
      "error.messages",
      "false",
      "true puts the text of exceptions into events; drivers put data values into it"),
  EXIT_BUDGET("exit.budget", "2000", "milliseconds that the end of the JVM may wait for Spoor"),
  CHECKPOINT_INTERVAL(
      "checkpoint.interval", "5000", "milliseconds between checkpoints of a live run, at least"),
  RUNNING_INTERVAL(
      "running.interval", "600", "seconds between RUNNING events of a long job, at least"),
  STORE_MAX_MB("store.max.mb", "256", "size of home/events beyond which the oldest files go"),
  STORE_MAX_DAYS("store.max.days", "90", "age of files in home/events beyond which they go"),
  SPOOL_MAX_MB(
      "spool.max.mb", "64", "size of what waits for one sink beyond which the oldest goes"),
  SPOOL_MAX_DAYS("spool.max.days", "30", "age of what waits for a sink beyond which it goes");

  private final String key;
  private final String standard;
  private final String text;

  Setting(String key, String standard, String text) {
    this.key = key;
    this.standard = standard;
    this.text = text;
  }

  /** The key as it is written in agent arguments and in spoor.properties. */
  public String key() {
    return key;
  }

  /** The default; null when there is none. */
  public String standard() {
    return standard;
  }

  /** One line for the documentation. */
  public String text() {
    return text;
  }
}
