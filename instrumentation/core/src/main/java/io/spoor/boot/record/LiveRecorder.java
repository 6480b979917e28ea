package io.spoor.boot.record;

/**
 * The recorder of a running job. Counts in the states, and hands a state over when something in it
 * changed, so an operation in steady state is a few plain stores and one volatile read. This class
 * has the hottest part, rows and parameters; what it inherits deals with statements, files and the
 * handing over.
 */
public final class LiveRecorder extends TagRecorder {

  /** Columns set by label that are kept, a use. */
  private static final int MOST_LABELS = 100;

  /**
   * @param work what Spoor's thread does; it calls {@link #finished}
   * @param javaHome files beneath are the JDK's own
   * @param main the thread that runs the job's main; null when the agent was attached later
   */
  public LiveRecorder(Runnable work, String javaHome, Thread main) {
    super(work, javaHome, main);
  }

  @Override
  public void next(boolean row, SpoorState rows) {
    if (rows == null) {
      return;
    }
    SpoorState use = rows.kind == SpoorState.RESULTS ? rows.owner : rows;
    if (row) {
      use.in++;
      if (use.queued == 0) {
        publish(use);
      }
    }
    if (use.row != null) {
      rowEnds(use, row);
    }
  }

  @Override
  public void get(Object value, SpoorState rows, int column) {
    Object open = mark(rows, column);
    if (open != null) {
      ((RowRing) open).put(column, value);
    }
  }

  @Override
  public void get(Object value, SpoorState rows, Object label) {
    Object open = mark(rows, 0);
    if (open != null) {
      ((RowRing) open).putLabelled(label, value);
    }
  }

  @Override
  public void get(long value, SpoorState rows, int column) {
    Object open = mark(rows, column);
    if (open != null) {
      ((RowRing) open).put(column, value);
    }
  }

  @Override
  public void get(long value, SpoorState rows, Object label) {
    Object open = mark(rows, 0);
    if (open != null) {
      ((RowRing) open).putLabelled(label, value);
    }
  }

  @Override
  public void get(double value, SpoorState rows, int column) {
    Object open = mark(rows, column);
    if (open != null) {
      ((RowRing) open).put(column, value);
    }
  }

  @Override
  public void get(double value, SpoorState rows, Object label) {
    Object open = mark(rows, 0);
    if (open != null) {
      ((RowRing) open).putLabelled(label, value);
    }
  }

  /** Returns the open row where it may be kept, else null. */
  private Object mark(SpoorState rows, int column) {
    if (rows == null) {
      return null;
    }
    SpoorState use = rows.kind == SpoorState.RESULTS ? rows.owner : rows;
    long bit = 1L << Math.min(column, 63);
    if ((use.reads & bit) == 0) {
      use.reads |= bit;
      publish(use);
    }
    return use.row;
  }

  @Override
  public void set(SpoorState statement, int parameter, Object value) {
    Object open = bound(statement, parameter);
    if (open != null) {
      ((RowRing) open).put(parameter, value);
    }
  }

  @Override
  public void set(SpoorState statement, int parameter, long value) {
    Object open = bound(statement, parameter);
    if (open != null) {
      ((RowRing) open).put(parameter, value);
    }
  }

  @Override
  public void set(SpoorState statement, int parameter, double value) {
    Object open = bound(statement, parameter);
    if (open != null) {
      ((RowRing) open).put(parameter, value);
    }
  }

  private static Object bound(SpoorState statement, int parameter) {
    if (statement == null) {
      return null;
    }
    long bit = 1L << Math.min(parameter, 63);
    if ((statement.writes & bit) == 0) {
      statement.writes |= bit;
    }
    return statement.row;
  }

  // Rows changed through a result set

  /**
   * Some drivers run statements of their own to change a row, others do not: none of those counts,
   * and the change does.
   */
  @Override
  public void changing(SpoorState rows, Object self) {
    SqlUse use = use(rows);
    if (use != null && use.connection != null) {
      use.connection.quiet++;
    }
  }

  @Override
  public void changeFailed(Throwable thrown, SpoorState rows, Object self) {
    SqlUse use = use(rows);
    if (use != null && use.connection != null) {
      use.connection.quiet--;
      failed(thrown, use, null);
    }
  }

  @Override
  public void changed(SpoorState rows, Object self, int action) {
    SqlUse use = use(rows);
    if (use == null) {
      return;
    }
    if (use.connection != null) {
      use.connection.quiet--;
    }
    if (use.rowChanges == null) {
      use.rowChanges = new SqlUse[SpoorRecorder.DELETE + 1];
    }
    SqlUse change = use.rowChanges[action];
    if (change == null) {
      change = new SqlUse(use, action);
      use.rowChanges[action] = change;
    }
    ran(change);
    succeeded(change, 1);
  }

  @Override
  public void update(SpoorState rows, int column) {
    SqlUse use = use(rows);
    if (use != null) {
      use.updatedColumns |= 1L << Math.min(column, 63);
    }
  }

  @Override
  public void update(SpoorState rows, Object label) {
    SqlUse use = use(rows);
    if (use == null) {
      return;
    }
    String[] known = use.updatedLabels;
    for (String each : known) {
      if (each.equals(label)) {
        return;
      }
    }
    if (known.length < MOST_LABELS && label instanceof String) {
      String[] more = java.util.Arrays.copyOf(known, known.length + 1);
      more[known.length] = (String) label;
      use.updatedLabels = more;
    }
  }

  private static SqlUse use(SpoorState rows) {
    SpoorState use = rows != null && rows.kind == SpoorState.RESULTS ? rows.owner : rows;
    return use instanceof SqlUse ? (SqlUse) use : null;
  }

  @Override
  public void closed(SpoorState state, Object self) {
    if (state instanceof ConnectionState) {
      closed((ConnectionState) state);
    } else if (state instanceof StatementState) {
      release((StatementState) state);
    }
    if (state != null && state.kind != SpoorState.SQL && state.get() != null) {
      // In the identity table: free its place.
      state.closed = true;
      state.clear();
      publish(state);
    }
  }
}
