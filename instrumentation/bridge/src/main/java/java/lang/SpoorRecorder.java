package java.lang;

/**
 * What the hooks hand over to. One instance, set before the first class is woven; the methods run
 * on the job's threads, inside the job's calls, so they never block, never do I/O and never
 * allocate per operation. What they throw is caught by {@link SpoorHooks} and handed to {@link
 * #failed}.
 *
 * <p>Parameters are named and ordered as in {@link SpoorHooks}.
 */
public abstract class SpoorRecorder {

  /** Actions of {@link #changed}. */
  public static final int INSERT = 1;

  public static final int UPDATE = 2;
  public static final int DELETE = 3;

  /** Actions of {@link #branch}: work is associated with the branch, or no longer. */
  public static final int START = 1;

  public static final int END = 2;

  /** The branch was prepared; the result is javax.transaction.xa.XAResource's vote. */
  public static final int PREPARE = 3;

  public static final int COMMIT = 4;
  public static final int ROLLBACK = 5;

  // Files

  public abstract void opened(Object stream, Object path, int mode);

  public abstract void channelOpened(
      Object channel, Object path, boolean readable, boolean writable, Object parent);

  public abstract void channelOptions(Object channel, Object options);

  public abstract void readByte(int result, Object stream);

  public abstract void read(int result, Object stream, Object bytes, int offset);

  public abstract void readBuffer(long result, Object channel, Object buffers);

  public abstract void wroteByte(Object stream, int value);

  public abstract void wrote(Object stream, Object bytes, int offset, int length);

  public abstract void wroteText(Object stream, Object text);

  public abstract void wroteBuffer(long result, Object channel, Object buffers);

  public abstract void readFrom(Object channel, long position);

  public abstract void moved(Object stream);

  public abstract void movedTo(Object stream, long position);

  public abstract void closed(Object stream);

  // JDBC

  public abstract void connected(Object connection, Object url, Object properties);

  public abstract void created(Object statement, SpoorState connection, Object self);

  public abstract void prepared(Object statement, SpoorState connection, Object self, Object sql);

  public abstract void executing(SpoorState statement, Object self, Object sql);

  public abstract void executed(Object result, SpoorState statement, Object self);

  public abstract void executedCount(long count, SpoorState statement, Object self);

  public abstract void executedBatch(Object counts, SpoorState statement, Object self);

  public abstract void failed(Throwable thrown, SpoorState statement, Object self);

  public abstract void results(Object resultSet, SpoorState statement, Object self);

  public abstract void addBatch(SpoorState statement, Object self, Object sql);

  public abstract void clearBatch(SpoorState statement);

  public abstract void next(boolean row, SpoorState rows);

  public abstract void readFailed(Throwable thrown, SpoorState rows, Object self);

  public abstract void get(Object value, SpoorState rows, int column);

  public abstract void get(Object value, SpoorState rows, Object label);

  public abstract void get(long value, SpoorState rows, int column);

  public abstract void get(long value, SpoorState rows, Object label);

  public abstract void get(double value, SpoorState rows, int column);

  public abstract void get(double value, SpoorState rows, Object label);

  public abstract void set(SpoorState statement, int parameter, Object value);

  public abstract void set(SpoorState statement, int parameter, long value);

  public abstract void set(SpoorState statement, int parameter, double value);

  public abstract void closed(SpoorState state, Object self);

  public abstract void autoCommit(SpoorState connection, Object self, boolean on);

  public abstract void chosen(SpoorState connection, Object self, Object name, boolean isSchema);

  public abstract void asking(Object metaData);

  public abstract void answered(Object metaData);

  public abstract void committed(SpoorState connection, Object self);

  public abstract void commitFailed(Throwable thrown, SpoorState connection, Object self);

  public abstract void rolledBack(SpoorState connection, Object self, Object savepoint);

  public abstract void savepoint(Object savepoint, SpoorState connection, Object self);

  public abstract void released(SpoorState connection, Object self, Object savepoint);

  public abstract void branch(int result, Object self, Object xid, int action);

  public abstract void pooled(Object connection, Object self);

  public abstract void updateCount(long count, SpoorState statement, Object self);

  public abstract void moreResults(boolean isResultSet, SpoorState statement, Object self);

  public abstract void into(
      Object loader, Object table, Object schema, Object catalog, boolean isSql);

  public abstract void copiedOut(Object rows, SpoorState statement, Object self);

  public abstract void flushed(SpoorState statement, Object self);

  public abstract void changing(SpoorState rows, Object self);

  public abstract void changed(SpoorState rows, Object self, int action);

  public abstract void changeFailed(Throwable thrown, SpoorState rows, Object self);

  public abstract void update(SpoorState rows, int column);

  public abstract void update(SpoorState rows, Object label);

  /** The state of an object that does not carry it; null when there is none. */
  public abstract SpoorState lookup(Object self);

  // Libraries

  public abstract void enter(int id, Object self, Object[] args);

  public abstract void exit(int id, Object self, Object result);

  public abstract void thrown(int id, Throwable thrown);

  // Calls in the application

  public abstract void using(Object one, Object other, int call);

  public abstract void adding(Object to, Object value, int call);

  public abstract void emptied(Object object);

  public abstract void made(Object result, int call);

  // The JVM

  public abstract void uncaught(Object thread, Object throwable);

  public abstract void exiting(int status);

  public abstract void halting(int status);

  /** The JVM is going down and the job's own shutdown hooks have ended. */
  public abstract void ended();

  /** Something in a recorder method threw. Must not throw itself. */
  public abstract void failed(Throwable thrown);
}
