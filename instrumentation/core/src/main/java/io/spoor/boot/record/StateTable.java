package io.spoor.boot.record;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * States of objects that cannot carry theirs, by identity, with weak keys. Reading takes no lock:
 * buckets are chains to which job threads push at the head and from which Spoor's thread alone
 * unlinks what was closed or collected.
 */
final class StateTable {

  private static final int BUCKETS = 4096;

  private final AtomicReferenceArray<SpoorState> buckets =
      new AtomicReferenceArray<SpoorState>(BUCKETS);

  SpoorState find(Object key) {
    int hash = System.identityHashCode(key);
    for (SpoorState s = buckets.get(bucket(hash)); s != null; s = s.chain) {
      if (s.hash == hash && s.get() == key) {
        return s;
      }
    }
    return null;
  }

  /** Adds a state whose referent is its key. */
  void put(SpoorState state) {
    int bucket = bucket(state.hash);
    SpoorState head;
    do {
      head = buckets.get(bucket);
      state.chain = head;
    } while (!buckets.compareAndSet(bucket, head, state));
  }

  /** Unlinks what has no referent any more from the bucket of a hash. Spoor's thread only. */
  void sweep(int hash) {
    int bucket = bucket(hash);
    SpoorState before = null;
    for (SpoorState s = buckets.get(bucket); s != null; s = s.chain) {
      if (s.get() != null) {
        before = s;
      } else if (before != null) {
        before.chain = s.chain;
      } else if (!buckets.compareAndSet(bucket, s, s.chain)) {
        // A push came between: the next sweep of this bucket finds it behind a live head.
        return;
      }
    }
  }

  /** Unlinks all that was collected without being closed. Spoor's thread only. */
  void sweepAll() {
    for (int i = 0; i < BUCKETS; i++) {
      sweep(i);
    }
  }

  private static int bucket(int hash) {
    return (hash ^ (hash >>> 12)) & (BUCKETS - 1);
  }
}
