package io.spoor.content;

import io.spoor.boot.record.SampledRows;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Reads what gzip has packed (RFC 1952), of one member. Not thread-safe. */
final class PackedReader implements RowReader {

  /** Check sum and size. */
  private static final int TRAILER = 8;

  /** More than that, unpacked, nobody looks at. */
  private static final long MOST = 16L << 20;

  private final RowReader packed;
  private final byte[] out = new byte[8192];
  private Inflater inflater = new Inflater(true);
  private int header;
  private long behind;
  private long unpacked;

  /**
   * @param packed what reads it unpacked
   * @param header bytes before it
   */
  PackedReader(RowReader packed, int header) {
    this.packed = packed;
    this.header = header;
  }

  @Override
  public boolean read(byte[] data, int offset, int count, SampledRows rows) {
    int skipped = Math.min(header, count);
    header -= skipped;
    if (inflater == null) {
      return false;
    }
    if (inflater.finished()) {
      behind += count - skipped;
      return behind <= TRAILER;
    }
    inflater.setInput(data, offset + skipped, count - skipped);
    boolean isRead = true;
    try {
      for (int more = inflater.inflate(out); more > 0 && isRead; more = inflater.inflate(out)) {
        unpacked += more;
        isRead = unpacked <= MOST && packed.read(out, 0, more, rows);
      }
    } catch (DataFormatException e) {
      isRead = false;
    }
    behind += inflater.finished() ? inflater.getRemaining() : 0;
    // What follows is another member, of which no more than the rows so far are known.
    return isRead && !inflater.needsDictionary() && behind <= TRAILER;
  }

  @Override
  public boolean end(SampledRows rows) {
    boolean isAll = inflater != null && inflater.finished() && behind == TRAILER;
    return isAll && packed.end(rows);
  }

  @Override
  public long bytes() {
    return unpacked;
  }

  @Override
  public void close() {
    if (inflater != null) {
      inflater.end();
      inflater = null;
    }
    packed.close();
  }
}
