package io.spoor.boot.weave;

import java.util.HashMap;
import java.util.Map;

/**
 * Which calls of one class are looked at, and the calls of hooks before and behind them. They
 * double what lies on the stack and take the double away, so that the call itself, what it is given
 * and what it throws stay as they are.
 */
final class CallHooks {

  private static final String ONE = "(Ljava/lang/Object;I)V";
  private static final String TWO = "(Ljava/lang/Object;Ljava/lang/Object;I)V";

  private static final int METHOD = 10;
  private static final int DYNAMIC = 18;

  private static final int ICONST_0 = 3;
  private static final int BIPUSH = 16;
  private static final int POP = 87;
  private static final int DUP = 89;
  private static final int DUP2 = 92;
  private static final int INVOKESTATIC = 184;

  private final Constants constants;
  private final Map<Integer, Bytes> before = new HashMap<Integer, Bytes>();
  private final Map<Integer, Bytes> behind = new HashMap<Integer, Bytes>();

  /** Classes of whose objects the making is looked at, by the number of the constant. */
  private final Map<Integer, Boolean> made = new HashMap<Integer, Boolean>();

  private final ClassFile file;

  CallHooks(ClassFile file, Constants constants) {
    this.file = file;
    this.constants = constants;
    boolean isBuilt = true;
    for (int i = 1; i < file.constantCount; i++) {
      if (tag(i) == METHOD) {
        isBuilt &= !TagRules.takesOut(owner(i), name(i));
      }
    }
    for (int i = 1; i < file.constantCount; i++) {
      int tag = tag(i);
      if (tag == METHOD) {
        int[] rule = TagRules.of(owner(i), name(i), descriptor(i));
        if (rule != null && (isBuilt || !TagRules.isOfBuilder(owner(i)))) {
          add(i, rule[0], rule[1]);
        }
      } else if (tag == DYNAMIC && name(i).equals("makeConcatWithConstants")) {
        add(i, how(Descriptor.of(descriptor(i)).parameters), TagRules.concatenation());
      }
    }
  }

  /** Kind of a constant; 0 for the second place of a long one. */
  private int tag(int index) {
    int at = file.constant(index);
    return at == 0 ? 0 : file.u1(at - 1);
  }

  private String owner(int method) {
    return file.className(file.u2(file.constant(method)));
  }

  private String name(int method) {
    return file.utf8(file.u2(file.constant(file.u2(file.constant(method) + 2))));
  }

  private String descriptor(int method) {
    return file.utf8(file.u2(file.constant(file.u2(file.constant(method) + 2)) + 2));
  }

  /** Of values that are put together the last two, where they are objects. */
  private static int how(char[] parameters) {
    int count = parameters.length;
    char last = count == 0 ? 'V' : parameters[count - 1];
    char other = count < 2 ? 'V' : parameters[count - 2];
    if (last == 'L') {
      return other == 'L' ? 'b' : 'a';
    }
    boolean isWide = last == 'J' || last == 'D' || last == 'V';
    return !isWide && other == 'L' ? 'c' : 0;
  }

  private void add(int index, int how, int number) {
    if (how == 0) {
      return;
    }
    Bytes first = new Bytes(8);
    if (how == 'a' || how == 'f') {
      first.u1(DUP);
    } else {
      first.u1(DUP2);
      if (how == 'c' || how == 'e') {
        first.u1(POP);
      }
    }
    boolean isTwo = how == 'b' || how == 'd';
    boolean isEmptied = how == 'e' || how == 'f';
    String hook = isEmptied ? "emptied" : how == 'd' ? "adding" : "using";
    call(first, hook, isTwo ? TWO : ONE, number);
    before.put(index, first);
    Bytes then = new Bytes(8);
    if (how == 'a' || how == 'b' || how == 'c') {
      call(then.u1(DUP), "made", ONE, number);
    }
    behind.put(index, then);
    if (name(index).equals("<init>")) {
      made.put(file.u2(file.constant(index)), Boolean.TRUE);
    }
  }

  private void call(Bytes out, String hook, String descriptor, int number) {
    if (number <= 5) {
      out.u1(ICONST_0 + number);
    } else {
      out.u1(BIPUSH).u1(number);
    }
    out.u1(INVOKESTATIC).u2(constants.method(HookCode.HOOKS, hook, descriptor));
  }

  boolean isEmpty() {
    return before.isEmpty();
  }

  /** Whether a call of a constant is looked at. */
  boolean has(int constant) {
    return before.containsKey(constant);
  }

  /** Whether a new object of a class is looked at. */
  boolean isMade(int type) {
    return made.containsKey(type);
  }

  Bytes before(int constant) {
    return before.get(constant);
  }

  Bytes behind(int constant) {
    return behind.get(constant);
  }
}
