package io.spoor.agent;

import io.spoor.boot.AgentContext;
import io.spoor.boot.record.Choice;
import io.spoor.boot.record.ContentRing;
import io.spoor.boot.record.FileOperations;
import io.spoor.boot.record.LiveRecorder;
import io.spoor.boot.record.UnitOfWork;
import io.spoor.flow.RowFlows;
import io.spoor.memory.Memory;
import io.spoor.model.RunEvent;
import java.util.Map;

/**
 * The run of one JVM: takes what the recorder hands over into the ledger, and makes the events. It
 * knows nothing of where they go.
 */
final class RunKeeper implements LiveRecorder.Consumer {

  /** For users. */
  static final String LOOKING_STOPPED =
      "Looking at calls of the application (flows.tags) took more than flows.tags.budget allows, and"
          + " ended: of what later values were made is not known";

  /** Bytes of a state with the path it is about. */
  private static final int STATE = 300;

  /** Nanoseconds that looking through memories may take. */
  private static final long RECALLING = 300000000L;

  /** Nanoseconds that the end of the JVM waits for content behind the first bytes of streams. */
  private static final long EXAMINING = 30000000L;

  private final AgentContext context;
  private final LiveRecorder recorder;
  private final UnitBooks main;
  private final Units units;
  private final DataFiles dataFiles;
  private final Sessions sessions;
  private final boolean withText;
  private final Memory memory;
  private final long comparing;
  private final ContentRing.Examiner examiner = new ByUnit();
  private Outlet outlet;
  private long mostHeap;
  private int sinceRelease;
  private boolean dirty;
  private long late;

  /**
   * @param comparing nanoseconds that comparing rows may take: the JVM waits for it
   * @param memory null when nothing is remembered
   */
  RunKeeper(
      AgentContext context,
      UnitBooks main,
      Units units,
      DataFiles dataFiles,
      Sessions sessions,
      boolean withText,
      long comparing,
      Memory memory) {
    this.comparing = comparing;
    this.memory = memory;
    this.context = context;
    this.recorder = context.recorder();
    this.main = main;
    this.units = units;
    this.dataFiles = dataFiles;
    this.sessions = sessions;
    this.withText = withText;
  }

  /** Content is examined where the stream's unit has its books. */
  private final class ByUnit implements ContentRing.Examiner {
    private long until;

    @Override
    public void examine(
        SpoorState stream, boolean written, long position, byte[] data, int offset, int length) {
      if (position < ContentRing.LIMIT || !isLate()) {
        ContentExaminer examiner = units.of(stream.unit).files.examiner();
        examiner.setHurried(recorder.isEnding());
        examiner.examine(stream, written, position, data, offset, length);
      }
    }

    /** Whether the JVM waits, and should not any longer. */
    private boolean isLate() {
      if (!recorder.isEnding()) {
        return false;
      }
      long now = System.nanoTime();
      until = until == 0 ? now + EXAMINING : until;
      return now - until > 0;
    }
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
    units.look();
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
    }
    boolean storesChanged = dataFiles.takeStoresChanged();
    for (UnitBooks books : units.all()) {
      books.sql.settle();
      books.files.settle(storesChanged);
    }
    dirty |= any;
    return any;
  }

  @Override
  public void take(SpoorState s) {
    try {
      if (s.kind == SpoorState.CONNECTION) {
        sessions.of(s);
      } else if (s instanceof Choice) {
        sessions.chosen((Choice) s);
      } else if (s.kind == SpoorState.OPERATION && s.mode == FileOperations.UNWOVEN) {
        lateWeaver().weave((Class<?>) s.about);
      } else if (s.kind == SpoorState.OPERATION && s.mode == FileOperations.UNITS) {
        lateWeaver().follow();
      } else if (s instanceof UnitOfWork) {
        units.of(s);
      } else {
        units.of(s.unit).take(s);
      }
      if (s.closed) {
        recorder.release(s);
      }
      if (++sinceRelease > 20000) {
        sinceRelease = 0;
        recorder.releaseAll();
      }
    } catch (RuntimeException e) {
      main.misunderstood.addAccess("Spoor failed on an access: " + Failure.message(e, false), null);
    }
  }

  /** Made when it is needed: mostly it never is. */
  private LateWeaver lateWeaver() {
    return new LateWeaver(context.instrumentation(), context.transformer(), main.misunderstood);
  }

  /** Whether the run has nothing to tell of. */
  boolean isEmpty() {
    return main.isEmpty() && units.isEmpty();
  }

  /**
   * Tells of units of work that began or ended since.
   *
   * @param last whether the JVM ends
   */
  void tellUnits(boolean last) {
    units.tell(outlet, last);
  }

  /** Whether something changed since the last event or checkpoint; asking resets it. */
  boolean takeDirty() {
    boolean was = dirty;
    dirty = false;
    return was;
  }

  RunReport report() {
    return main.report;
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
    long bytes = (long) recorder.states() * STATE;
    for (UnitBooks books : units.all()) {
      bytes += books.heapBytes();
    }
    bytes += recorder.content() == null ? 0 : recorder.content().heapBytes();
    bytes += outlet == null ? 0 : outlet.heapBytes();
    mostHeap = Math.max(mostHeap, bytes);
    return mostHeap;
  }

  /** The run has begun. */
  RunEvent start(long millis) {
    return main.event(RunEvent.Type.START, millis, null);
  }

  /** It goes on. */
  RunEvent running(long millis, long cpuMillis) {
    return main.event(RunEvent.Type.RUNNING, millis, circumstances(cpuMillis));
  }

  /** What is to be said if nothing more is heard of this JVM. */
  RunEvent lost(long millis, long cpuMillis) {
    RunReport.Circumstances circumstances = circumstances(cpuMillis);
    circumstances.failure = "The JVM ended without a word: killed, crashed or lost its machine";
    return main.event(RunEvent.Type.FAIL, millis, circumstances);
  }

  /** It ended: by an exception, a status, or well. */
  RunEvent end(long millis, long cpuMillis) {
    main.finish();
    RowFlows rows = main.compareRows(System.nanoTime() + comparing);
    RunReport.Circumstances circumstances = circumstances(cpuMillis);
    if (memory != null) {
      long until = System.nanoTime() + RECALLING;
      circumstances.resemblances = memory.recall(main.inputs(), main.ledger, until);
      count(circumstances.dropped, "memories", memory.leftOut());
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
    RunEvent end = main.end(type, millis, circumstances, rows);
    if (memory != null && type == RunEvent.Type.COMPLETE) {
      memory.keep(millis, main.ledger, main.outputs(), rows, circumstances.flows);
    }
    return end;
  }

  private RunReport.Circumstances circumstances(long cpuMillis) {
    if (recorder.failures() > 0) {
      main.misunderstood.add(
          "A hook failed "
              + recorder.failures()
              + " times: "
              + Failure.message(recorder.firstFailure(), false),
          null);
    }
    if (recorder.misfit() != null) {
      main.misunderstood.add("A description does not fit its library: " + recorder.misfit(), null);
    }
    if (recorder.isLookingStopped()) {
      main.misunderstood.add(LOOKING_STOPPED, null);
    }
    RunReport.Circumstances circumstances = main.circumstances(cpuMillis, heapBytes());
    circumstances.leftOut = dataFiles.leftOut().facet(recorder.quicklyDropped());
    count(circumstances.dropped, "accesses", recorder.dropped() + late);
    ContentRing ring = recorder.content();
    count(circumstances.dropped, "contents", ring == null ? 0 : ring.lost());
    count(circumstances.dropped, "statements", recorder.lostStatements());
    count(circumstances.dropped, "changes", recorder.droppedChanges());
    count(circumstances.dropped, "knownTables", main.sql.forgottenTables());
    count(circumstances.dropped, "units", recorder.unitsLeftOut());
    return circumstances;
  }

  private static void count(Map<String, Long> dropped, String what, long count) {
    UnitBooks.count(dropped, what, count);
  }
}
