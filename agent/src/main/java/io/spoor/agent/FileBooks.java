package io.spoor.agent;

import io.spoor.boot.record.FileOperation;
import io.spoor.boot.record.RecordRows;
import io.spoor.flow.RowFlows;
import io.spoor.flow.RowSide;
import io.spoor.instrumentation.jdk.FileNames;
import io.spoor.ledger.Access;
import io.spoor.ledger.Ledger;
import java.util.List;

/**
 * What is known of the files of one unit of work, of their content, and of models in them. Most
 * jobs that work on a database have none of that: each part is made when it is first needed, since
 * classes cost a short job more than what they do. Spoor's thread only.
 */
final class FileBooks {

  /** Nanoseconds that comparing contents may take. */
  private static final long COPYING = 200000000L;

  private final boolean digests;
  private final boolean withArguments;
  private final FileNames names;
  private final DataFiles dataFiles;
  private final FileDatasets datasets;
  private final Ledger ledger;
  private final Misunderstood misunderstood;
  private final ContentRoom room;
  private final Sampling sampling;

  // Null while there was no need for them.
  private FileVersions versions;
  private FileRecords records;
  private FileCalls calls;
  private Models models;
  private ContentExaminer examiner;
  private RecordSides sides;

  /**
   * @param digests whether the content of files is told by a digest
   * @param withArguments whether arguments of processes are told
   * @param room shared with other units
   * @param sampling null when nothing is remembered of datasets
   */
  FileBooks(
      boolean digests,
      boolean withArguments,
      FileNames names,
      DataFiles dataFiles,
      FileDatasets datasets,
      Ledger ledger,
      Misunderstood misunderstood,
      ContentRoom room,
      Sampling sampling) {
    this.digests = digests;
    this.withArguments = withArguments;
    this.names = names;
    this.dataFiles = dataFiles;
    this.datasets = datasets;
    this.ledger = ledger;
    this.misunderstood = misunderstood;
    this.room = room;
    this.sampling = sampling;
  }

  private FileVersions versions() {
    if (versions == null) {
      versions = new FileVersions(names, digests, misunderstood);
    }
    return versions;
  }

  private FileRecords records() {
    if (records == null) {
      records = new FileRecords(dataFiles, ledger, datasets, versions());
    }
    return records;
  }

  private FileCalls calls() {
    if (calls == null) {
      StartedProcesses processes = new StartedProcesses(withArguments);
      calls = new FileCalls(dataFiles, datasets, versions(), records(), processes, ledger);
    }
    return calls;
  }

  private Models models() {
    if (models == null) {
      models = new Models(dataFiles, datasets, versions(), names, ledger);
    }
    return models;
  }

  /** Who looks at what streams carry. */
  ContentExaminer examiner() {
    if (examiner == null) {
      examiner = new ContentExaminer(records(), room);
    }
    return examiner;
  }

  /** Takes a file, a call that is about files, or what a library told. */
  void take(SpoorState s) {
    if (s.kind == SpoorState.FILE) {
      records().take(s);
    } else if (s.kind == SpoorState.LIBRARY_OBJECT || s.kind == SpoorState.LIBRARY_CALL) {
      models().take(s);
    } else if (s.kind == SpoorState.RECORDS) {
      if (sides == null) {
        sides = new RecordSides(records(), sampling);
      }
      sides.take((RecordRows) s);
    } else if (s instanceof FileOperation) {
      calls().take((FileOperation) s);
    }
  }

  /**
   * All that was handed over was taken.
   *
   * @param storesChanged whether a database was seen that keeps its tables in files
   */
  void settle(boolean storesChanged) {
    if (examiner != null) {
      examiner.settle(false);
    }
    if (storesChanged && records != null) {
      records.leaveOutStores();
    }
    if (models != null) {
      models.update(false);
    }
  }

  /** There will be no more: what could not be decided before is decided now. */
  void finish() {
    if (examiner != null) {
      examiner.settle(true);
    }
    datasets.finish();
    if (hasFiles()) {
      versions().finish(ledger.inputs(), ledger.outputs());
    }
    if (models != null) {
      models.update(true);
    }
    if (examiner != null) {
      examiner.copies().find(System.nanoTime() + COPYING);
    }
  }

  /** Statements may have read and written some too. */
  private boolean hasFiles() {
    for (Access access : ledger.all()) {
      if (access.kind() == Access.Kind.FILE) {
        return true;
      }
    }
    return false;
  }

  /** Adds the rows of files. */
  void addRows(List<RowSide> inputs, List<RowSide> outputs) {
    if (examiner != null) {
      examiner.addRows(inputs, outputs);
    }
    if (sides != null) {
      sides.addRows(inputs, outputs);
    }
    if (models != null) {
      models.addRows(inputs, outputs);
    }
  }

  /** Takes what comparing rows has told. */
  void matched(RowFlows rows) {
    if (models != null) {
      models.matched(rows.flows());
    }
  }

  /** Adds what happened beside data. */
  void describe(RunReport.Circumstances run) {
    if (calls != null) {
      run.processes = calls.processes();
    }
    if (models != null) {
      models.describe(run);
      UnitBooks.count(run.dropped, "models", models.dropped());
      UnitBooks.count(run.dropped, "rowsOfModels", models.rowsDropped());
    }
    if (examiner != null) {
      UnitBooks.count(run.dropped, "contentsInPart", examiner.inPart());
    }
  }

  /** Adds what is known when all is over. */
  void describeEnd(RunReport.Circumstances run) {
    if (models != null) {
      run.environment = models.environment();
    }
    if (examiner != null) {
      UnitBooks.count(run.dropped, "contentsNotCompared", examiner.copies().dropped());
    }
  }

  /** What inference has to know while the unit goes on; null when there is nothing. */
  Inference.Knowledge knowledge() {
    return models == null ? null : models.knowledge();
  }

  /**
   * What it has to know at the end; null when there is nothing.
   *
   * @param rows null when none were compared
   */
  Inference.Knowledge knowledge(RowFlows rows) {
    ContentCopies copies = examiner == null ? null : examiner.copies();
    return copies == null && rows == null ? knowledge() : Content.of(knowledge(), rows, copies);
  }

  /** About how many bytes it holds. */
  long heapBytes() {
    long bytes = examiner == null ? 0 : examiner.heapBytes();
    bytes += models == null ? 0 : models.heapBytes();
    return bytes + (sides == null ? 0 : sides.heapBytes());
  }

  /** Gives back the room that it shared with others. */
  void release() {
    if (examiner != null) {
      examiner.release();
    }
    if (sides != null) {
      sides.release();
    }
  }
}
