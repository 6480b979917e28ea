package io.spoor.agent;

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

  /** Null = the JVM's run. */
  final UnitOfWork unit;

  /** Null likewise. */
  final UnitBooks parent;

  final Ledger ledger;
  final FileBooks files;
  final SqlRecords sql;
  final Misunderstood misunderstood;
  final RunReport report;

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
      FileBooks files,
      SqlRecords sql,
      Misunderstood misunderstood,
      RunReport report) {
    this.unit = unit;
    this.parent = parent;
    this.ledger = ledger;
    this.files = files;
    this.sql = sql;
    this.misunderstood = misunderstood;
    this.report = report;
  }

  /** Takes a file, a call that is about files, a use of SQL or what a library told. */
  void take(SpoorState s) {
    if (s instanceof SqlUse) {
      sql.take((SqlUse) s);
    } else if (s instanceof Transaction) {
      sql.take((Transaction) s);
    } else {
      files.take(s);
    }
  }

  /** All of it was taken: what could not be decided before is decided now. */
  void finish() {
    sql.finish();
    files.finish();
  }

  /**
   * Rows are compared once, when all of them are there; null when nothing is known of outputs. Of
   * what no input was sampled it is said that nothing is known.
   *
   * @param until System.nanoTime() at which it is to be over
   */
  RowFlows compareRows(long until) {
    sql.addRows(inputs, outputs);
    files.addRows(inputs, outputs);
    if (outputs.isEmpty()) {
      return null;
    }
    RowFlows rows = new RowFlows(inputs, outputs, until);
    files.matched(rows);
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
    files.describe(circumstances);
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
    files.describeEnd(end);
    end.rows = rows;
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
    parts.add(Inference.infer(part.ledger, part.files.knowledge(rows)));
    ledger.absorb(part.ledger);
    misunderstood.absorb(part.misunderstood);
    sql.absorb(part.sql);
  }

  /** What inference has to know beside the ledger. */
  private Inference.Knowledge knowledge(RowFlows rows, boolean isLast) {
    Inference.Knowledge known = isLast ? files.knowledge(rows) : files.knowledge();
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
    long bytes = ledger.heapBytes() + sql.heapBytes() + files.heapBytes();
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
    files.release();
  }
}
