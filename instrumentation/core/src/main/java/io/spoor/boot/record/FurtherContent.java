package io.spoor.boot.record;

import java.nio.ByteBuffer;

/**
 * Hands over what is examined of a stream behind its first bytes, as far as there is room: what
 * finds none is left out up to the next block. Job threads.
 */
final class FurtherContent {

  /** Nothing is wanted any more. */
  private static final long NOTHING = Long.MAX_VALUE;

  private FurtherContent() {}

  /**
   * Some bytes were read, the last of which is counted.
   *
   * @param bytes an array or a buffer
   * @param offset of the first of them there
   */
  static void read(ContentRing ring, SpoorState s, Object bytes, int offset, int length) {
    s.nextIn = s.out != 0 ? NOTHING : offer(ring, s, false, s.in, s.nextIn, bytes, offset, length);
  }

  /** The same of bytes that were written. */
  static void wrote(ContentRing ring, SpoorState s, Object bytes, int offset, int length) {
    s.nextOut = s.in != 0 ? NOTHING : offer(ring, s, true, s.out, s.nextOut, bytes, offset, length);
  }

  /** From where on the next bytes are wanted. */
  private static long offer(
      ContentRing ring,
      SpoorState s,
      boolean write,
      long end,
      long from,
      Object bytes,
      int offset,
      int length) {
    long start = end - length;
    if (start > from) {
      // Some passed that no hook has seen: where these are in the file is not known.
      return NOTHING;
    }
    long next = from;
    while (next < end) {
      long rangeEnd = ContentRanges.end(next);
      int size = (int) (Math.min(end, rangeEnd) - next);
      int at = offset + (int) (next - start);
      boolean isTaken =
          bytes instanceof byte[]
              ? ring.offer(s, write, next, (byte[]) bytes, at, size)
              : ring.offer(s, write, next, (ByteBuffer) bytes, at, size);
      next = isTaken && next + size < rangeEnd ? next + size : ContentRanges.next(next);
    }
    return next;
  }
}
