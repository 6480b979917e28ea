package io.spoor.boot.weave;

import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Adds the calls of hooks to one method. */
final class AsmWovenMethod extends MethodVisitor {

  private static final String HOOKS = "java/lang/SpoorHooks";

  /** What the arguments of the widest hook need: result, four references, an array being filled. */
  private static final int EXTRA_STACK = 14;

  private final AsmWeaver weaver;
  private final int access;
  private final String name;
  private final String descriptor;
  private final List<HookRule> rules;
  private final String carrier;
  private final MethodFacts facts;
  private final Label start = AsmWeaver.label();
  private boolean throwing;
  private Type[] parameters;

  /**
   * @param carrier the class whose field holds the state of this, or null when it lies in the table
   * @param facts receives what the method does with its parameters
   */
  AsmWovenMethod(
      AsmWeaver weaver,
      MethodVisitor writer,
      int access,
      String name,
      String descriptor,
      List<HookRule> rules,
      String carrier,
      MethodFacts facts) {
    super(Opcodes.ASM9, writer);
    this.weaver = weaver;
    this.access = access;
    this.name = name;
    this.descriptor = descriptor;
    this.rules = rules;
    this.carrier = carrier;
    this.facts = facts;
    for (HookRule rule : rules) {
      // A constructor's handler would meet an uninitialised this.
      throwing |= rule.where == HookRule.THROW && !"<init>".equals(name);
    }
  }

  @Override
  public void visitVarInsn(int opcode, int slot) {
    if (opcode >= Opcodes.ISTORE && opcode <= Opcodes.ASTORE) {
      facts.stores(
          slot,
          opcode == Opcodes.ASTORE,
          opcode == Opcodes.ISTORE,
          opcode == Opcodes.LSTORE || opcode == Opcodes.DSTORE);
    }
    super.visitVarInsn(opcode, slot);
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String called, String calledDescriptor, boolean isInterface) {
    if (opcode == Opcodes.INVOKESPECIAL
        && called.equals(name)
        && owner.equals(weaver.superName())
        && calledDescriptor.equals(descriptor)) {
      facts.callsSuper();
    }
    super.visitMethodInsn(opcode, owner, called, calledDescriptor, isInterface);
  }

  @Override
  public void visitEnd() {
    if (!weaver.areSound(rules, access, descriptor, facts)) {
      weaver.unsound();
    }
    super.visitEnd();
  }

  private static int slot(boolean isStatic, Type[] parameters, int index) {
    int slot = isStatic ? 0 : 1;
    for (int i = 0; i < index; i++) {
      slot += parameters[i].getSize();
    }
    return slot;
  }

  @Override
  public void visitCode() {
    super.visitCode();
    if (!"<init>".equals(name)) {
      call(HookRule.ENTRY);
      if (throwing) {
        super.visitLabel(start);
      }
    }
  }

  @Override
  public void visitInsn(int opcode) {
    if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
      call(HookRule.RETURN);
    }
    super.visitInsn(opcode);
  }

  @Override
  public void visitMaxs(int maxStack, int maxLocals) {
    if (throwing) {
      // Last in the table, so that the method's own handlers keep their precedence (JVMS 2.10).
      Label end = AsmWeaver.label();
      super.visitLabel(end);
      super.visitTryCatchBlock(start, end, end, null);
      Object[] stack = {"java/lang/Throwable"};
      if (!weaver.hasFrames()) {
        // Class files before Java 6 have none.
        stack = null;
      } else if ((access & Opcodes.ACC_STATIC) != 0) {
        super.visitFrame(Opcodes.F_FULL, 0, null, 1, stack);
      } else {
        super.visitFrame(Opcodes.F_FULL, 1, new Object[] {weaver.className()}, 1, stack);
      }
      call(HookRule.THROW);
      super.visitInsn(Opcodes.ATHROW);
    }
    super.visitMaxs(maxStack + EXTRA_STACK, maxLocals);
  }

  /**
   * Calls the hooks of a place. What lies on the stack already is doubled first, and each argument
   * before it is slipped beneath it, which takes one-slot values only.
   */
  private void call(char where) {
    for (HookRule rule : rules) {
      if (rule.where == where) {
        Type[] wanted = Type.getArgumentTypes(rule.hookDescriptor);
        int onStack = rule.onStack;
        if (onStack >= 0) {
          push(rule.argument(onStack), wanted[onStack]);
        }
        for (int i = 0; i < wanted.length; i++) {
          if (i != onStack) {
            push(rule.argument(i), wanted[i]);
            if (i < onStack) {
              super.visitInsn(Opcodes.SWAP);
            }
          }
        }
        super.visitMethodInsn(Opcodes.INVOKESTATIC, HOOKS, rule.hook, rule.hookDescriptor, false);
      }
    }
  }

  private void push(String argument, Type wanted) {
    char c = argument.charAt(0);
    if (c >= '0' && c <= '9') {
      parameter(c - '0', wanted);
    } else if (c == '#') {
      integer(Integer.parseInt(argument.substring(1)));
    } else if ("result".equals(argument)) {
      result(wanted);
    } else if ("thrown".equals(argument)) {
      super.visitInsn(Opcodes.DUP);
    } else if ("null".equals(argument)) {
      super.visitInsn(Opcodes.ACONST_NULL);
    } else if ("args".equals(argument)) {
      arguments();
    } else if ("state".equals(argument)) {
      super.visitVarInsn(Opcodes.ALOAD, 0);
      if (carrier != null) {
        super.visitFieldInsn(Opcodes.GETFIELD, carrier, AsmWeaver.FIELD, AsmWeaver.STATE);
      } else {
        super.visitMethodInsn(
            Opcodes.INVOKESTATIC,
            HOOKS,
            "state",
            "(Ljava/lang/Object;)Ljava/lang/SpoorState;",
            false);
      }
    } else if ((access & Opcodes.ACC_STATIC) != 0) {
      super.visitInsn(Opcodes.ACONST_NULL);
    } else {
      super.visitVarInsn(Opcodes.ALOAD, 0);
    }
  }

  private Type[] parameters() {
    if (parameters == null) {
      parameters = Type.getArgumentTypes(descriptor);
    }
    return parameters;
  }

  private void parameter(int index, Type wanted) {
    Type[] parameters = parameters();
    Type type = parameters[index];
    super.visitVarInsn(
        type.getOpcode(Opcodes.ILOAD), slot((access & Opcodes.ACC_STATIC) != 0, parameters, index));
    convert(type, wanted);
  }

  private void result(Type wanted) {
    Type type = Type.getReturnType(descriptor);
    if (type.getSort() == Type.VOID) {
      super.visitInsn(Opcodes.ACONST_NULL);
      return;
    }
    super.visitInsn(type.getSize() == 2 ? Opcodes.DUP2 : Opcodes.DUP);
    if (wanted.getSort() == Type.OBJECT && type.getSort() < Type.ARRAY) {
      box(type);
    } else {
      convert(type, wanted);
    }
  }

  private void convert(Type type, Type wanted) {
    if (wanted.getSort() == Type.LONG && type.getSort() != Type.LONG) {
      super.visitInsn(Opcodes.I2L);
    } else if (wanted.getSort() == Type.DOUBLE && type.getSort() == Type.FLOAT) {
      super.visitInsn(Opcodes.F2D);
    }
  }

  private void arguments() {
    Type[] parameters = parameters();
    integer(parameters.length);
    super.visitTypeInsn(Opcodes.ANEWARRAY, "java/lang/Object");
    for (int i = 0; i < parameters.length; i++) {
      super.visitInsn(Opcodes.DUP);
      integer(i);
      parameter(i, parameters[i]);
      if (parameters[i].getSort() < Type.ARRAY) {
        box(parameters[i]);
      }
      super.visitInsn(Opcodes.AASTORE);
    }
  }

  private void integer(int value) {
    if (value >= -1 && value <= 5) {
      super.visitInsn(Opcodes.ICONST_0 + value);
    } else {
      super.visitIntInsn(Opcodes.SIPUSH, value);
    }
  }

  private void box(Type type) {
    String box = boxOf(type);
    super.visitMethodInsn(
        Opcodes.INVOKESTATIC, box, "valueOf", "(" + type.getDescriptor() + ")L" + box + ";", false);
  }

  private static String boxOf(Type type) {
    switch (type.getSort()) {
      case Type.BOOLEAN:
        return "java/lang/Boolean";
      case Type.CHAR:
        return "java/lang/Character";
      case Type.BYTE:
        return "java/lang/Byte";
      case Type.SHORT:
        return "java/lang/Short";
      case Type.INT:
        return "java/lang/Integer";
      case Type.FLOAT:
        return "java/lang/Float";
      case Type.LONG:
        return "java/lang/Long";
      default:
        return "java/lang/Double";
    }
  }
}
