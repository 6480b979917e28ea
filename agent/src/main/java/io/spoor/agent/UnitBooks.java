package io.spoor.agent;

import io.spoor.boot.record.FileOperation;
import io.spoor.boot.record.RecordRows;
import io.spoor.boot.record.SqlUse;
import io.spoor.boot.record.Transaction;
import io.spoor.boot.record.UnitOfWork;
import io.spoor.flow.RowFlows;
import io.spoor.flow.RowSide;
import io.spoor.ledger.Ledger;
import io.spoor.model.RunEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** All that is known of one unit of work, or of the JVM's run beside its units. Spoor's thread. */
final class UnitBooks {

  /** Bytes of a text without its letters, in a map or a list. */
  private static final int TEXT = 120;

  /** Nanoseconds that comparing contents may take. */
  private static final long COPYING = 200000000L;

  /** Null = the JVM's run. */
  final UnitOfWork unit;

  /** Null likewise. */
  final UnitBooks parent;

  final Ledger ledger;
  final FileRecords files;
  final FileCalls fileCalls;
  final Models models;
  final SqlRecords sql;
  final ContentExaminer examiner;
  final Misunderstood misunderstood;
  final RunReport report;

  /** Null when nothing is remembered of datasets. */
  private final Sampling sampling;

  /** Null while no library's records were met. */
  private RecordSides records;

  private final List<RowSide> inputs = new ArrayList<RowSide>();
  private final List<RowSide> outputs = new ArrayList<RowSide>();

  /** Of a service: what was found in its calls; null while nothing was. */
  private PartFlows parts;

  /** Units beneath it that did not end. */
  int below;

  /** Whether it was over when what was handed over was taken last. */
  boolean over;

  /** Whether its beginning was told. */
  boolean begun;

  UnitBooks(
      UnitOfWork unit,
      UnitBooks parent,
      Ledger ledger,
      FileRecords files,
      FileCalls fileCalls,
      Models models,
      SqlRecords sql,
      ContentExaminer examiner,
      Sampling sampling,
      Misunderstood misunderstood,
      RunReport report) {
    this.unit = unit;
    this.parent = parent;
    this.ledger = ledger;
    this.files = files;
    this.fileCalls = fileCalls;
    this.models = models;
    this.sql = sql;
    this.examiner = examiner;
    this.sampling = sampling;
    this.misunderstood = misunderstood;
    this.report = report;
  }

  /** Takes a file, a call that is about files, a use of SQL or what a library told. */
  void take(SpoorState s) {
    if (s.kind == SpoorState.FILE) {
      files.take(s);
    } else if (s instanceof SqlUse) {
      sql.take((SqlUse) s);
    } else if (s.kind == SpoorState.LIBRARY_OBJECT || s.kind == SpoorState.LIBRARY_CALL) {
      models.take(s);
    } else if (s.kind == SpoorState.RECORDS) {
      records().take((RecordRows) s);
    } else if (s instanceof FileOperation) {
      fileCalls.take((FileOperation) s);
    } else if (s instanceof Transaction) {
      sql.take((Transaction) s);
    }
  }

  private RecordSides records() {
    if (records == null) {
      records = new RecordSides(files, sampling);
    }
    return records;
  }

  /** All of it was taken: what could not be decided before is decided now. */
  void finish() {
    sql.finish();
    examiner.settle(true);
    files.finish();
    models.update(true);
    examiner.copies().find(System.nanoTime() + COPYING);
  }

  /**
   * Rows are compared once, when all of them are there; null when nothing is known of outputs. Of
   * what no input was sampled it is said that nothing is known.
   *
   * @param until System.nanoTime() at which it is to be over
   */
  RowFlows compareRows(long until) {
    sql.addRows(inputs, outputs);
    examiner.addRows(inputs, outputs);
    if (records != null) {
      records.addRows(inputs, outputs);
    }
    models.addRows(inputs, outputs);
    if (outputs.isEmpty()) {
      return null;
    }
    RowFlows rows = new RowFlows(inputs, outputs, until);
    models.matched(rows.flows());
    return rows;
  }

  /** What was read, as far as its rows were compared. */
  List<RowSide> inputs() {
    return inputs;
  }

  /** The same of what was written. */
  List<RowSide> outputs() {
    return outputs;
  }

  /** What happened beside data. */
  RunReport.Circumstances circumstances(long cpuMillis, long heapBytes) {
    RunReport.Circumstances circumstances =
        new RunReport.Circumstances(sql.queries(), misunderstood, cpuMillis, heapBytes);
    circumstances.externalQuery = sql.externalQuery();
    circumstances.processes = fileCalls.processes();
    models.describe(circumstances);
    count(circumstances.dropped, "contentsInPart", examiner.inPart());
    count(circumstances.dropped, "models", models.dropped());
    count(circumstances.dropped, "rowsOfModels", models.rowsDropped());
    count(circumstances.dropped, "datasets", ledger.dropped());
    count(circumstances.dropped, "errors", misunderstood.dropped());
    count(circumstances.dropped, "sessionNames", sql.droppedNames());
    return circumstances;
  }

  /**
   * The event that ends it.
   *
   * @param rows what comparing rows says; null when none were compared
   */
  RunEvent end(RunEvent.Type type, long millis, RunReport.Circumstances end, RowFlows rows) {
    end.environment = models.environment();
    end.rows = rows;
    count(end.dropped, "contentsNotCompared", examiner.copies().dropped());
    if (rows != null) {
      count(end.dropped, "outputsNotCompared", rows.unfinished());
    }
    return report.event(type, millis, ledger, knowledge(rows, true), end);
  }

  /** Whether there is nothing to tell of: no data, and none that are not known. */
  boolean isEmpty() {
    return ledger.isEmpty() && !misunderstood.hidesData();
  }

  /** A call of the service whose books these are is over: it becomes a part of them. */
  void absorb(UnitBooks part, RowFlows rows) {
    if (parts == null) {
      parts = new PartFlows(null, null);
    }
    parts.add(
        Inference.infer(
            part.ledger, Content.of(part.models.knowledge(), rows, part.examiner.copies())));
    ledger.absorb(part.ledger);
    misunderstood.absorb(part.misunderstood);
    sql.absorb(part.sql);
  }

  /** What inference has to know beside the ledger. */
  private Inference.Knowledge knowledge(RowFlows rows, boolean isLast) {
    Inference.Knowledge known =
        isLast ? Content.of(models.knowledge(), rows, examiner.copies()) : models.knowledge();
    return unit != null && unit.isService() ? new PartFlows(parts, known) : known;
  }

  /** The event of another transition. */
  RunEvent event(RunEvent.Type type, long millis, RunReport.Circumstances circumstances) {
    return report.event(type, millis, ledger, knowledge(null, false), circumstances);
  }

  static void count(Map<String, Long> dropped, String what, long count) {
    if (count > 0) {
      dropped.put(what, count);
    }
  }

  /** About how many bytes it holds. */
  long heapBytes() {
    long bytes = ledger.heapBytes() + sql.heapBytes() + examiner.heapBytes() + models.heapBytes();
    bytes += records == null ? 0 : records.heapBytes();
    for (String query : sql.queries().keySet()) {
      bytes += TEXT + query.length();
    }
    for (Misunderstood.Item item : misunderstood.items()) {
      bytes += TEXT + item.message.length() + (item.task == null ? 0 : item.task.length());
    }
    return bytes;
  }

  /** Nothing of it is needed any more: gives back the room that it shared with others. */
  void release() {
    sql.release();
    examiner.release();
    if (records != null) {
      records.release();
    }
  }
}
