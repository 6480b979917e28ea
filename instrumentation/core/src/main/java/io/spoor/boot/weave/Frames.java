package io.spoor.boot.weave;

/**
 * Writes the stack map of one method (JVMS 4.7.4) for the new places of its instructions, and the
 * frame of the handler that hooks on throw add. What a frame says of variables and stack stays
 * true, since hooks leave nothing behind; only the distances from frame to frame, and the places of
 * objects not yet initialised, are others.
 */
final class Frames {

  /** Class files before Java 6 have no frames. */
  static final int FIRST_VERSION = 50;

  private static final int SAME_END = 63;
  private static final int SAME_ONE = 64;
  private static final int SAME_ONE_END = 127;
  private static final int SAME_ONE_EXTENDED = 247;
  private static final int SAME_EXTENDED = 251;
  private static final int FULL = 255;
  private static final int OBJECT = 7;
  private static final int UNINITIALIZED = 8;

  private final ClassFile file;
  private final WovenCode code;

  /** Where the last frame is, in the method as it was and as it is; -1 before the first. */
  private int before = -1;

  private int now = -1;

  Frames(ClassFile file, WovenCode code) {
    this.file = file;
    this.code = code;
  }

  /** Writes the attribute without the frame of a handler of ours. */
  void write(Bytes out, int nameIndex, int countAt) {
    out.u2(nameIndex);
    int lengthAt = out.length();
    out.u4(0).u2(file.u2(countAt));
    frames(out, countAt);
    out.u4At(lengthAt, out.length() - lengthAt - 4);
  }

  /**
   * Writes the attribute with the frame of our handler behind the others: of the variables it knows
   * this alone.
   *
   * @param countAt where the count of the method's own frames is; 0 when it has none
   * @param handler where our handler is
   * @param thisType the constant of the class; 0 in a static method
   */
  void write(Bytes out, int nameIndex, int countAt, int handler, int thisType, int throwableType) {
    out.u2(nameIndex);
    int lengthAt = out.length();
    out.u4(0).u2((countAt == 0 ? 0 : file.u2(countAt)) + 1);
    if (countAt != 0) {
      frames(out, countAt);
    }
    out.u1(FULL).u2(handler - now - 1);
    if (thisType == 0) {
      out.u2(0);
    } else {
      out.u2(1).u1(OBJECT).u2(thisType);
    }
    out.u2(1).u1(OBJECT).u2(throwableType);
    out.u4At(lengthAt, out.length() - lengthAt - 4);
  }

  private void frames(Bytes out, int countAt) {
    int at = countAt + 2;
    for (int n = file.u2(countAt); n > 0; n--) {
      at = frame(out, at);
    }
  }

  /** Writes the frame here; where the next one is. */
  private int frame(Bytes out, int at) {
    int type = file.u1(at);
    if (type <= SAME_END) {
      same(out, distance(type));
      return at + 1;
    }
    if (type <= SAME_ONE_END) {
      sameOne(out, distance(type - SAME_ONE));
      return types(out, at + 1, 1);
    }
    int distance = distance(file.u2(at + 1));
    if (type == SAME_ONE_EXTENDED) {
      sameOne(out, distance);
      return types(out, at + 3, 1);
    }
    if (type == SAME_EXTENDED) {
      same(out, distance);
      return at + 3;
    }
    out.u1(type).u2(distance);
    if (type != FULL) {
      // Fewer variables, or some more.
      return types(out, at + 3, Math.max(0, type - SAME_EXTENDED));
    }
    int variables = file.u2(at + 3);
    out.u2(variables);
    int stackAt = types(out, at + 5, variables);
    int stack = file.u2(stackAt);
    out.u2(stack);
    return types(out, stackAt + 2, stack);
  }

  /** The distance to the frame before is one less than it is, except for the first. */
  private int distance(int distanceBefore) {
    before += distanceBefore + 1;
    int place = code.moved(before);
    int distance = place - now - 1;
    now = place;
    return distance;
  }

  private static void same(Bytes out, int distance) {
    if (distance <= SAME_END) {
      out.u1(distance);
    } else {
      out.u1(SAME_EXTENDED).u2(distance);
    }
  }

  private static void sameOne(Bytes out, int distance) {
    if (distance <= SAME_ONE_END - SAME_ONE) {
      out.u1(SAME_ONE + distance);
    } else {
      out.u1(SAME_ONE_EXTENDED).u2(distance);
    }
  }

  /** Writes verification types; where they end. */
  private int types(Bytes out, int at, int count) {
    int next = at;
    for (int i = 0; i < count; i++) {
      int tag = file.u1(next);
      out.u1(tag);
      if (tag == OBJECT) {
        out.u2(file.u2(next + 1));
      } else if (tag == UNINITIALIZED) {
        // Named by the place of its instruction new.
        out.u2(code.moved(file.u2(next + 1)));
      }
      next += tag == OBJECT || tag == UNINITIALIZED ? 3 : 1;
    }
    return next;
  }
}
