package io.spoor.boot.weave;

import java.util.Arrays;

/** A part of a class file that is being written; big-endian, as all of it is (JVMS 4.1). */
final class Bytes {

  private byte[] bytes;
  private int length;

  Bytes(int capacity) {
    bytes = new byte[capacity];
  }

  int length() {
    return length;
  }

  /** What was written so far, and room behind it; not the same any more once more is written. */
  byte[] bytes() {
    return bytes;
  }

  Bytes u1(int value) {
    if (length == bytes.length) {
      grow(1);
    }
    bytes[length++] = (byte) value;
    return this;
  }

  Bytes u2(int value) {
    if (length + 2 > bytes.length) {
      grow(2);
    }
    bytes[length++] = (byte) (value >> 8);
    bytes[length++] = (byte) value;
    return this;
  }

  Bytes u4(int value) {
    return u2(value >>> 16).u2(value);
  }

  /** Overwrites four bytes, for a length that is known later. */
  void u4At(int at, int value) {
    bytes[at] = (byte) (value >> 24);
    bytes[at + 1] = (byte) (value >> 16);
    bytes[at + 2] = (byte) (value >> 8);
    bytes[at + 3] = (byte) value;
  }

  /** Overwrites two bytes, for a count that is known later. */
  void u2At(int at, int value) {
    bytes[at] = (byte) (value >> 8);
    bytes[at + 1] = (byte) value;
  }

  Bytes copy(byte[] source, int from, int to) {
    grow(to - from);
    System.arraycopy(source, from, bytes, length, to - from);
    length += to - from;
    return this;
  }

  Bytes copy(Bytes source) {
    return copy(source.bytes, 0, source.length);
  }

  /** Adds the UTF-8 form of a text of ASCII, with its length. */
  @SuppressWarnings("deprecation") // Starts no encoder; all names that hooks bring are ASCII.
  void ascii(String text) {
    int size = text.length();
    u2(size);
    grow(size);
    text.getBytes(0, size, bytes, length);
    length += size;
  }

  void copyTo(byte[] target, int at) {
    System.arraycopy(bytes, 0, target, at, length);
  }

  private void grow(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
    }
  }
}
