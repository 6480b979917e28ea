package io.spoor.boot.record;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The rare file calls, which arrive through the generic hooks: what the arguments were is kept on a
 * stack per thread until the call returns; what threw is forgotten. While a copy or move runs,
 * opens and transfers beneath it on the same thread belong to it.
 */
public final class FileOperations {

  /** Ids of the hooks; they are also the modes of {@link FileOperation}. */
  public static final int COPY = 0;

  public static final int MOVE = 1;
  public static final int DELETE = 2;
  public static final int RENAME = 3;
  public static final int FILE_DELETE = 4;
  public static final int TRANSFER_TO = 5;
  public static final int TRANSFER_FROM = 6;
  public static final int MAP = 7;
  public static final int ASYNC_OPEN = 8;
  public static final int ASYNC_READ = 9;
  public static final int ASYNC_WRITE = 10;
  public static final int FOREIGN_READ = 11;
  public static final int FOREIGN_WRITE = 12;
  public static final int FOREIGN_CHANNEL = 13;

  /** A folder was opened: what is opened through it is named beneath it. */
  public static final int FOLDER = 14;

  public static final int FOLDER_CHANNEL = 15;

  /** A line read byte by byte, without calling read: JDK 25. */
  public static final int READ_LINE = 16;

  /** A process is started: about is its command, detail the files it is redirected to. */
  public static final int PROCESS = 17;

  /** What a logging framework opens, renames and deletes within its own methods; about = path. */
  public static final int LOGGING = 18;

  /** A file is opened for reading by a library that knows its schema: the first argument. */
  public static final int SCHEMA_READER = 19;

  /** The same for writing. Published it is what was found: about = path, detail = schema. */
  public static final int SCHEMA_WRITER = 20;

  /** Not a call: a schema was made, and belongs to the file that is being opened. */
  public static final int SCHEMA = 21;

  /** A file of records is opened for reading. */
  public static final int RECORD_READER = 22;

  /** The same for writing. */
  public static final int RECORD_WRITER = 23;

  /** Not a call, as all that follow: a reader begins with a file; the first argument reads it. */
  public static final int RECORDS_READ = 24;

  /** A writer begins with a file; the third argument is its schema. */
  public static final int RECORDS_WRITTEN = 25;

  /** A reader went on to its next record, if there is one. */
  public static final int RECORD_READ = 26;

  /** A record was written. */
  public static final int RECORD_WRITTEN = 27;

  /** A reader or a writer of records was closed. */
  public static final int RECORDS_CLOSED = 28;

  public static final int COUNT = 29;

  /** Not a hook: about is a class of a driver that may have to be woven. */
  public static final int UNWOVEN = 100;

  /** Not a hook: units of work may begin, and are to be followed from thread to thread. */
  public static final int UNITS = 101;

  private static final class Frame {
    final int id;
    final Object self;
    final Object[] args;
    final Frame below;

    /** The last schema that was made within the call. */
    Object schema;

    /** The file of records that was opened within the call. */
    SpoorState file;

    /** Where a file stood when a line was begun. */
    long position;

    Frame(int id, Object self, Object[] args, Frame below) {
      this.id = id;
      this.self = self;
      this.args = args;
      this.below = below;
    }
  }

  private final FileRecorder recorder;
  private final ThreadLocal<Frame> frames = new ThreadLocal<Frame>();
  private final AtomicInteger muting = new AtomicInteger();

  /** Calls under way that open files of records. */
  private final AtomicInteger opening = new AtomicInteger();

  FileOperations(FileRecorder recorder) {
    this.recorder = recorder;
  }

  /** Whether the current thread is inside a call that is recorded as a whole. */
  boolean muted() {
    if (muting.get() == 0) {
      return false;
    }
    for (Frame f = frames.get(); f != null; f = f.below) {
      if (mutes(f.id)) {
        return true;
      }
    }
    return false;
  }

  private static boolean mutes(int id) {
    return id <= MOVE
        || id >= FOREIGN_READ && id <= FOREIGN_CHANNEL
        || id == FOLDER_CHANNEL
        || id == PROCESS
        || id == LOGGING;
  }

  /** A file was opened inside of a call that is recorded as a whole. */
  void openedWithin(String path) {
    for (Frame f = frames.get(); f != null; f = f.below) {
      if (f.id == LOGGING) {
        recorder.publish(operation(LOGGING, path, null));
        return;
      }
    }
  }

  /**
   * A file was opened. The first one that a call opens which is to open a file of records is that
   * file; behind it come its checksums, and whatever configuration it may take to read it.
   */
  void opened(SpoorState file) {
    if (opening.get() == 0) {
      return;
    }
    Frame opens = opening();
    // A RandomAccessFile may do both, however it was opened.
    int way = opens != null && opens.id == RECORD_WRITER ? SpoorHooks.WRITE : SpoorHooks.READ;
    if (opens != null && opens.file == null && (file.mode & way) != 0) {
      opens.file = file;
    }
  }

  /** The innermost call that opens a file of records; null when none is under way. */
  private Frame opening() {
    for (Frame f = frames.get(); f != null; f = f.below) {
      if (f.id == RECORD_READER || f.id == RECORD_WRITER) {
        return f;
      }
    }
    return null;
  }

  /** The file of records that is being opened; null when it is none that is known. */
  SpoorState recordFile() {
    Frame opens = opening.get() == 0 ? null : opening();
    return opens == null ? null : opens.file;
  }

  void enter(int id, Object self, Object[] args) {
    Frame frame = new Frame(id, self, args, frames.get());
    frames.set(frame);
    if (id == READ_LINE) {
      frame.position = position(self);
    } else if (mutes(id)) {
      muting.incrementAndGet();
    } else if (id == RECORD_READER || id == RECORD_WRITER) {
      opening.incrementAndGet();
    } else if (id == TRANSFER_TO || id == TRANSFER_FROM) {
      nest(self, 1);
      nest(other(id, args), 1);
    }
  }

  /**
   * A schema was made. The one of a file is made last, after those of its columns.
   *
   * @param file what it is of; null for the file that is being opened
   */
  void schema(Object file, Object schema) {
    if (file != null) {
      recorder.publish(operation(SCHEMA_WRITER, name(file), schema.toString()));
      return;
    }
    for (Frame f = frames.get(); f != null; f = f.below) {
      if (f.id == SCHEMA_READER || f.id == SCHEMA_WRITER) {
        f.schema = schema;
        return;
      }
    }
  }

  /** What tells which file has a schema: its stream where that is known, else its path. */
  private Object name(Object file) {
    SpoorState opened = recordFile();
    return opened == null ? file.toString() : opened;
  }

  void thrown(int id) {
    pop(id);
  }

  void exit(int id, Object result) {
    Frame frame = pop(id);
    if (frame == null || muted()) {
      return;
    }
    Object[] args = frame.args;
    switch (id) {
      case COPY:
      case MOVE:
        FileOperation copy = operation(id, args[0], args[1]);
        copy.batch = recorder.site(args[1], id);
        recorder.publish(copy);
        break;
      case DELETE:
        if (!Boolean.FALSE.equals(result)) {
          recorder.publish(operation(id, args[0], null));
        }
        break;
      case RENAME:
        if (Boolean.TRUE.equals(result)) {
          recorder.publish(operation(MOVE, ((File) args[0]).getPath(), ((File) args[1]).getPath()));
        }
        break;
      case FILE_DELETE:
        if (Boolean.TRUE.equals(result)) {
          recorder.publish(operation(DELETE, ((File) args[0]).getPath(), null));
        }
        break;
      case TRANSFER_TO:
      case TRANSFER_FROM:
        transferred(id, frame.self, other(id, args), ((Long) result).longValue());
        break;
      case MAP:
        mapped(frame.self, String.valueOf(args[0]), ((Long) args[2]).longValue());
        break;
      case ASYNC_OPEN:
        recorder.file(result, args[0].toString(), SpoorHooks.READ | SpoorHooks.WRITE);
        break;
      case ASYNC_READ:
        count(recorder.lookup(frame.self), true, 0);
        break;
      case ASYNC_WRITE:
        count(recorder.lookup(frame.self), false, 0);
        break;
      case READ_LINE:
        SpoorState file = recorder.lookup(frame.self);
        long read = position(frame.self) - frame.position;
        if (file != null && read > 0) {
          recorder.moved(frame.self);
          count(file, true, read);
        }
        break;
      case FOLDER:
        if (result instanceof SecureDirectoryStream) {
          SpoorState folder = new SpoorState(SpoorState.OPERATION, result);
          folder.about = beneath(frame.self, (Path) args[0]);
          recorder.table.put(folder);
        }
        break;
      case FOLDER_CHANNEL:
        String name = beneath(frame.self, (Path) args[0]);
        if (name != null) {
          recorder.file(result, name, SpoorHooks.READ | SpoorHooks.WRITE);
        }
        break;
      case SCHEMA_READER:
      case SCHEMA_WRITER:
        if (frame.schema != null && args[0] != null) {
          recorder.publish(operation(id, name(args[0]), frame.schema.toString()));
        }
        break;
      case RECORD_READER:
        if (frame.file != null && result != null) {
          SpoorState reader = new SpoorState(SpoorState.OPERATION, result);
          reader.about = frame.file;
          recorder.table.put(reader);
        }
        break;
      case PROCESS:
        started((ProcessBuilder) frame.self);
        break;
      case FOREIGN_READ:
      case FOREIGN_WRITE:
        recorder.publish(operation(id, args[0], null));
        break;
      case FOREIGN_CHANNEL:
        recorder.publish(operation(id, args[0], args[1]));
        break;
      default:
        break;
    }
  }

  private void started(ProcessBuilder builder) {
    String[] command = builder.command().toArray(new String[0]);
    String[] files = {path(builder.redirectInput().file()), path(builder.redirectOutput().file())};
    recorder.publish(operation(PROCESS, command, files));
  }

  /** Null for none, and for a device such as the one that takes what is discarded. */
  private String path(File file) {
    return file == null || recorder.drops(file.getPath()) ? null : file.getPath();
  }

  private FileOperation operation(int operation, Object source, Object target) {
    noteFileSystem(source);
    noteFileSystem(target);
    return new FileOperation(operation, source, target, recorder.unit());
  }

  /**
   * Asks a file system that is not the platform's for its authority, once, while the job's call
   * proves that it is open: later it may be closed and tell nothing any more.
   */
  private void noteFileSystem(Object path) {
    if (!(path instanceof Path)) {
      return;
    }
    FileSystem system = ((Path) path).getFileSystem();
    if (system == FileSystems.getDefault() || recorder.lookup(system) != null) {
      return;
    }
    SpoorState state = new SpoorState(SpoorState.FILE_SYSTEM, system);
    if (!"jar".equals(system.provider().getScheme())) {
      // An archive is named after its file instead.
      state.about = ((Path) path).toUri().getRawAuthority();
    }
    recorder.table.put(state);
  }

  private static long position(Object file) {
    try {
      return ((RandomAccessFile) file).getFilePointer();
    } catch (IOException e) {
      // Closed meanwhile, which the job is told itself.
      return 0;
    }
  }

  /** A path as seen from a folder, or from nowhere; null from a folder that is not known. */
  private String beneath(Object folder, Path path) {
    if (path.isAbsolute() || !(folder instanceof SecureDirectoryStream)) {
      return path.toString();
    }
    SpoorState known = recorder.lookup(folder);
    return known == null ? null : known.about + "/" + path;
  }

  private void transferred(int id, Object self, Object other, long bytes) {
    if (bytes <= 0) {
      return;
    }
    SpoorState source = recorder.lookup(id == TRANSFER_TO ? self : other);
    SpoorState target = recorder.lookup(id == TRANSFER_TO ? other : self);
    if (source != null && target != null) {
      // Before the counters: they must not look like bytes that passed through the job.
      FileOperation operation = operation(TRANSFER_TO, source, target);
      operation.out = bytes;
      recorder.publish(operation);
    }
    count(source, true, bytes);
    count(target, false, bytes);
  }

  private void mapped(Object channel, String mode, long size) {
    // What is done through a map no hook sees; a writable one is taken as written, others as read.
    SpoorState state = recorder.lookup(channel);
    if (state != null && state.depth == 0) {
      // A transfer maps its source, too, and is counted itself.
      count(state, !"READ_WRITE".equals(mode), size);
    }
  }

  private void count(SpoorState state, boolean read, long bytes) {
    if (state != null) {
      if (read) {
        recorder.countRead(state, bytes);
      } else {
        recorder.countWrite(state, bytes);
      }
    }
  }

  private static Object other(int id, Object[] args) {
    return id == TRANSFER_TO ? args[2] : args[0];
  }

  private void nest(Object stream, int by) {
    SpoorState state = recorder.lookup(stream);
    if (state != null) {
      state.depth += by;
    }
  }

  private Frame pop(int id) {
    Frame frame = frames.get();
    while (frame != null) {
      if (frame.below == null) {
        frames.remove();
      } else {
        frames.set(frame.below);
      }
      if (mutes(frame.id)) {
        muting.decrementAndGet();
      } else if (frame.id == RECORD_READER || frame.id == RECORD_WRITER) {
        opening.decrementAndGet();
      } else if (frame.id == TRANSFER_TO || frame.id == TRANSFER_FROM) {
        nest(frame.self, -1);
        nest(other(frame.id, frame.args), -1);
      }
      if (frame.id == id) {
        return frame;
      }
      frame = frame.below;
    }
    return null;
  }
}
