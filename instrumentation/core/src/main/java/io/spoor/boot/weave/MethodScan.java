package io.spoor.boot.weave;

import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * A first look at the methods that will be woven: what they do with their own parameters. A hook on
 * return reads a parameter's slot; that is only sound while the slot still holds a value of its
 * kind.
 */
final class MethodScan extends ClassVisitor {

  /** What was found in one method. */
  static final class Result {
    /** Bit n: slot n receives something other than a reference. */
    long stores;

    /** Bit n: slot n receives something other than an int. */
    long nonIntStores;

    /** Slot 0 receives a value. */
    boolean overwritesThis;

    /** It hands the call to the same method of its super class, which is woven itself. */
    boolean callsSuper;
  }

  private final Weaver weaver;
  private String superName;

  MethodScan(Weaver weaver) {
    super(Opcodes.ASM9);
    this.weaver = weaver;
  }

  @Override
  public void visit(
      int version, int access, String name, String signature, String superType, String[] types) {
    superName = superType;
  }

  @Override
  public MethodVisitor visitMethod(
      int access, final String name, final String descriptor, String signature, String[] throwing) {
    if (!weaver.isHooked(access, name, descriptor)) {
      return null;
    }
    final Result result = new Result();
    weaver.scanned(name, descriptor, result);
    return new MethodVisitor(Opcodes.ASM9) {
      @Override
      public void visitVarInsn(int opcode, int slot) {
        if (opcode < Opcodes.ISTORE || opcode > Opcodes.ASTORE || slot >= 64) {
          return;
        }
        result.overwritesThis |= slot == 0;
        if (opcode != Opcodes.ASTORE) {
          mark(slot, opcode != Opcodes.ISTORE);
          if (slot < 63 && (opcode == Opcodes.LSTORE || opcode == Opcodes.DSTORE)) {
            mark(slot + 1, true);
          }
        } else {
          result.nonIntStores |= 1L << slot;
        }
      }

      private void mark(int slot, boolean notInt) {
        result.stores |= 1L << slot;
        if (notInt) {
          result.nonIntStores |= 1L << slot;
        }
      }

      @Override
      public void visitMethodInsn(
          int opcode, String owner, String called, String calledDescriptor, boolean isInterface) {
        if (opcode == Opcodes.INVOKESPECIAL
            && owner.equals(superName)
            && called.equals(name)
            && calledDescriptor.equals(descriptor)) {
          result.callsSuper = true;
        }
      }
    };
  }
}
