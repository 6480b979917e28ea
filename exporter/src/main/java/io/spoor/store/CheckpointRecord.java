package io.spoor.store;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * One state in a checkpoint: a header line with sequence number, length and checksum, then the
 * event line. A file holds remains of older states beside the newest whole one.
 */
final class CheckpointRecord {

  private static final String MAGIC = "#spoor-checkpoint 1 ";
  private static final int LONGEST_HEADER = 80;

  private CheckpointRecord() {}

  static byte[] encode(long sequence, String event) {
    byte[] body = (event + '\n').getBytes(StandardCharsets.UTF_8);
    String crc = Long.toHexString(1L << 32 | crc(sequence, body, 0, body.length)).substring(1);
    byte[] header =
        (MAGIC + sequence + ' ' + body.length + ' ' + crc + '\n')
            .getBytes(StandardCharsets.US_ASCII);
    byte[] record = new byte[header.length + body.length];
    System.arraycopy(header, 0, record, 0, header.length);
    System.arraycopy(body, 0, record, header.length, body.length);
    return record;
  }

  /** The event of the newest whole record, without line break; null when there is none. */
  static String newest(byte[] file) {
    byte[] magic = MAGIC.getBytes(StandardCharsets.US_ASCII);
    long best = -1;
    String event = null;
    for (int at = 0; at + magic.length < file.length; at++) {
      if (!startsWith(file, at, magic)) {
        continue;
      }
      int end = at + magic.length;
      while (end < file.length && end - at < LONGEST_HEADER && file[end] != '\n') {
        end++;
      }
      String header = new String(file, at, end - at, StandardCharsets.US_ASCII);
      long[] numbers = numbers(header.substring(MAGIC.length()));
      int start = end + 1;
      if (numbers == null || numbers[0] <= best || numbers[1] > file.length - start) {
        continue;
      }
      int length = (int) numbers[1];
      if (length > 0 && crc(numbers[0], file, start, length) == numbers[2]) {
        best = numbers[0];
        event = new String(file, start, length - 1, StandardCharsets.UTF_8);
        at = start + length - 1;
      }
    }
    return event;
  }

  /** Sequence, length and checksum; null when the text is something else. */
  private static long[] numbers(String text) {
    int first = text.indexOf(' ');
    int second = text.indexOf(' ', first + 1);
    if (first < 0 || second < 0) {
      return null;
    }
    try {
      long sequence = Long.parseLong(text.substring(0, first));
      long length = Long.parseLong(text.substring(first + 1, second));
      long crc = Long.parseLong(text.substring(second + 1), 16);
      return sequence < 0 || length < 0 ? null : new long[] {sequence, length, crc};
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static boolean startsWith(byte[] file, int at, byte[] start) {
    for (int i = 0; i < start.length; i++) {
      if (file[at + i] != start[i]) {
        return false;
      }
    }
    return true;
  }

  /** Of the sequence number too: a torn header must not make an old state the newest. */
  private static long crc(long sequence, byte[] bytes, int from, int length) {
    CRC32 crc = new CRC32();
    byte[] number = Long.toString(sequence).getBytes(StandardCharsets.US_ASCII);
    crc.update(number, 0, number.length);
    crc.update(bytes, from, length);
    return crc.getValue();
  }
}
