package io.spoor.agent;

import io.spoor.boot.record.LiveRecorder;
import io.spoor.ledger.Access;
import io.spoor.ledger.Ledger;
import io.spoor.model.DatasetId;
import java.io.File;

/** Turns what streams and channels have counted into accesses. Spoor's thread only. */
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

    /** Whose accesses they are: a stream may outlive the unit of work that opened it. */
    private FileRecords keeper;

    /** Where the job opened it; null when that is not known. */
    String site;

    Use(DatasetId id, String program) {
      this.id = id;
      this.program = program;
    }
  }

  /** Marks a stream whose file is no data. */
  private static final Object LEFT_OUT = new Object();

  private final DataFiles files;
  private final Ledger ledger;
  private final FileDatasets datasets;
  private final FileVersions versions;

  FileRecords(DataFiles files, Ledger ledger, FileDatasets datasets, FileVersions versions) {
    this.files = files;
    this.ledger = ledger;
    this.datasets = datasets;
    this.versions = versions;
  }

  /** The use behind a stream's state; null when its file is no data. */
  Use use(SpoorState state) {
    if (state.detail == null) {
      DataFiles.Known known = files.opened((String) state.about);
      state.detail = known == null ? LEFT_OUT : new Use(known.id, known.program);
    }
    if (state.detail == LEFT_OUT) {
      return null;
    }
    Use use = (Use) state.detail;
    if (use.keeper != this) {
      use.keeper = this;
      use.input = null;
      use.output = null;
    }
    return use;
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
    if (files.isStore(use.id)) {
      // Opened before the connection was known to be to a database that keeps its tables there.
      state.detail = LEFT_OUT;
      return;
    }
    locate(use, state);
    if (use.site == null && state.owner != null) {
      // Opened as a stream, of which nothing but the channel is used.
      Use stream = use(state.owner);
      if (stream != null) {
        locate(stream, state.owner);
        use.site = stream.site;
      }
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

  private static void locate(Use use, SpoorState state) {
    if (state.batch instanceof Throwable) {
      use.site = Frames.application((Throwable) state.batch);
      state.batch = null;
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

  /**
   * The use of a stream's file in one direction, whatever part of the stream the bytes went
   * through; null when there is none.
   */
  Access access(SpoorState state, boolean written) {
    take(state);
    Use use = use(state);
    if (use == null) {
      return null;
    }
    Access own = written ? use.output : use.input;
    return own != null ? own : written ? datasets.output(use.id) : datasets.input(use.id);
  }

  /** Where a file lies; null when it is not a local one. */
  File file(DatasetId id) {
    return files.file(id);
  }

  static void addStream(Access access) {
    if (access != null) {
      access.addStream();
    }
  }

  static void addSite(Access access, String site) {
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
    for (Access access : ledger.all()) {
      if (access.kind() == Access.Kind.FILE && files.isStore(access.id())) {
        ledger.leaveOut(access);
      }
    }
  }
}
