package io.spoor.boot.record;

/**
 * The recorder of a running job. Counts in the states, and hands a state over when something in it
 * changed, so an operation in steady state is a few plain stores and one volatile read. This class
 * has the hottest part, rows and parameters; what it inherits deals with statements, files and the
 * handing over.
 */
public final class LiveRecorder extends StatementRecorder {

  /**
   * @param work what Spoor's thread does, from the first access on; it calls {@link #finished}
   * @param javaHome files beneath are the JDK's own
   * @param main the thread that runs the job's main; null when the agent was attached later
   */
  public LiveRecorder(Runnable work, String javaHome, Thread main) {
    super(work, javaHome, main);
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
}
