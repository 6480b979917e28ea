package io.spoor.agent;

import io.spoor.boot.record.ContentRanges;
import io.spoor.boot.record.ContentRing;
import io.spoor.boot.record.SampledRows;
import io.spoor.content.FileRows;
import io.spoor.content.RecordCount;
import io.spoor.content.RowReader;
import io.spoor.ledger.Access;

/**
 * A stream that goes on behind its first bytes: its records are counted, and its rows read, as far
 * as it is examined. Nothing of it is held but a row. Spoor's thread only.
 */
final class LongContent {

  final SpoorState stream;
  final boolean written;
  final Access access;
  private final RecordCount records;
  private final FileRows first;
  private final SampledRows sampled;
  private final boolean isLeftOut;

  /** Whether it may have more rows. */
  private boolean hasRows;

  private RowReader reader;

  /** One past the last byte that was seen, without a gap before {@link #contiguous}. */
  private long next = ContentRing.LIMIT;

  private long contiguous = ContentRing.LIMIT;
  private long seen = ContentRing.LIMIT;
  private boolean isEnough;
  private boolean hasGap;

  /** Whether it was closed already when the pieces before were taken: then these are the last. */
  boolean wasClosed;

  /**
   * @param records counted in the first bytes; null when there are none
   * @param first rows found in them
   * @param reader which read them already; null when no more are wanted
   * @param sampled what the reader puts rows into
   * @param hasRows whether rows would be read, if there were time and room
   * @param isEnough whether no more bytes are looked at, though they might tell more
   * @param isLeftOut whether that, or that no rows are read, is for want of time or room
   */
  LongContent(
      SpoorState stream,
      boolean written,
      Access access,
      RecordCount records,
      FileRows first,
      RowReader reader,
      SampledRows sampled,
      boolean hasRows,
      boolean isEnough,
      boolean isLeftOut) {
    this.stream = stream;
    this.written = written;
    this.access = access;
    this.records = records;
    this.first = first;
    this.reader = reader;
    this.sampled = sampled;
    this.hasRows = hasRows;
    this.isEnough = isEnough;
    this.isLeftOut = isLeftOut;
  }

  /** Takes bytes that passed; false when more are not wanted. */
  boolean take(long position, byte[] data, int offset, int length) {
    if (isEnough) {
      return false;
    }
    if (position != next) {
      // Where a row begins behind a gap is not certain.
      hasGap = true;
      closeReader();
      if (records != null) {
        records.gap();
      }
    } else if (contiguous == next) {
      contiguous += length;
    }
    next = position + length;
    seen += length;
    if (records != null) {
      records.take(data, offset, length);
    }
    if (reader != null && !reader.read(data, offset, length, sampled)) {
      closeReader();
      hasRows = false;
    }
    isEnough = records == null && reader == null;
    return !isEnough;
  }

  private void closeReader() {
    if (reader != null) {
      reader.close();
      reader = null;
    }
  }

  /** Whether rows are still read of it. */
  boolean isRead() {
    return reader != null;
  }

  /** Bytes that were looked at, unpacked. */
  long looked() {
    return reader == null ? seen : Math.max(seen, reader.bytes());
  }

  private long bytes() {
    return written ? stream.out : stream.in;
  }

  private boolean isAll() {
    return stream.closed && contiguous == bytes();
  }

  /** Whether its bytes came in their order, as far as is known. */
  private boolean isInOrder() {
    return isEnough || (written ? stream.nextOut : stream.nextIn) != Long.MAX_VALUE;
  }

  /** Whether rows were not looked for that are looked for in such a stream. */
  boolean isInPart() {
    boolean isShort = contiguous < Math.min(bytes(), ContentRanges.BEGINNING);
    boolean isCut =
        isLeftOut ? bytes() > ContentRing.LIMIT : isShort && (hasGap || !isEnough && isInOrder());
    return hasRows && isCut;
  }

  /** Tells how many records it has, or about how many. */
  void countRecords() {
    if (records == null) {
      return;
    }
    if (isAll()) {
      access.current().addRecords(records.exact());
    } else if (isInOrder()) {
      access.current().addEstimate(records.estimate(bytes()), seen);
    }
  }

  /** The rows that were found; null when none were looked for behind the first bytes. */
  FileSide side() {
    if (sampled == null) {
      return null;
    }
    boolean isWhole = reader != null && isAll() && reader.end(sampled);
    closeReader();
    return new FileSide(access, first, sampled.rows(), isWhole);
  }

  long heapBytes() {
    return 500 + (sampled == null ? 0 : first.heapBytes() + sampled.heapBytes());
  }

  /** The same once rows are compared. */
  long unpackedBytes() {
    return heapBytes() + (sampled == null ? 0 : first.unpackedBytes() - first.heapBytes());
  }

  /** Nothing of it is needed any more. */
  void release() {
    closeReader();
    if (sampled != null) {
      sampled.release();
    }
  }
}
