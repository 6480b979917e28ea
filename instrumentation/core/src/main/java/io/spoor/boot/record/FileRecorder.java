package io.spoor.boot.record;

import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Files: one state a stream or channel, with counts; what passes there for the examiner. */
abstract class FileRecorder extends Handover {

  /** Bit of a stream's mode beside those of the hooks: it is used through its channel. */
  public static final int CHANNEL = 16;

  /** Likewise: it was read to its end. */
  public static final int AT_END = 32;

  /** Likewise: it begins as no text does, nor what gzip has packed. */
  static final int BINARY = 64;

  /** Paths, in each unit of work, whose streams are summed up while too much waits, at most. */
  private static final int TOTALS = 5000;

  private final ConcurrentHashMap<Object, FileTotal> totals =
      new ConcurrentHashMap<Object, FileTotal>();

  /** So many streams are looked into; of the next every sixteenth. */
  private static final int LOOKED_INTO = 2000;

  private final CallSites sites = new CallSites();

  /** Any thread; a count may be lost. */
  private int opens;

  private final QuickFilter filter;

  // Each is made when it is first needed: premain would load the classes of all.

  private volatile FileOperations operations;
  private volatile PassingContent content;
  private volatile LibraryTable libraries;
  private volatile LibraryCalls calls;

  FileRecorder(Runnable work, String javaHome, Thread main) {
    super(work, main);
    this.filter = new QuickFilter(javaHome);
  }

  /** Opens that were dropped at once: of devices, of archives and classes, of the JDK's files. */
  public final int[] quicklyDropped() {
    return filter.dropped.clone();
  }

  @Override
  public void opened(Object stream, Object path, int mode) {
    if (path instanceof String) {
      file(stream, (String) path, mode);
    }
  }

  @Override
  public void channelOpened(
      Object channel, Object path, boolean readable, boolean writable, Object parent) {
    int mode = (readable ? SpoorHooks.READ : 0) | (writable ? SpoorHooks.WRITE : 0);
    if (parent == null) {
      if (path instanceof String) {
        SpoorState state = state(channel, (String) path, mode);
        if (state != null) {
          // Until its options tell that it does not append.
          state.sampledOut = Integer.MAX_VALUE;
          announce(state);
        }
      }
      return;
    }
    SpoorState stream = table.find(parent);
    if (stream != null) {
      stream.mode |= CHANNEL;
      mode |= stream.mode & SpoorHooks.APPEND;
      SpoorState state = state(channel, (String) stream.about, mode);
      if (state != null) {
        state.owner = stream;
        announce(state);
      }
    }
  }

  @Override
  public void channelOptions(Object channel, Object options) {
    SpoorState s = table.find(channel);
    if (s == null || s.writes != 0 || !(options instanceof Set)) {
      return;
    }
    boolean writable =
        ((Set<?>) options).contains(StandardOpenOption.WRITE)
            || ((Set<?>) options).contains(StandardOpenOption.APPEND);
    if (!writable) {
      s.mode &= ~SpoorHooks.WRITE;
    }
    if (((Set<?>) options).contains(StandardOpenOption.DELETE_ON_CLOSE)) {
      s.mode |= SpoorHooks.TEMPORARY;
    }
    if (((Set<?>) options).contains(StandardOpenOption.APPEND)) {
      s.mode |= SpoorHooks.APPEND;
    } else if (s.handed && s.sampledIn == 0) {
      s.sampledOut = 0;
    }
  }

  /**
   * A standard stream that is a file: its first use makes it an access.
   *
   * @param atStart whether the first byte that passes will be the file's first
   */
  public final void redirected(Object stream, String path, int mode, boolean atStart) {
    SpoorState state = state(stream, path, mode);
    if (state != null) {
      if (!atStart) {
        state.sampledIn = Integer.MAX_VALUE;
        state.sampledOut = Integer.MAX_VALUE;
      }
      table.put(state);
    }
  }

  void file(Object stream, String path, int mode) {
    SpoorState state = state(stream, path, mode);
    if (state != null) {
      announce(state);
    }
  }

  /** Whether a path is no data by its look alone. */
  boolean drops(String path) {
    return filter.drops(path);
  }

  /** A new state of a stream or channel; null when its file is not looked at. */
  private SpoorState state(Object stream, String path, int mode) {
    if (filter.drops(path) || isOwn()) {
      return null;
    }
    FileOperations made = operations;
    if (made != null && made.muted()) {
      made.openedWithin(path);
      return null;
    }
    SpoorState state = new SpoorState(SpoorState.FILE, stream);
    state.about = path;
    state.mode = mode;
    state.unit = unit();
    state.batch = sites.take(path.hashCode(), mode);
    if ((mode & SpoorHooks.APPEND) != 0) {
      state.sampledOut = Integer.MAX_VALUE;
    }
    return state;
  }

  /** The stack at a use of a file that is not known yet, else null. */
  Throwable site(Object path, int mode) {
    return sites.take(path.hashCode(), mode);
  }

  /** The pages of an embedded database would fill the ring, and say nothing. */
  private static boolean isStore(String path) {
    return path.endsWith(".mv.db") || path.endsWith(".dat") && path.contains("seg0");
  }

  private void announce(SpoorState state) {
    table.put(state);
    FileOperations made = operations;
    if (made != null) {
      made.opened(state);
    }
    if (libraries != null && libraries.isMet()) {
      calls().opened(state);
    }
    boolean isLooked = (opens < LOOKED_INTO || (opens & 15) == 0) && !isStore((String) state.about);
    opens++;
    if (!publish(state) || !isLooked) {
      // By its content Spoor's thread would know it, and count it beside the sum of its path.
      state.sampledIn = Integer.MAX_VALUE;
      state.sampledOut = Integer.MAX_VALUE;
    }
  }

  @Override
  public void readByte(int result, Object stream) {
    SpoorState s = table.find(stream);
    if (s != null && result >= 0 && s.depth == 0) {
      int fresh = s.again == 0 ? 1 : PassingContent.fresh(s, 1);
      countRead(s, fresh);
      if (fresh > 0 && s.sampledIn < ContentRing.LIMIT) {
        passing().readByte(s, (byte) result);
      }
    } else if (s != null && result < 0) {
      s.mode |= AT_END;
    }
  }

  @Override
  public void read(int result, Object stream, Object bytes, int offset) {
    SpoorState s = table.find(stream);
    if (s != null && result > 0 && s.depth == 0) {
      int fresh = s.again == 0 ? result : PassingContent.fresh(s, result);
      countRead(s, fresh);
      if (s.sampledIn < ContentRing.LIMIT || s.in > s.nextIn) {
        passing().read(s, bytes, offset + result - fresh, fresh);
      }
    } else if (s != null && result < 0) {
      s.mode |= AT_END;
    }
  }

  @Override
  public void readBuffer(long result, Object channel, Object buffers) {
    SpoorState s = table.find(channel);
    if (s != null && result > 0 && s.depth == 0) {
      long fresh = s.again == 0 ? result : PassingContent.fresh(s, result);
      countRead(s, fresh);
      if (s.sampledIn < ContentRing.LIMIT || s.in > s.nextIn) {
        passing().readBuffer(s, fresh, buffers);
      }
    } else if (s != null && result < 0) {
      s.mode |= AT_END;
    }
  }

  @Override
  public void wroteByte(Object stream, int value) {
    SpoorState s = table.find(stream);
    if (s != null && s.depth == 0) {
      countWrite(s, 1);
      if (s.sampledOut < ContentRing.LIMIT) {
        passing().wroteByte(s, (byte) value);
      }
    }
  }

  @Override
  public void wrote(Object stream, Object bytes, int offset, int length) {
    SpoorState s = table.find(stream);
    if (s == null || s.depth != 0) {
      return;
    }
    byte[] array = (byte[]) bytes;
    int n = length < 0 ? array.length : length;
    if (n > 0) {
      countWrite(s, n);
      if (s.sampledOut < ContentRing.LIMIT || s.out > s.nextOut) {
        passing().wrote(s, array, offset, n);
      }
    }
  }

  @Override
  public void wroteText(Object stream, Object text) {
    SpoorState s = table.find(stream);
    if (s != null && s.depth == 0) {
      PassingContent.forgetWritten(s);
      countWrite(s, ((String) text).length());
    }
  }

  @Override
  public void wroteBuffer(long result, Object channel, Object buffers) {
    SpoorState s = table.find(channel);
    if (s != null && result > 0 && s.depth == 0) {
      countWrite(s, result);
      if (s.sampledOut < ContentRing.LIMIT || s.out > s.nextOut) {
        passing().wroteBuffer(s, result, buffers);
      }
    }
  }

  void countRead(SpoorState s, long bytes) {
    s.reads++;
    s.in += bytes;
    if (s.firstRead == 0) {
      s.firstRead = SpoorHooks.CLOCK.incrementAndGet();
    }
    if (s.queued == 0) {
      publish(s);
    }
  }

  void countWrite(SpoorState s, long bytes) {
    s.writes++;
    s.out += bytes;
    long now = SpoorHooks.CLOCK.get();
    if (s.lastWrite != now || s.lastWrite == 0) {
      s.lastWrite = now;
      if (s.writes == 1) {
        s.firstWrite = now;
      }
    }
    if (s.queued == 0) {
      publish(s);
    }
  }

  @Override
  public void readFrom(Object channel, long position) {
    SpoorState s = table.find(channel);
    if (s != null) {
      PassingContent.readFrom(s, position);
    }
  }

  @Override
  public void moved(Object stream) {
    SpoorState s = table.find(stream);
    if (s != null) {
      PassingContent.forget(s);
    }
  }

  @Override
  public void movedTo(Object stream, long position) {
    SpoorState s = table.find(stream);
    if (s != null) {
      PassingContent.movedTo(s, position);
      if (s.owner != null) {
        // They share one position.
        PassingContent.movedTo(s.owner, position);
      }
    }
  }

  @Override
  public void closed(Object stream) {
    SpoorState s = table.find(stream);
    if (s != null) {
      s.closed = true;
      s.clear();
      if (s.handed) {
        // So many at the most as were open when it fell behind.
        publishAnyway(s);
      } else if (!publish(s)) {
        total(s);
        release(s);
      }
    }
  }

  /** Adds a stream that was closed to the others of its path. */
  private void total(SpoorState s) {
    if ((s.mode & SpoorHooks.TEMPORARY) != 0) {
      return;
    }
    Object path = s.unit == null ? s.about : Arrays.asList(s.about, s.unit);
    FileTotal total = totals.get(path);
    if (total == null) {
      if (totals.size() >= TOTALS) {
        drop();
        return;
      }
      FileTotal made = new FileTotal(s);
      FileTotal other = totals.putIfAbsent(path, made);
      total = other == null ? made : other;
    }
    total.add(s);
  }

  /** Gives what was summed up because too much waited, as far as it has changed. */
  public final void takeTotals(Consumer consumer) {
    for (FileTotal total : totals.values()) {
      if (total.update()) {
        consumer.take(total);
      }
    }
  }

  /** Takes states. */
  public interface Consumer {
    void take(SpoorState state);
  }

  /** The ring with bytes of streams; null while no stream was read or written. */
  public ContentRing content() {
    PassingContent made = content;
    return made == null ? null : made.ring();
  }

  private PassingContent passing() {
    PassingContent made = content;
    if (made == null) {
      synchronized (totals) {
        made = content;
        if (made == null) {
          made = new PassingContent(this);
          content = made;
        }
      }
    }
    return made;
  }

  private FileOperations operations() {
    FileOperations made = operations;
    if (made == null) {
      synchronized (totals) {
        made = operations;
        if (made == null) {
          made = new FileOperations(this);
          operations = made;
        }
      }
    }
    return made;
  }

  /** The descriptions of libraries, to be read when the first of their classes is met. */
  public final void setLibraries(LibraryTable table) {
    libraries = table;
  }

  /** What does not fit between a description and its library; null while all does. */
  public final String misfit() {
    LibraryCalls made = calls;
    return made == null ? null : made.misfit();
  }

  private LibraryCalls calls() {
    LibraryCalls made = calls;
    if (made == null) {
      synchronized (totals) {
        made = calls;
        if (made == null) {
          made = new LibraryCalls(this, libraries);
          calls = made;
        }
      }
    }
    return made;
  }

  // Generic hooks: files have the first ids, libraries the rest

  @Override
  public void enter(int id, Object self, Object[] args) {
    if (isOwn()) {
      return;
    }
    if (id < FileOperations.COUNT) {
      operations().enter(id, self, args);
    } else if (id >= UnitTable.FIRST) {
      units().enter(id, self, args);
    } else {
      calls().enter(id, self, args);
    }
  }

  @Override
  public void exit(int id, Object self, Object result) {
    if (isOwn()) {
      return;
    }
    if (id == FileOperations.SCHEMA) {
      operations().schema(self, result);
    } else if (id >= FileOperations.RECORDS_READ && id < FileOperations.COUNT) {
      record(id, self, result);
    } else if (id < FileOperations.COUNT) {
      operations().exit(id, result);
    } else if (id >= UnitTable.FIRST) {
      units().exit(id, self, result);
    } else {
      calls().exit(id, self, result);
    }
  }

  /** What reads and writes records, made with the first of them. */
  abstract RecordCalls records();

  private void record(int id, Object self, Object what) {
    try {
      switch (id) {
        case FileOperations.RECORD_READ:
          records().read(self, (Boolean) what);
          break;
        case FileOperations.RECORD_WRITTEN:
          records().wrote(self, what);
          break;
        case FileOperations.RECORDS_READ:
          records().reads(self, what);
          break;
        case FileOperations.RECORDS_WRITTEN:
          records().writes(self, what, operations().recordFile());
          break;
        default:
          records().closed(self);
          break;
      }
    } catch (Throwable e) {
      failed(e);
    }
  }

  @Override
  public void thrown(int id, Throwable thrown) {
    if (isOwn()) {
      return;
    }
    if (id < FileOperations.COUNT) {
      operations().thrown(id);
    } else if (id >= UnitTable.FIRST) {
      units().thrown(id, thrown);
    } else {
      calls().thrown(id);
    }
  }
}
