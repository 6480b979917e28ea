package io.spoor.content;

/** A way in which rows stand in a file. Stateless. */
interface RowFormat {

  /**
   * The rows that a file begins with.
   *
   * @param bytes from the file's start, not packed
   * @param whole whether that is all of it
   * @return null when it is not certain that the bytes are of this format, or they have no rows
   */
  FileRows read(byte[] bytes, boolean whole);

  /**
   * Reads a longer file from its start on.
   *
   * @param bytes that the file begins with, not packed
   * @param rows what was read of them
   * @return null when no more than its beginning is looked at
   */
  default RowReader reader(byte[] bytes, FileRows rows) {
    return null;
  }
}
