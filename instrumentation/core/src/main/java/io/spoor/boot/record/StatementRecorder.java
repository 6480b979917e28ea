package io.spoor.boot.record;

import java.util.ArrayList;
import java.util.List;

/**
 * Statements: which SQL runs on which connection, how often, with which outcome. A statement that
 * runs again finds its use of SQL again, so that executing allocates nothing.
 */
abstract class StatementRecorder extends RowRecorder {

  private static final int SQL_SLOTS = 1024;

  /**
   * Result sets whose shape is asked for, a connection: bounds what distinct SQL texts can cost.
   */
  private static final int SHAPES = 500;

  /** Texts that may wait in one statement's batch. */
  private static final int LONGEST_BATCH = 50000;

  /** Mode of a statement: what runs is its batch of several texts. */
  private static final int RUNS_BATCH = 1;

  /** Caches: a slot is overwritten, and what is read from it is safe by SqlUse's final fields. */
  private final SqlUse[] byText = new SqlUse[SQL_SLOTS];

  private final SqlUse[] byKey = new SqlUse[SQL_SLOTS];

  StatementRecorder(Runnable work, String javaHome, Thread main) {
    super(work, javaHome, main);
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
    boolean isPart = connection instanceof StatementState && connection.depth > 0;
    if (statement != null && !isPart && !isOwn()) {
      StatementState s = state(statement);
      SpoorState owner = ownerOf(connection, self);
      if (owner instanceof ConnectionState) {
        ConnectionState c = (ConnectionState) owner;
        // Behind one that does not carry may lie another, which is the one that runs.
        c.witnessed &= carries(statement);
        s.era = c.era;
        s.keepsCatalog = c.is(Product.STATEMENT_KEEPS_CATALOG) && isMySql(statement);
      }
      s.owner = owner;
      s.about = text;
      if (isSampling() && text != null && owner instanceof ConnectionState) {
        s.row = ring((String) text, (ConnectionState) owner);
      }
    }
  }

  /** For a statement whose parameters may go into a table; null when its rows are known enough. */
  private RowRing ring(String text, ConnectionState connection) {
    int at = 0;
    while (at < text.length() && text.charAt(at) <= ' ') {
      at++;
    }
    char first = at < text.length() ? text.charAt(at) : 's';
    if (first == 's' || first == 'S' || text.length() > SqlUse.LONGEST_KEPT) {
      return null;
    }
    Object unit = unit();
    int hash = text.hashCode() * 31 + connection.id + hash(unit);
    SqlUse known = byText[(hash ^ hash >>> 16) & SQL_SLOTS - 1];
    boolean isKnown = known != null && known.ofUnit == unit && text.equals(known.text);
    return isKnown && known.rowsBound == null && known.batched + known.writes > 0
        ? null
        : connection.ring();
  }

  /** MariaDB's driver, which takes the same URLs, does not do it. */
  private static boolean isMySql(Object statement) {
    return statement.getClass().getName().startsWith("com.mysql.");
  }

  /** A bulk API's constructor knows the connection alone, what it hands out the bulk API alone. */
  private SpoorState ownerOf(SpoorState state, Object self) {
    if (state instanceof StatementState) {
      return state.owner;
    }
    return connection(state == null ? SpoorHooks.state(self) : state, self);
  }

  private StatementState state(Object statement) {
    StatementState s = new StatementState(carries(statement) ? null : statement);
    attach(s, statement);
    return s;
  }

  /** A statement that was not seen being made: by a driver for itself, or before the agent came. */
  private StatementState known(SpoorState state, Object self) {
    if (state instanceof StatementState) {
      return (StatementState) state;
    }
    StatementState s = state(self);
    Object connection = JdbcFacts.connectionOf(self);
    if (connection != null) {
      ConnectionState c = connection(SpoorHooks.state(connection), connection);
      s.owner = c;
      s.isDrivers = c.witnessed;
    }
    return s;
  }

  @Override
  public void executing(SpoorState statement, Object self, Object text) {
    StatementState s = known(statement, self);
    if (s.depth++ > 0) {
      return;
    }
    s.mode = s.batch != null && text == null ? RUNS_BATCH : 0;
    s.countOpen = false;
    ConnectionState c = (ConnectionState) s.owner;
    if (c != null && (s.isDrivers || c.isQuiet())) {
      s.detail = null;
      return;
    }
    if (s.mode == RUNS_BATCH) {
      List<SqlUse> waiting = batch(s);
      s.detail = waiting.get(waiting.size() - 1);
      s.ran = null;
      return;
    }
    Object executed = text == null ? s.about : text;
    SqlUse use = (SqlUse) s.detail;
    Object unit = unit();
    if (use == null
        || s.ran != executed
        || executed == null
        || use.unit != unit
        || use.era != era(s)) {
      use = executed == null ? null : use(executed, s, unit);
      if (use == null) {
        return;
      }
    }
    if (s.row != null && text == null && s.waiting == 0) {
      bound(s, use);
    }
    ran(use);
  }

  /** Leaves a call of a statement; whether it was the outermost, which alone is recorded. */
  static boolean leaves(SpoorState statement) {
    return statement != null && statement.depth > 0 && --statement.depth == 0;
  }

  private SqlUse use(Object text, StatementState statement, Object unit) {
    SqlUse use = find((String) text, statement, unit);
    statement.detail = use;
    // A text that the statement holds itself costs nothing to keep.
    boolean keeps = text == statement.about || ((String) text).length() <= SqlUse.LONGEST_KEPT;
    statement.ran = keeps ? text : null;
    return use;
  }

  private static int hash(Object unit) {
    return unit == null ? 0 : System.identityHashCode(unit);
  }

  /** Statements of MySQL's driver go on in the database that they were made in. */
  private static int era(StatementState s) {
    ConnectionState c = (ConnectionState) s.owner;
    return c == null ? 0 : s.keepsCatalog && s.era < c.catalogEra ? s.era : c.era;
  }

  private SqlUse find(String text, StatementState statement, Object unit) {
    ConnectionState connection = (ConnectionState) statement.owner;
    int era = era(statement);
    int id = connection == null ? 0 : connection.id;
    boolean keeps = text.length() <= SqlUse.LONGEST_KEPT;
    int slot = 0;
    if (keeps) {
      int hash = text.hashCode() * 31 + id + hash(unit);
      slot = (hash ^ hash >>> 16) & SQL_SLOTS - 1;
      SqlUse known = byText[slot];
      if (known != null
          && known.connection == connection
          && known.ofUnit == unit
          && known.era == era
          && (known.text == text || text.equals(known.text))) {
        return known;
      }
    }
    long key = TextKey.of(text, connection == null ? 0 : connection.product);
    int mixed = (int) (key ^ key >>> 32) + id + hash(unit);
    int place = (mixed ^ mixed >>> 16) & SQL_SLOTS - 1;
    SqlUse use = byKey[place];
    if (use == null
        || use.key != key
        || use.connection != connection
        || use.ofUnit != unit
        || use.era != era) {
      use = new SqlUse(text, key, connection, era, unit);
      byKey[place] = use;
      if (keeps) {
        byText[slot] = use;
      }
      if (isSampling() && statement.about == null && connection != null) {
        use.literals = literalsOf(text, connection, use);
        use.listed = use.literals == null ? 0 : use.literals.count(text);
      }
    }
    if (use.literals != null && statement.about == null) {
      literals(text, statement, use);
    }
    return use;
  }

  final void ran(SqlUse use) {
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

  final void succeeded(StatementState s, SqlUse use, long rows) {
    // What was read while it ran may have been written by it: a file that is copied into a table.
    long now = SpoorHooks.CLOCK.get();
    if (use.lastWrite != now) {
      use.lastWrite = now;
    }
    if (use.connection != null) {
      s.transaction = use.connection.transaction;
    }
    succeeded(use, rows);
  }

  @Override
  public void executed(Object result, SpoorState statement, Object self) {
    if (!leaves(statement) || statement.detail == null) {
      return;
    }
    StatementState s = (StatementState) statement;
    s.countOpen = result == null;
    askId((SqlUse) s.detail, result == null ? self : result);
    succeeded(s, (SqlUse) s.detail, 0);
    if (result != null) {
      rows(result, statement);
    }
  }

  private static void askId(SqlUse use, Object answered) {
    if (use.connection != null && use.connection.is(Product.QUERY_IDS)) {
      use.queryId = JdbcFacts.queryId(answered);
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
      // Whether its rows are read is not seen until its class is woven.
      use.reads |= 1;
      SpoorState alias = new SpoorState(SpoorState.RESULTS, resultSet);
      alias.owner = use;
      table.put(alias);
    }
    if (!use.described) {
      use.described = true;
      keepRows(use);
      ConnectionState connection = use.connection;
      if (connection != null && connection.shapes++ < SHAPES) {
        use.shape = JdbcFacts.describe(resultSet);
      }
      use.shaped = true;
    }
  }

  @Override
  public void executedCount(long count, SpoorState statement, Object self) {
    if (leaves(statement) && statement.detail != null) {
      askId((SqlUse) statement.detail, self);
      succeeded((StatementState) statement, (SqlUse) statement.detail, Math.max(0, count));
    }
  }

  /**
   * Counts of execute() are taken when the job asks, never asked for: getUpdateCount is to be
   * called once a result (its own contract), and the job may want to.
   */
  @Override
  public void updateCount(long count, SpoorState statement, Object self) {
    if (!(statement instanceof StatementState) || statement.depth != 0) {
      return;
    }
    StatementState s = (StatementState) statement;
    if (s.countOpen && s.detail != null) {
      s.countOpen = false;
      if (count > 0) {
        counted((SqlUse) s.detail, count, s.transaction);
      }
    }
  }

  @Override
  public void moreResults(boolean isResultSet, SpoorState statement, Object self) {
    if (statement instanceof StatementState && statement.depth == 0) {
      ((StatementState) statement).countOpen = !isResultSet;
    }
  }

  @Override
  public void executedBatch(Object counts, SpoorState statement, Object self) {
    if (!leaves(statement) || statement.detail == null) {
      return;
    }
    StatementState s = (StatementState) statement;
    if (s.batch != null) {
      List<SqlUse> uses = batch(s);
      s.batch = null;
      for (int i = 0; i < uses.size(); i++) {
        ran(uses.get(i));
        succeeded(s, uses.get(i), i < Counts.length(counts) ? Counts.rows(counts, i) : 0);
      }
    } else {
      s.waiting = 0;
      succeeded(s, (SqlUse) s.detail, Counts.sum(counts));
    }
  }

  @Override
  public void failed(Throwable thrown, SpoorState statement, Object self) {
    if (!leaves(statement) || statement.detail == null) {
      return;
    }
    StatementState s = (StatementState) statement;
    s.waiting = 0;
    SqlUse use = (SqlUse) s.detail;
    Object counts = JdbcFacts.countsOf(thrown);
    if (s.mode == RUNS_BATCH) {
      List<SqlUse> uses = batch(s);
      s.batch = null;
      use = Counts.failing(counts, uses);
      int tried = Counts.tried(counts, uses.size());
      for (int i = 0; i < tried && i < uses.size(); i++) {
        if (Counts.succeeded(counts, i)) {
          ran(uses.get(i));
          succeeded(s, uses.get(i), Counts.rows(counts, i));
        }
      }
      ran(use);
    } else if (Counts.sum(counts) > 0) {
      // What ran before, or although, another of the batch failed.
      succeeded(s, use, Counts.sum(counts));
    }
    failed(thrown, use, self);
  }

  final void failed(Throwable thrown, SqlUse use, Object statement) {
    use.failures++;
    use.failureClass = thrown.getClass().getName();
    JdbcFacts.failure(use, thrown);
    failedIn(use.connection, use, statement);
    publish(use);
  }

  @Override
  public void readFailed(Throwable thrown, SpoorState rows, Object self) {
    SpoorState use = rows != null && rows.kind == SpoorState.RESULTS ? rows.owner : rows;
    if (use instanceof SqlUse) {
      failed(thrown, (SqlUse) use, null);
    }
  }

  @Override
  public void addBatch(SpoorState statement, Object self, Object text) {
    StatementState s = known(statement, self);
    if (s.depth != 0 || s.isDrivers) {
      return;
    }
    if (text != null) {
      // Each text of a batch is a statement of its own, which runs when the batch does.
      List<SqlUse> waiting = batch(s);
      if (waiting.size() < LONGEST_BATCH) {
        SqlUse use = find((String) text, s, unit());
        use.batched++;
        waiting.add(use);
      } else {
        changesDropped();
      }
    } else if (s.about != null) {
      SqlUse use = (SqlUse) s.detail;
      Object unit = unit();
      if (use == null || s.ran != s.about || use.era != era(s) || use.ofUnit != unit) {
        use = use(s.about, s, unit);
      }
      use.batched++;
      s.waiting++;
      if (s.row != null) {
        bound(s, use);
      }
    }
  }

  @SuppressWarnings("unchecked")
  private static List<SqlUse> batch(SpoorState statement) {
    if (statement.batch == null) {
      statement.batch = new ArrayList<SqlUse>();
    }
    return (List<SqlUse>) statement.batch;
  }

  @Override
  public void clearBatch(SpoorState statement) {
    if (statement != null && statement.depth == 0) {
      statement.batch = null;
    }
  }
}
