package io.spoor.boot.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Parameters are read from their slots at a return: only where those still hold their kind. */
class ParameterSlotsTest {

  private static final String O = "Ljava/lang/Object;";
  private static final String S = "Ljava/lang/SpoorState;";

  private final Woven woven = new Woven();

  @AfterEach
  void detach() {
    woven.close();
  }

  @Test
  void aReassignedParameterOfTheSameKindIsReadAsItIsThen() throws Exception {
    woven.add(
        """
        public class Example {
          public String get(int column, String sql) {
            column = column + 10;
            sql = sql.trim();
            return sql;
          }
        }
        """,
        8,
        Woven.rules(
            "get|(I|A|E|set|(" + S + "I" + O + ")V|null,0,1",
            "get|(I|A|R|get|(" + O + S + "I)V|result,null,0",
            "get|(I|A|R|wroteText|(" + O + O + ")V|this,1"));
    Object self = woven.make("Example");
    assertEquals("x", Woven.call(self.getClass(), self, "get", 1, " x "));
    assertEquals(
        List.of("set null Integer:1 \" x \"", "get \"x\" null Integer:11", "wroteText self \"x\""),
        woven.lines());
  }

  /** A method that puts other things into its parameters' slots, as optimisers do. */
  private static byte[] overwriting(int version, boolean thisToo) {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(version, Opcodes.ACC_PUBLIC, "Example", null, "java/lang/Object", null);
    MethodVisitor init = writer.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
    init.visitCode();
    init.visitVarInsn(Opcodes.ALOAD, 0);
    init.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
    init.visitInsn(Opcodes.RETURN);
    init.visitMaxs(1, 1);
    init.visitEnd();
    MethodVisitor m =
        writer.visitMethod(
            Opcodes.ACC_PUBLIC, "get", "(Ljava/lang/String;ILjava/lang/String;I)I", null, null);
    m.visitCode();
    if (thisToo) {
      m.visitInsn(Opcodes.ACONST_NULL);
      m.visitVarInsn(Opcodes.ASTORE, 0);
    } else {
      m.visitInsn(Opcodes.ICONST_5);
      m.visitVarInsn(Opcodes.ISTORE, 1);
      m.visitInsn(Opcodes.FCONST_0);
      m.visitVarInsn(Opcodes.FSTORE, 2);
    }
    m.visitInsn(Opcodes.ICONST_3);
    m.visitInsn(Opcodes.IRETURN);
    m.visitMaxs(1, 5);
    m.visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }

  private static final String[] OVERWRITTEN = {
    "get|(|I|E|wroteText|(" + O + O + ")V|this,0",
    "get|(|I|R|wroteText|(" + O + O + ")V|null,0",
    "get|(|I|R|readByte|(I" + O + ")V|1,null",
    "get|(|I|R|wroteText|(" + O + O + ")V|null,2",
    "get|(|I|R|readByte|(I" + O + ")V|3,null",
    "get|(|I|R|readByte|(I" + O + ")V|result,this",
  };

  @Test
  void parametersWhoseSlotsHoldTheirOwnAreRead() throws Exception {
    byte[] bytes = overwriting(Opcodes.V1_8, false);
    HookRule[] sound = Woven.rules(OVERWRITTEN[0], OVERWRITTEN[3], OVERWRITTEN[4], OVERWRITTEN[5]);
    woven.add(Weaver.weave(bytes, sound, false, false, false, false));
    Object self = woven.make("Example");
    assertEquals(3, Woven.call(self.getClass(), self, "get", "a", 1, "b", 2));
    assertEquals(
        List.of(
            "wroteText self \"a\"",
            "wroteText null \"b\"",
            "readByte Integer:2 null",
            "readByte Integer:3 self"),
        woven.lines());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void aMethodWhoseParameterHoldsSomethingElseAtTheReturnIsLeftAlone(int unsound) {
    byte[] bytes = overwriting(Opcodes.V1_8, false);
    HookRule[] rules = Woven.rules(OVERWRITTEN[0], OVERWRITTEN[unsound], OVERWRITTEN[5]);
    assertNull(Weaver.weave(bytes, rules, false, false, false, false));
  }

  @Test
  void aMethodThatOverwritesThisIsLeftAlone() {
    byte[] bytes = overwriting(Opcodes.V1_8, true);
    assertNull(Weaver.weave(bytes, Woven.rules(OVERWRITTEN), false, false, false, false));
  }

  @Test
  void aStoreOfTwoSlotsTakesTheNextParameterToo() throws Exception {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V1_8, Opcodes.ACC_PUBLIC, "Example", null, "java/lang/Object", null);
    MethodVisitor m =
        writer.visitMethod(
            Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "get", "(ILjava/lang/String;)J", null, null);
    m.visitCode();
    m.visitInsn(Opcodes.LCONST_1);
    m.visitVarInsn(Opcodes.LSTORE, 0);
    m.visitVarInsn(Opcodes.LLOAD, 0);
    m.visitInsn(Opcodes.LRETURN);
    m.visitMaxs(2, 2);
    m.visitEnd();
    writer.visitEnd();
    HookRule[] rules =
        Woven.rules(
            "get|(|J|R|readByte|(I" + O + ")V|0,null",
            "get|(|J|R|wroteText|(" + O + O + ")V|null,1",
            "get|(|J|R|readBuffer|(J" + O + O + ")V|result,null,null");
    byte[] bytes = writer.toByteArray();
    assertNull(Weaver.weave(bytes, new HookRule[] {rules[0]}, false, false, false, false));
    assertNull(Weaver.weave(bytes, new HookRule[] {rules[1]}, false, false, false, false));
    woven.add(Weaver.weave(bytes, new HookRule[] {rules[2]}, false, false, false, false));
    assertEquals(1L, Woven.call(woven.loadClass("Example"), null, "get", 4, "x"));
    assertEquals(List.of("readBuffer Long:1 null null"), woven.lines());
  }

  @ParameterizedTest
  @ValueSource(ints = {Opcodes.V1_3, Opcodes.V1_5})
  void oldClassesWithoutFramesAreHookedAtEntryAndReturn(int version) throws Exception {
    byte[] bytes = overwriting(version, false);
    woven.add(
        Weaver.weave(
            bytes, Woven.rules(OVERWRITTEN[0], OVERWRITTEN[5]), false, false, false, false));
    Object self = woven.make("Example");
    assertEquals(3, Woven.call(self.getClass(), self, "get", "a", 1, "b", 2));
    assertEquals(List.of("wroteText self \"a\"", "readByte Integer:3 self"), woven.lines());
  }

  /** A static method (long)int that puts an int where the second half of its parameter lies. */
  @Test
  void aWideParameterWhoseSecondHalfIsOverwrittenIsNotRead() throws Exception {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V1_8, Opcodes.ACC_PUBLIC, "Example", null, "java/lang/Object", null);
    MethodVisitor m =
        writer.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "get", "(J)I", null, null);
    m.visitCode();
    m.visitInsn(Opcodes.ICONST_5);
    m.visitVarInsn(Opcodes.ISTORE, 1);
    m.visitInsn(Opcodes.ICONST_3);
    m.visitInsn(Opcodes.IRETURN);
    m.visitMaxs(1, 2);
    m.visitEnd();
    writer.visitEnd();
    byte[] bytes = writer.toByteArray();
    String unsound = "get|(|I|R|readBuffer|(J" + O + O + ")V|0,null,null";
    String sound = "get|(|I|R|readByte|(I" + O + ")V|result,null";
    assertNull(Weaver.weave(bytes, Woven.rules(unsound, sound), false, false, false, false));
    woven.add(Weaver.weave(bytes, Woven.rules(sound), false, false, false, false));
    assertEquals(3, Woven.call(woven.loadClass("Example"), null, "get", 4L));
    assertEquals(List.of("readByte Integer:3 null"), woven.lines());
  }
}
