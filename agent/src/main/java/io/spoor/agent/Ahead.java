package io.spoor.agent;

import io.spoor.boot.record.LiveRecorder;

/**
 * Loads the classes that a short job needs from its first statement to its end, while its driver
 * still loads: each costs it a tenth of a millisecond, on the job's thread or when the JVM waits
 * for Spoor. In the order in which they are needed; a test holds the list against a job of one
 * query. Spoor's thread only.
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
    "agent.SqlAccesses$1",
    "agent.SessionSql",
    "sql.KnownColumns$Entry",
    "sql.ChangeReader",
    "sql.ChangeReader$1",
    "sql.InsertReader$1",
    "sql.TargetResolver",
    "sql.RowColumns",
    "sql.SkippedRows",
    "sql.ColumnWrites$1",
    "sql.KnownColumns$1",
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
    "store.Checkpoint",
    "store.Orphan",
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
    "java.nio.channels.FileChannel",
    "sun.nio.fs.UnixFileModeAttribute",
    "sun.nio.fs.UnixChannelFactory",
    "sun.nio.fs.UnixChannelFactory$Flags",
    "sun.nio.ch.FileChannelImpl",
    "sun.nio.ch.FileChannelImpl$Closer",
    "sun.nio.ch.IOUtil",
    "sun.nio.ch.NativeThreadSet",
    "sun.nio.ch.FileDispatcherImpl"
  };

  private Ahead() {}

  /** Ends when the job is there: from then on they are loaded by whoever is first. */
  static void load(LiveRecorder recorder) {
    load(PACKAGE, NAMES, recorder);
    load("", OF_FILES, recorder);
  }

  private static void load(String prefix, String[] names, LiveRecorder recorder) {
    ClassLoader loader = Ahead.class.getClassLoader();
    for (int i = 0; i < names.length && !recorder.hasBegun(); i++) {
      try {
        Class.forName(prefix + names[i], true, loader);
      } catch (ClassNotFoundException | LinkageError e) {
        // Another JDK or compiler may do without one of its own classes: nothing needs it then. And
        // what does need it is told by its own failure.
        continue;
      }
    }
  }
}
