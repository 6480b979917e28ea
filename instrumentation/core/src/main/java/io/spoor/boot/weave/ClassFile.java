package io.spoor.boot.weave;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;

/**
 * Where the parts of a class file lie (JVMS 4.1), found by going through its constant pool once.
 * Nothing is copied, and nothing is checked that the JVM will check: a class file that is none ends
 * in an exception here and in the JVM's own error there. Newer versions than today's are read like
 * today's; a kind of constant that is not known yet is the one thing that cannot be.
 */
final class ClassFile {

  static final int ACC_PUBLIC = 0x0001;
  static final int ACC_PRIVATE = 0x0002;
  static final int ACC_STATIC = 0x0008;
  static final int ACC_TRANSIENT = 0x0080;
  static final int ACC_NATIVE = 0x0100;
  static final int ACC_INTERFACE = 0x0200;
  static final int ACC_ABSTRACT = 0x0400;
  static final int ACC_SYNTHETIC = 0x1000;

  private static final int MAGIC = 0xCAFEBABE;
  private static final int UTF8 = 1;
  private static final int LONG = 5;
  private static final int DOUBLE = 6;

  /** Bytes of a constant after its tag, by tag (JVMS 4.4, table 4.4-A); 0 where there is none. */
  private static final byte[] SIZES = {
    0, 0, 0, 4, 4, 8, 8, 2, 2, 4, 4, 4, 4, 0, 0, 3, 2, 4, 4, 2, 2
  };

  /** The class file itself. */
  final byte[] bytes;

  /** One more than the last constant. */
  final int constantCount;

  /** Where the constants end and the access flags are. */
  final int poolEnd;

  /** Where the count of fields is. */
  final int fields;

  /** Kinds of attributes, by the constant that names them. */
  static final int CODE = 2;

  static final int LINES = 3;
  static final int VARIABLES = 4;
  static final int FRAMES = 5;
  private static final int OTHER = 1;

  private final int[] constants;

  /** By constant the kind of attribute that it names; 0 until somebody asks. */
  private final byte[] kinds;

  ClassFile(byte[] bytes) {
    this.bytes = bytes;
    if (bytes.length < 24 || s4(0) != MAGIC) {
      throw new IllegalArgumentException("not a class file");
    }
    int count = u2(8);
    int[] places = new int[count];
    byte[] sizes = SIZES;
    int at = 10;
    // A short job runs this before anything is compiled, and a class has a thousand constants: so
    // no call and no field for a text, the most frequent kind.
    for (int i = 1; i < count; i++) {
      int tag = bytes[at++];
      places[i] = at;
      if (tag == UTF8) {
        at += 2 + ((bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff);
        continue;
      }
      int size = tag > 0 && tag < sizes.length ? sizes[tag] : 0;
      if (size == 0) {
        throw new IllegalArgumentException("class file with a constant of unknown tag " + tag);
      }
      at += size;
      if (tag == LONG || tag == DOUBLE) {
        // Takes two places in the table (JVMS 4.4.5).
        i++;
      }
    }
    constantCount = count;
    constants = places;
    kinds = new byte[count];
    poolEnd = at;
    fields = at + 8 + 2 * u2(at + 6);
  }

  int u1(int at) {
    return bytes[at] & 0xff;
  }

  int u2(int at) {
    return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
  }

  int s2(int at) {
    return bytes[at] << 8 | bytes[at + 1] & 0xff;
  }

  int s4(int at) {
    return bytes[at] << 24
        | (bytes[at + 1] & 0xff) << 16
        | (bytes[at + 2] & 0xff) << 8
        | bytes[at + 3] & 0xff;
  }

  int majorVersion() {
    return u2(6);
  }

  int access() {
    return u2(poolEnd);
  }

  /** The constant that names this class. */
  int thisClass() {
    return u2(poolEnd + 2);
  }

  String className() {
    return className(thisClass());
  }

  /** Null for Object and modules. */
  String superName() {
    int index = u2(poolEnd + 4);
    return index == 0 ? null : className(index);
  }

  String[] interfaces() {
    String[] names = new String[u2(poolEnd + 6)];
    for (int i = 0; i < names.length; i++) {
      names[i] = className(u2(poolEnd + 8 + 2 * i));
    }
    return names;
  }

  /** The name behind a constant of kind class. */
  String className(int index) {
    return utf8(u2(constants[index]));
  }

  /** The position of a constant, behind its tag. */
  int constant(int index) {
    return constants[index];
  }

  /** The text of a constant, in the modified UTF-8 of JVMS 4.4.7. */
  @SuppressWarnings("deprecation") // String(byte[], int, int, int): ASCII without a decoder.
  String utf8(int index) {
    int at = constants[index];
    int length = u2(at);
    for (int i = at + 2; i < at + 2 + length; i++) {
      if (bytes[i] < 0) {
        try {
          return new DataInputStream(new ByteArrayInputStream(bytes, at, length + 2)).readUTF();
        } catch (IOException e) {
          throw new IllegalArgumentException("class file with a broken text", e);
        }
      }
    }
    return new String(bytes, 0, at + 2, length);
  }

  /**
   * The text of a constant with a character for each byte: enough for names that are compared with
   * ASCII and for the structure of descriptors, since no byte of a longer character is ASCII.
   */
  @SuppressWarnings("deprecation") // String(byte[], int, int, int): no decoder.
  String ascii(int index) {
    int at = constants[index];
    return new String(bytes, 0, at + 2, u2(at));
  }

  /** The first byte of a text; 0 for the empty one. */
  int firstByte(int index) {
    int at = constants[index];
    return bytes[at + 1] == 0 && bytes[at] == 0 ? 0 : bytes[at + 2] & 0xff;
  }

  /** Whether a constant is this text of ASCII. */
  boolean is(int index, String text) {
    int at = constants[index];
    int length = text.length();
    if (u2(at) != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (bytes[at + 2 + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** What kind of attribute a constant names: a class has few names, and each many times. */
  int attributeKind(int name) {
    int kind = kinds[name];
    if (kind == 0) {
      kind =
          is(name, "Code")
              ? CODE
              : is(name, "LineNumberTable")
                  ? LINES
                  : is(name, "StackMapTable")
                      ? FRAMES
                      : is(name, "LocalVariableTable") || is(name, "LocalVariableTypeTable")
                          ? VARIABLES
                          : OTHER;
      kinds[name] = (byte) kind;
    }
    return kind;
  }

  /** Whether two constants are the same text; compilers write a text once, others may not. */
  boolean isSame(int index, int other) {
    if (index == other) {
      return true;
    }
    int at = constants[index];
    int otherAt = constants[other];
    int length = u2(at);
    if (u2(otherAt) != length) {
      return false;
    }
    for (int i = 2; i < length + 2; i++) {
      if (bytes[at + i] != bytes[otherAt + i]) {
        return false;
      }
    }
    return true;
  }

  /** Where a field or method ends that begins here: access, name, descriptor, attributes. */
  int memberEnd(int at) {
    return attributesEnd(at + 6);
  }

  /** Where attributes end whose count is here. */
  int attributesEnd(int at) {
    // Gone through for each method of a class before anything is compiled: no calls.
    byte[] from = bytes;
    int next = at + 2;
    for (int n = (from[at] & 0xff) << 8 | from[at + 1] & 0xff; n > 0; n--) {
      next +=
          6
              + (from[next + 2] << 24
                  | (from[next + 3] & 0xff) << 16
                  | (from[next + 4] & 0xff) << 8
                  | from[next + 5] & 0xff);
    }
    return next;
  }

  /** Where members end whose count is here. */
  int membersEnd(int at) {
    int next = at + 2;
    for (int n = u2(at); n > 0; n--) {
      next = memberEnd(next);
    }
    return next;
  }
}
