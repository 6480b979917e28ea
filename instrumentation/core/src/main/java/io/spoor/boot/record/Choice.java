package io.spoor.boot.record;

/**
 * A step in what unqualified names mean on a connection. Steps are numbered as eras, and each use
 * of SQL belongs to one: so what ran before is never read with names that came after, whenever it
 * is read. Owner is the connection.
 */
public final class Choice extends SpoorState {

  /** The connection's own method was given a catalog. */
  public static final int CATALOG = 1;

  /** The connection's own method was given a schema. */
  public static final int SCHEMA = 2;

  /** SQL that ran before it has changed something, maybe. */
  public static final int BY_SQL = 3;

  /** All is again as it was in an earlier era, since a transaction ended. */
  public static final int AS_BEFORE = 4;

  private final int era;
  private final int before;

  Choice(ConnectionState connection, int kind, String name, int before) {
    super(OPERATION, null);
    owner = connection;
    about = name;
    mode = kind;
    this.era = connection.era;
    this.before = before;
  }

  /** The catalog or schema as the database stores it, not folded; null for other kinds. */
  public String name() {
    return (String) about;
  }

  /** The era that begins or goes on with it; see {@link SqlUse#era}. */
  public int era() {
    return era;
  }

  /** The era that comes again. */
  public int before() {
    return before;
  }
}
