package io.spoor.agent;

import io.spoor.boot.record.FileOperation;
import io.spoor.boot.record.FileOperations;
import io.spoor.boot.record.LiveRecorder;
import io.spoor.instrumentation.jdk.FileNames;
import io.spoor.instrumentation.jdk.FileRule;
import io.spoor.instrumentation.jdk.FileRules;
import io.spoor.ledger.Access;
import io.spoor.ledger.Column;
import io.spoor.ledger.Ledger;
import io.spoor.model.DatasetId;
import io.spoor.model.Rung;
import io.spoor.openlineage.ProcessesRunFacet;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Turns file states and file operations into accesses and edges. */
final class FileRecords {

  /** What Spoor's thread knows about one open stream. */
  static final class Use {
    final DatasetId id;

    /** What sort of program its name makes it; null for data. */
    final String program;

    Access input;
    Access output;
    long takenReads;
    long takenWrites;
    long takenIn;
    long takenOut;

    /** Bytes that a copy call moved: they passed no code of the job. */
    long copiedIn;

    long copiedOut;
    boolean examinedIn;
    boolean examinedOut;

    /** Where the job opened it; null when that is not known. */
    String site;

    Use(DatasetId id, String program) {
      this.id = id;
      this.program = program;
    }
  }

  /** What the rules say of a path. */
  private static final class Known {
    final DatasetId id;
    final FileRule leftOut;
    final String program;
    final int rulesChanges;

    Known(DatasetId id, FileRule leftOut, String program, int rulesChanges) {
      this.id = id;
      this.leftOut = leftOut;
      this.program = program;
      this.rulesChanges = rulesChanges;
    }
  }

  private static final int KNOWN = 500;

  /** Marks a stream whose file is no data. */
  private static final Object LEFT_OUT = new Object();

  private final Map<String, Known> files =
      new LinkedHashMap<String, Known>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
          return size() > KNOWN;
        }
      };
  private final FileNames names;
  private final FileRules rules;
  private final Ledger ledger;
  private final FileDatasets datasets;
  private final ForeignFiles foreign;
  private final FileVersions versions;
  private final LeftOutFiles leftOut = new LeftOutFiles();
  private final StartedProcesses processes;

  FileRecords(
      FileNames names,
      FileRules rules,
      Ledger ledger,
      FileDatasets datasets,
      ForeignFiles foreign,
      FileVersions versions,
      StartedProcesses processes) {
    this.names = names;
    this.rules = rules;
    this.ledger = ledger;
    this.datasets = datasets;
    this.foreign = foreign;
    this.versions = versions;
    this.processes = processes;
  }

  /** What was left out so far. */
  LeftOutFiles leftOut() {
    return leftOut;
  }

  /** The use behind a stream's state; null when its file is no data. */
  Use use(SpoorState state) {
    if (state.detail == null) {
      String path = (String) state.about;
      // A job that opens one file again and again is met by one lookup.
      Known known = files.get(path);
      if (known == null || known.rulesChanges != rules.changes()) {
        known = known(path);
        files.put(path, known);
      }
      if (known.leftOut != null) {
        leftOut.add(known.leftOut, known.id.name());
      }
      state.detail = known.leftOut != null ? LEFT_OUT : new Use(known.id, known.program);
    }
    return state.detail == LEFT_OUT ? null : (Use) state.detail;
  }

  private Known known(String path) {
    DatasetId id = names.dataset(names.absolute(path));
    FileRule rule = rules.rule(id.name());
    boolean isLeftOut = rule != null && rule.fate() == FileRule.Fate.LEFT_OUT;
    String program = rule == null || isLeftOut ? null : rule.reason();
    return new Known(id, isLeftOut ? rule : null, program, rules.changes());
  }

  private DatasetId data(String path) {
    String absolute = names.absolute(path);
    return isLeftOut(absolute) ? null : names.dataset(absolute);
  }

  private boolean isLeftOut(String path) {
    FileRule rule = rules.rule(path);
    if (rule == null || rule.fate() != FileRule.Fate.LEFT_OUT) {
      return false;
    }
    leftOut.add(rule, path);
    return true;
  }

  /** Takes what a stream's state has counted since the last time. */
  void take(SpoorState state) {
    Use use = use(state);
    if (use == null) {
      return;
    }
    if ((state.mode & SpoorHooks.TEMPORARY) != 0) {
      // Nobody else can open it, and it is gone with the channel: memory of the job.
      state.detail = LEFT_OUT;
      return;
    }
    if (isStore(use.id)) {
      // Opened before the connection was known to be to a database that keeps its tables there.
      leftOut.add(FileRules.store(), use.id.name());
      state.detail = LEFT_OUT;
      return;
    }
    if (state.batch instanceof Throwable) {
      use.site = Frames.application((Throwable) state.batch);
      state.batch = null;
    }
    long reads = state.reads - use.takenReads;
    long writes = state.writes - use.takenWrites;
    if (reads > 0) {
      if (use.input == null) {
        use.input = datasets.input(use.id);
        versions.read(use.input);
        addSite(use.input, use.site);
        addStream(use.input);
        if (use.input != null && use.program != null) {
          use.input.readAsProgram(use.program);
        }
      }
      if (use.input != null) {
        use.input = use.input.current();
        use.input.used(reads, state.firstRead, state.firstRead);
        addBytes(use.input, state.in - use.takenIn);
        if (use.copiedIn == 0 || state.in > use.copiedIn) {
          use.input.throughJob();
        }
      }
      use.takenReads += reads;
      use.takenIn = state.in;
    }
    if (writes > 0) {
      if (use.output == null) {
        use.output = datasets.output(use.id);
        addSite(use.output, use.site);
        addStream(use.output);
      }
      if (use.output != null) {
        use.output = use.output.current();
        use.output.used(writes, state.firstWrite, state.lastWrite);
        addBytes(use.output, state.out - use.takenOut);
        if (use.copiedOut == 0 || state.out > use.copiedOut) {
          use.output.throughJob();
        }
      }
      use.takenWrites += writes;
      use.takenOut = state.out;
    }
    if (state.closed && state.reads == 0 && state.writes == 0) {
      opened(use, state.mode);
    }
    if (state.closed) {
      versions.closed(use.input);
      versions.closed(use.output);
    }
  }

  /**
   * A file was opened and closed. One that could be written is there now, if with nothing in it;
   * where it could be read too, that was not what it was opened for.
   */
  private void opened(Use use, int mode) {
    boolean throughChannel = (mode & LiveRecorder.CHANNEL) != 0;
    if (throughChannel || use.program != null || datasets.isTemporary(use.id)) {
      return;
    }
    boolean write = (mode & SpoorHooks.WRITE) != 0 && (mode & SpoorHooks.READ) == 0;
    Access access = write ? datasets.output(use.id) : datasets.input(use.id);
    addSite(access, use.site);
    if (access != null) {
      access.opened();
      if (!write) {
        versions.read(access);
      }
    }
  }

  private static void addStream(Access access) {
    if (access != null) {
      access.addStream();
    }
  }

  private static void addSite(Access access, String site) {
    if (access != null && site != null) {
      access.addSite(site);
    }
  }

  /** An asynchronous channel tells none: its operations end when nobody looks. */
  private static void addBytes(Access access, long bytes) {
    if (bytes > 0) {
      access.addBytes(bytes);
    }
  }

  /** A database was seen whose files were opened before: they are no data after all. */
  void leaveOutStores() {
    if (rules.takeStoresChanged()) {
      for (Access access : ledger.all()) {
        if (access.kind() == Access.Kind.FILE && isStore(access.id())) {
          leftOut.add(FileRules.store(), access.id().name());
          ledger.leaveOut(access);
        }
      }
    }
  }

  private boolean isStore(DatasetId id) {
    return names.isLocal(id) && rules.isStore(id.name());
  }

  /** Takes a rename, copy, deletion or transfer. */
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
        leftOut.add(FileRules.logging(), names.absolute((String) operation.about));
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
    DatasetId source = dataset(operation.about);
    DatasetId target = dataset(operation.detail);
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
      addSite(input, site);
      addSite(output, site);
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
    DatasetId id = dataset(operation.about);
    if (id != null) {
      datasets.delete(id);
    }
  }

  private void transferred(FileOperation operation) {
    Use source = use((SpoorState) operation.about);
    Use target = use((SpoorState) operation.detail);
    if (source != null) {
      source.copiedIn += operation.out;
    }
    if (target != null) {
      target.copiedOut += operation.out;
    }
    // The counters of the two states may follow later: make sure that there are ends to connect.
    if (source != null && source.input == null) {
      source.input = datasets.input(source.id);
      addStream(source.input);
    }
    if (source != null && source.input != null) {
      source.input.usedAsData();
    }
    if (target != null && target.output == null) {
      target.output = datasets.output(target.id);
      addStream(target.output);
    }
    take((SpoorState) operation.about);
    take((SpoorState) operation.detail);
    if (source != null && target != null) {
      ledger.edge(source.input, target.output, Rung.COPY, "FileChannel.transferTo");
    }
  }

  /**
   * A file of another provider than the platform's own was opened: that tells the direction. Reads
   * and writes are not seen, so what is opened for both counts as both, and what is written may be
   * written until the run ends.
   */
  private void foreign(FileOperation operation) {
    DatasetId id = dataset(operation.about);
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

  /** Null when none was started. */
  ProcessesRunFacet processes() {
    return processes.facet();
  }

  /** The run is over. */
  void finish() {
    datasets.finish();
    versions.finish(ledger.inputs(), ledger.outputs());
  }

  private void schema(FileOperation operation) {
    String path = (String) operation.about;
    // A Hadoop path is a URI where it is local: file:/data/x or file:///data/x.
    DatasetId id = data(path.startsWith("file:/") ? path.replaceFirst("^file:/+", "/") : path);
    boolean written = operation.mode == FileOperations.SCHEMA_WRITER;
    if (id == null || path.indexOf("://") > 0 && !path.startsWith("file:")) {
      return;
    }
    Access access = written ? datasets.output(id) : datasets.input(id);
    for (Column column : SchemaText.columns((String) operation.detail)) {
      if (access != null) {
        access.addColumn(column);
      }
    }
  }

  /**
   * A process was started. What is redirected it reads and writes as long as it runs, as if the job
   * did; what else it does nobody sees.
   */
  private void started(FileOperation operation) {
    processes.add((String[]) operation.about);
    String[] redirected = (String[]) operation.detail;
    DatasetId in = dataset(redirected[0]);
    DatasetId out = dataset(redirected[1]);
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

  /** The dataset of a path as text or of a Path; null when it is no data. */
  private DatasetId dataset(Object path) {
    if (path instanceof Path && ((Path) path).getFileSystem() != FileSystems.getDefault()) {
      DatasetId id = foreign.dataset((Path) path);
      if (id == null || names.isLocal(id)) {
        return id == null ? null : data(id.name());
      }
      return isLeftOut(id.namespace() + id.name()) ? null : id;
    }
    return path == null ? null : data(path.toString());
  }
}
