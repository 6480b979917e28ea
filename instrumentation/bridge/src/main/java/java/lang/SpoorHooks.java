package java.lang;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The methods that woven code calls: one invokestatic each, with arguments of java.base only, the
 * result of the woven method first because it lies on the stack already. This is the whole ABI
 * between woven classes and Spoor; it does not change.
 *
 * <p>A hook never throws: what the recorder throws is caught here. With {@link #recorder} null
 * every hook returns at once. Any thread may call any hook, also while classes load and the JVM
 * goes down.
 */
public final class SpoorHooks {

  /** Bit of a file's mode: may be read. */
  public static final int READ = 1;

  /** Bit of a file's mode: may be written. */
  public static final int WRITE = 2;

  /** Bit of a file's mode: what is written goes behind what is there. */
  public static final int APPEND = 4;

  /** Opening mode: the file goes with the channel that it is opened through. */
  public static final int TEMPORARY = 8;

  /**
   * Where hooks go; null = off. Plain: a volatile read would cost each hook more than its dispatch.
   */
  public static SpoorRecorder recorder;

  /**
   * Whether calls in the application are looked at: while first rows of queries come. Plain, as it
   * is read at each of them; who sees it late misses a row.
   */
  public static boolean looking;

  /**
   * Logical time: ticks at the first read of each access; a write notes the time it happened at.
   */
  public static final AtomicLong CLOCK = new AtomicLong();

  private SpoorHooks() {}

  /** The state of an object: carried, or from the recorder's table; null when there is none. */
  public static SpoorState state(Object self) {
    if (self instanceof SpoorCarrier && !(self instanceof java.lang.reflect.Proxy)) {
      return ((SpoorCarrier) self).spoor$state();
    }
    SpoorRecorder r = recorder;
    return r == null ? null : r.lookup(self);
  }

  /**
   * Runs end when the JVM goes down, after the application's shutdown hooks (slot 1) and the
   * deletions of deleteOnExit (slot 2); java.lang.Shutdown has ten slots in 8 to 25 and the JDK
   * uses three.
   */
  public static void atEnd(Runnable end) {
    Shutdown.add(6, true, end);
  }

  // Files

  /**
   * A file was opened: on normal return of the open methods of java.io. mode: bits of {@link #READ}
   * and {@link #WRITE}, {@link #APPEND}.
   */
  public static void opened(Object stream, Object path, int mode) {
    SpoorRecorder r = recorder;
    if (r != null) {
      try {
        r.opened(stream, path, mode);
      } catch (Throwable t) {
        r.failed(t);
      }
    }
  }

  /** A file was opened for writing only; append: behind what is there. */
  public static void openedOut(Object stream, Object path, boolean append) {
    SpoorRecorder r = recorder;
    if (r != null) {
      try {
        r.opened(stream, path, append ? WRITE | APPEND : WRITE);
      } catch (Throwable t) {
        r.failed(t);
      }
    }
  }

  /** A file channel was made; parent is the stream it was taken from, or null. */
  public static void channelOpened(
      Object channel, Object path, boolean readable, boolean writable, Object parent) {
    SpoorRecorder r = recorder;
    if (r != null) {
      try {
        r.channelOpened(channel, path, readable, writable, parent);
      } catch (Throwable t) {
        r.failed(t);
      }
    }
  }

  /** A file system made a channel; options is the Set of open options that it was asked for. */
  public static void channelOptions(Object channel, Object options) {
    SpoorRecorder r = recorder;
    if (r != null) {
      try {
        r.channelOptions(channel, options);
      } catch (Throwable t) {
        r.failed(t);
      }
    }
  }

  /** One byte was read; result is -1 at the end of the file. */
  public static void readByte(int result, Object stream) {
    SpoorRecorder r = recorder;
    if (r != null) {
      try {
        r.readByte(result, stream);
      } catch (Throwable t) {
        r.failed(t);
      }
    }
  }

  /** result bytes were read into the byte array from offset on; -1 at the end of the file. */
  public static void read(int result, Object stream, Object bytes, int offset) {
    SpoorRecorder r = recorder;
    if (r != null) {
      try {
        r.read(result, stream, bytes, offset);
      } catch (Throwable t) {
        r.failed(t);
      }
    }
  }

  /** result bytes were read into a ByteBuffer or an array of them. */
  public static void readBuffer(long result, Object channel, Object buffers) {
    SpoorRecorder r = recorder;
    if (r != null) {
      try {
        r.readBuffer(result, channel, buffers);
      } catch (Throwable t) {
        r.failed(t);
      }
    }
  }

  /** One byte was written. */
  public static void wroteByte(Object stream, int value) {
    SpoorRecorder r = recorder;
    if (r != null) {
      try {
        r.wroteByte(stream, value);
      } catch (Throwable t) {
        r.failed(t);
      }
    }
  }

  /** length bytes were written from the byte array. */
  public static void wrote(Object stream, Object bytes, int offset, int length) {
    SpoorRecorder r = recorder;
    if (r != null) {
      try {
        r.wrote(stream, bytes, offset, length);
      } catch (Throwable t) {
        r.failed(t);
      }
    }
  }

  /** The low bytes of the characters of a String were written. */
  public static void wroteText(Object stream, Object text) {
    SpoorRecorder r = recorder;
    if (r != null) {
      try {
        r.wroteText(stream, text);
      } catch (Throwable t) {
        r.failed(t);
      }
    }
  }

  /** result bytes were written from a ByteBuffer or an array of them. */
  public static void wroteBuffer(long result, Object channel, Object buffers) {
    SpoorRecorder r = recorder;
    if (r != null) {
      try {
        r.wroteBuffer(result, channel, buffers);
      } catch (Throwable t) {
        r.failed(t);
      }
    }
  }

  /** A channel is to be read from a position, which stays where it is. */
  public static void readFrom(Object channel, long position) {
    SpoorRecorder r = recorder;
    if (r != null) {
      try {
        r.readFrom(channel, position);
      } catch (Throwable t) {
        r.failed(t);
      }
    }
  }

  /** The position of a file or channel is being set. */
  public static void movedTo(Object stream, long position) {
    SpoorRecorder r = recorder;
    if (r != null) {
      try {
        r.movedTo(stream, position);
      } catch (Throwable t) {
        r.failed(t);
      }
    }
  }

  /** A stream was moved, or a channel written elsewhere: where the next bytes are is not known. */
  public static void moved(Object stream) {
    SpoorRecorder r = recorder;
    if (r != null) {
      try {
        r.moved(stream);
      } catch (Throwable t) {
        r.failed(t);
      }
    }
  }

  /** A stream or channel was closed. */
  public static void closed(Object stream) {
    SpoorRecorder r = recorder;
    if (r != null) {
      try {
        r.closed(stream);
      } catch (Throwable t) {
        r.failed(t);
      }
    }
  }

  // JDBC; state is that of the object the method was called on, null when it has none yet

  /** A driver connected; connection is null when the URL is not the driver's. */
  public static void connected(Object connection, Object url, Object properties) {
    SpoorRecorder r = recorder;
    if (r != null) {
      try {
        r.connected(connection, url, properties);
      } catch (Throwable t) {
        r.failed(t);
      }
    }
  }

  /** A connection made a statement. */
  public static void created(Object statement, SpoorState connection, Object self) {
    SpoorRecorder r = recorder;
    if (r != null) {
      try {
        r.created(statement, connection, self);
      } catch (Throwable t) {
        r.failed(t);
      }
    }
  }

  /** A connection prepared SQL. */
  public static void prepared(Object statement, SpoorState connection, Object self, Object sql) {
    SpoorRecorder r = recorder;
    if (r != null) {
      try {
        r.prepared(statement, connection, self, sql);
      } catch (Throwable t) {
        r.failed(t);
      }
    }
  }

  /** A statement is about to run; sql is null where it was prepared. */
  public static void executing(SpoorState statement, Object self, Object sql) {
    SpoorRecorder r = recorder;
    if (r != null) {
      try {
        r.executing(statement, self, sql);
      } catch (Throwable t) {
        r.failed(t);
      }
    }
  }

  /** A statement ran; result is its ResultSet, or null where execute() told nothing yet. */
  public static void executed(Object result, SpoorState statement, Object self) {
    SpoorRecorder r = recorder;
    if (r != null) {
      try {
        r.executed(result, statement, self);
      } catch (Throwable t) {
        r.failed(t);
      }
    }
  }

  /** A statement ran and changed count rows. */
  public static void executedCount(long count, SpoorState statement, Object self) {
    SpoorRecorder r = recorder;
    if (r != null) {
      try {
        r.executedCount(count, statement, self);
      } catch (Throwable t) {
        r.failed(t);
      }
    }
  }

  /**
   * A bulk loader is for a table, told by plain names or, if isSql, by one name as SQL writes it.
   */
  public static void into(
      Object loader, Object table, Object schema, Object catalog, boolean isSql) {
    SpoorRecorder r = recorder;
    if (r != null) {
      try {
        r.into(loader, table, schema, catalog, isSql);
      } catch (Throwable t) {
        r.failed(t);
      }
    }
  }

  /** A statement ran and its rows went to the job in bulk; how many if that is a Long. */
  public static void copiedOut(Object rows, SpoorState statement, Object self) {
    SpoorRecorder r = recorder;
    if (r != null) {
      try {
        r.copiedOut(rows, statement, self);
      } catch (Throwable t) {
        r.failed(t);
      }
    }
  }

  /** A bulk loader wrote the rows that were added to it. */
  public static void flushed(SpoorState statement, Object self) {
    SpoorRecorder r = recorder;
    if (r != null) {
      try {
        r.flushed(statement, self);
      } catch (Throwable t) {
        r.failed(t);
      }
    }
  }

  /** A batch ran; counts is an int[] or long[]. */
  public static void executedBatch(Object counts, SpoorState statement, Object self) {
    SpoorRecorder r = recorder;
    if (r != null) {
      try {
        r.executedBatch(counts, statement, self);
      } catch (Throwable t) {
        r.failed(t);
      }
    }
  }

  /** A statement threw. */
  public static void failed(Throwable thrown, SpoorState statement, Object self) {
    SpoorRecorder r = recorder;
    if (r != null) {
      try {
        r.failed(thrown, statement, self);
      } catch (Throwable t) {
        r.failed(t);
      }
    }
  }

  /** A statement handed out a result set of its last execution. */
  public static void results(Object resultSet, SpoorState statement, Object self) {
    SpoorRecorder r = recorder;
    if (r != null) {
      try {
        r.results(resultSet, statement, self);
      } catch (Throwable t) {
        r.failed(t);
      }
    }
  }

  /** A row or a SQL text was added to the batch; sql is null where it was prepared. */
  public static void addBatch(SpoorState statement, Object self, Object sql) {
    SpoorRecorder r = recorder;
    if (r != null) {
      try {
        r.addBatch(statement, self, sql);
      } catch (Throwable t) {
        r.failed(t);
      }
    }
  }

  /** A statement's batch was emptied without being run. */
  public static void clearBatch(SpoorState statement) {
    SpoorRecorder r = recorder;
    if (r != null) {
      try {
        r.clearBatch(statement);
      } catch (Throwable t) {
        r.failed(t);
      }
    }
  }

  /** A result set was moved to its next row; row is false behind the last. */
  public static void next(boolean row, SpoorState rows) {
    SpoorRecorder r = recorder;
    if (r != null) {
      try {
        r.next(row, rows);
      } catch (Throwable t) {
        r.failed(t);
      }
    }
  }

  /** Moving a result set to its next row threw. */
  public static void readFailed(Throwable thrown, SpoorState rows, Object self) {
    SpoorRecorder r = recorder;
    if (r != null) {
      try {
        r.readFailed(thrown, rows, self);
      } catch (Throwable t) {
        r.failed(t);
      }
    }
  }

  /** A column was read by position, from 1. */
  public static void get(Object value, SpoorState rows, int column) {
    SpoorRecorder r = recorder;
    if (r != null) {
      try {
        r.get(value, rows, column);
      } catch (Throwable t) {
        r.failed(t);
      }
    }
  }

  /** A column was read by label. */
  public static void get(Object value, SpoorState rows, Object label) {
    SpoorRecorder r = recorder;
    if (r != null) {
      try {
        r.get(value, rows, label);
      } catch (Throwable t) {
        r.failed(t);
      }
    }
  }

  public static void get(long value, SpoorState rows, int column) {
    SpoorRecorder r = recorder;
    if (r != null) {
      try {
        r.get(value, rows, column);
      } catch (Throwable t) {
        r.failed(t);
      }
    }
  }

  public static void get(long value, SpoorState rows, Object label) {
    SpoorRecorder r = recorder;
    if (r != null) {
      try {
        r.get(value, rows, label);
      } catch (Throwable t) {
        r.failed(t);
      }
    }
  }

  public static void get(double value, SpoorState rows, int column) {
    SpoorRecorder r = recorder;
    if (r != null) {
      try {
        r.get(value, rows, column);
      } catch (Throwable t) {
        r.failed(t);
      }
    }
  }

  public static void get(double value, SpoorState rows, Object label) {
    SpoorRecorder r = recorder;
    if (r != null) {
      try {
        r.get(value, rows, label);
      } catch (Throwable t) {
        r.failed(t);
      }
    }
  }

  /** A parameter was bound, from 1. */
  public static void set(SpoorState statement, int parameter, Object value) {
    SpoorRecorder r = recorder;
    if (r != null) {
      try {
        r.set(statement, parameter, value);
      } catch (Throwable t) {
        r.failed(t);
      }
    }
  }

  public static void set(SpoorState statement, int parameter, long value) {
    SpoorRecorder r = recorder;
    if (r != null) {
      try {
        r.set(statement, parameter, value);
      } catch (Throwable t) {
        r.failed(t);
      }
    }
  }

  public static void set(SpoorState statement, int parameter, double value) {
    SpoorRecorder r = recorder;
    if (r != null) {
      try {
        r.set(statement, parameter, value);
      } catch (Throwable t) {
        r.failed(t);
      }
    }
  }

  /** A connection, statement or result set was closed. */
  public static void closed(SpoorState state, Object self) {
    SpoorRecorder r = recorder;
    if (r != null) {
      try {
        r.closed(state, self);
      } catch (Throwable t) {
        r.failed(t);
      }
    }
  }

  /** The auto-commit mode of a connection was set. */
  public static void autoCommit(SpoorState connection, Object self, boolean on) {
    SpoorRecorder r = recorder;
    if (r != null) {
      try {
        r.autoCommit(connection, self, on);
      } catch (Throwable t) {
        r.failed(t);
      }
    }
  }

  /** A connection was given another catalog, or schema, for names that tell none. */
  public static void chosen(SpoorState connection, Object self, Object name, boolean isSchema) {
    SpoorRecorder r = recorder;
    if (r != null) {
      try {
        r.chosen(connection, self, name, isSchema);
      } catch (Throwable t) {
        r.failed(t);
      }
    }
  }

  /** A driver is asked about its database, for which it may run statements of its own. */
  public static void asking(Object metaData) {
    SpoorRecorder r = recorder;
    if (r != null) {
      try {
        r.asking(metaData);
      } catch (Throwable t) {
        r.failed(t);
      }
    }
  }

  /** It has answered, or thrown. */
  public static void answered(Object metaData) {
    SpoorRecorder r = recorder;
    if (r != null) {
      try {
        r.answered(metaData);
      } catch (Throwable t) {
        r.failed(t);
      }
    }
  }

  /** A connection committed. */
  public static void committed(SpoorState connection, Object self) {
    SpoorRecorder r = recorder;
    if (r != null) {
      try {
        r.committed(connection, self);
      } catch (Throwable t) {
        r.failed(t);
      }
    }
  }

  /** A commit threw. */
  public static void commitFailed(Throwable thrown, SpoorState connection, Object self) {
    SpoorRecorder r = recorder;
    if (r != null) {
      try {
        r.commitFailed(thrown, connection, self);
      } catch (Throwable t) {
        r.failed(t);
      }
    }
  }

  /** A connection rolled back: to a savepoint, or all where savepoint is null. */
  public static void rolledBack(SpoorState connection, Object self, Object savepoint) {
    SpoorRecorder r = recorder;
    if (r != null) {
      try {
        r.rolledBack(connection, self, savepoint);
      } catch (Throwable t) {
        r.failed(t);
      }
    }
  }

  /** A connection made a savepoint. */
  public static void savepoint(Object savepoint, SpoorState connection, Object self) {
    SpoorRecorder r = recorder;
    if (r != null) {
      try {
        r.savepoint(savepoint, connection, self);
      } catch (Throwable t) {
        r.failed(t);
      }
    }
  }

  /** A savepoint was released. */
  public static void released(SpoorState connection, Object self, Object savepoint) {
    SpoorRecorder r = recorder;
    if (r != null) {
      try {
        r.released(connection, self, savepoint);
      } catch (Throwable t) {
        r.failed(t);
      }
    }
  }

  /**
   * A resource manager did something to a branch of a global transaction; see {@link
   * SpoorRecorder}.
   */
  public static void branch(int result, Object self, Object xid, int action) {
    SpoorRecorder r = recorder;
    if (r != null) {
      try {
        r.branch(result, self, xid, action);
      } catch (Throwable t) {
        r.failed(t);
      }
    }
  }

  /** A pooled or XA connection handed out a connection. */
  public static void pooled(Object connection, Object self) {
    SpoorRecorder r = recorder;
    if (r != null) {
      try {
        r.pooled(connection, self);
      } catch (Throwable t) {
        r.failed(t);
      }
    }
  }

  /** A statement told how many rows its current result changed; -1 when it is none. */
  public static void updateCount(long count, SpoorState statement, Object self) {
    SpoorRecorder r = recorder;
    if (r != null) {
      try {
        r.updateCount(count, statement, self);
      } catch (Throwable t) {
        r.failed(t);
      }
    }
  }

  /** A statement went on to its next result. */
  public static void moreResults(boolean isResultSet, SpoorState statement, Object self) {
    SpoorRecorder r = recorder;
    if (r != null) {
      try {
        r.moreResults(isResultSet, statement, self);
      } catch (Throwable t) {
        r.failed(t);
      }
    }
  }

  /** A row is about to be inserted, updated or deleted through a result set. */
  public static void changing(SpoorState rows, Object self) {
    SpoorRecorder r = recorder;
    if (r != null) {
      try {
        r.changing(rows, self);
      } catch (Throwable t) {
        r.failed(t);
      }
    }
  }

  /** It was; see {@link SpoorRecorder} for the actions. */
  public static void changed(SpoorState rows, Object self, int action) {
    SpoorRecorder r = recorder;
    if (r != null) {
      try {
        r.changed(rows, self, action);
      } catch (Throwable t) {
        r.failed(t);
      }
    }
  }

  /** It was not, because the driver threw. */
  public static void changeFailed(Throwable thrown, SpoorState rows, Object self) {
    SpoorRecorder r = recorder;
    if (r != null) {
      try {
        r.changeFailed(thrown, rows, self);
      } catch (Throwable t) {
        r.failed(t);
      }
    }
  }

  /** A column of a result set's row was set, by position from 1. */
  public static void update(SpoorState rows, int column) {
    SpoorRecorder r = recorder;
    if (r != null) {
      try {
        r.update(rows, column);
      } catch (Throwable t) {
        r.failed(t);
      }
    }
  }

  /** A column of a result set's row was set, by label. */
  public static void update(SpoorState rows, Object label) {
    SpoorRecorder r = recorder;
    if (r != null) {
      try {
        r.update(rows, label);
      } catch (Throwable t) {
        r.failed(t);
      }
    }
  }

  // Libraries: id names the handler, as the index of hooks numbers them

  /** A method was entered; self is null for a static one, primitives are boxed. */
  public static void enter(int id, Object self, Object[] args) {
    SpoorRecorder r = recorder;
    if (r != null) {
      try {
        r.enter(id, self, args);
      } catch (Throwable t) {
        r.failed(t);
      }
    }
  }

  /** The method returned; result is null for void, boxed for primitives. */
  public static void exit(int id, Object self, Object result) {
    SpoorRecorder r = recorder;
    if (r != null) {
      try {
        r.exit(id, self, result);
      } catch (Throwable t) {
        r.failed(t);
      }
    }
  }

  /** The method threw. */
  public static void thrown(int id, Throwable thrown) {
    SpoorRecorder r = recorder;
    if (r != null) {
      try {
        r.thrown(id, thrown);
      } catch (Throwable t) {
        r.failed(t);
      }
    }
  }

  // Calls in the application

  /** A call is going to use a value. */
  public static void using(Object value, int call) {
    SpoorRecorder r = looking ? recorder : null;
    if (r != null) {
      try {
        r.using(value, null, call);
      } catch (Throwable t) {
        r.failed(t);
      }
    }
  }

  /** A call is going to use two values. */
  public static void using(Object one, Object other, int call) {
    SpoorRecorder r = looking ? recorder : null;
    if (r != null) {
      try {
        r.using(one, other, call);
      } catch (Throwable t) {
        r.failed(t);
      }
    }
  }

  /** A call is going to put a value into an object. */
  public static void adding(Object to, Object value, int call) {
    SpoorRecorder r = looking ? recorder : null;
    if (r != null) {
      try {
        r.adding(to, value, call);
      } catch (Throwable t) {
        r.failed(t);
      }
    }
  }

  /** A call is going to take all out of an object. */
  public static void emptied(Object object, int call) {
    SpoorRecorder r = looking ? recorder : null;
    if (r != null) {
      try {
        r.emptied(object);
      } catch (Throwable t) {
        r.failed(t);
      }
    }
  }

  /** A call has made this of what it used. */
  public static void made(Object result, int call) {
    SpoorRecorder r = looking ? recorder : null;
    if (r != null) {
      try {
        r.made(result, call);
      } catch (Throwable t) {
        r.failed(t);
      }
    }
  }

  // The JVM

  /** A thread dies of an exception that nothing caught. */
  public static void uncaught(Object thread, Object throwable) {
    SpoorRecorder r = recorder;
    if (r != null) {
      try {
        r.uncaught(thread, throwable);
      } catch (Throwable t) {
        r.failed(t);
      }
    }
  }

  /** System.exit was called. */
  public static void exiting(int status) {
    SpoorRecorder r = recorder;
    if (r != null) {
      try {
        r.exiting(status);
      } catch (Throwable t) {
        r.failed(t);
      }
    }
  }

  /** The JVM halts at once: Runtime.halt, or the end of System.exit. */
  public static void halting(int status) {
    SpoorRecorder r = recorder;
    if (r != null) {
      try {
        r.halting(status);
      } catch (Throwable t) {
        r.failed(t);
      }
    }
  }
}
