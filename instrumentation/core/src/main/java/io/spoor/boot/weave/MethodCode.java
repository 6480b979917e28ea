package io.spoor.boot.weave;

import java.util.Arrays;

/**
 * One pass over the instructions of a method (JVMS 6.5): where it returns, jumps and switches, and
 * what it does with its own parameters.
 */
final class MethodCode {

  /** An instruction of {@link #marks} that returns. */
  static final byte RETURNS = 0;

  /** One with a distance of two bytes. */
  static final byte JUMPS = 1;

  /** One with a distance of four bytes. */
  static final byte JUMPS_WIDE = 2;

  /** One with a table of distances. */
  static final byte SWITCHES = 3;

  /** One that calls a method that is looked at. */
  static final byte CALLS = 4;

  /**
   * Bytes of an instruction by opcode: a digit each; ? where it depends, . where there is none.
   * Rows of twenty.
   */
  private static final String LENGTHS =
      "11111111111111112323"
          + "32222211111111111111"
          + "11111111111111222221"
          + "11111111111111111111"
          + "11111111111111111111"
          + "11111111111111111111"
          + "11111111111131111111"
          + "11111111111113333333"
          + "3333333332??11111133"
          + "3333355323113311?433"
          + "55";

  /** The part of an element of {@link #SIZES} that is the length of an instruction. */
  private static final int SIZE = 7;

  /** The length of an instruction that depends on its operands. */
  private static final int DEPENDS = 7;

  private static final int ISTORE = 54;
  private static final int ASTORE = 58;
  private static final int ISTORE_0 = 59;
  private static final int ASTORE_3 = 78;
  private static final int IFEQ = 153;
  private static final int RET = 169;
  private static final int TABLESWITCH = 170;
  private static final int LOOKUPSWITCH = 171;
  private static final int IRETURN = 172;
  private static final int RETURN = 177;
  private static final int DUP = 89;
  private static final int INVOKEVIRTUAL = 182;
  private static final int INVOKESPECIAL = 183;
  private static final int INVOKESTATIC = 184;
  private static final int INVOKEDYNAMIC = 186;
  private static final int NEW = 187;
  private static final int WIDE = 196;
  private static final int IINC = 132;
  private static final int IFNULL = 198;
  private static final int IFNONNULL = 199;
  private static final int GOTO_W = 200;
  private static final int JSR_W = 201;

  /** Lengths by opcode; negative for an instruction that is looked at or that does not exist. */
  private static final byte[] SIZES = sizes();

  private final ClassFile file;

  /** Which calls are looked at; null for none. */
  private final CallHooks hooks;

  private boolean hasCalls;

  /** Whether an object that is looked at is made and not kept on the stack. */
  private boolean isLost;

  /**
   * Where the Code attribute's content begins: stack, locals, length, instructions (JVMS 4.7.3).
   */
  final int at;

  /** Where the instructions begin. */
  final int start;

  /** How many bytes of instructions there are. */
  final int length;

  final MethodFacts facts = new MethodFacts();

  /** Program counters, ascending, of what cannot be copied as it is. */
  int[] marks = new int[8];

  /** What each of them is: a method is gone through once, and its marks several times. */
  byte[] kinds = new byte[8];

  int markCount;

  /**
   * Of instructions that are copied as they are, and not looked at.
   *
   * @param at where the Code attribute's content begins
   */
  MethodCode(ClassFile file, int at) {
    this(file, at, null);
  }

  /**
   * @param at where the Code attribute's content begins
   * @param name of the method, as the number of a constant
   * @param descriptor likewise
   */
  MethodCode(ClassFile file, int at, int name, int descriptor) {
    this(file, at, null);
    scan(name, descriptor);
  }

  /**
   * For hooks at calls.
   *
   * @param at where the Code attribute's content begins
   * @param hooks null for none
   */
  MethodCode(ClassFile file, int at, CallHooks hooks) {
    this.file = file;
    this.at = at;
    this.start = at + 8;
    this.length = file.s4(at + 4);
    this.hooks = hooks;
    if (hooks != null) {
      scanCalls();
    }
  }

  /** Whether there are calls that are looked at, and all can be. */
  boolean hasCalls() {
    return hasCalls && !isLost;
  }

  private static boolean isCall(int opcode) {
    return opcode >= INVOKEVIRTUAL && opcode <= INVOKESTATIC || opcode == INVOKEDYNAMIC;
  }

  /** The constant that the call here names. */
  int called(int pc) {
    return file.u2(start + pc + 1);
  }

  private void scanCalls() {
    for (int pc = 0; pc < length; ) {
      int opcode = opcode(pc);
      boolean isLooked = isCall(opcode) && hooks.has(called(pc));
      hasCalls |= isLooked;
      if (opcode == NEW && hooks.isMade(called(pc))) {
        isLost |= opcode(pc + 3) != DUP;
      }
      boolean isJump = opcode >= IFEQ && opcode < IRETURN && opcode != RET;
      if (isLooked) {
        add(pc, CALLS);
      } else if (isJump || opcode >= IFNULL && opcode <= JSR_W) {
        add(pc, kindOf(opcode));
      }
      int next = next(pc);
      if (next <= pc) {
        throw new IllegalArgumentException("class file with an unknown instruction " + opcode);
      }
      pc = next;
    }
  }

  private static byte[] sizes() {
    byte[] sizes = new byte[256];
    for (int opcode = 0; opcode < sizes.length; opcode++) {
      char length = opcode < LENGTHS.length() ? LENGTHS.charAt(opcode) : '.';
      int size = length == '?' ? DEPENDS : length == '.' ? 0 : length - '0';
      sizes[opcode] = (byte) (size == 0 || isLookedAt(opcode) ? size | ~SIZE : size);
    }
    return sizes;
  }

  private static boolean isLookedAt(int opcode) {
    return (opcode >= ISTORE && opcode <= ASTORE_3)
        || (opcode >= IFEQ && opcode <= RETURN && opcode != RET)
        || opcode == INVOKESPECIAL
        || opcode == WIDE
        || (opcode >= IFNULL && opcode <= JSR_W);
  }

  private int opcode(int pc) {
    return file.bytes[start + pc] & 0xff;
  }

  /** What an instruction is that returns, jumps or switches. */
  private static byte kindOf(int opcode) {
    if (opcode >= IRETURN && opcode <= RETURN) {
      return RETURNS;
    }
    if (opcode == TABLESWITCH || opcode == LOOKUPSWITCH) {
      return SWITCHES;
    }
    return opcode >= GOTO_W ? JUMPS_WIDE : JUMPS;
  }

  /** Whether the switch here has a table by value; otherwise it has pairs. */
  boolean isTable(int pc) {
    return opcode(pc) == TABLESWITCH;
  }

  /** Bytes between the opcode of a switch and its operands, which are aligned to four. */
  static int padding(int pc) {
    return 3 - (pc & 3);
  }

  /** Where the instruction after this one is. */
  int next(int pc) {
    int opcode = opcode(pc);
    int size = SIZES[opcode] & SIZE;
    return size != DEPENDS ? pc + size : nextOfAny(pc, opcode);
  }

  private int nextOfAny(int pc, int opcode) {
    if (opcode == WIDE) {
      return pc + (opcode(pc + 1) == IINC ? 6 : 4);
    }
    int operands = pc + 1 + padding(pc);
    int second = file.s4(start + operands + 4);
    return opcode == TABLESWITCH
        ? operands + 12 + 4 * (file.s4(start + operands + 8) - second + 1)
        : operands + 8 + 8 * second;
  }

  private void scan(int name, int descriptor) {
    byte[] bytes = file.bytes;
    for (int pc = 0; pc < length; ) {
      int opcode = bytes[start + pc] & 0xff;
      int size = SIZES[opcode];
      if (size > 0) {
        // Most instructions are of no interest; a short job runs this loop uncompiled.
        pc += size;
        continue;
      }
      look(pc, opcode, name, descriptor);
      size &= SIZE;
      int next = size != DEPENDS ? pc + size : nextOfAny(pc, opcode);
      if (next <= pc) {
        throw new IllegalArgumentException("class file with an unknown instruction " + opcode);
      }
      pc = next;
    }
  }

  private void look(int pc, int opcode, int name, int descriptor) {
    if (opcode == INVOKESPECIAL) {
      calls(file.u2(start + pc + 1), name, descriptor);
    } else if (opcode == WIDE) {
      stores(opcode(pc + 1), file.u2(start + pc + 2));
    } else if (opcode >= IFEQ) {
      add(pc, kindOf(opcode));
    } else if (opcode >= ISTORE_0) {
      stores(ISTORE + (opcode - ISTORE_0) / 4, (opcode - ISTORE_0) % 4);
    } else {
      stores(opcode, opcode(pc + 1));
    }
  }

  private void add(int pc, byte kind) {
    if (markCount == marks.length) {
      marks = Arrays.copyOf(marks, 2 * markCount);
      kinds = Arrays.copyOf(kinds, 2 * markCount);
    }
    kinds[markCount] = kind;
    marks[markCount++] = pc;
  }

  private void stores(int opcode, int slot) {
    if (opcode >= ISTORE && opcode <= ASTORE) {
      // In the JVM's order: int, long, float, double, reference.
      int kind = opcode - ISTORE;
      facts.stores(slot, kind == 4, kind == 0, kind == 1 || kind == 3);
    }
  }

  private void calls(int constant, int name, int descriptor) {
    int method = file.constant(constant);
    int nameAndType = file.constant(file.u2(method + 2));
    if (file.isSame(file.u2(nameAndType), name)
        && file.isSame(file.u2(nameAndType + 2), descriptor)
        && file.className(file.u2(method)).equals(file.superName())) {
      facts.callsSuper();
    }
  }
}
