package io.spoor.agent;

import io.spoor.boot.record.FileOperation;
import io.spoor.boot.record.FileOperations;
import io.spoor.ledger.Access;
import io.spoor.ledger.Column;
import io.spoor.ledger.Ledger;
import io.spoor.model.DatasetId;
import io.spoor.model.Rung;
import io.spoor.openlineage.ProcessesRunFacet;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/**
 * Turns calls that are about files as a whole into accesses and edges: copies, moves, deletions,
 * transfers, processes, and what libraries tell. Spoor's thread only.
 */
final class FileCalls {

  private final DataFiles files;
  private final FileDatasets datasets;
  private final FileVersions versions;
  private final FileRecords streams;
  private final StartedProcesses processes;
  private final Ledger ledger;

  FileCalls(
      DataFiles files,
      FileDatasets datasets,
      FileVersions versions,
      FileRecords streams,
      StartedProcesses processes,
      Ledger ledger) {
    this.files = files;
    this.datasets = datasets;
    this.versions = versions;
    this.streams = streams;
    this.processes = processes;
    this.ledger = ledger;
  }

  /** Null when none was started. */
  ProcessesRunFacet processes() {
    return processes.facet();
  }

  void take(FileOperation operation) {
    switch (operation.mode) {
      case FileOperations.COPY:
        copied(operation, "Files.copy", false);
        break;
      case FileOperations.MOVE:
        copied(operation, "move", true);
        break;
      case FileOperations.DELETE:
        delete(operation);
        break;
      case FileOperations.TRANSFER_TO:
        transferred(operation);
        break;
      case FileOperations.PROCESS:
        started(operation);
        break;
      case FileOperations.SCHEMA_READER:
      case FileOperations.SCHEMA_WRITER:
        schema(operation);
        break;
      case FileOperations.LOGGING:
        files.logged((String) operation.about);
        break;
      case FileOperations.FOREIGN_READ:
      case FileOperations.FOREIGN_WRITE:
      case FileOperations.FOREIGN_CHANNEL:
        foreign(operation);
        break;
      default:
        break;
    }
  }

  private void copied(FileOperation operation, String call, boolean moved) {
    DatasetId source = files.dataset(operation.about);
    DatasetId target = files.dataset(operation.detail);
    if (moved
        && source != null
        && target != null
        && datasets.rename(source, target, operation.lastWrite)) {
      // Written to a temporary name, then renamed: there never was a dataset of that name.
      return;
    }
    Access input = source == null ? null : datasets.input(source);
    Access output = target == null ? null : datasets.output(target);
    if (input != null) {
      versions.read(input);
      input.usedAsData();
      input.addStream();
      input.used(1, operation.firstRead, operation.firstRead);
    }
    if (output != null) {
      output.addStream();
      output.used(1, operation.lastWrite, operation.lastWrite);
      if (moved && input != null && input.members() == null && output.members() == null) {
        output.renamedFrom(input.id());
      }
    }
    if (operation.batch instanceof Throwable) {
      String site = Frames.application((Throwable) operation.batch);
      FileRecords.addSite(input, site);
      FileRecords.addSite(output, site);
    }
    if (isInArchive(operation.about) || isInArchive(operation.detail)) {
      // Only a part of the archive: what else is in it came and went another way.
      throughJob(input);
      throughJob(output);
    } else {
      ledger.edge(input, output, Rung.COPY, call);
    }
  }

  private static boolean isInArchive(Object path) {
    return path instanceof Path && ForeignFiles.isInArchive((Path) path);
  }

  private static void throughJob(Access access) {
    if (access != null) {
      access.throughJob();
    }
  }

  private void delete(FileOperation operation) {
    DatasetId id = files.dataset(operation.about);
    if (id != null) {
      datasets.delete(id);
    }
  }

  private void transferred(FileOperation operation) {
    FileRecords.Use source = streams.use((SpoorState) operation.about);
    FileRecords.Use target = streams.use((SpoorState) operation.detail);
    if (source != null) {
      source.copiedIn += operation.out;
    }
    if (target != null) {
      target.copiedOut += operation.out;
    }
    // The counters of the two states may follow later: make sure that there are ends to connect.
    if (source != null && source.input == null) {
      source.input = datasets.input(source.id);
      versions.read(source.input);
      FileRecords.addStream(source.input);
    }
    if (source != null && source.input != null) {
      source.input.usedAsData();
    }
    if (target != null && target.output == null) {
      target.output = datasets.output(target.id);
      FileRecords.addStream(target.output);
    }
    streams.take((SpoorState) operation.about);
    streams.take((SpoorState) operation.detail);
    boolean hasEnds =
        source != null && source.input != null && target != null && target.output != null;
    if (hasEnds) {
      ledger.edge(
          source.input.current(), target.output.current(), Rung.COPY, "FileChannel.transferTo");
    }
  }

  /**
   * A file of another provider than the platform's own was opened: that tells the direction. Reads
   * and writes are not seen, so what is opened for both counts as both, and what is written may be
   * written until the run ends.
   */
  private void foreign(FileOperation operation) {
    DatasetId id = files.dataset(operation.about);
    if (id == null) {
      return;
    }
    boolean write = operation.mode == FileOperations.FOREIGN_WRITE;
    boolean read = !write;
    if (operation.mode == FileOperations.FOREIGN_CHANNEL && operation.detail instanceof Set) {
      Set<?> options = (Set<?>) operation.detail;
      write =
          options.contains(StandardOpenOption.WRITE) || options.contains(StandardOpenOption.APPEND);
      boolean isNew = write && options.contains(StandardOpenOption.CREATE_NEW);
      read = !write || (options.contains(StandardOpenOption.READ) && !isNew);
    }
    if (read) {
      used(datasets.input(id), operation.firstRead, operation.firstRead);
    }
    if (write) {
      used(datasets.output(id), operation.lastWrite, Long.MAX_VALUE);
    }
  }

  private void schema(FileOperation operation) {
    boolean written = operation.mode == FileOperations.SCHEMA_WRITER;
    Access access =
        operation.about instanceof SpoorState
            ? streams.access((SpoorState) operation.about, written)
            : ofPath((String) operation.about, written);
    for (Column column : SchemaText.columns((String) operation.detail)) {
      if (access != null) {
        access.addColumn(column);
      }
    }
  }

  private Access ofPath(String path, boolean written) {
    // A Hadoop path is a URI also where it is local: file:/data/x or file:///data/x.
    boolean isLocal = path.startsWith("file:/");
    DatasetId id =
        !isLocal && path.indexOf("://") > 0
            ? null
            : files.dataset(isLocal ? path.replaceFirst("^file:/+", "/") : path);
    return id == null ? null : written ? datasets.output(id) : datasets.input(id);
  }

  /**
   * A process was started. What is redirected it reads and writes as long as it runs, as if the job
   * did; what else it does nobody sees.
   */
  private void started(FileOperation operation) {
    processes.add((String[]) operation.about);
    String[] redirected = (String[]) operation.detail;
    DatasetId in = files.dataset(redirected[0]);
    DatasetId out = files.dataset(redirected[1]);
    if (in != null) {
      used(datasets.input(in), operation.firstRead, operation.firstRead);
    }
    if (out != null) {
      used(datasets.output(out), operation.lastWrite, Long.MAX_VALUE);
    }
  }

  private static void used(Access access, long first, long last) {
    if (access != null) {
      access.addStream();
      access.used(1, first, last);
      access.throughJob();
    }
  }
}
