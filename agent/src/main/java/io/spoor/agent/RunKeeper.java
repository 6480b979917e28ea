package io.spoor.agent;

import io.spoor.boot.record.Choice;
import io.spoor.boot.record.ContentRing;
import io.spoor.boot.record.FileOperation;
import io.spoor.boot.record.FileOperations;
import io.spoor.boot.record.LiveRecorder;
import io.spoor.boot.record.SqlUse;
import io.spoor.flow.RowFlows;
import io.spoor.flow.RowSide;
import io.spoor.ledger.Ledger;
import io.spoor.memory.Memory;
import io.spoor.model.RunEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The run of one JVM: takes what the recorder hands over into the ledger, and makes the events. It
 * knows nothing of where they go.
 */
final class RunKeeper implements LiveRecorder.Consumer {

  /** Bytes of a state with the path it is about. */
  private static final int STATE = 300;

  /** Bytes of a text without its letters, in a map or a list. */
  private static final int TEXT = 120;

  /** Nanoseconds that comparing rows may take: the JVM waits for it. */
  private static final long COMPARING = 700000000L;

  /** Nanoseconds that looking through memories may take. */
  private static final long RECALLING = 300000000L;

  /** The same for comparing contents. */
  private static final long COPYING = 200000000L;

  private final LiveRecorder recorder;
  private final Ledger ledger;
  private final DataFiles dataFiles;
  private final FileRecords files;
  private final FileCalls fileCalls;
  private final Models models;
  private final Sessions sessions;
  private final SqlRecords sql;
  private final ContentExaminer examiner;
  private final Misunderstood misunderstood;
  private final RunReport report;
  private final boolean withText;
  private final LateWeaver lateWeaver;
  private final Memory memory;
  private Outlet outlet;
  private long mostHeap;
  private int sinceRelease;
  private boolean dirty;
  private long late;

  RunKeeper(
      LiveRecorder recorder,
      Ledger ledger,
      DataFiles dataFiles,
      FileRecords files,
      FileCalls fileCalls,
      Models models,
      Sessions sessions,
      SqlRecords sql,
      Misunderstood misunderstood,
      RunReport report,
      boolean withText,
      LateWeaver lateWeaver,
      Memory memory) {
    this.memory = memory;
    this.lateWeaver = lateWeaver;
    this.recorder = recorder;
    this.ledger = ledger;
    this.dataFiles = dataFiles;
    this.files = files;
    this.fileCalls = fileCalls;
    this.models = models;
    this.sessions = sessions;
    this.sql = sql;
    this.examiner = new ContentExaminer(files);
    this.misunderstood = misunderstood;
    this.report = report;
    this.withText = withText;
  }

  /**
   * Takes all that was handed over; whether anything was.
   *
   * @param until System.nanoTime() at which what is left is counted and dropped: the JVM ends, and
   *     the run's end has to be told
   */
  boolean drain(long until) {
    boolean any = false;
    int taken = 0;
    for (SpoorState s = recorder.take(); s != null; ) {
      SpoorState next = s.next;
      s.next = null;
      s.queued = 0;
      any = true;
      if ((++taken & 63) == 0 && late == 0 && System.nanoTime() - until > 0) {
        late = 1;
      }
      if (late > 0) {
        late++;
      } else {
        take(s);
      }
      s = next;
    }
    recorder.takeTotals(this);
    ContentRing ring = recorder.content();
    if (ring != null) {
      ring.drain(examiner);
      examiner.settle(false);
    }
    files.leaveOutStores();
    models.update(false);
    dirty |= any;
    return any;
  }

  @Override
  public void take(SpoorState s) {
    try {
      if (s.kind == SpoorState.FILE) {
        files.take(s);
      } else if (s.kind == SpoorState.CONNECTION) {
        sessions.of(s);
      } else if (s instanceof SqlUse) {
        sql.take((SqlUse) s);
      } else if (s instanceof Choice) {
        sessions.chosen((Choice) s);
      } else if (s.kind == SpoorState.OPERATION && s.mode == FileOperations.UNWOVEN) {
        lateWeaver.weave((Class<?>) s.about);
      } else if (s.kind >= SpoorState.LIBRARY_OBJECT) {
        models.take(s);
      } else if (s instanceof FileOperation) {
        fileCalls.take((FileOperation) s);
      }
      if (s.closed) {
        recorder.release(s);
      }
      if (++sinceRelease > 20000) {
        sinceRelease = 0;
        recorder.releaseAll();
      }
    } catch (RuntimeException e) {
      misunderstood.add("Spoor failed on an access: " + Failure.message(e, false), null);
    }
  }

  /** Whether the run has any data to tell of. */
  boolean isEmpty() {
    return ledger.isEmpty();
  }

  /** Whether something changed since the last event or checkpoint; asking resets it. */
  boolean takeDirty() {
    boolean was = dirty;
    dirty = false;
    return was;
  }

  RunReport report() {
    return report;
  }

  /** From now on events wait there for their sinks. */
  void alsoHolds(Outlet events) {
    outlet = events;
  }

  /**
   * The most that Spoor was found to hold so far, by its own count, whenever it was asked: asking
   * the JVM would cost more than the rest of Spoor.
   */
  private long heapBytes() {
    long bytes = (long) recorder.states() * STATE + ledger.heapBytes() + sql.heapBytes();
    bytes += recorder.content() == null ? 0 : recorder.content().heapBytes() + examiner.heapBytes();
    bytes += models.heapBytes();
    bytes += outlet == null ? 0 : outlet.heapBytes();
    for (String query : sql.queries().keySet()) {
      bytes += TEXT + query.length();
    }
    for (Misunderstood.Item item : misunderstood.items()) {
      bytes += TEXT + item.message.length() + (item.task == null ? 0 : item.task.length());
    }
    mostHeap = Math.max(mostHeap, bytes);
    return mostHeap;
  }

  /** The run has begun. */
  RunEvent start(long millis) {
    return report.event(RunEvent.Type.START, millis, ledger, models.knowledge(), null);
  }

  /** It goes on. */
  RunEvent running(long millis, long cpuMillis) {
    return report.event(
        RunEvent.Type.RUNNING, millis, ledger, models.knowledge(), circumstances(cpuMillis));
  }

  /** What is to be said if nothing more is heard of this JVM. */
  RunEvent lost(long millis, long cpuMillis) {
    RunReport.Circumstances circumstances = circumstances(cpuMillis);
    circumstances.failure = "The JVM ended without a word: killed, crashed or lost its machine";
    return report.event(RunEvent.Type.FAIL, millis, ledger, models.knowledge(), circumstances);
  }

  /** It ended: by an exception, a status, or well. */
  RunEvent end(long millis, long cpuMillis) {
    sql.finish();
    examiner.settle(true);
    files.finish();
    models.update(true);
    ContentCopies copies = examiner.copies();
    copies.find(System.nanoTime() + COPYING);
    List<RowSide> inputs = new ArrayList<RowSide>();
    List<RowSide> outputs = new ArrayList<RowSide>();
    RowFlows rows = compareRows(inputs, outputs);
    RunReport.Circumstances circumstances = circumstances(cpuMillis);
    if (memory != null) {
      circumstances.resemblances = memory.recall(inputs, ledger, System.nanoTime() + RECALLING);
      count(circumstances.dropped, "memories", memory.leftOut());
    }
    circumstances.environment = models.environment();
    circumstances.rows = rows;
    count(circumstances.dropped, "contentsNotCompared", copies.dropped());
    if (rows != null) {
      count(circumstances.dropped, "outputsNotCompared", rows.unfinished());
    }
    Throwable uncaught = recorder.uncaught();
    int status = recorder.exitStatus();
    if (uncaught != null) {
      circumstances.failure = Failure.message(uncaught, withText);
      circumstances.stackTrace = Failure.stackTrace(uncaught, withText);
    } else if (status > 0 || status < -1) {
      circumstances.failure = "The JVM exited with status " + status;
    }
    RunEvent.Type type =
        circumstances.failure == null ? RunEvent.Type.COMPLETE : RunEvent.Type.FAIL;
    Inference.Knowledge knowledge = Content.of(models.knowledge(), rows, copies);
    RunEvent end = report.event(type, millis, ledger, knowledge, circumstances);
    if (memory != null && type == RunEvent.Type.COMPLETE) {
      memory.keep(millis, ledger, outputs, rows, circumstances.flows);
    }
    return end;
  }

  /**
   * Rows are compared once, when all of them are there; null when nothing is known of outputs. Of
   * what no input was sampled it is said that nothing is known.
   */
  private RowFlows compareRows(List<RowSide> inputs, List<RowSide> outputs) {
    sql.addRows(inputs, outputs);
    examiner.addRows(inputs, outputs);
    models.addRows(inputs, outputs);
    if (outputs.isEmpty()) {
      return null;
    }
    RowFlows rows = new RowFlows(inputs, outputs, System.nanoTime() + COMPARING);
    models.matched(rows.flows());
    return rows;
  }

  private RunReport.Circumstances circumstances(long cpuMillis) {
    if (recorder.failures() > 0) {
      misunderstood.add(
          "A hook failed "
              + recorder.failures()
              + " times: "
              + Failure.message(recorder.firstFailure(), false),
          null);
    }
    RunReport.Circumstances circumstances =
        new RunReport.Circumstances(sql.queries(), misunderstood, cpuMillis, heapBytes());
    circumstances.leftOut = dataFiles.leftOut().facet(recorder.quicklyDropped());
    circumstances.externalQuery = sql.externalQuery();
    circumstances.processes = fileCalls.processes();
    if (recorder.misfit() != null) {
      misunderstood.add("A description does not fit its library: " + recorder.misfit(), null);
    }
    models.describe(circumstances);
    count(circumstances.dropped, "accesses", recorder.dropped() + late);
    ContentRing ring = recorder.content();
    count(circumstances.dropped, "contents", ring == null ? 0 : ring.lost());
    count(circumstances.dropped, "statements", recorder.lostStatements());
    count(circumstances.dropped, "changes", recorder.droppedChanges());
    count(circumstances.dropped, "models", models.dropped());
    count(circumstances.dropped, "rowsOfModels", models.rowsDropped());
    count(circumstances.dropped, "datasets", ledger.dropped());
    count(circumstances.dropped, "errors", misunderstood.dropped());
    count(circumstances.dropped, "knownTables", sql.forgottenTables());
    count(circumstances.dropped, "sessionNames", sql.droppedNames());
    return circumstances;
  }

  private static void count(Map<String, Long> dropped, String what, long count) {
    if (count > 0) {
      dropped.put(what, count);
    }
  }
}
