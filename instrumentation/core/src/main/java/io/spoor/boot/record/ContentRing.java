package io.spoor.boot.record;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * Carries the first bytes of streams to the examiner: 32 slots of 8 KiB, small enough to stay in
 * the cache. A writer that finds its slot taken drops the piece instead of waiting, and the
 * stream's content counts as unknown from there on.
 */
public final class ContentRing {

  /** Bytes of a piece. */
  static final int PIECE = 8192;

  /** Bytes of a stream that are handed over, from its start. */
  public static final int LIMIT = 8 * PIECE;

  private static final int SLOTS = 32;

  /** Bytes of the ring. */
  public static final int SIZE = SLOTS * PIECE;

  private static final int FREE = 0;
  private static final int FILLING = 1;
  private static final int READY = 2;

  private final byte[] data = new byte[SIZE];
  private final AtomicIntegerArray status = new AtomicIntegerArray(SLOTS);
  private final SpoorState[] owners = new SpoorState[SLOTS];
  private final boolean[] written = new boolean[SLOTS];
  private final int[] lengths = new int[SLOTS];
  private final AtomicInteger next = new AtomicInteger();
  private int tail;

  /** What the examiner is given, one piece of a stream after the other. */
  public interface Examiner {
    /** The array is only valid during the call. */
    void examine(SpoorState stream, boolean written, byte[] data, int offset, int length);
  }

  /** Copies bytes; false when there was no free slot for some of them. Job threads. */
  boolean offer(SpoorState owner, boolean write, byte[] bytes, int offset, int length) {
    for (int done = 0; done < length; done += PIECE) {
      if (!piece(owner, write, bytes, offset + done, Math.min(PIECE, length - done))) {
        return false;
      }
    }
    return true;
  }

  private boolean piece(SpoorState owner, boolean write, byte[] bytes, int offset, int length) {
    int slot = claim();
    if (slot < 0) {
      return false;
    }
    System.arraycopy(bytes, offset, data, slot * PIECE, length);
    return publish(slot, owner, write, length);
  }

  /** The same of one byte. */
  boolean offer(SpoorState owner, boolean write, byte only) {
    int slot = claim();
    if (slot < 0) {
      return false;
    }
    data[slot * PIECE] = only;
    return publish(slot, owner, write, 1);
  }

  /** The same from a buffer, from its absolute position on. */
  boolean offer(SpoorState owner, boolean write, ByteBuffer bytes, int offset, int length) {
    for (int done = 0; done < length; done += PIECE) {
      if (!piece(owner, write, bytes, offset + done, Math.min(PIECE, length - done))) {
        return false;
      }
    }
    return true;
  }

  private boolean piece(SpoorState owner, boolean write, ByteBuffer bytes, int offset, int length) {
    int slot = claim();
    if (slot < 0) {
      return false;
    }
    ByteBuffer view = bytes.duplicate();
    // The casts keep the Java 8 descriptors: ByteBuffer overrides these methods since 9.
    ((java.nio.Buffer) view).limit(offset + length);
    ((java.nio.Buffer) view).position(offset);
    view.get(data, slot * PIECE, length);
    return publish(slot, owner, write, length);
  }

  private int claim() {
    for (int tries = 0; tries < 4; tries++) {
      int position = next.get();
      int slot = position & (SLOTS - 1);
      if (status.compareAndSet(slot, FREE, FILLING)) {
        next.compareAndSet(position, position + 1);
        return slot;
      }
    }
    return -1;
  }

  private boolean publish(int slot, SpoorState owner, boolean write, int length) {
    owners[slot] = owner;
    written[slot] = write;
    lengths[slot] = length;
    status.set(slot, READY);
    return true;
  }

  /** Hands over what is ready, in order. Spoor's thread only. */
  public void drain(Examiner examiner) {
    for (int n = 0; n < SLOTS && status.get(tail) == READY; n++) {
      SpoorState owner = owners[tail];
      owners[tail] = null;
      try {
        examiner.examine(owner, written[tail], data, tail * PIECE, lengths[tail]);
      } finally {
        status.set(tail, FREE);
        tail = (tail + 1) & (SLOTS - 1);
      }
    }
  }
}
