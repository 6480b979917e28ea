package io.spoor.boot.record;

import java.util.Properties;

/**
 * Connections: which database they are to, and their transactions. What a statement did to a table
 * counts when it is committed: see {@link ConnectionState}.
 */
abstract class ConnectionRecorder extends FileRecorder {

  private static final int UNWOVEN_SLOTS = 64;

  private final Class<?>[] unwoven = new Class<?>[UNWOVEN_SLOTS];

  /** Made with the first branch of a global transaction. */
  private volatile Branches branches;

  private volatile long droppedChanges;
  private boolean keepsLogins;

  ConnectionRecorder(Runnable work, String javaHome, Thread main) {
    super(work, javaHome, main);
  }

  private Branches branches() {
    Branches made = branches;
    if (made == null) {
      synchronized (unwoven) {
        made = branches;
        if (made == null) {
          made = new Branches();
          branches = made;
        }
      }
    }
    return made;
  }

  /** Before the job begins: from now on it is kept how the job logs in. */
  public final void keepLogins() {
    keepsLogins = true;
  }

  @Override
  public void connected(Object connection, Object url, Object properties) {
    if (connection == null) {
      return;
    }
    SpoorState known = SpoorHooks.state(connection);
    // A driver may have used it already while it connected.
    ConnectionState c = known instanceof ConnectionState ? (ConnectionState) known : null;
    if (c == null) {
      c = new ConnectionState(carries(connection) ? null : connection);
      attach(c, connection);
    }
    if (isOwn()) {
      // Nothing that runs on it is the job's.
      c.quiet = 1;
      return;
    }
    // One that carries was woven when it was made, so it shows each statement it makes.
    c.witnessed = carries(connection);
    c.locate(url);
    c.detail =
        properties instanceof Properties ? ((Properties) properties).getProperty("user") : null;
    if (keepsLogins && url instanceof String) {
      Properties given = properties instanceof Properties ? (Properties) properties : null;
      c.batch = new Login((String) url, given, connection.getClass());
    }
    publish(c);
  }

  /** The state of a connection that is in use; its auto-commit mode is known from here on. */
  final ConnectionState connection(SpoorState state, Object self) {
    ConnectionState c = quietly(state, self);
    if (!c.asked && c.mode == 0) {
      c.asked = true;
      // New connections are in auto-commit mode (JDBC 4.3, 10.1), unless a URL says otherwise.
      if (!c.is(Product.ASKING_COSTS) && !JdbcFacts.isAutoCommit(self)) {
        c.mode = ConnectionState.MANUAL;
      }
    }
    return c;
  }

  private ConnectionState quietly(SpoorState state, Object self) {
    if (state instanceof ConnectionState) {
      return (ConnectionState) state;
    }
    ConnectionState c = new ConnectionState(carries(self) ? null : self);
    attach(c, self);
    JdbcFacts.identify(c, self);
    publish(c);
    return c;
  }

  @Override
  public void autoCommit(SpoorState connection, Object self, boolean on) {
    if (!isOwn()) {
      autoCommit(quietly(connection, self), on);
    }
  }

  private void autoCommit(ConnectionState c, boolean on) {
    c.asked = true;
    if (on && c.mode != 0 && c.mode != ConnectionState.GLOBAL) {
      // Ends the transaction by committing it (Connection.setAutoCommit).
      c.commit(this);
    }
    c.mode = c.mode & ConnectionState.GLOBAL | (on ? 0 : ConnectionState.MANUAL);
    c.begun = 0;
  }

  /**
   * Handed over as a step of its own. What runs from here on are other uses of SQL, so that nothing
   * that ran before is read with the new names.
   */
  @Override
  public void chosen(SpoorState connection, Object self, Object name, boolean isSchema) {
    if (!(name instanceof String) || isOwn()) {
      return;
    }
    ConnectionState c = quietly(connection, self);
    // Pools choose the same again each time they hand a connection out.
    if (!name.equals(isSchema ? c.schema : c.catalog)) {
      c.choose(isSchema ? Choice.SCHEMA : Choice.CATALOG, (String) name, false, this);
      c.setting = null;
      if (isSchema) {
        c.schema = name;
      } else {
        c.catalog = name;
      }
    }
  }

  @Override
  public void asking(Object self) {
    ConnectionState c = asked(self);
    Thread current = Thread.currentThread();
    if (c != null && c.asker == current) {
      c.asks++;
    } else if (c != null && c.asker == null) {
      // Only one thread at a time; a second one is not told apart from the job.
      c.asks = 0;
      c.asker = current;
    }
  }

  @Override
  public void answered(Object self) {
    ConnectionState c = asked(self);
    if (c != null && c.asker == Thread.currentThread() && c.asks-- == 0) {
      c.asker = null;
    }
  }

  /** The connection itself, whose schema is being chosen, or that of its metadata. */
  private static ConnectionState asked(Object self) {
    SpoorState own = SpoorHooks.state(self);
    SpoorState connection =
        own == null ? SpoorHooks.state(JdbcFacts.connectionOfMetaData(self)) : own;
    return connection instanceof ConnectionState ? (ConnectionState) connection : null;
  }

  @Override
  public void committed(SpoorState connection, Object self) {
    if (connection instanceof ConnectionState) {
      commit((ConnectionState) connection);
    }
  }

  private void commit(ConnectionState c) {
    if ((c.mode & ConnectionState.GLOBAL) == 0) {
      c.commit(this);
      ended(c);
    }
  }

  private static void ended(ConnectionState c) {
    c.begun = 0;
    c.mode &= ~ConnectionState.BEGUN;
  }

  @Override
  public void commitFailed(Throwable thrown, SpoorState connection, Object self) {
    if (connection instanceof ConnectionState) {
      ConnectionState c = (ConnectionState) connection;
      // Most databases end the transaction all the same; better a write too few than one too many.
      if (!c.is(Product.COMMIT_RETRIES)) {
        c.rollback(this);
        ended(c);
      }
    }
  }

  @Override
  public void rolledBack(SpoorState connection, Object self, Object savepoint) {
    if (connection instanceof ConnectionState) {
      ConnectionState c = (ConnectionState) connection;
      if (savepoint == null) {
        c.rollback(this);
        ended(c);
      } else if (!c.rollbackTo(savepoint, this)) {
        droppedChanges++;
      }
    }
  }

  @Override
  public void savepoint(Object savepoint, SpoorState connection, Object self) {
    if (savepoint != null && !isOwn()) {
      mark(connection(connection, self), savepoint);
    }
  }

  private void mark(ConnectionState c, Object savepoint) {
    if (!c.mark(savepoint)) {
      droppedChanges++;
    }
  }

  @Override
  public void released(SpoorState connection, Object self, Object savepoint) {
    if (connection instanceof ConnectionState) {
      ((ConnectionState) connection).release(savepoint, this);
    }
  }

  /** A connection was closed without more ado: what is open there is lost, or committed. */
  final void closed(ConnectionState c) {
    if (c.is(Product.CLOSE_COMMITS)) {
      c.commit(this);
    } else {
      c.rollback(this);
    }
  }

  // Global transactions

  @Override
  public void pooled(Object connection, Object self) {
    if (connection != null && carries(connection)) {
      ConnectionState c = quietly(SpoorHooks.state(connection), connection);
      // In a branch the driver would tell its mode, not the connection's own.
      c.asked = true;
      branches().hand(self, c);
    }
  }

  @Override
  public void branch(int result, Object self, Object xid, int action) {
    branches().act(result, self, xid, action, this);
  }

  // Statements

  /** An execution succeeded: it stays at once, or is open until the transaction ends. */
  final void succeeded(SqlUse use, long rows) {
    ConnectionState c = use.connection;
    use.done++;
    if (c == null) {
      use.keep(1, rows, use.lastWrite);
    } else {
      if (use.verb != Verb.NONE || use.begins) {
        transact(c, use, rows);
      } else {
        count(c, use, 1, rows);
      }
    }
    if (use.queued == 0) {
      publish(use);
    }
  }

  private void count(ConnectionState c, SqlUse use, long runs, long rows) {
    if (c.mode == 0) {
      use.keep(runs, rows, use.lastWrite);
    } else if (!c.opened(use, runs, rows, use.lastWrite, this)) {
      droppedChanges++;
    }
  }

  /** A count that was told after its statement ran, maybe after the transaction ended. */
  final void counted(SqlUse use, long rows, long transaction) {
    ConnectionState c = use.connection;
    if (c == null || transaction == c.lastCommitted) {
      use.keep(0, rows, use.lastWrite);
    } else if (transaction == c.transaction) {
      count(c, use, 0, rows);
    }
    if (use.queued == 0) {
      publish(use);
    }
  }

  /** A text that itself begins or ends a transaction. */
  private void transact(ConnectionState c, SqlUse use, long rows) {
    if (use.begins) {
      if (c.is(Product.BEGIN_COMMITS)) {
        c.commit(this);
      }
      c.mode |= ConnectionState.BEGUN;
      c.begun = c.is(Product.BEGIN_NESTS) ? c.begun + 1 : 1;
    }
    if (use.verb == Verb.ROLLBACK && c.mode == 0) {
      return;
    }
    count(c, use, 1, rows);
    switch (use.verb) {
      case Verb.COMMIT:
        if (--c.begun <= 0) {
          commit(c);
        }
        break;
      case Verb.ROLLBACK:
        c.rollback(this);
        ended(c);
        break;
      case Verb.SAVEPOINT:
        mark(c, use.verbName);
        break;
      case Verb.ROLLBACK_TO:
        if (!c.rollbackTo(use.verbName, this)) {
          droppedChanges++;
        }
        break;
      case Verb.RELEASE:
        c.release(use.verbName, this);
        break;
      case Verb.AUTO_COMMIT_ON:
        autoCommit(c, true);
        break;
      case Verb.AUTO_COMMIT_OFF:
        autoCommit(c, false);
        break;
      case Verb.SETTING:
      case Verb.LOCAL_SETTING:
        set(c, use);
        break;
      case Verb.PREPARE:
        branches().prepare(use.verbName, c.detach(this));
        ended(c);
        break;
      case Verb.COMMIT_PREPARED:
        branches().end(use.verbName, true, this);
        break;
      case Verb.XA_COMMIT:
        if (!branches().end(use.verbName, true, this)) {
          commit(c);
        }
        break;
      case Verb.XA_ROLLBACK:
        if (!branches().end(use.verbName, false, this)) {
          c.rollback(this);
          ended(c);
        }
        break;
      case Verb.ROLLBACK_PREPARED:
        if (c.hasMark(use.verbName)) {
          c.rollbackTo(use.verbName, this);
        } else {
          branches().end(use.verbName, false, this);
        }
        break;
      default:
        if (commitsByItself(c, use.verb)) {
          commit(c);
        }
    }
  }

  /** A setting of the same text again, as of a pool, changes nothing. */
  private void set(ConnectionState c, SqlUse use) {
    boolean isLocal = use.verb == Verb.LOCAL_SETTING;
    if (isLocal || use.text == null || !use.text.equals(c.setting)) {
      // The statement before the step.
      publish(use);
      c.choose(Choice.BY_SQL, null, isLocal, this);
      c.catalog = null;
      c.schema = null;
      c.setting = isLocal ? null : use.text;
    }
  }

  private static boolean commitsByItself(ConnectionState c, int verb) {
    switch (verb) {
      case Verb.DDL:
        return c.is(Product.DDL_COMMITS);
      case Verb.TEMPORARY_DDL:
        return c.is(Product.DDL_COMMITS) && !c.is(Product.TEMPORARY_DDL_STAYS);
      case Verb.TRUNCATE:
        return c.is(Product.TRUNCATE_COMMITS);
      default:
        return false;
    }
  }

  /** An execution failed: the database may have ended or doomed the transaction. */
  final void failedIn(ConnectionState c, SqlUse use, Object statement) {
    if (c == null || c.mode == 0) {
      return;
    }
    String state = use.sqlState;
    if (commitsByItself(c, use.verb) && state != null && isAfterCommit(state)) {
      commit(c);
    } else if (state != null && state.startsWith("40") && !isOnlyStatement(c, use)) {
      // Class 40: the transaction was rolled back.
      c.rollback(this);
      ended(c);
    } else if (c.is(Product.FAILURE_DOOMS) && JdbcFacts.isDoomed(statement)) {
      c.doomed = true;
    }
  }

  /**
   * DDL that did not even parse committed nothing; DDL that met an obstacle did (42504: HSQLDB).
   */
  private static boolean isAfterCommit(String state) {
    return !state.startsWith("42") || state.startsWith("42S") || state.equals("42504");
  }

  /** MySQL's wait for a lock that took too long ends the statement alone. */
  private static boolean isOnlyStatement(ConnectionState c, SqlUse use) {
    return c.is(Product.BEGIN_COMMITS) && use.vendorCode == 1205;
  }

  // States

  final void attach(SpoorState state, Object object) {
    if (carries(object)) {
      ((SpoorCarrier) object).spoor$state(state);
    } else {
      unwoven(object.getClass());
      table.put(state);
    }
  }

  /**
   * A driver handed out an object whose class the gate by name has passed over, or that cannot
   * carry: Spoor's thread weaves the class if that was not done. Each class is told once, as far as
   * the few slots remember.
   */
  final void unwoven(Class<?> type) {
    int slot = System.identityHashCode(type) & (UNWOVEN_SLOTS - 1);
    if (unwoven[slot] != type) {
      unwoven[slot] = type;
      publish(new FileOperation(FileOperations.UNWOVEN, type, null, null));
    }
  }

  static boolean carries(Object object) {
    return object instanceof SpoorCarrier && !(object instanceof java.lang.reflect.Proxy);
  }

  final void changesDropped() {
    droppedChanges = droppedChanges + 1;
  }

  /** Changes to tables that could not be followed through their transaction. */
  public final long droppedChanges() {
    return droppedChanges;
  }
}
