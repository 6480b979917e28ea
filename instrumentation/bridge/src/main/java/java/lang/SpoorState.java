package java.lang;

import java.lang.ref.WeakReference;

/**
 * What Spoor knows about one object of the job: a stream, a connection, a statement. It refers to
 * the object weakly, so it never keeps it alive.
 *
 * <p>The fields are plain on purpose: the job's thread that uses the object writes them, Spoor's
 * thread reads them after {@link #queued} handed the state over. A reader may see figures a moment
 * old, never torn objects. It is both the entry of the recorder's identity table ({@link #chain})
 * and the node of its hand-over stack ({@link #next}), so recording an operation allocates nothing.
 */
public class SpoorState extends WeakReference<Object> {

  /** A file opened by the JDK: about = path as the job wrote it. */
  public static final int FILE = 1;

  /** A JDBC connection: about = URL as the job gave it, detail = user name. */
  public static final int CONNECTION = 2;

  /**
   * A JDBC statement: about = prepared SQL, owner = connection, detail = its current use of SQL.
   */
  public static final int STATEMENT = 3;

  /** One SQL text on one connection in one unit: about = SQL, owner = connection. */
  public static final int SQL = 4;

  /** A rename, copy, deletion or the like: about = source, detail = target. */
  public static final int OPERATION = 5;

  /** A result set that cannot carry: owner = the use of SQL that it came from. */
  public static final int RESULTS = 6;

  /** A file system that is not the platform's: about = authority of its URIs, or null. */
  public static final int FILE_SYSTEM = 7;

  /** An object of a library that is data or a model. */
  public static final int LIBRARY_OBJECT = 8;

  /** A call of a library. */
  public static final int LIBRARY_CALL = 9;

  /** A unit of work. */
  public static final int UNIT = 10;

  /** What a unit of work handed out to be run later: unit = that unit. */
  public static final int TASK = 11;

  /** Records of one file that a library reads or writes: owner = the state of its stream. */
  public static final int RECORDS = 12;

  public final int kind;

  /** Identity hash of the object, for the table. */
  public final int hash;

  /** Next entry of the same bucket of the identity table. */
  public volatile SpoorState chain;

  /** Next state of the hand-over stack. */
  public SpoorState next;

  /** 1 while the state lies in the hand-over stack. */
  public volatile int queued;

  public Object about;
  public Object detail;

  /** SQL, statement, result set: see the kinds. File: the stream whose channel this is, or null. */
  public SpoorState owner;

  /**
   * Statement: the uses of SQL that wait in its batch, where it is one of several texts.
   * Connection: how the job logged in, where that is kept. File: the stack when it was opened,
   * where that is wanted.
   */
  public Object batch;

  /** The unit of work that used it; null = main. */
  public Object unit;

  /** Kind-specific flags: how a file was opened, which operation. */
  public int mode;

  /** Nesting of calls on the object; only the outermost is recorded. */
  public int depth;

  /**
   * SQL: the open row of its result sets while rows are kept. Statement: of its parameters. File:
   * what tells that it is read by positions; null when it is not.
   */
  public Object row;

  public boolean closed;

  /** File: it was handed over at least once, so that Spoor's thread may know a part of it. */
  public boolean handed;

  /**
   * File: read operations. SQL: bit n is set when column n was read, bit 0 when by label, bit 63
   * for all from there on.
   */
  public long reads;

  /**
   * File: write operations. SQL: executions. Statement: bit n is set when parameter n was bound.
   */
  public long writes;

  /** Bytes read; rows fetched. */
  public long in;

  /** Bytes written; rows that the database reported as changed. */
  public long out;

  /** Logical time of the first read; 0 = none yet. */
  public long firstRead;

  /** Logical time of the first write. */
  public long firstWrite;

  /** Logical time of the last write; 0 = none yet. */
  public long lastWrite;

  /** How many of the first bytes read and written were handed to the examiner. */
  public int sampledIn;

  public int sampledOut;

  /** File: so many of the bytes that were read are to be read again. */
  public int again;

  /** File: bytes that were read or written one by one and handed to the examiner. */
  public short singles;

  /**
   * Behind the first bytes: from which on those that are read or written are wanted again. Spoor's
   * thread writes it, too, when it wants no more.
   */
  public long nextIn = Long.MAX_VALUE;

  public long nextOut = Long.MAX_VALUE;

  public SpoorState(int kind, Object referent) {
    super(referent);
    this.kind = kind;
    this.hash = referent == null ? 0 : System.identityHashCode(referent);
  }
}
