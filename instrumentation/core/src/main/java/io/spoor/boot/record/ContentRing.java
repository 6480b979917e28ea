package io.spoor.boot.record;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Carries bytes of streams to the examiner, in pieces of 8 KiB: the first ones, and those of
 * further ranges ({@link ContentRanges}). Pieces lie in arrays that are used again and again, those
 * that were used last first, so that a few of them stay in the cache; only a burst needs more. A
 * writer that finds no place drops the piece instead of waiting, and the stream's content counts as
 * unknown from there on. Half of the places are left to first bytes: what a large file has further
 * on must not take them from small ones.
 */
public final class ContentRing {

  /** Bytes of a piece. */
  static final int PIECE = 8192;

  /** Bytes of a stream that are handed over, from its start. */
  public static final int LIMIT = 8 * PIECE;

  private static final int SLOTS = 256;

  /** Places that may be taken when bytes behind the first ones are offered: 1 MiB. */
  private static final int FURTHER = SLOTS / 2;

  /** So many pieces that were not looked at end a pause of Spoor's thread. */
  private static final int WAKING = 16;

  private static final int FREE = 0;
  private static final int FILLING = 1;
  private static final int READY = 2;

  private final AtomicReferenceArray<byte[]> spare = new AtomicReferenceArray<byte[]>(SLOTS);
  private final AtomicInteger arrays = new AtomicInteger();
  private final AtomicIntegerArray status = new AtomicIntegerArray(SLOTS);
  private final byte[][] pieces = new byte[SLOTS][];
  private final SpoorState[] owners = new SpoorState[SLOTS];
  private final boolean[] written = new boolean[SLOTS];
  private final long[] positions = new long[SLOTS];
  private final int[] lengths = new int[SLOTS];
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicLong lost = new AtomicLong();
  private final Runnable filling;

  /** Places that were emptied since the beginning, as {@link #next} counts those taken. */
  private volatile int emptied;

  /**
   * The places that were filled last; what follows of the same stream fits there if it is small.
   * One each, because a loop that copies small pieces reads and writes by turns.
   */
  private volatile int lastRead;

  private volatile int lastWritten;

  /**
   * @param filling called when some pieces wait
   */
  ContentRing(Runnable filling) {
    this.filling = filling;
  }

  /** What the examiner is given, one piece of a stream after the other. */
  public interface Examiner {
    /**
     * Takes a piece.
     *
     * @param position of its first byte in the stream
     * @param data only valid during the call
     */
    void examine(
        SpoorState stream, boolean written, long position, byte[] data, int offset, int length);
  }

  /** Bytes that it takes. */
  public long heapBytes() {
    return (long) arrays.get() * PIECE;
  }

  /** Streams whose first bytes were not all looked at, because all places were taken. */
  public long lost() {
    return lost.get();
  }

  /**
   * Copies bytes; false when there was no room for some of them. Job threads.
   *
   * @param position of the first of them in the stream
   */
  boolean offer(
      SpoorState owner, boolean write, long position, byte[] bytes, int offset, int length) {
    int open = open(owner, write, position, length);
    if (open >= 0) {
      System.arraycopy(bytes, offset, pieces[open], lengths[open], length);
      close(open, length);
      return true;
    }
    for (int done = 0; done < length; done += PIECE) {
      int slot = claim(position);
      if (slot < 0) {
        return false;
      }
      int size = Math.min(PIECE, length - done);
      System.arraycopy(bytes, offset + done, pieces[slot], 0, size);
      publish(slot, owner, write, position + done, size);
    }
    return true;
  }

  /** The same of one byte. */
  boolean offer(SpoorState owner, boolean write, long position, byte only) {
    int open = open(owner, write, position, 1);
    if (open >= 0) {
      pieces[open][lengths[open]] = only;
      close(open, 1);
      return true;
    }
    int slot = claim(position);
    if (slot < 0) {
      return false;
    }
    pieces[slot][0] = only;
    publish(slot, owner, write, position, 1);
    return true;
  }

  /** The same from a buffer, from its absolute position on. */
  boolean offer(
      SpoorState owner, boolean write, long position, ByteBuffer bytes, int offset, int length) {
    // The casts keep the Java 8 descriptors: ByteBuffer overrides these methods since 9.
    ByteBuffer view = bytes.duplicate();
    ((java.nio.Buffer) view).limit(offset + length);
    ((java.nio.Buffer) view).position(offset);
    int open = open(owner, write, position, length);
    if (open >= 0) {
      view.get(pieces[open], lengths[open], length);
      close(open, length);
      return true;
    }
    for (int done = 0; done < length; done += PIECE) {
      int slot = claim(position);
      if (slot < 0) {
        return false;
      }
      int size = Math.min(PIECE, length - done);
      view.get(pieces[slot], 0, size);
      publish(slot, owner, write, position + done, size);
    }
    return true;
  }

  /**
   * Takes back the place that was filled last, if it is the stream's and has room; -1 otherwise. A
   * stream that is read byte by byte would have all places else before Spoor's thread comes.
   */
  private int open(SpoorState owner, boolean write, long position, int length) {
    int slot = write ? lastWritten : lastRead;
    if (position == LIMIT || owners[slot] != owner || !status.compareAndSet(slot, READY, FILLING)) {
      return -1;
    }
    // Only now it is certain whose it is.
    if (owners[slot] == owner
        && written[slot] == write
        && positions[slot] + lengths[slot] == position
        && lengths[slot] + length <= PIECE) {
      return slot;
    }
    status.set(slot, READY);
    return -1;
  }

  private void close(int slot, int length) {
    lengths[slot] += length;
    status.set(slot, READY);
  }

  /**
   * A place with an array for bytes from a position on; -1 when all that these may have are taken.
   */
  private int claim(long streamPosition) {
    boolean isFirst = streamPosition < LIMIT;
    for (int tries = 0; tries < 4; tries++) {
      int position = next.get();
      if (!isFirst && position - emptied >= FURTHER) {
        return -1;
      }
      int slot = position & (SLOTS - 1);
      if (status.compareAndSet(slot, FREE, FILLING)) {
        next.compareAndSet(position, position + 1);
        pieces[slot] = array();
        return slot;
      }
    }
    if (isFirst) {
      lost.incrementAndGet();
    }
    return -1;
  }

  private byte[] array() {
    int made = arrays.get();
    for (int i = 0; i < made && i < SLOTS; i++) {
      byte[] array = spare.get(i);
      if (array != null && spare.compareAndSet(i, array, null)) {
        return array;
      }
    }
    arrays.incrementAndGet();
    return new byte[PIECE];
  }

  private void publish(int slot, SpoorState owner, boolean write, long position, int length) {
    owners[slot] = owner;
    written[slot] = write;
    positions[slot] = position;
    lengths[slot] = length;
    status.set(slot, READY);
    if (write) {
      lastWritten = slot;
    } else {
      lastRead = slot;
    }
    if ((slot & WAKING - 1) == WAKING - 1) {
      filling.run();
    }
  }

  /** Hands over what is ready, in order. Spoor's thread only. */
  public void drain(Examiner examiner) {
    int tail = emptied & (SLOTS - 1);
    for (int n = 0; n < SLOTS && status.compareAndSet(tail, READY, FILLING); n++) {
      SpoorState owner = owners[tail];
      byte[] piece = pieces[tail];
      owners[tail] = null;
      pieces[tail] = null;
      try {
        examiner.examine(owner, written[tail], positions[tail], piece, 0, lengths[tail]);
      } finally {
        status.set(tail, FREE);
        emptied++;
        tail = emptied & (SLOTS - 1);
        giveBack(piece);
      }
    }
  }

  private void giveBack(byte[] array) {
    for (int i = 0; i < SLOTS; i++) {
      if (spare.compareAndSet(i, null, array)) {
        return;
      }
    }
    arrays.decrementAndGet();
  }
}
