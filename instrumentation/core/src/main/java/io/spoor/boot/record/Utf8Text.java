package io.spoor.boot.record;

import java.nio.charset.StandardCharsets;

/**
 * A text that lies in bytes of the job, read where it is: most rows are not kept, and of those no
 * text is to be made. Used again for each row.
 */
final class Utf8Text implements CharSequence {

  private byte[] bytes;
  private int length;

  /** Whether each byte is a letter; else {@link #text} stands for it. */
  private boolean isAscii;

  private String text;

  /** It is another text now. */
  Utf8Text of(byte[] utf8, int count) {
    bytes = utf8;
    length = count;
    isAscii = true;
    for (int i = 0; i < count && isAscii; i++) {
      isAscii = utf8[i] >= 0;
    }
    text = isAscii ? null : new String(utf8, 0, count, StandardCharsets.UTF_8);
    return this;
  }

  @Override
  public int length() {
    return isAscii ? length : text.length();
  }

  @Override
  public char charAt(int index) {
    return isAscii ? (char) bytes[index] : text.charAt(index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return toString().substring(start, end);
  }

  @Override
  public String toString() {
    return isAscii ? new String(bytes, 0, length, StandardCharsets.US_ASCII) : text;
  }
}
