package io.spoor.boot.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * Connections and statements: which SQL runs on which connection, how often, with which outcome. A
 * statement that runs again finds its use of SQL again, so that executing allocates nothing.
 */
abstract class StatementRecorder extends FileRecorder {

  private static final int SQL_SLOTS = 1024;
  private static final int UNWOVEN_SLOTS = 64;

  /** SQL that is longer is not kept for recognition: 1,024 slots stay below 64 MB at the worst. */
  private static final int LONGEST_KEPT = 32768;

  /**
   * Result sets whose shape is asked for, a connection: bounds what distinct SQL texts can cost.
   */
  private static final int SHAPES = 500;

  /** Mode of a statement: what runs is its batch of several texts. */
  private static final int RUNS_BATCH = 1;

  /** A cache: a slot is overwritten, and what is read from it is safe by SqlUse's final fields. */
  private final SqlUse[] sql = new SqlUse[SQL_SLOTS];

  private final Class<?>[] unwoven = new Class<?>[UNWOVEN_SLOTS];

  StatementRecorder(Runnable work, String javaHome, Thread main) {
    super(work, javaHome, main);
  }

  @Override
  public void connected(Object connection, Object url, Object properties) {
    if (connection == null) {
      return;
    }
    SpoorState s = attach(SpoorState.CONNECTION, connection);
    s.about = url;
    s.detail =
        properties instanceof Properties ? ((Properties) properties).getProperty("user") : null;
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
    s.mode = s.batch != null && text == null ? RUNS_BATCH : 0;
    if (s.mode == RUNS_BATCH) {
      List<SqlUse> waiting = batch(s);
      s.detail = waiting.get(waiting.size() - 1);
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
    ran(use);
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
    if (statement.mode == RUNS_BATCH) {
      // Which text of the batch failed is not known; the last one counts as run and failed.
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
}
