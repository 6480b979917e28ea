package io.spoor.boot.record;

import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;

/**
 * States of objects that cannot carry theirs, by identity, with weak keys. Reading takes no lock:
 * buckets are chains to which job threads push at the head, and from which one thread at a time
 * unlinks what was closed or collected: Spoor's, or one of the job's while that is far behind.
 */
final class StateTable {

  private static final int BUCKETS = 1024;

  /** Field updaters, not AtomicReferenceArray: the latter starts the JDK's variable handles. */
  private static final AtomicReferenceFieldUpdater<Bucket, SpoorState> HEAD =
      AtomicReferenceFieldUpdater.newUpdater(Bucket.class, SpoorState.class, "head");

  private static final AtomicIntegerFieldUpdater<Bucket> SWEPT =
      AtomicIntegerFieldUpdater.newUpdater(Bucket.class, "swept");

  private static final class Bucket {
    volatile SpoorState head;

    /** 1 while somebody unlinks. */
    volatile int swept;
  }

  private final Bucket[] buckets = new Bucket[BUCKETS];

  StateTable() {
    for (int i = 0; i < BUCKETS; i++) {
      buckets[i] = new Bucket();
    }
  }

  SpoorState find(Object key) {
    int hash = System.identityHashCode(key);
    for (SpoorState s = bucket(hash).head; s != null; s = s.chain) {
      if (s.hash == hash && s.get() == key) {
        return s;
      }
    }
    return null;
  }

  /** Adds a state whose referent is its key. */
  void put(SpoorState state) {
    Bucket bucket = bucket(state.hash);
    SpoorState head;
    do {
      head = bucket.head;
      state.chain = head;
    } while (!HEAD.compareAndSet(bucket, head, state));
  }

  /** Unlinks what has no referent any more from the bucket of a hash, unless somebody does. */
  void sweep(int hash) {
    sweep(bucket(hash));
  }

  private static void sweep(Bucket bucket) {
    if (!SWEPT.compareAndSet(bucket, 0, 1)) {
      return;
    }
    try {
      unlink(bucket);
    } finally {
      bucket.swept = 0;
    }
  }

  private static void unlink(Bucket bucket) {
    SpoorState before = null;
    for (SpoorState s = bucket.head; s != null; s = s.chain) {
      if (s.get() != null) {
        before = s;
      } else if (before != null) {
        before.chain = s.chain;
      } else if (!HEAD.compareAndSet(bucket, s, s.chain)) {
        // A push came between: the next sweep of this bucket finds it behind a live head.
        return;
      }
    }
  }

  /** States in the table. Spoor's thread only. */
  int size() {
    int size = 0;
    for (Bucket bucket : buckets) {
      for (SpoorState s = bucket.head; s != null; s = s.chain) {
        size++;
      }
    }
    return size;
  }

  /** States of one kind in the table. */
  int count(int kind) {
    int count = 0;
    for (Bucket bucket : buckets) {
      for (SpoorState s = bucket.head; s != null; s = s.chain) {
        count += s.kind == kind ? 1 : 0;
      }
    }
    return count;
  }

  /** Unlinks all that was collected without being closed. Spoor's thread only. */
  void sweepAll() {
    for (Bucket bucket : buckets) {
      sweep(bucket);
    }
  }

  private Bucket bucket(int hash) {
    return buckets[(hash ^ (hash >>> 10)) & (BUCKETS - 1)];
  }
}
