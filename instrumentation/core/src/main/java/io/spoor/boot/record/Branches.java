package io.spoor.boot.record;

import java.util.HashMap;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * Branches of global transactions (XA, PREPARE TRANSACTION): what was done in one waits here for
 * its second phase. Not on any hot path; its lock is held for a few instructions only.
 */
final class Branches {

  /**
   * Branches that may wait; what is forgotten by the job's transaction manager is forgotten here.
   */
  private static final int MOST = 1000;

  /** XAResource's vote: nothing was changed, there will be no second phase. */
  private static final int READ_ONLY = 3;

  private final Map<String, ConnectionState.Entry> waiting =
      new HashMap<String, ConnectionState.Entry>();

  /** Connections by the XA connection or resource that they came from. */
  private final Map<Object, ConnectionState> handed = new WeakHashMap<Object, ConnectionState>();

  /** An XA connection handed out a connection. */
  synchronized void hand(Object from, ConnectionState connection) {
    handed.put(from, connection);
  }

  /** A resource did something to a branch. */
  void act(int result, Object resource, Object xid, int action, Handover handover) {
    String name = JdbcFacts.branch(xid);
    switch (action) {
      case SpoorRecorder.START:
        start(resource);
        break;
      case SpoorRecorder.END:
        leave(resource, name, handover);
        break;
      case SpoorRecorder.PREPARE:
        if (result == READ_ONLY) {
          end(name, false, handover);
        }
        break;
      default:
        end(name, action == SpoorRecorder.COMMIT, handover);
    }
  }

  private synchronized void start(Object resource) {
    ConnectionState connection = handed.get(resource);
    if (connection != null) {
      connection.mode |= ConnectionState.GLOBAL;
    }
  }

  private synchronized void leave(Object resource, String name, Handover handover) {
    ConnectionState connection = handed.get(resource);
    if (connection != null && (connection.mode & ConnectionState.GLOBAL) != 0) {
      connection.mode &= ~ConnectionState.GLOBAL;
      ConnectionState.Entry done = connection.detach(handover);
      // A branch may be left and taken up again: it is the sum of all.
      ConnectionState.Entry before = waiting.get(name);
      prepare(name, ConnectionState.Entry.join(done, before));
    }
  }

  /** The work of a branch waits for the second phase. */
  synchronized void prepare(String name, ConnectionState.Entry work) {
    if (waiting.size() < MOST || waiting.containsKey(name)) {
      waiting.put(name, work);
    }
  }

  /** The branch ended; false when none of that name waits. */
  boolean end(String name, boolean commits, Handover handover) {
    ConnectionState.Entry work;
    synchronized (this) {
      if (!waiting.containsKey(name)) {
        return false;
      }
      work = waiting.remove(name);
    }
    if (commits) {
      ConnectionState.keep(work, handover);
    }
    return true;
  }
}
