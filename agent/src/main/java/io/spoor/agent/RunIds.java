package io.spoor.agent;

import java.io.FileInputStream;
import java.io.IOException;
import java.util.UUID;

/**
 * Run ids: version 7 UUIDs (RFC 9562, 5.7), which sort by time. Their random bits come straight
 * from the system where it offers them as a file: the JDK's SecureRandom costs a short job 80
 * classes.
 */
final class RunIds {

  private RunIds() {}

  /**
   * @param millis when the run began, since 1970
   */
  static UUID next(long millis) {
    long[] random = random();
    long high = millis << 16 | 0x7000L | (random[0] & 0xfffL);
    long low = (random[1] & 0x3fffffffffffffffL) | 0x8000000000000000L;
    return new UUID(high, low);
  }

  private static long[] random() {
    byte[] bytes = new byte[16];
    try (FileInputStream in = new FileInputStream("/dev/urandom")) {
      if (in.read(bytes) == bytes.length) {
        return new long[] {number(bytes, 0), number(bytes, 8)};
      }
    } catch (IOException e) {
      // Windows and sandboxes: ask the JDK.
    }
    UUID uuid = UUID.randomUUID();
    return new long[] {uuid.getMostSignificantBits(), uuid.getLeastSignificantBits()};
  }

  private static long number(byte[] bytes, int from) {
    long number = 0;
    for (int i = from; i < from + 8; i++) {
      number = number << 8 | (bytes[i] & 0xff);
    }
    return number;
  }
}
