package io.spoor.boot.weave;

/**
 * Writes the calls of hooks of one method. They only push onto the stack and call, without a branch
 * and without a local variable, so the frames of the method stay true.
 */
final class HookCode {

  /** What the arguments of the widest hook need: result, four references, an array being filled. */
  static final int EXTRA_STACK = 14;

  static final String HOOKS = "java/lang/SpoorHooks";
  private static final String BOXED = "valueOf";

  private static final int ACONST_NULL = 1;
  private static final int ICONST_0 = 3;
  private static final int SIPUSH = 17;
  private static final int ILOAD = 21;
  private static final int ILOAD_0 = 26;
  private static final int ALOAD_0 = 42;
  private static final int AASTORE = 83;
  private static final int DUP = 89;
  private static final int DUP2 = 92;
  private static final int SWAP = 95;
  private static final int I2L = 133;
  private static final int F2D = 141;
  private static final int GETFIELD = 180;
  private static final int INVOKESTATIC = 184;
  private static final int ANEWARRAY = 189;
  private static final int WIDE = 196;

  /** No calls; nobody writes to it. */
  static final Bytes NONE = new Bytes(0);

  private final Constants constants;
  private final boolean isStatic;
  private final Descriptor method;
  private final char[] parameters;
  private final char result;
  private final int carrier;

  /**
   * @param carrier the constant of the class whose field holds the state of this, or 0 when it lies
   *     in the table
   */
  HookCode(Constants constants, boolean isStatic, Descriptor method, int carrier) {
    this.constants = constants;
    this.isStatic = isStatic;
    this.method = method;
    this.parameters = method.parameters;
    this.result = method.result;
    this.carrier = carrier;
  }

  /**
   * The calls of one place. What lies on the stack already is doubled first, and each argument
   * before it is slipped beneath it, which takes one-slot values only.
   *
   * @param matching the numbers of those rules that are about the method
   * @param count how many they are
   */
  Bytes calls(HookRule[] rules, int[] matching, int count, char where) {
    Bytes out = NONE;
    for (int n = 0; n < count; n++) {
      HookRule rule = rules[matching[n]];
      if (rule.where == where) {
        out = out == NONE ? new Bytes(64) : out;
        char[] wanted = rule.hookType().parameters;
        int onStack = rule.onStack;
        if (onStack >= 0) {
          push(out, rule, onStack, wanted[onStack]);
        }
        for (int i = 0; i < wanted.length; i++) {
          if (i != onStack) {
            push(out, rule, i, wanted[i]);
            if (i < onStack) {
              out.u1(SWAP);
            }
          }
        }
        out.u1(INVOKESTATIC).u2(constants.hook(rule));
      }
    }
    return out;
  }

  private void push(Bytes out, HookRule rule, int argument, char wanted) {
    char kind = rule.kinds[argument];
    switch (kind) {
      case HookRule.THIS:
        out.u1(isStatic ? ACONST_NULL : ALOAD_0);
        break;
      case HookRule.STATE:
        state(out);
        break;
      case HookRule.RESULT:
        result(out, wanted);
        break;
      case HookRule.THROWN:
        out.u1(DUP);
        break;
      case HookRule.NULL:
        out.u1(ACONST_NULL);
        break;
      case HookRule.ARGUMENTS:
        arguments(out);
        break;
      case HookRule.NUMBER:
        integer(out, Integer.parseInt(rule.argument(argument).substring(1)));
        break;
      default:
        parameter(out, kind - '0');
        convert(out, parameters[kind - '0'], wanted);
    }
  }

  private void state(Bytes out) {
    out.u1(ALOAD_0);
    if (carrier != 0) {
      out.u1(GETFIELD).u2(constants.state(carrier));
    } else {
      invoke(out, HOOKS, "state", "(Ljava/lang/Object;)Ljava/lang/SpoorState;");
    }
  }

  private void parameter(Bytes out, int index) {
    int slot = method.slot(isStatic, index);
    int kind = loadKind(parameters[index]);
    if (slot < 4) {
      out.u1(ILOAD_0 + 4 * kind + slot);
    } else if (slot < 256) {
      out.u1(ILOAD + kind).u1(slot);
    } else {
      out.u1(WIDE).u1(ILOAD + kind).u2(slot);
    }
  }

  /** The order in which the JVM numbers its load instructions: int, long, float, double, a. */
  private static int loadKind(char type) {
    switch (type) {
      case 'J':
        return 1;
      case 'F':
        return 2;
      case 'D':
        return 3;
      case 'L':
        return 4;
      default:
        return 0;
    }
  }

  private void result(Bytes out, char wanted) {
    if (result == 'V') {
      out.u1(ACONST_NULL);
      return;
    }
    out.u1(Descriptor.size(result) == 2 ? DUP2 : DUP);
    if (wanted == 'L' && result != 'L') {
      box(out, result);
    } else {
      convert(out, result, wanted);
    }
  }

  private static void convert(Bytes out, char type, char wanted) {
    if (wanted == 'J' && type != 'J') {
      out.u1(I2L);
    } else if (wanted == 'D' && type == 'F') {
      out.u1(F2D);
    }
  }

  private void arguments(Bytes out) {
    integer(out, parameters.length);
    out.u1(ANEWARRAY).u2(constants.type("java/lang/Object"));
    for (int i = 0; i < parameters.length; i++) {
      out.u1(DUP);
      integer(out, i);
      parameter(out, i);
      if (parameters[i] != 'L') {
        box(out, parameters[i]);
      }
      out.u1(AASTORE);
    }
  }

  private static void integer(Bytes out, int value) {
    if (value >= -1 && value <= 5) {
      out.u1(ICONST_0 + value);
    } else {
      out.u1(SIPUSH).u2(value);
    }
  }

  private void box(Bytes out, char type) {
    String box = boxOf(type);
    invoke(out, box, BOXED, "(" + type + ")L" + box + ";");
  }

  private void invoke(Bytes out, String owner, String name, String descriptor) {
    out.u1(INVOKESTATIC).u2(constants.method(owner, name, descriptor));
  }

  private static String boxOf(char type) {
    switch (type) {
      case 'Z':
        return "java/lang/Boolean";
      case 'C':
        return "java/lang/Character";
      case 'B':
        return "java/lang/Byte";
      case 'S':
        return "java/lang/Short";
      case 'I':
        return "java/lang/Integer";
      case 'F':
        return "java/lang/Float";
      case 'J':
        return "java/lang/Long";
      default:
        return "java/lang/Double";
    }
  }
}
