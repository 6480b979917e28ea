package io.spoor.boot.record;

import java.nio.ByteBuffer;

/**
 * Which bytes that a stream or channel reads or writes are handed to the examiner: the first ones,
 * and those of {@link ContentRanges} behind them, as long as it is certain where in the file they
 * are. What finds no room among the first bytes ends it; behind them it is left out up to the next
 * block. Job threads.
 */
final class PassingContent {

  /**
   * So many bytes may be read and written one by one, as Java's serialisation and writers of
   * archives do: each costs more here than a byte of many.
   */
  private static final int SINGLE_BYTES = 1000;

  /** So many of the first bytes tell whether it may be text: with a zero among them it is none. */
  private static final int TELLING = 64;

  /** Nothing is wanted any more. */
  private static final long NOTHING = Long.MAX_VALUE;

  /** A channel is read by positions: the call that is under way, and those before. */
  private static final Object NEXT_POSITION = "next";

  private static final Object BY_POSITION = "before";

  private final Handover handover;
  private volatile ContentRing ring;

  PassingContent(Handover handover) {
    this.handover = handover;
  }

  /** Null while nothing passed. */
  ContentRing ring() {
    return ring;
  }

  private ContentRing made() {
    ContentRing r = ring;
    if (r == null) {
      r =
          new ContentRing(
              new Runnable() {
                @Override
                public void run() {
                  handover.wake();
                }
              });
      ring = r;
    }
    return r;
  }

  void readByte(SpoorState s, byte value) {
    boolean mayBe = s.singles < SINGLE_BYTES && (s.sampledIn > 0 || isAtStart(s, s.sampledOut));
    if (!mayBe || !made().offer(s, false, s.sampledIn, value)) {
      forgetRead(s);
      return;
    }
    s.singles++;
    sampledIn(s, s.sampledIn + 1);
  }

  void wroteByte(SpoorState s, byte value) {
    boolean mayBe = s.singles < SINGLE_BYTES && (s.sampledOut > 0 || isAtStart(s, s.sampledIn));
    if (!mayBe || !made().offer(s, true, s.sampledOut, value)) {
      forgetWritten(s);
      return;
    }
    s.singles++;
    sampledOut(s, s.sampledOut + 1);
  }

  /**
   * Some bytes were read, and are counted.
   *
   * @param bytes an array, or a buffer
   * @param offset of the first of them there
   */
  void read(SpoorState s, Object bytes, int offset, int length) {
    if (s.sampledIn < ContentRing.LIMIT) {
      if (s.sampledIn == 0 && !isAtStart(s, s.sampledOut)) {
        forgetRead(s);
        return;
      }
      look(s, s.sampledIn, bytes, offset, length);
      int taken = Math.min(length, ContentRing.LIMIT - s.sampledIn);
      boolean offered = offer(s, false, s.sampledIn, bytes, offset, taken);
      sampledIn(s, offered ? s.sampledIn + taken : Integer.MAX_VALUE);
    }
    if (s.in > s.nextIn) {
      s.nextIn = s.out != 0 ? NOTHING : further(s, false, s.in, s.nextIn, bytes, offset, length);
    }
  }

  /** The same of the last bytes before a buffer's position, or of several buffers. */
  void readBuffer(SpoorState s, long length, Object buffers) {
    boolean isUnknown = s.row == BY_POSITION;
    s.row = s.row == null ? null : BY_POSITION;
    if (isUnknown) {
      // From where the channel itself is, of which nothing is known.
      forgetRead(s);
    } else if (buffers instanceof ByteBuffer) {
      read(s, buffers, ((ByteBuffer) buffers).position() - (int) length, (int) length);
    } else {
      s.sampledIn = behindUnseen(s.sampledIn);
      s.nextIn = NOTHING;
    }
  }

  /** Some bytes were written, and are counted; parameters as of {@link #read}. */
  void wrote(SpoorState s, Object bytes, int offset, int length) {
    if (s.sampledOut < ContentRing.LIMIT) {
      if (s.sampledOut == 0 && !isAtStart(s, s.sampledIn)) {
        forgetWritten(s);
        return;
      }
      look(s, s.sampledOut, bytes, offset, length);
      int taken = Math.min(length, ContentRing.LIMIT - s.sampledOut);
      boolean offered = offer(s, true, s.sampledOut, bytes, offset, taken);
      sampledOut(s, offered ? s.sampledOut + taken : Integer.MAX_VALUE);
    }
    if (s.out > s.nextOut) {
      s.nextOut = s.in != 0 ? NOTHING : further(s, true, s.out, s.nextOut, bytes, offset, length);
    }
  }

  /** The same of the last bytes before a buffer's position, or of several buffers. */
  void wroteBuffer(SpoorState s, long length, Object buffers) {
    if (buffers instanceof ByteBuffer) {
      wrote(s, buffers, ((ByteBuffer) buffers).position() - (int) length, (int) length);
    } else {
      s.sampledOut = behindUnseen(s.sampledOut);
      s.nextOut = NOTHING;
    }
  }

  /**
   * Looks at the very first bytes: of what is no text nothing is read behind {@link
   * ContentRing#LIMIT}, so that carrying it there would be in vain.
   */
  private static void look(SpoorState s, int sampled, Object bytes, int offset, int length) {
    if (sampled > 0
        || length > 1 && at(bytes, offset) == 0x1f && at(bytes, offset + 1) == (byte) 0x8b) {
      return;
    }
    for (int i = 0; i < length && i < TELLING; i++) {
      if (at(bytes, offset + i) == 0) {
        s.mode |= FileRecorder.BINARY;
        return;
      }
    }
  }

  private static byte at(Object bytes, int i) {
    return bytes instanceof byte[] ? ((byte[]) bytes)[i] : ((ByteBuffer) bytes).get(i);
  }

  private boolean offer(
      SpoorState s, boolean write, long position, Object bytes, int offset, int length) {
    return bytes instanceof byte[]
        ? made().offer(s, write, position, (byte[]) bytes, offset, length)
        : made().offer(s, write, position, (ByteBuffer) bytes, offset, length);
  }

  private static void sampledIn(SpoorState s, int sampled) {
    s.sampledIn = sampled;
    if (sampled == ContentRing.LIMIT && (s.mode & FileRecorder.BINARY) == 0) {
      s.nextIn = sampled;
    }
  }

  private static void sampledOut(SpoorState s, int sampled) {
    s.sampledOut = sampled;
    if (sampled == ContentRing.LIMIT && (s.mode & FileRecorder.BINARY) == 0) {
      s.nextOut = sampled;
    }
  }

  /**
   * Whether the first bytes that pass are the file's first: not if some passed the other way, or
   * through the stream whose channel this is; they share one position.
   */
  private static boolean isAtStart(SpoorState s, int otherWay) {
    SpoorState stream = s.owner;
    if (stream == null) {
      return otherWay == 0;
    }
    boolean untouched = (stream.sampledIn | stream.sampledOut) == 0;
    forget(stream);
    return untouched && otherWay == 0;
  }

  /** From where on the next bytes are wanted, of those behind the first ones. */
  private long further(
      SpoorState s, boolean write, long end, long from, Object bytes, int offset, int length) {
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
      boolean isTaken = offer(s, write, next, bytes, at, size);
      next = isTaken && next + size < rangeEnd ? next + size : ContentRanges.next(next);
    }
    return next;
  }

  /** Files.lines reads so, one piece after the other: JDK 9 to 25, FileChannelLinesSpliterator. */
  static void readFrom(SpoorState s, long position) {
    if (s.sampledIn < ContentRing.LIMIT) {
      boolean isNext = position == s.sampledIn && (s.row != null || position == 0);
      s.row = NEXT_POSITION;
      s.sampledIn = isNext ? s.sampledIn : Integer.MAX_VALUE;
    } else if (s.nextIn != NOTHING) {
      // Between blocks no read tells from where it is.
      boolean isNext = position == s.in && s.row != null && position < ContentRanges.BEGINNING;
      s.row = NEXT_POSITION;
      s.nextIn = isNext ? s.nextIn : NOTHING;
    }
  }

  /**
   * The position is set. Where all before it has passed, what was read comes again: so goes who
   * looks at the first bytes to see what they are, or sets the start to be sure.
   */
  static void movedTo(SpoorState s, long position) {
    boolean isWithin =
        s.out == 0
            && position <= s.in
            && s.in <= Integer.MAX_VALUE
            && s.row == null
            && s.sampledIn == Math.min(s.in, ContentRing.LIMIT);
    boolean isBehindWritten = s.in == 0 && position == s.out;
    if (isWithin) {
      s.again = (int) (s.in - position);
    } else if (!isBehindWritten) {
      forget(s);
    }
  }

  /** Of some bytes that were read, how many were not read before. */
  static int fresh(SpoorState s, int length) {
    int before = Math.min(s.again, length);
    s.again -= before;
    return length - before;
  }

  static long fresh(SpoorState s, long length) {
    int before = (int) Math.min(s.again, length);
    s.again -= before;
    return length - before;
  }

  /** Where in the file it is is not known from now on. */
  static void forget(SpoorState s) {
    forgetRead(s);
    forgetWritten(s);
    s.again = 0;
  }

  private static void forgetRead(SpoorState s) {
    s.sampledIn = Integer.MAX_VALUE;
    s.nextIn = NOTHING;
  }

  static void forgetWritten(SpoorState s) {
    s.sampledOut = Integer.MAX_VALUE;
    s.nextOut = NOTHING;
  }

  /** Several buffers at once are not looked into; what passes is in its order all the same. */
  private static int behindUnseen(int sampled) {
    return sampled == ContentRing.LIMIT ? sampled : Integer.MAX_VALUE;
  }
}
