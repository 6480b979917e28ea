package io.spoor.content;

/**
 * Counts the records of text as it passes: lines that have something in them. Where not all of it
 * passes, how many there are is estimated from those that did. Not thread-safe.
 */
public final class RecordCount {

  private final boolean hasQuotes;
  private final long header;
  private long records;
  private boolean isBegun;
  private boolean isQuoted;

  /** Bytes that were seen, and those up to the end of the last record. */
  private long bytes;

  private long bytesOfRecords;

  /** Of the block behind a gap: whether its first record is looked for, and what it has. */
  private boolean isBlock;

  private boolean isWithin;
  private boolean isUnsure;
  private long recordsOfBlock;
  private long bytesOfBlock;
  private long bytesSinceRecord;

  /**
   * @param hasQuotes whether what stands between quotes may have several lines
   * @param hasHeader whether the first line is none
   */
  RecordCount(boolean hasQuotes, boolean hasHeader) {
    this.hasQuotes = hasQuotes;
    this.header = hasHeader ? 1 : 0;
  }

  /** Takes what comes next. */
  public void take(byte[] data, int offset, int length) {
    if (isBlock) {
      takeOfBlock(data, offset, length);
      return;
    }
    boolean begun = isBegun;
    boolean quoted = isQuoted;
    int last = -1;
    for (int i = offset; i < offset + length; i++) {
      byte b = data[i];
      if (b == '\n' && !quoted) {
        records += begun ? 1 : 0;
        begun = false;
        last = i;
      } else if (b != '\r') {
        begun = true;
        quoted ^= hasQuotes && b == '"';
      }
    }
    isBegun = begun;
    isQuoted = quoted;
    bytesOfRecords = last < 0 ? bytesOfRecords : bytes + last + 1 - offset;
    bytes += length;
  }

  /** Some bytes were left out; a few of those that follow may come, up to the next gap. */
  public void gap() {
    endBlock();
    isBlock = true;
    isWithin = true;
    isUnsure = false;
    isBegun = false;
  }

  private void takeOfBlock(byte[] data, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      byte b = data[i];
      bytesSinceRecord++;
      // Nothing tells whether it opens or closes, and so none whether a line's end is a record's.
      isUnsure |= hasQuotes && b == '"';
      if (b == '\n') {
        if (!isWithin) {
          recordsOfBlock += isBegun ? 1 : 0;
          bytesOfBlock += bytesSinceRecord;
        }
        isWithin = false;
        isBegun = false;
        bytesSinceRecord = 0;
      } else if (b != '\r') {
        isBegun = true;
      }
    }
  }

  private void endBlock() {
    if (!isUnsure) {
      records += recordsOfBlock;
      bytesOfRecords += bytesOfBlock;
    }
    recordsOfBlock = 0;
    bytesOfBlock = 0;
    bytesSinceRecord = 0;
  }

  /** How many there are, if that was all. */
  public long exact() {
    return records + (isBegun ? 1 : 0) - header;
  }

  /**
   * About how many there are.
   *
   * @param all bytes, seen or not
   * @return -1 when nothing is known
   */
  public long estimate(long all) {
    endBlock();
    boolean isKnown = records > header && all >= bytesOfRecords;
    return isKnown ? Math.round((double) records / bytesOfRecords * all) - header : -1;
  }
}
