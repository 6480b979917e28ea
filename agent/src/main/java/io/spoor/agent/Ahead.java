package io.spoor.agent;

/**
 * Loads the classes that a short job needs from its first statement to its end, while its driver
 * still loads, and whenever there is nothing else to do: each costs it a fifth of a millisecond, on
 * the job's thread or when the JVM waits for Spoor. In the order in which they are needed; a test
 * holds the list against a job of one query. Spoor's thread only.
 */
final class Ahead {

  private static final String PACKAGE = "io.spoor.";

  private static final String[] NAMES = {
    "boot.record.Choice",
    "boot.record.RowRing",
    "boot.record.ConnectionState$Entry",
    "boot.record.ConnectionState$Mark",
    "boot.record.Product",
    "instrumentation.jdbc.Products",
    "instrumentation.jdbc.Product",
    "instrumentation.jdbc.UrlText",
    "instrumentation.jdbc.UrlParameters",
    "instrumentation.jdbc.Database",
    "agent.Session",
    "sql.SqlSession",
    "boot.record.JdbcFacts",
    "boot.record.TextKey",
    "boot.record.Verb",
    "boot.record.LiteralRows",
    "boot.record.UnitOfWork",
    "boot.record.UnitRule",
    "boot.record.UnitOfWork$Made",
    "boot.record.UnitRate",
    "sql.KnownColumns",
    "agent.Scripts$Asked",
    "sql.DdlReader",
    "sql.ExternalFiles",
    "sql.NameLists",
    "sql.TableColumns",
    "agent.Readings$Reading",
    "agent.KnownUse",
    "boot.record.LiteralScan",
    "agent.SessionSql",
    "sql.KnownColumns$Entry",
    "sql.ChangeReader",
    "sql.InsertReader",
    "sql.TargetResolver",
    "sql.RowColumns",
    "sql.FunctionColumns",
    "sql.SkippedRows",
    "ledger.Access$Kind",
    "model.DatasetId",
    "ledger.Access",
    "sink.SinkContext",
    "agent.Destination",
    "log.Log",
    "store.Home",
    "files.Refuge",
    "files.PrivateFiles",
    "log.FileLog",
    "log.Repeats",
    "sink.Delivery",
    "sink.Sinks",
    "sink.Sink",
    "sink.FileSink",
    "store.EventStore",
    "sink.SinkSettings",
    "sink.NamedSink",
    "model.Evidence",
    "model.Values",
    "openlineage.DatasetTypeDatasetFacet",
    "openlineage.DataSourceDatasetFacet",
    "agent.Uris",
    "content.FileFormat",
    "model.Dataset",
    "boot.record.Effort",
    "boot.record.RowStore",
    "openlineage.OutputStatisticsFacet",
    "sink.SinkEvent",
    "store.EventFile",
    "sink.OrphanDelivery",
    "boot.record.ResultShape",
    "boot.record.RowWindow",
    "agent.SqlColumns",
    "ledger.Column",
    "boot.record.KeptRow",
    "boot.record.ValueHash",
    "boot.record.SmallValue",
    "boot.record.KeptRows",
    "flow.RowTable",
    "flow.RowColumn",
    "flow.RowSide",
    "openlineage.SqlJobFacet",
    "openlineage.SchemaDatasetFacet$Field",
    "openlineage.SchemaDatasetFacet",
    "openlineage.InputStatisticsFacet"
  };

  /**
   * What the JDK needs to create a file that only its owner may read; some releases have others.
   */
  private static final String[] OF_FILES = {
    "java.nio.file.attribute.PosixFilePermissions",
    "sun.nio.fs.UnixFileModeAttribute",
    "sun.nio.fs.UnixFileAttributeViews$Posix"
  };

  /** So many at a time: what is handed over meanwhile, or the end, waits for a few of them. */
  private static final int AT_ONCE = 8;

  private final ClassLoader loader = Ahead.class.getClassLoader();
  private int loaded;

  /** Loads some more; whether there were any left. */
  boolean more() {
    int end = Math.min(loaded + AT_ONCE, NAMES.length + OF_FILES.length);
    boolean any = loaded < end;
    for (; loaded < end; loaded++) {
      boolean isOwn = loaded < NAMES.length;
      load(isOwn ? PACKAGE + NAMES[loaded] : OF_FILES[loaded - NAMES.length]);
    }
    return any;
  }

  private void load(String name) {
    try {
      Class.forName(name, true, loader);
    } catch (ClassNotFoundException | LinkageError e) {
      // Another JDK may do without one of its own classes: nothing needs it then. And what does
      // need it is told by its own failure.
      return;
    }
  }
}
