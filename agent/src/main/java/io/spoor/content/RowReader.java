package io.spoor.content;

import io.spoor.boot.record.SampledRows;

/**
 * Reads the rows of a long file as it passes, piece by piece from its start, and holds no more of
 * it than one row. Not thread-safe.
 */
public interface RowReader {

  /** Takes the next bytes; false when what comes from now on cannot be told any more. */
  boolean read(byte[] data, int offset, int count, SampledRows rows);

  /** There is no more; whether that was all of the file, and understood. */
  boolean end(SampledRows rows);

  /** Bytes that were looked at, unpacked. */
  long bytes();

  /** Nothing is held any longer. */
  void close();
}
