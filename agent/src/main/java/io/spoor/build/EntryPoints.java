package io.spoor.build;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Marks the methods that the JVM calls to start the agent as methods of variable arity. The JDK
 * calls them by Method.invoke, for which 18 and later spin seven classes, 5 ms of a short job
 * before its main (JEP 416); but not for a method that has the mark without an array for its last
 * parameter, since no method handle can be had of that: it is called by native code, as all were
 * before (MethodHandleAccessorFactory.useNativeAccessor, JDK 21 and 25). To the JVM the mark says
 * nothing (JVMS 4.6), and javac would not set it.
 */
final class EntryPoints {

  private EntryPoints() {}

  /** The class with the mark. */
  static byte[] mark(byte[] classFile) {
    ClassReader reader = new ClassReader(classFile);
    ClassWriter writer = new ClassWriter(reader, 0);
    reader.accept(
        new ClassVisitor(Opcodes.ASM9, writer) {
          @Override
          public MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] exceptions) {
            boolean isEntry = name.equals("premain") || name.equals("agentmain");
            return super.visitMethod(
                isEntry ? access | Opcodes.ACC_VARARGS : access,
                name,
                descriptor,
                signature,
                exceptions);
          }
        },
        0);
    return writer.toByteArray();
  }
}
