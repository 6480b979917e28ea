package io.spoor.boot.weave;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** What arrives at the hooks of classes that are made for it. */
class WeaverTest {

  private static final String O = "Ljava/lang/Object;";
  private static final String S = "Ljava/lang/SpoorState;";

  private final Woven woven = new Woven();

  @AfterEach
  void detach() {
    woven.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 11, 17})
  void passesAllKindsOfArgumentsAndResultsBoxed(int release) throws Exception {
    woven.add(
        """
        public class Example {
          public String all(boolean z, byte b, char c, short s, int i, float f, long l, double d,
              String t, int[] a) {
            for (int k = 0; k < 2; k++) { l += k; }
            return t + i;
          }
          public long wide(long a, double b) { return a > 3 ? a : (long) b; }
          public float small(int a) { return a; }
          public void nothing() {}
        }
        """,
        release,
        all(
            Woven.handled("all"),
            Woven.handled("wide"),
            Woven.handled("small"),
            Woven.handled("nothing")));
    Object self = woven.make("Example");
    Class<?> type = self.getClass();
    int[] array = woven.notes.name("array", new int[0]);
    Object result =
        Woven.call(type, self, "all", true, (byte) 1, 'c', (short) 2, 3, 4f, 5L, 6d, "t", array);
    assertEquals("t3", result);
    assertEquals(4L, Woven.call(type, self, "wide", 4L, 1.5));
    assertEquals(2f, Woven.call(type, self, "small", 2));
    assertNull(Woven.call(type, self, "nothing"));
    assertEquals(
        List.of(
            "enter Integer:7 self [Boolean:true, Byte:1, Character:c, Short:2, Integer:3,"
                + " Float:4.0, Long:5, Double:6.0, \"t\", array]",
            "exit Integer:7 self \"t3\"",
            "enter Integer:7 self [Long:4, Double:1.5]",
            "exit Integer:7 self Long:4",
            "enter Integer:7 self [Integer:2]",
            "exit Integer:7 self Float:2.0",
            "enter Integer:7 self []",
            "exit Integer:7 self null"),
        woven.lines());
  }

  private static HookRule[] all(HookRule[]... rules) {
    return java.util.Arrays.stream(rules)
        .flatMap(java.util.Arrays::stream)
        .toArray(HookRule[]::new);
  }

  @Test
  void whatIsThrownGoesOnAndWhatIsCaughtInsideIsNotTold() throws Exception {
    woven.add(
        """
        public class Example {
          public int work(RuntimeException e) {
            try {
              if (e.getMessage().equals("inside")) { throw e; }
            } catch (RuntimeException caught) {
              return 1;
            } finally {
              e.fillInStackTrace();
            }
            throw e;
          }
          public synchronized void still(RuntimeException e) { throw e; }
        }
        """,
        8,
        all(Woven.handled("work"), Woven.handled("still")));
    Object self = woven.make("Example");
    RuntimeException inside = woven.notes.name("e1", new RuntimeException("inside"));
    RuntimeException outside = new RuntimeException("outside");
    assertEquals(1, Woven.call(self.getClass(), self, "work", inside));
    assertSame(outside, thrownBy(self, "work", outside));
    assertSame(outside, thrownBy(self, "still", outside));
    String told = "java.lang.RuntimeException(outside)";
    assertEquals(
        List.of(
            "enter Integer:7 self [e1]",
            "exit Integer:7 self Integer:1",
            "enter Integer:7 self [" + told + "]",
            "thrown Integer:7 " + told,
            "enter Integer:7 self [" + told + "]",
            "thrown Integer:7 " + told),
        woven.lines());
  }

  private static Throwable thrownBy(Object self, String method, Object argument) {
    return assertThrows(
            InvocationTargetException.class,
            () -> Woven.call(self.getClass(), self, method, argument))
        .getCause();
  }

  @Test
  void aConstructorIsHookedAtItsNormalEndOnly() throws Exception {
    woven.add(
        """
        public class Example {
          public Example() { this("a"); }
          public Example(String t) { if (t == null) { throw new IllegalStateException("no"); } }
        }
        """,
        8,
        Woven.handled("<init>"));
    Class<?> type = woven.loadClass("Example");
    type.getConstructor().newInstance();
    assertThrows(
        InvocationTargetException.class,
        () -> type.getConstructor(String.class).newInstance((String) null));
    assertEquals(
        List.of("exit Integer:7 Example null", "exit Integer:7 Example null"), woven.lines());
  }

  /** Calls of the same rule are made once, but not for parameters of another size. */
  @Test
  void oneRuleMeetsFirstParametersOfSeveralTypes() throws Exception {
    woven.add(
        """
        public class Example {
          public void atInt(int position) {}
          public void atLong(long position) {}
          public void atByte(byte position) {}
          public void atLongToo(long position, int more) {}
          public static void atShared(long position) {}
        }
        """,
        8,
        Woven.rules("at*|(|*|E|readFrom|(" + O + "J)V|this,0"));
    Object self = woven.make("Example");
    Class<?> type = self.getClass();
    Woven.call(type, self, "atInt", 1);
    Woven.call(type, self, "atLong", 2L);
    Woven.call(type, self, "atByte", (byte) 3);
    Woven.call(type, self, "atLongToo", 4L, 0);
    Woven.call(type, null, "atShared", 5L);
    assertEquals(
        List.of(
            "readFrom self Long:1",
            "readFrom self Long:2",
            "readFrom self Long:3",
            "readFrom self Long:4",
            "readFrom null Long:5"),
        woven.lines());
  }

  /**
   * Hooks at the entry alone whose code is a multiple of four bytes leave all instructions as they
   * are: jumps back to the first of them, switches of both kinds, handlers, objects under way where
   * ways meet.
   */
  @Test
  void aMethodThatIsMovedAsAWholeDoesTheSame() throws Exception {
    String method =
        """
          public String up(int a) {
            do {
              a = a * 3;
              switch (a) {
                case 1: case 2: case 3: a++; break;
                case 9: a--; break;
                default:
              }
              switch (a) {
                case 100000: return "far";
                case -21: return "low";
                default:
              }
              try {
                a += Integer.parseInt(a > 50 ? "1" : "none");
              } catch (NumberFormatException e) {
                a += 2;
              }
            } while (a < 1000);
            return new StringBuilder(a > 2000 ? "many " : "some ").append(a).toString();
          }
        """;
    woven.add(
        "public class Example {" + method + method.replace("up", "plain") + "}",
        8,
        Woven.rules("up|(I|*|E|update|(" + S + "I)V|state,0"));
    Object self = woven.make("Example");
    for (int a : new int[] {1, 0, -7, 333, 800}) {
      assertEquals(
          Woven.call(self.getClass(), self, "plain", a),
          Woven.call(self.getClass(), self, "up", a));
    }
    assertEquals("low", Woven.call(self.getClass(), self, "up", -7));
    assertEquals(
        List.of(
            "update null Integer:1",
            "update null Integer:0",
            "update null Integer:-7",
            "update null Integer:333",
            "update null Integer:800",
            "update null Integer:-7"),
        woven.lines());
  }

  @Test
  void aMethodThatHandsOnToItsSuperClassIsHookedThereAlone() throws Exception {
    Map<String, byte[]> classes =
        Sources.compile(
            "Example",
            """
            public class Example {
              public int get(int i) { return i; }
              public int other(int i) { return i; }
              public static class Sub extends Example {
                @Override public int get(int i) { return super.get(i) + 1; }
                @Override public int other(int i) { return super.get(i) + 1; }
              }
            }
            """,
            8);
    HookRule[] rules =
        Woven.rules(
            "get|(I|I|R|readByte|(I" + O + ")V|result,this",
            "other|(I|I|R|readByte|(I" + O + ")V|result,this");
    woven.add(Weaver.weave(classes.get("Example"), rules, false, false, false, true));
    woven.add(Weaver.weave(classes.get("Example$Sub"), rules, false, false, true, true));
    Object self = woven.make("Example$Sub");
    assertEquals(6, Woven.call(self.getClass(), self, "get", 5));
    assertEquals(8, Woven.call(self.getClass(), self, "other", 7));
    assertEquals(
        List.of("readByte Integer:5 self", "readByte Integer:7 self", "readByte Integer:8 self"),
        woven.lines());
  }

  @Test
  void aMethodThatHandsOnToASuperClassThatIsNotWovenIsHooked() throws Exception {
    Map<String, byte[]> classes =
        Sources.compile(
            "Example",
            """
            public class Example {
              public int get(int i) { return i; }
              public static class Sub extends Example {
                @Override public int get(int i) { return super.get(i); }
              }
            }
            """,
            8);
    HookRule[] rules = Woven.rules("get|(I|I|R|readByte|(I" + O + ")V|result,this");
    byte[] sub = classes.get("Example$Sub");
    assertNull(Weaver.weave(sub, rules, false, false, true, true));
    woven.add(classes.get("Example"));
    woven.add(Weaver.weave(sub, rules, false, false, false, true));
    Object self = woven.make("Example$Sub");
    assertEquals(5, Woven.call(self.getClass(), self, "get", 5));
    assertEquals(List.of("readByte Integer:5 self"), woven.lines());
  }

  @ParameterizedTest
  @ValueSource(ints = {Opcodes.V1_3, Opcodes.V1_5})
  void oldClassesWithoutFramesAreHookedWhereTheyThrow(int version) throws Exception {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(version, Opcodes.ACC_PUBLIC, "Example", null, "java/lang/Object", null);
    MethodVisitor m =
        writer.visitMethod(
            Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "get", "(Ljava/lang/Error;)I", null, null);
    m.visitCode();
    Label otherwise = new Label();
    m.visitVarInsn(Opcodes.ALOAD, 0);
    m.visitJumpInsn(Opcodes.IFNONNULL, otherwise);
    m.visitInsn(Opcodes.ICONST_1);
    m.visitInsn(Opcodes.IRETURN);
    m.visitLabel(otherwise);
    m.visitVarInsn(Opcodes.ALOAD, 0);
    m.visitInsn(Opcodes.ATHROW);
    m.visitMaxs(1, 1);
    m.visitEnd();
    writer.visitEnd();
    woven.add(Weaver.weave(writer.toByteArray(), Woven.handled("get"), false, false, false, false));
    Class<?> type = woven.loadClass("Example");
    assertEquals(1, Woven.call(type, null, "get", (Object) null));
    Error error = woven.notes.name("error", new Error());
    assertThrows(InvocationTargetException.class, () -> Woven.call(type, null, "get", error));
    assertEquals(
        List.of(
            "enter Integer:7 null [null]",
            "exit Integer:7 null Integer:1",
            "enter Integer:7 null [error]",
            "thrown Integer:7 error"),
        woven.lines());
  }

  /** Of an old class, which needs no frames; javac writes such jumps in very long methods alone. */
  @Test
  void jumpsOfFourBytesGoOnToTheirPlaces() throws Exception {
    int wide = 200; // goto_w, JVMS 6.5
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V1_5, Opcodes.ACC_PUBLIC, "Example", null, "java/lang/Object", null);
    MethodVisitor m =
        writer.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "get", "(I)I", null, null);
    m.visitCode();
    Label back = new Label();
    Label forth = new Label();
    m.visitJumpInsn(wide, forth);
    m.visitLabel(back);
    m.visitInsn(Opcodes.ICONST_1);
    m.visitInsn(Opcodes.IRETURN);
    m.visitLabel(forth);
    m.visitVarInsn(Opcodes.ILOAD, 0);
    m.visitJumpInsn(Opcodes.IFEQ, back);
    m.visitJumpInsn(wide, back);
    m.visitMaxs(1, 1);
    m.visitEnd();
    writer.visitEnd();
    woven.add(Weaver.weave(writer.toByteArray(), Woven.handled("get"), false, false, false, false));
    Class<?> type = woven.loadClass("Example");
    assertEquals(1, Woven.call(type, null, "get", 0));
    assertEquals(1, Woven.call(type, null, "get", 7));
    assertEquals(
        List.of(
            "enter Integer:7 null [Integer:0]",
            "exit Integer:7 null Integer:1",
            "enter Integer:7 null [Integer:7]",
            "exit Integer:7 null Integer:1"),
        woven.lines());
  }

  @Test
  void aStaticMethodIsHandledWithoutSelf() throws Exception {
    woven.add(
        "public class Example { public static boolean of(String t) { return t.isEmpty(); } }",
        8,
        Woven.handled("of"));
    assertEquals(false, Woven.call(woven.loadClass("Example"), null, "of", "x"));
    assertEquals(
        List.of("enter Integer:7 null [\"x\"]", "exit Integer:7 null Boolean:false"),
        woven.lines());
  }

  @Test
  void bridgesOfCovariantResultsAndPrivateAndStaticMethodsAreNoPartOfAnApi() throws Exception {
    Map<String, byte[]> classes =
        Sources.compile(
            "Example",
            """
            public class Example implements java.util.concurrent.Callable<Object> {
              @Override public String call() { return hidden(1) + fixed(2); }
              private String hidden(int i) { return "h" + i; }
              public static String fixed(int i) { return "f" + i; }
            }
            """,
            8);
    HookRule[] rules = all(Woven.handled("call"), Woven.handled("hidden"), Woven.handled("fixed"));
    woven.add(Weaver.weave(classes.get("Example"), rules, false, false, false, true));
    Object self = woven.make("Example");
    assertEquals("h1f2", ((java.util.concurrent.Callable<?>) self).call());
    assertEquals(List.of("enter Integer:7 self []", "exit Integer:7 self \"h1f2\""), woven.lines());
  }

  @Test
  void defaultMethodsOfInterfacesCanBeHooked() throws Exception {
    woven.add(
        """
        public interface Example {
          default int get(int i) { return i; }
          class Of implements Example {}
        }
        """,
        8,
        Woven.handled("get"));
    Object self = woven.make("Example$Of");
    assertEquals(4, Woven.call(woven.loadClass("Example"), self, "get", 4));
    assertEquals(
        List.of("enter Integer:7 self [Integer:4]", "exit Integer:7 self Integer:4"),
        woven.lines());
  }

  @Test
  void stateLiesInAFieldThatIsInheritedAndSeenByTheHooks() throws Exception {
    Map<String, byte[]> classes =
        Sources.compile(
            "Example",
            """
            public class Example {
              public boolean next() { return true; }
              public static class Sub extends Example { public void close() {} }
            }
            """,
            8);
    HookRule[] rules =
        Woven.rules(
            "next|()Z|I|R|next|(Z" + S + ")V|result,state",
            "close|()V|V|R|closed|(" + S + O + ")V|state,this");
    woven.add(Weaver.weave(classes.get("Example"), rules, true, false, false, true));
    woven.add(Weaver.weave(classes.get("Example$Sub"), rules, false, true, false, true));
    Object self = woven.make("Example$Sub");
    Class<?> base = woven.loadClass("Example");
    Woven.call(base, self, "next");
    SpoorState state = woven.notes.name("state", new SpoorState(SpoorState.STATEMENT, null));
    ((SpoorCarrier) self).spoor$state(state);
    Woven.call(base, self, "next");
    Woven.call(self.getClass(), self, "close");
    assertSame(state, SpoorHooks.state(self));
    assertEquals(
        List.of("next Boolean:true null", "next Boolean:true state", "closed state self"),
        woven.lines());
    Field field = base.getDeclaredField("spoor$state");
    int wanted = Modifier.PUBLIC | Modifier.TRANSIENT;
    assertEquals(wanted, field.getModifiers() & (wanted | Modifier.STATIC | Modifier.FINAL));
    assertEquals(true, field.isSynthetic());
  }

  @Test
  void whereNoFieldCanBeTheStateIsLookedUp() throws Exception {
    woven.add(
        "public class Example { public boolean next() { return false; } }",
        8,
        Woven.rules("next|()Z|I|R|next|(Z" + S + ")V|result,state"));
    SpoorState state = woven.notes.name("state", new SpoorState(SpoorState.RESULTS, null));
    woven.notes.found(state);
    Object self = woven.make("Example");
    Woven.call(self.getClass(), self, "next");
    assertEquals(List.of("next Boolean:false state"), woven.lines());
  }

  @Test
  void methodsThatNoRuleNamesAreCopiedAsTheyAre() throws Exception {
    byte[] plain =
        Sources.compile(
                "Example",
                """
                public class Example {
                  public int get(int i) { return i; }
                  public int other(int i) { return i > 3 ? i : -i; }
                }
                """,
                17)
            .get("Example");
    assertNull(Weaver.weave(plain, Woven.handled("absent"), false, false, false, true));
    byte[] changed = Weaver.weave(plain, Woven.handled("get"), false, false, false, true);
    assertArrayEquals(code(plain, "other"), code(changed, "other"));
  }

  /** The instructions of one method, as text. */
  private static String[] code(byte[] classFile, String method) {
    List<String> opcodes = new java.util.ArrayList<>();
    new ClassReader(classFile)
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public MethodVisitor visitMethod(
                  int access, String name, String descriptor, String signature, String[] thrown) {
                return !name.equals(method)
                    ? null
                    : new MethodVisitor(Opcodes.ASM9) {
                      @Override
                      public void visitInsn(int opcode) {
                        opcodes.add("" + opcode);
                      }

                      @Override
                      public void visitVarInsn(int opcode, int slot) {
                        opcodes.add(opcode + " " + slot);
                      }

                      @Override
                      public void visitJumpInsn(int opcode, Label label) {
                        opcodes.add(opcode + " jump");
                      }

                      @Override
                      public void visitMethodInsn(
                          int opcode, String owner, String called, String type, boolean ofIface) {
                        opcodes.add(opcode + " " + owner + "." + called);
                      }

                      @Override
                      public void visitMaxs(int stack, int locals) {
                        opcodes.add(stack + " " + locals);
                      }
                    };
              }
            },
            0);
    return opcodes.toArray(new String[0]);
  }
}
