package io.spoor.boot.record;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;

/**
 * States of objects that cannot carry theirs, by identity, with weak keys. Reading takes no lock:
 * buckets are chains to which job threads push at the head, and from which one thread at a time
 * unlinks what was closed or collected: Spoor's, or one of the job's while that is far behind.
 */
final class StateTable {

  private static final int BUCKETS = 1024;

  /**
   * Not AtomicReference, nor an array of them: those start the JDK's variable handles before main.
   */
  private static final AtomicReferenceFieldUpdater<Bucket, SpoorState> HEAD =
      AtomicReferenceFieldUpdater.newUpdater(Bucket.class, SpoorState.class, "head");

  /** A chain. */
  private static final class Bucket {
    volatile SpoorState head;

    /** 1 while somebody unlinks. */
    final AtomicInteger swept = new AtomicInteger();
  }

  /** Null where nothing was ever put. */
  private final Bucket[] buckets = new Bucket[BUCKETS];

  SpoorState find(Object key) {
    int hash = System.identityHashCode(key);
    for (SpoorState s = head(buckets[place(hash)]); s != null; s = s.chain) {
      if (s.hash == hash && s.get() == key) {
        return s;
      }
    }
    return null;
  }

  /** Adds a state whose referent is its key. */
  void put(SpoorState state) {
    Bucket bucket = bucket(place(state.hash));
    SpoorState head;
    do {
      head = bucket.head;
      state.chain = head;
    } while (!HEAD.compareAndSet(bucket, head, state));
  }

  private Bucket bucket(int place) {
    Bucket bucket = buckets[place];
    if (bucket == null) {
      synchronized (buckets) {
        bucket = buckets[place];
        if (bucket == null) {
          bucket = new Bucket();
          buckets[place] = bucket;
        }
      }
    }
    return bucket;
  }

  /** Unlinks what has no referent any more from the bucket of a hash, unless somebody does. */
  void sweep(int hash) {
    sweep(buckets[place(hash)]);
  }

  private static void sweep(Bucket bucket) {
    if (bucket == null || !bucket.swept.compareAndSet(0, 1)) {
      return;
    }
    try {
      unlink(bucket);
    } finally {
      bucket.swept.set(0);
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
      for (SpoorState s = head(bucket); s != null; s = s.chain) {
        size++;
      }
    }
    return size;
  }

  /** States of one kind in the table. */
  int count(int kind) {
    int count = 0;
    for (Bucket bucket : buckets) {
      for (SpoorState s = head(bucket); s != null; s = s.chain) {
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

  private static SpoorState head(Bucket bucket) {
    return bucket == null ? null : bucket.head;
  }

  private static int place(int hash) {
    return (hash ^ (hash >>> 10)) & (BUCKETS - 1);
  }
}
