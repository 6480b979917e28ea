package io.spoor.boot.record;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.concurrent.locks.LockSupport;

/**
 * The recorder of a running job. Counts in the states, and hands a state over when something in it
 * changed: a push onto a stack, at most once between two visits of Spoor's thread, so an operation
 * in steady state is a few plain stores and one volatile read.
 */
public final class LiveRecorder extends SpoorRecorder {

  private static final AtomicIntegerFieldUpdater<SpoorState> QUEUED =
      AtomicIntegerFieldUpdater.newUpdater(SpoorState.class, "queued");
  private static final AtomicReferenceFieldUpdater<LiveRecorder, SpoorState> PUBLISHED =
      AtomicReferenceFieldUpdater.newUpdater(LiveRecorder.class, SpoorState.class, "published");
  private static final int SQL_SLOTS = 1024;
  private static final int UNWOVEN_SLOTS = 64;

  /** SQL that is longer is not kept for recognition: 1,024 slots stay below 64 MB at the worst. */
  private static final int LONGEST_KEPT = 32768;

  /** States that may wait for Spoor's thread; some 100 bytes each. */
  private static final int MOST_WAITING = 100000;

  private static final AtomicIntegerFieldUpdater<LiveRecorder> WAITING =
      AtomicIntegerFieldUpdater.newUpdater(LiveRecorder.class, "waiting");

  /**
   * Result sets whose shape is asked for, a connection: bounds what distinct SQL texts can cost.
   */
  private static final int SHAPES = 500;

  private final StateTable table = new StateTable();
  private volatile SpoorState published;

  private volatile int waiting;
  private volatile long dropped;

  /** A cache: a slot is overwritten, and what is read from it is safe by SqlUse's final fields. */
  private final SqlUse[] sql = new SqlUse[SQL_SLOTS];

  private final Class<?>[] unwoven = new Class<?>[UNWOVEN_SLOTS];

  private final AtomicInteger started = new AtomicInteger();
  private final AtomicInteger failures = new AtomicInteger();
  private final CountDownLatch finished = new CountDownLatch(1);
  private final FileOperations operations = new FileOperations(this);
  private final QuickFilter filter;
  private final SpoorThread thread;
  private final ThreadGroup own;
  private final Thread main;
  private volatile ContentRing ring;
  private volatile SpoorRecorder library;
  private volatile Throwable firstFailure;
  private volatile Throwable uncaught;
  private volatile int exitStatus = -1;
  private volatile boolean ending;
  private volatile long budgetMillis = 2000;

  /**
   * @param work what Spoor's thread does, from the first access on; it calls {@link #finished}
   * @param javaHome files beneath are the JDK's own
   * @param main the thread that runs the job's main; null when the agent was attached later
   */
  public LiveRecorder(Runnable work, String javaHome, Thread main) {
    this.main = main;
    this.filter = new QuickFilter(javaHome);
    this.thread = new SpoorThread(work);
    this.own = thread.getThreadGroup();
  }

  // Files

  @Override
  public void opened(Object stream, Object path, int mode) {
    if (path instanceof String) {
      file(stream, (String) path, mode);
    }
  }

  @Override
  public void channelOpened(
      Object channel, Object path, boolean readable, boolean writable, Object parent) {
    Object of = path;
    if (parent != null) {
      SpoorState stream = table.find(parent);
      of = stream == null ? null : stream.about;
    }
    opened(channel, of, (readable ? SpoorHooks.READ : 0) | (writable ? SpoorHooks.WRITE : 0));
  }

  void file(Object stream, String path, int mode) {
    if (filter.drops(path) || isOwn() || operations.muted()) {
      return;
    }
    SpoorState state = new SpoorState(SpoorState.FILE, stream);
    state.about = path;
    state.mode = mode;
    state.unit = unit();
    table.put(state);
    publish(state);
  }

  @Override
  public void readByte(int result, Object stream) {
    SpoorState s = table.find(stream);
    if (s != null && result >= 0 && s.depth == 0) {
      s.sampledIn = Integer.MAX_VALUE;
      countRead(s, 1);
    }
  }

  @Override
  public void read(int result, Object stream, Object bytes, int offset) {
    SpoorState s = table.find(stream);
    if (s != null && result > 0 && s.depth == 0) {
      countRead(s, result);
      if (s.sampledIn < ContentRing.LIMIT) {
        int length = Math.min(result, ContentRing.LIMIT - s.sampledIn);
        boolean taken = ring().offer(s, false, (byte[]) bytes, offset, length);
        s.sampledIn = taken ? s.sampledIn + length : Integer.MAX_VALUE;
      }
    }
  }

  @Override
  public void readBuffer(long result, Object channel, Object buffers) {
    SpoorState s = table.find(channel);
    if (s != null && result > 0 && s.depth == 0) {
      countRead(s, result);
      if (s.sampledIn < ContentRing.LIMIT) {
        s.sampledIn = sample(s, false, result, buffers, s.sampledIn);
      }
    }
  }

  @Override
  public void wroteByte(Object stream) {
    SpoorState s = table.find(stream);
    if (s != null && s.depth == 0) {
      s.sampledOut = Integer.MAX_VALUE;
      countWrite(s, 1);
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
      if (s.sampledOut < ContentRing.LIMIT) {
        int taken = Math.min(n, ContentRing.LIMIT - s.sampledOut);
        boolean offered = ring().offer(s, true, array, offset, taken);
        s.sampledOut = offered ? s.sampledOut + taken : Integer.MAX_VALUE;
      }
    }
  }

  @Override
  public void wroteText(Object stream, Object text) {
    SpoorState s = table.find(stream);
    if (s != null && s.depth == 0) {
      s.sampledOut = Integer.MAX_VALUE;
      countWrite(s, ((String) text).length());
    }
  }

  @Override
  public void wroteBuffer(long result, Object channel, Object buffers) {
    SpoorState s = table.find(channel);
    if (s != null && result > 0 && s.depth == 0) {
      countWrite(s, result);
      if (s.sampledOut < ContentRing.LIMIT) {
        if (s.sampledOut == 0 && !isAtStart(channel, result)) {
          s.sampledOut = Integer.MAX_VALUE;
          return;
        }
        s.sampledOut = sample(s, true, result, buffers, s.sampledOut);
      }
    }
  }

  /**
   * Whether what was just written are the first bytes: a channel opened to append does not tell.
   */
  private static boolean isAtStart(Object channel, long written) {
    try {
      return ((java.nio.channels.FileChannel) channel).position() == written;
    } catch (java.io.IOException e) {
      return false;
    }
  }

  private int sample(SpoorState s, boolean write, long n, Object buffers, int sampled) {
    if (!(buffers instanceof ByteBuffer)) {
      return Integer.MAX_VALUE;
    }
    ByteBuffer buffer = (ByteBuffer) buffers;
    int length = (int) Math.min(n, ContentRing.LIMIT - sampled);
    boolean taken = ring().offer(s, write, buffer, buffer.position() - (int) n, length);
    return taken ? sampled + length : Integer.MAX_VALUE;
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
    }
    if (s.queued == 0) {
      publish(s);
    }
  }

  @Override
  public void moved(Object stream) {
    SpoorState s = table.find(stream);
    if (s != null) {
      s.sampledIn = Integer.MAX_VALUE;
      s.sampledOut = Integer.MAX_VALUE;
    }
  }

  @Override
  public void closed(Object stream) {
    SpoorState s = table.find(stream);
    if (s != null) {
      s.closed = true;
      s.clear();
      publish(s);
    }
  }

  // JDBC

  @Override
  public void connected(Object connection, Object url, Object properties) {
    if (connection == null) {
      return;
    }
    SpoorState s = attach(SpoorState.CONNECTION, connection);
    s.about = url;
    s.detail =
        properties instanceof java.util.Properties
            ? ((java.util.Properties) properties).getProperty("user")
            : null;
    publish(s);
  }

  @Override
  public void created(Object statement, SpoorState connection, Object self) {
    statement(statement, connection, self, null);
  }

  @Override
  public void prepared(Object statement, SpoorState connection, Object self, Object text) {
    statement(statement, connection, self, text instanceof String ? text : null);
  }

  private void statement(Object statement, SpoorState connection, Object self, Object text) {
    if (statement != null && !isOwn()) {
      SpoorState s = attach(SpoorState.STATEMENT, statement);
      s.owner = connection == null ? connection(self) : connection;
      s.about = text;
    }
  }

  private SpoorState connection(Object connection) {
    SpoorState s = attach(SpoorState.CONNECTION, connection);
    JdbcFacts.identify(s, connection);
    publish(s);
    return s;
  }

  @Override
  public void executing(SpoorState statement, Object self, Object text) {
    SpoorState s = statement == null ? unknown(self) : statement;
    if (s.depth++ > 0) {
      return;
    }
    Object executed = text == null ? s.about : text;
    SqlUse use = (SqlUse) s.detail;
    Object unit = unit();
    if (use == null || use.unit != unit || use.about != executed) {
      if (executed == null) {
        return;
      }
      use = use(executed, s.owner, unit);
      s.detail = use;
    }
    if (s.batch == null || text != null) {
      ran(use);
    }
  }

  /** Leaves a call of a statement; whether it was the outermost, which alone is recorded. */
  private static boolean leaves(SpoorState statement) {
    return statement != null && statement.depth > 0 && --statement.depth == 0;
  }

  /** A statement that was not seen being made: by a driver for itself, or before the agent came. */
  private SpoorState unknown(Object self) {
    SpoorState s = attach(SpoorState.STATEMENT, self);
    Object connection = JdbcFacts.connectionOf(self);
    if (connection != null) {
      SpoorState known = SpoorHooks.state(connection);
      s.owner = known == null ? connection(connection) : known;
    }
    return s;
  }

  private SqlUse use(Object text, SpoorState connection, Object unit) {
    int hash = text.hashCode() * 31 + System.identityHashCode(connection);
    int slot = (hash ^ (hash >>> 16)) & (SQL_SLOTS - 1);
    SqlUse use = sql[slot];
    if (((String) text).length() > LONGEST_KEPT) {
      return new SqlUse(text, connection, unit);
    }
    if (use == null
        || use.connection != connection
        || use.ofUnit != unit
        || !(use.text == text || use.text.equals(text))) {
      use = new SqlUse(text, connection, unit);
      sql[slot] = use;
    }
    return use;
  }

  private void ran(SqlUse use) {
    use.writes++;
    if (use.firstRead == 0) {
      use.firstRead = SpoorHooks.CLOCK.incrementAndGet();
    }
    long now = SpoorHooks.CLOCK.get();
    if (use.lastWrite != now) {
      use.lastWrite = now;
    }
    if (use.queued == 0) {
      publish(use);
    }
  }

  @Override
  public void executed(Object result, SpoorState statement, Object self) {
    if (leaves(statement) && result != null) {
      rows(result, statement);
    }
  }

  @Override
  public void results(Object resultSet, SpoorState statement, Object self) {
    if (statement != null && statement.depth == 0 && resultSet != null) {
      rows(resultSet, statement);
    }
  }

  private void rows(Object resultSet, SpoorState statement) {
    SqlUse use = (SqlUse) statement.detail;
    if (use == null) {
      return;
    }
    if (carries(resultSet)) {
      ((SpoorCarrier) resultSet).spoor$state(use);
    } else {
      unwoven(resultSet.getClass());
      SpoorState alias = new SpoorState(SpoorState.RESULTS, resultSet);
      alias.owner = use;
      table.put(alias);
    }
    if (!use.described) {
      use.described = true;
      SpoorState connection = statement.owner;
      if (connection != null && connection.sampledIn++ < SHAPES) {
        use.shape = JdbcFacts.describe(resultSet);
      }
    }
  }

  @Override
  public void executedCount(long count, SpoorState statement, Object self) {
    if (leaves(statement) && statement.detail != null && count > 0) {
      changed((SqlUse) statement.detail, count);
    }
  }

  @Override
  public void executedBatch(Object counts, SpoorState statement, Object self) {
    if (!leaves(statement) || statement.detail == null) {
      return;
    }
    if (statement.batch != null) {
      batchRan(statement, counts);
      return;
    }
    long sum = 0;
    if (counts instanceof int[]) {
      for (int n : (int[]) counts) {
        sum += rowsOf(n);
      }
    } else if (counts instanceof long[]) {
      for (long n : (long[]) counts) {
        sum += rowsOf(n);
      }
    }
    changed((SqlUse) statement.detail, sum);
  }

  /** SUCCESS_NO_INFO (-2) stands for at least one row (JDBC 4.3, 14.1.2). */
  private static long rowsOf(long count) {
    return count == -2 ? 1 : Math.max(0, count);
  }

  private void changed(SqlUse use, long rows) {
    use.out += rows;
    if (use.queued == 0) {
      publish(use);
    }
  }

  @Override
  public void failed(Throwable thrown, SpoorState statement, Object self) {
    if (!leaves(statement) || statement.detail == null) {
      return;
    }
    SqlUse use = (SqlUse) statement.detail;
    if (statement.batch != null) {
      // Which text of the batch failed is not known; it counts as run and failed.
      statement.batch = null;
      ran(use);
    }
    use.failures++;
    use.failureClass = thrown.getClass().getName();
    JdbcFacts.failure(use, thrown);
    publish(use);
  }

  @Override
  public void addBatch(SpoorState statement, Object self, Object text) {
    SpoorState s = statement == null ? unknown(self) : statement;
    if (s.depth != 0) {
      return;
    }
    if (text != null) {
      // Each text of a batch is a statement of its own, which runs when the batch does.
      SqlUse use = use(text, s.owner, unit());
      s.detail = use;
      s.about = text;
      use.batched++;
      batch(s).add(use);
    } else if (s.about != null) {
      SqlUse use = (SqlUse) s.detail;
      if (use == null || use.about != s.about) {
        use = use(s.about, s.owner, unit());
        s.detail = use;
      }
      use.batched++;
    }
  }

  @SuppressWarnings("unchecked")
  private static List<SqlUse> batch(SpoorState statement) {
    if (statement.batch == null) {
      statement.batch = new ArrayList<SqlUse>();
    }
    return (List<SqlUse>) statement.batch;
  }

  private void batchRan(SpoorState statement, Object counts) {
    List<SqlUse> uses = batch(statement);
    statement.batch = null;
    for (int i = 0; i < uses.size(); i++) {
      SqlUse use = uses.get(i);
      ran(use);
      if (counts instanceof int[] && i < ((int[]) counts).length) {
        changed(use, rowsOf(((int[]) counts)[i]));
      } else if (counts instanceof long[] && i < ((long[]) counts).length) {
        changed(use, rowsOf(((long[]) counts)[i]));
      }
    }
  }

  @Override
  public void clearBatch(SpoorState statement) {
    if (statement != null && statement.depth == 0) {
      statement.batch = null;
    }
  }

  @Override
  public void next(boolean row, SpoorState rows) {
    if (rows != null && row) {
      SpoorState use = rows.kind == SpoorState.RESULTS ? rows.owner : rows;
      use.in++;
      if (use.queued == 0) {
        publish(use);
      }
    }
  }

  @Override
  public void get(Object value, SpoorState rows, int column) {
    mark(rows, column);
  }

  @Override
  public void get(Object value, SpoorState rows, Object label) {
    mark(rows, 0);
  }

  @Override
  public void get(long value, SpoorState rows, int column) {
    mark(rows, column);
  }

  @Override
  public void get(long value, SpoorState rows, Object label) {
    mark(rows, 0);
  }

  @Override
  public void get(double value, SpoorState rows, int column) {
    mark(rows, column);
  }

  @Override
  public void get(double value, SpoorState rows, Object label) {
    mark(rows, 0);
  }

  private static void mark(SpoorState rows, int column) {
    if (rows != null) {
      SpoorState use = rows.kind == SpoorState.RESULTS ? rows.owner : rows;
      long bit = 1L << Math.min(column, 63);
      if ((use.reads & bit) == 0) {
        use.reads |= bit;
      }
    }
  }

  @Override
  public void set(SpoorState statement, int parameter, Object value) {
    bound(statement, parameter);
  }

  @Override
  public void set(SpoorState statement, int parameter, long value) {
    bound(statement, parameter);
  }

  @Override
  public void set(SpoorState statement, int parameter, double value) {
    bound(statement, parameter);
  }

  private static void bound(SpoorState statement, int parameter) {
    if (statement != null) {
      long bit = 1L << Math.min(parameter, 63);
      if ((statement.writes & bit) == 0) {
        statement.writes |= bit;
      }
    }
  }

  @Override
  public void closed(SpoorState state, Object self) {
    if (state != null && state.kind != SpoorState.SQL && state.get() != null) {
      // In the identity table: free its place.
      state.closed = true;
      state.clear();
      publish(state);
    }
  }

  @Override
  public SpoorState lookup(Object self) {
    return self == null ? null : table.find(self);
  }

  private SpoorState attach(int kind, Object object) {
    if (carries(object)) {
      SpoorState s = new SpoorState(kind, null);
      ((SpoorCarrier) object).spoor$state(s);
      return s;
    }
    unwoven(object.getClass());
    SpoorState s = new SpoorState(kind, object);
    table.put(s);
    return s;
  }

  /**
   * A driver handed out an object whose class the gate by name has passed over, or that cannot
   * carry: Spoor's thread weaves the class if that was not done. Each class is told once, as far as
   * the few slots remember.
   */
  private void unwoven(Class<?> type) {
    int slot = System.identityHashCode(type) & (UNWOVEN_SLOTS - 1);
    if (unwoven[slot] != type) {
      unwoven[slot] = type;
      publish(new FileOperation(FileOperations.UNWOVEN, type, null, null));
    }
  }

  private static boolean carries(Object object) {
    return object instanceof SpoorCarrier && !(object instanceof java.lang.reflect.Proxy);
  }

  // Libraries

  @Override
  public void enter(int id, Object self, Object[] args) {
    if (isOwn()) {
      return;
    }
    if (id < FileOperations.COUNT) {
      operations.enter(id, self, args);
    } else if (library != null) {
      library.enter(id, self, args);
    }
  }

  @Override
  public void exit(int id, Object self, Object result) {
    if (isOwn()) {
      return;
    }
    if (id < FileOperations.COUNT) {
      operations.exit(id, result);
    } else if (library != null) {
      library.exit(id, self, result);
    }
  }

  @Override
  public void thrown(int id, Throwable thrown) {
    if (isOwn()) {
      return;
    }
    if (id < FileOperations.COUNT) {
      operations.thrown(id);
    } else if (library != null) {
      library.thrown(id, thrown);
    }
  }

  // The JVM

  @Override
  public void uncaught(Object dying, Object throwable) {
    // Only main's death makes the JVM exit with status 1.
    if (dying == main || (main == null && isMain((Thread) dying))) {
      uncaught = (Throwable) throwable;
    }
  }

  private static boolean isMain(Thread thread) {
    ThreadGroup group = thread.getThreadGroup();
    return "main".equals(thread.getName()) && group != null && "main".equals(group.getName());
  }

  @Override
  public void exiting(int status) {
    exitStatus = status;
  }

  @Override
  public void halting(int status) {
    exitStatus = status;
    ended();
  }

  @Override
  public void ended() {
    if (started.get() == 0 || isOwn()) {
      return;
    }
    ending = true;
    LockSupport.unpark(thread);
    try {
      finished.await(budgetMillis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void failed(Throwable thrown) {
    if (failures.getAndIncrement() == 0) {
      firstFailure = thrown;
    }
  }

  // Handing over

  void publish(SpoorState s) {
    if (!QUEUED.compareAndSet(s, 0, 1)) {
      return;
    }
    if (WAITING.incrementAndGet(this) > MOST_WAITING) {
      // Spoor's thread is behind. What happens to this object later may still be told.
      WAITING.decrementAndGet(this);
      dropped = dropped + 1;
      s.queued = 0;
      return;
    }
    SpoorState head;
    do {
      head = published;
      s.next = head;
    } while (!PUBLISHED.compareAndSet(this, head, s));
    if (started.get() == 0 && started.compareAndSet(0, 1)) {
      thread.start();
    }
  }

  /**
   * Takes what was handed over since the last call, oldest first, linked by next; null when nothing
   * was. Before it reads a state's figures the caller sets queued to 0. Spoor's thread only.
   */
  public SpoorState take() {
    SpoorState taken = PUBLISHED.getAndSet(this, null);
    waiting = 0;
    SpoorState oldest = null;
    while (taken != null) {
      SpoorState below = taken.next;
      taken.next = oldest;
      oldest = taken;
      taken = below;
    }
    return oldest;
  }

  /** Frees the places of closed and collected objects near a state. Spoor's thread only. */
  public void release(SpoorState state) {
    table.sweep(state.hash);
  }

  /** Frees the places of all collected objects. Spoor's thread only. */
  public void releaseAll() {
    table.sweepAll();
  }

  private ContentRing ring() {
    ContentRing r = ring;
    if (r == null) {
      r = new ContentRing();
      ring = r;
    }
    return r;
  }

  /** The ring with the first bytes of streams; null while no stream was read or written. */
  public ContentRing content() {
    return ring;
  }

  /** Where the generic hooks of libraries go from now on. */
  public void setLibrary(SpoorRecorder recorder) {
    library = recorder;
  }

  /** The unit of work of the current thread; null = main. */
  Object unit() {
    return null;
  }

  private boolean isOwn() {
    return Thread.currentThread().getThreadGroup() == own;
  }

  // For Spoor's thread

  /** Whether the JVM is going down. */
  public boolean isEnding() {
    return ending;
  }

  /** The status given to System.exit or Runtime.halt; -1 when neither was called. */
  public int exitStatus() {
    return exitStatus;
  }

  /** What ended main; null when nothing did. */
  public Throwable uncaught() {
    return uncaught;
  }

  /**
   * How often a state was not handed over because too many waited; racing threads may lose counts.
   */
  public long dropped() {
    return dropped;
  }

  /** How often a hook failed inside Spoor. */
  public int failures() {
    return failures.get();
  }

  /** What made a hook fail for the first time; null when nothing did. */
  public Throwable firstFailure() {
    return firstFailure;
  }

  /** How long the end of the JVM waits for Spoor, in milliseconds. */
  public void setBudget(long millis) {
    budgetMillis = millis;
  }

  /** All was reported: the JVM need not wait any longer. */
  public void finished() {
    finished.countDown();
  }
}
