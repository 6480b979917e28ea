package io.spoor.boot.weave;

import java.util.Arrays;

/**
 * Writes the Code attribute of one method anew (JVMS 4.7.3), with the calls of hooks put in: at its
 * start, before each return, in a handler behind its end, and at calls that are looked at. What is
 * put in moves what comes after it, so jumps, switches and all tables that name instructions are
 * written for the new places.
 *
 * <p>Annotations on types within code are left out: they name instructions in too many ways, and
 * nothing in a running JVM can ask for them.
 */
final class WovenCode {

  private static final int ATHROW = 191;

  /** So many places are gone through sooner than searched. */
  private static final int FEW = 8;

  private final ClassFile file;
  private final MethodCode code;
  private final Bytes atReturn;

  /** Program counters, ascending, behind which the distance to the new place is another. */
  private final int[] places;

  /** The distance behind each of them. */
  private final int[] shifts;

  private final int placeCount;
  private final Bytes atEntry;

  /** The distance before the first place. */
  private final int entry;

  /** Hooks at calls; null for none. */
  private final CallHooks atCalls;

  WovenCode(ClassFile file, MethodCode code, Bytes atEntry, Bytes atReturn) {
    this(file, code, atEntry, atReturn, null);
  }

  WovenCode(ClassFile file, MethodCode code, Bytes atEntry, Bytes atReturn, CallHooks atCalls) {
    this.atCalls = atCalls;
    this.file = file;
    this.code = code;
    this.atEntry = atEntry;
    this.entry = atEntry.length();
    this.atReturn = atReturn;
    int[] pcs = new int[code.markCount];
    int[] sums = new int[code.markCount];
    int count = 0;
    int shift = entry;
    int atEachReturn = atReturn.length();
    for (int i = 0; i < code.markCount; i++) {
      int pc = code.marks[i];
      int kind = code.kinds[i];
      int before = shift;
      if (kind == MethodCode.RETURNS) {
        shift += atEachReturn;
      } else if (kind == MethodCode.CALLS) {
        int called = code.called(pc);
        shift += atCalls.before(called).length() + atCalls.behind(called).length();
      } else if (kind == MethodCode.SWITCHES) {
        shift += MethodCode.padding(pc + shift) - MethodCode.padding(pc);
      }
      if (shift != before) {
        pcs[count] = pc;
        sums[count++] = shift;
      }
    }
    places = pcs;
    shifts = sums;
    placeCount = count;
  }

  /**
   * Where an instruction is now. For a return, where its hooks begin: a jump to it passes them.
   *
   * @param pc a program counter of the method as it was; its length stands for its end
   */
  int moved(int pc) {
    int before = placeCount - 1;
    if (before < FEW) {
      while (before >= 0 && places[before] >= pc) {
        before--;
      }
    } else {
      int found = Arrays.binarySearch(places, 0, placeCount, pc);
      before = (found < 0 ? -found - 1 : found) - 1;
    }
    return pc + (before < 0 ? entry : shifts[before]);
  }

  /**
   * Writes name, length and content of the attribute.
   *
   * @param atThrow the calls of the handler; null for no handler
   * @param thisType the constant of the class for the handler's frame; 0 in a static method
   */
  void write(Bytes out, int nameIndex, Constants constants, Bytes atThrow, int thisType) {
    out.u2(nameIndex);
    int lengthAt = out.length();
    out.u4(0);
    out.u2(Math.min(65535, file.u2(code.at) + HookCode.EXTRA_STACK)).u2(file.u2(code.at + 2));
    int codeAt = out.length();
    out.u4(0);
    out.copy(atEntry);
    instructions(out);
    int end = moved(code.length);
    if (atThrow != null) {
      out.copy(atThrow).u1(ATHROW);
    }
    int length = out.length() - codeAt - 4;
    if (length > 65535) {
      throw new IllegalStateException("a method of " + file.className() + " would be too long");
    }
    out.u4At(codeAt, length);
    int at = handlers(out, atThrow != null, end);
    boolean frame = atThrow != null && file.majorVersion() >= Frames.FIRST_VERSION;
    attributes(out, at, constants, frame ? end : -1, thisType);
    out.u4At(lengthAt, out.length() - lengthAt - 4);
  }

  private void instructions(Bytes out) {
    int start = code.start;
    int from = 0;
    for (int i = 0; i < code.markCount; i++) {
      int pc = code.marks[i];
      int kind = code.kinds[i];
      if (kind == MethodCode.RETURNS) {
        out.copy(file.bytes, start + from, start + pc).copy(atReturn);
        from = pc;
      } else if (kind == MethodCode.CALLS) {
        int called = code.called(pc);
        int next = code.next(pc);
        out.copy(file.bytes, start + from, start + pc).copy(atCalls.before(called));
        out.copy(file.bytes, start + pc, start + next).copy(atCalls.behind(called));
        from = next;
      } else {
        out.copy(file.bytes, start + from, start + pc + 1);
        from = kind == MethodCode.JUMPS ? pc + 3 : code.next(pc);
        if (kind == MethodCode.SWITCHES) {
          switches(out, pc);
        } else if (kind == MethodCode.JUMPS_WIDE) {
          out.u4(distance(pc, file.s4(start + pc + 1)));
        } else {
          int distance = distance(pc, file.s2(start + pc + 1));
          if (distance != (short) distance) {
            throw new IllegalStateException("a jump in " + file.className() + " would be too far");
          }
          out.u2(distance);
        }
      }
    }
    out.copy(file.bytes, start + from, start + code.length);
  }

  private int distance(int pc, int before) {
    return moved(pc + before) - moved(pc);
  }

  private void switches(Bytes out, int pc) {
    for (int i = MethodCode.padding(moved(pc)); i > 0; i--) {
      out.u1(0);
    }
    int at = code.start + pc + 1 + MethodCode.padding(pc);
    out.u4(distance(pc, file.s4(at)));
    if (code.isTable(pc)) {
      int low = file.s4(at + 4);
      int high = file.s4(at + 8);
      out.u4(low).u4(high);
      for (int i = 0; i <= high - low; i++) {
        out.u4(distance(pc, file.s4(at + 12 + 4 * i)));
      }
    } else {
      int pairs = file.s4(at + 4);
      out.u4(pairs);
      for (int i = 0; i < pairs; i++) {
        out.u4(file.s4(at + 8 + 8 * i)).u4(distance(pc, file.s4(at + 12 + 8 * i)));
      }
    }
  }

  /** Ours is the last, so that the method's own keep their precedence (JVMS 2.10). */
  private int handlers(Bytes out, boolean oneMore, int end) {
    int at = code.start + code.length;
    int count = file.u2(at);
    at += 2;
    out.u2(oneMore ? count + 1 : count);
    byte[] bytes = file.bytes;
    int written = out.length();
    out.copy(bytes, at, at + 8 * count);
    for (int i = 0; i < count; i++, at += 8, written += 8) {
      for (int n = 0; n < 6; n += 2) {
        int pc = (bytes[at + n] & 0xff) << 8 | bytes[at + n + 1] & 0xff;
        out.u2At(written + n, moved(pc));
      }
    }
    if (oneMore) {
      out.u2(entry).u2(end).u2(end).u2(0);
    }
    return at;
  }

  private void attributes(Bytes out, int countAt, Constants constants, int handler, int thisType) {
    int written = 0;
    int writtenAt = out.length();
    out.u2(0);
    boolean hasFrames = false;
    int at = countAt + 2;
    for (int n = file.u2(countAt); n > 0; n--) {
      int name = file.u2(at);
      int kind = file.attributeKind(name);
      int length = file.s4(at + 2);
      boolean isKept = true;
      if (kind == ClassFile.LINES) {
        lines(out, at);
      } else if (kind == ClassFile.VARIABLES) {
        variables(out, at);
      } else if (kind == ClassFile.FRAMES) {
        frames(out, name, at + 6, constants, handler, thisType);
        hasFrames = true;
      } else {
        isKept = false;
      }
      written += isKept ? 1 : 0;
      at += 6 + length;
    }
    if (!hasFrames && handler >= 0) {
      frames(out, constants.utf8("StackMapTable"), 0, constants, handler, thisType);
      written++;
    }
    out.u2At(writtenAt, written);
  }

  private void frames(
      Bytes out, int name, int countAt, Constants constants, int handler, int thisType) {
    Frames frames = new Frames(file, this);
    if (handler < 0) {
      frames.write(out, name, countAt);
    } else {
      int throwable = constants.type("java/lang/Throwable");
      frames.write(out, name, countAt, handler, thisType, throwable);
    }
  }

  private void lines(Bytes out, int at) {
    int written = out.length() + 8;
    out.copy(file.bytes, at, at + 6 + file.s4(at + 2));
    byte[] lines = out.bytes();
    // Most of what is moved are lines, and they mostly ascend.
    int next = 0;
    int last = 0;
    int shift = entry;
    byte[] bytes = file.bytes;
    int line = at + 8;
    for (int n = file.u2(at + 6); n > 0; n--, line += 4, written += 4) {
      int pc = (bytes[line] & 0xff) << 8 | bytes[line + 1] & 0xff;
      if (pc < last) {
        next = 0;
        shift = entry;
      }
      last = pc;
      while (next < placeCount && places[next] < pc) {
        shift = shifts[next++];
      }
      if (shift != 0) {
        lines[written] = (byte) (pc + shift >> 8);
        lines[written + 1] = (byte) (pc + shift);
      }
    }
  }

  private void variables(Bytes out, int at) {
    int written = out.length() + 8;
    out.copy(file.bytes, at, at + 6 + file.s4(at + 2));
    byte[] bytes = file.bytes;
    int variable = at + 8;
    for (int n = file.u2(at + 6); n > 0; n--, variable += 10, written += 10) {
      int from = (bytes[variable] & 0xff) << 8 | bytes[variable + 1] & 0xff;
      int length = (bytes[variable + 2] & 0xff) << 8 | bytes[variable + 3] & 0xff;
      int start = moved(from);
      out.u2At(written, start);
      out.u2At(written + 2, moved(from + length) - start);
    }
  }
}
