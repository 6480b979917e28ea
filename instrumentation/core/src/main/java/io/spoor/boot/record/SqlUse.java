package io.spoor.boot.record;

/**
 * One SQL text on one connection in one unit of work: executions in {@code writes}, rows fetched in
 * {@code in}, rows changed in {@code out}. A re-executed statement uses the same object again, so
 * executing allocates nothing.
 */
public final class SqlUse extends SpoorState {

  /** Rows of parameters or texts added to batches. */
  public long batched;

  /** Executions that threw. */
  public long failures;

  /** SQLState of the last failure; null when it had none. */
  public String sqlState;

  /** Vendor code of the last failure. */
  public int vendorCode;

  /** Class of the last failure; null while there was none. */
  public String failureClass;

  /** What the first result set looked like; null while none was seen or the driver did not say. */
  public volatile ResultShape shape;

  /** Whether the shape was asked for already. */
  public boolean described;

  /** What Spoor's thread made of the SQL; never touched by the job's threads. */
  public Object lineage;

  /** Rows fetched that are accounted for already. Spoor's thread only. */
  public long takenIn;

  /** Rows changed that are accounted for already. Spoor's thread only. */
  public long takenOut;

  /** What it is the use of, final so that any thread may meet it in the cache. */
  final Object text;

  final SpoorState connection;
  final Object ofUnit;

  SqlUse(Object sql, SpoorState connection, Object unit) {
    super(SQL, null);
    this.text = sql;
    this.connection = connection;
    this.ofUnit = unit;
    about = sql;
    owner = connection;
    this.unit = unit;
  }
}
