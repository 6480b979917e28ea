package io.spoor.boot.weave;

import java.util.Arrays;

/**
 * What instructions need to know of a method descriptor (JVMS 4.3.3): read once, since the methods
 * of a class share few of them. A short job reads them uncompiled, so bytes and not characters.
 * Immutable.
 */
final class Descriptor {

  /** The parameters' types: the letter of a primitive type, L for references and arrays. */
  final char[] parameters;

  /** The type of the result likewise, V when there is none. */
  final char result;

  /** The same as instructions tell them apart: A, I, J or D. */
  final char[] kinds;

  /** The kind of the result, V when there is none. */
  final char resultKind;

  private final byte[] bytes;
  private final int from;
  private final int to;

  /**
   * @param bytes among which it is; not copied
   * @param from where it begins
   * @param to one past its end
   */
  Descriptor(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    this.from = from;
    this.to = to;
    char[] types = new char[to - from];
    int count = 0;
    int at = from + 1;
    while (bytes[at] != ')') {
      char type = (char) bytes[at];
      while (bytes[at] == '[') {
        at++;
      }
      if (bytes[at] == 'L') {
        type = 'L';
        while (bytes[at] != ';') {
          at++;
        }
      }
      at++;
      types[count++] = type == '[' ? 'L' : type;
    }
    parameters = Arrays.copyOf(types, count);
    result = bytes[at + 1] == '[' ? 'L' : (char) bytes[at + 1];
    for (int i = 0; i < count; i++) {
      types[i] = kindOf(parameters[i]);
    }
    kinds = types;
    resultKind = kindOf(result);
  }

  @SuppressWarnings("deprecation") // Starts no encoder: whatever is of interest is ASCII.
  static Descriptor of(String text) {
    byte[] bytes = new byte[text.length()];
    text.getBytes(0, bytes.length, bytes, 0);
    return new Descriptor(bytes, 0, bytes.length);
  }

  boolean begins(byte[] prefix) {
    if (to - from < prefix.length) {
      return false;
    }
    int at = from;
    for (byte each : prefix) {
      if (bytes[at++] != each) {
        return false;
      }
    }
    return true;
  }

  /** The slot of a parameter. */
  int slot(boolean isStatic, int index) {
    int slot = isStatic ? 0 : 1;
    for (int i = 0; i < index; i++) {
      slot += size(parameters[i]);
    }
    return slot;
  }

  /** The slots that a value takes (JVMS 2.6.1). */
  static int size(char type) {
    return type == 'J' || type == 'D' ? 2 : 1;
  }

  /** Folds the JVM's types to the kinds that instructions tell apart; float goes with double. */
  private static char kindOf(char type) {
    switch (type) {
      case 'L':
        return 'A';
      case 'Z':
      case 'B':
      case 'S':
      case 'C':
      case 'I':
        return 'I';
      case 'F':
      case 'D':
        return 'D';
      default:
        return type;
    }
  }
}
