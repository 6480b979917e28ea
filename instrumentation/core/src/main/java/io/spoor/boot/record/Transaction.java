package io.spoor.boot.record;

/**
 * All committed transactions of one connection in which the same uses of SQL ran in the same order.
 * A job that does the same piece of work a million times has one of it, so that a transaction
 * allocates nothing but when it is the first of its kind. It hangs on the use that its list begins
 * with, and goes when that goes.
 *
 * <p>Counts are the job's threads', as far as nothing else is said.
 */
public final class Transaction extends SpoorState {

  /** Of transactions with more uses nothing is told: finding their kind would cost too much. */
  private static final int MOST_USES = 16;

  /** Kinds that begin with one use; transactions of others are not told. */
  private static final int MOST_KINDS = 8;

  private final SqlUse[] uses;
  private final long[] runs;
  private final long[] fetched;

  /** Of these counts, what was taken. Spoor's thread only. */
  private final long[] takenRuns;

  private final long[] takenFetched;

  /** Another kind that begins with the same use. */
  private final Transaction another;

  private Transaction(SqlUse[] uses, Transaction another) {
    super(OPERATION, null);
    this.uses = uses;
    this.runs = new long[uses.length];
    this.fetched = new long[uses.length];
    this.takenRuns = new long[uses.length];
    this.takenFetched = new long[uses.length];
    this.another = another;
    unit = uses[0].unit;
  }

  /**
   * One is being committed, and no other of the JVM was under way meanwhile.
   *
   * @param first of all uses that ran in it, linked as open ones
   */
  static void committed(SqlUse first, Handover handover) {
    Transaction kind = find(first);
    if (kind == null) {
      return;
    }
    int i = 0;
    for (SqlUse use = first; use != null; use = use.nextOpen) {
      kind.runs[i] += use.openRuns;
      kind.fetched[i++] += use.in - use.openIn;
    }
    handover.publish(kind);
  }

  private static Transaction find(SqlUse first) {
    int known = 0;
    for (Transaction kind = first.transactions; kind != null; kind = kind.another) {
      if (kind.isOf(first)) {
        return kind;
      }
      known++;
    }
    return known < MOST_KINDS ? make(first) : null;
  }

  private boolean isOf(SqlUse first) {
    int i = 0;
    for (SqlUse use = first; use != null; use = use.nextOpen) {
      if (i == uses.length || uses[i++] != use) {
        return false;
      }
    }
    return i == uses.length;
  }

  /** Null for one in which nothing was read, or units of work meet. */
  private static Transaction make(SqlUse first) {
    int count = 0;
    boolean reads = false;
    for (SqlUse use = first; use != null; use = use.nextOpen) {
      reads |= use.described;
      if (++count > MOST_USES || use.ofUnit != first.ofUnit) {
        return null;
      }
    }
    if (!reads) {
      return null;
    }
    SqlUse[] uses = new SqlUse[count];
    int i = 0;
    for (SqlUse use = first; use != null; use = use.nextOpen) {
      uses[i++] = use;
    }
    first.transactions = new Transaction(uses, first.transactions);
    return first.transactions;
  }

  /** How many uses of SQL ran in each. */
  public int size() {
    return uses.length;
  }

  public SqlUse use(int i) {
    return uses[i];
  }

  /** Executions of one of the uses since the last time. Spoor's thread only. */
  public long takeRuns(int i) {
    long more = runs[i] - takenRuns[i];
    takenRuns[i] += more;
    return more;
  }

  /** Rows fetched from one of the uses in the transaction in which it ran, likewise. */
  public long takeFetched(int i) {
    long more = fetched[i] - takenFetched[i];
    takenFetched[i] += more;
    return more;
  }
}
