package io.spoor.content;

import io.spoor.boot.record.SampledRows;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Cuts text into rows: what is held is the row that is not complete yet. Not thread-safe. */
abstract class TextReader implements RowReader {

  /** Bytes of a row; a longer one is none. */
  private static final int LONGEST = 64 << 10;

  private byte[] begun = new byte[256];
  private int length;
  private boolean isBroken;
  private long taken;

  @Override
  public boolean read(byte[] data, int offset, int count, SampledRows rows) {
    int start = offset;
    int to = offset + count;
    taken += count;
    for (int end = end(data, start, to); end >= 0 && !isBroken; end = end(data, start, to)) {
      isBroken = !row(text(data, start, end), rows);
      length = 0;
      start = end;
    }
    hold(data, start, to);
    return !isBroken;
  }

  @Override
  public boolean end(SampledRows rows) {
    return !isBroken && last(text(begun, 0, 0), rows);
  }

  @Override
  public long bytes() {
    return taken;
  }

  @Override
  public void close() {
    begun = new byte[0];
    length = 0;
    isBroken = true;
  }

  /**
   * One past the last byte of the row that is begun; -1 when it goes on behind these.
   *
   * @param from where it was not looked at yet
   */
  abstract int end(byte[] data, int from, int to);

  /** Takes a whole row; false when it is none. */
  abstract boolean row(String text, SampledRows rows);

  /** The same of what is left at the end, which may be nothing, or no row. */
  abstract boolean last(String text, SampledRows rows);

  private void hold(byte[] data, int from, int to) {
    int more = to - from;
    isBroken |= length + more > LONGEST;
    if (isBroken || more == 0) {
      return;
    }
    if (length + more > begun.length) {
      begun = Arrays.copyOf(begun, Math.max(length + more, 2 * begun.length));
    }
    System.arraycopy(data, from, begun, length, more);
    length += more;
  }

  /** What is held, and what of it has come now. */
  private String text(byte[] data, int from, int to) {
    if (length > 0) {
      hold(data, from, to);
      return new String(begun, 0, length, StandardCharsets.UTF_8);
    }
    return new String(data, from, to - from, StandardCharsets.UTF_8);
  }
}
