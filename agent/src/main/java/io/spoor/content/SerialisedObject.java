package io.spoor.content;

import java.nio.charset.StandardCharsets;

/**
 * The beginning of a stream that Java's serialisation wrote: its header, then an object with the
 * description of its class (Java Object Serialization Specification, 6.4). Nothing is deserialised.
 */
final class SerialisedObject {

  /** STREAM_MAGIC, STREAM_VERSION, TC_OBJECT, TC_CLASSDESC. */
  private static final int[] BEGINNING = {0xac, 0xed, 0, 5, 0x73, 0x72};

  private SerialisedObject() {}

  /** The name of the object's class; null when it is no such stream. */
  static String className(byte[] bytes) {
    int start = BEGINNING.length + 2;
    if (bytes.length <= start) {
      return null;
    }
    for (int i = 0; i < BEGINNING.length; i++) {
      if ((bytes[i] & 0xff) != BEGINNING[i]) {
        return null;
      }
    }
    int length = (bytes[start - 2] & 0xff) << 8 | bytes[start - 1] & 0xff;
    return bytes.length < start + length
        ? null
        : new String(bytes, start, length, StandardCharsets.UTF_8);
  }
}
