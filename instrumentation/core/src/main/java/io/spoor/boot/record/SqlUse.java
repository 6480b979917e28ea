package io.spoor.boot.record;

/**
 * One SQL text on one connection in one unit of work: executions begun in {@code writes}, rows
 * fetched in {@code in}. A re-executed statement uses the same object again, so executing allocates
 * nothing.
 *
 * <p>What it did to tables counts once it is certain to stay: at once in auto-commit mode, else
 * when its transaction commits. Until then it is open, and the connection has it in a list.
 */
public final class SqlUse extends SpoorState {

  /** Longer texts are not kept for recognition; they are met again by their key. */
  static final int LONGEST_KEPT = 512;

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

  /** Executions that succeeded, wholly or, of a batch, in part. */
  public volatile long done;

  /** Executions whose effect stays; the rows they changed are in {@code out}. */
  public volatile long kept;

  /** Logical time of the last execution whose effect stays. */
  public long keptTick;

  /** What the first result set looked like; null while none was seen or the driver did not say. */
  public volatile ResultShape shape;

  /** The first rows that were read; null while none were. */
  public volatile RowStore rowsRead;

  /** The first rows of parameters that were bound; null while none were. */
  public volatile RowStore rowsBound;

  /** Rows of literals in its texts; null when they have none. */
  public volatile LiteralRows literals;

  /** How many rows each of its texts has in itself. */
  int listed;

  /** Whether the shape is being asked for, or was. The job's threads only. */
  boolean described;

  /** Whether the shape is all that it will ever be. */
  public volatile boolean shaped;

  /** Names of columns that were set in rows of its result sets, by label. */
  public volatile String[] updatedLabels = NO_LABELS;

  /** Bit n is set when column n of a row of its result sets was set by position. */
  public long updatedColumns;

  /** The server's id of the last execution; null where the driver knows none. */
  public volatile String queryId;

  /** What Spoor's thread made of the SQL; never touched by the job's threads. */
  public Object lineage;

  /** Rows fetched that are accounted for already. Spoor's thread only. */
  public long takenIn;

  /** Rows changed that are accounted for already. Spoor's thread only. */
  public long takenOut;

  /** The use whose result set's rows it changes; null for all but such changes. */
  public final SqlUse rowsOf;

  /** {@code SpoorRecorder.INSERT}, UPDATE or DELETE where {@link #rowsOf} is not null. */
  public final int action;

  /** Under which texts that differ in values alone are one. */
  public final long key;

  /** The step of its connection's that says what unqualified names mean: see {@link Choice}. */
  public final int era;

  /** What it is the use of, final so that any thread may meet it in the cache; may be null. */
  final String text;

  final ConnectionState connection;
  final Object ofUnit;

  /** What the text does to the transaction: see {@link Verb}. */
  final int verb;

  final boolean begins;
  final String verbName;

  // Open in the transaction, since the last savepoint.
  long openRuns;
  long openRows;
  long openTick;

  /** Rows fetched when it became open. */
  long openIn;

  /** Rows fetched since, of executions that wait behind savepoints or for a second phase. */
  long pendingIn;

  /** Rows fetched of executions that were rolled back. */
  long lostIn;

  /** Next in the connection's list of open uses. */
  SqlUse nextOpen;

  boolean isOpen;

  /** Kinds of transactions in whose lists it comes first. */
  Transaction transactions;

  /** Whether it could not be handed over so far. */
  boolean lost;

  /** Changes of rows of its result sets, by action. */
  SqlUse[] rowChanges;

  private static final String[] NO_LABELS = {};

  SqlUse(String sql, long key, ConnectionState connection, int era, Object unit) {
    super(SQL, null);
    this.text = sql.length() <= LONGEST_KEPT ? sql : null;
    this.key = key;
    this.connection = connection;
    this.ofUnit = unit;
    this.era = era;
    this.rowsOf = null;
    this.action = 0;
    Verb read = new Verb(sql);
    this.begins = read.begins();
    this.verb = read.last();
    this.verbName = read.name;
    about = sql;
    owner = connection;
    this.unit = unit;
  }

  /** A change of rows of a result set. */
  SqlUse(SqlUse rowsOf, int action) {
    super(SQL, null);
    this.text = null;
    this.key = 0;
    this.connection = rowsOf.connection;
    this.ofUnit = rowsOf.ofUnit;
    this.era = rowsOf.era;
    this.rowsOf = rowsOf;
    this.action = action;
    this.begins = false;
    this.verb = Verb.NONE;
    this.verbName = null;
    owner = connection;
    this.unit = rowsOf.unit;
  }

  /** Whether it may have changed what unqualified names mean: a {@link Choice} comes behind it. */
  public boolean isSetting() {
    return verb >= Verb.SETTING;
  }

  /** What it takes to keep it waiting, in units of some 100 bytes. */
  int weight() {
    Object unread = lineage == null ? about : null;
    int asked = literals == null ? 0 : literals.asked().length() >> 6;
    return 3 + asked + (unread == null ? 0 : ((String) unread).length() >> 6);
  }

  /**
   * Rows fetched of executions whose effect stays: what a statement that changes rows hands back is
   * a change that counts when it is committed.
   */
  public long keptIn() {
    long open = isOpen ? in - openIn : 0;
    return in - open - pendingIn - lostIn;
  }

  /** Whether a transaction in which it ran is open. */
  public boolean isOpen() {
    return isOpen;
  }

  /** Rows are kept of it no longer: its unit of work is over. */
  public void forgetRows() {
    giveBack(rowsRead);
    giveBack(rowsBound);
    rowsRead = null;
    rowsBound = null;
    literals = null;
    row = null;
  }

  private static void giveBack(RowStore rows) {
    if (rows != null) {
      rows.take(Effort.LESS);
    }
  }

  /** Executions and rows whose effect stays. */
  void keep(long runs, long rows, long tick) {
    out += rows;
    keptTick = Math.max(keptTick, tick);
    kept += runs;
  }
}
