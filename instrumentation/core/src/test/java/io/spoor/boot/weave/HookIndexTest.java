package io.spoor.boot.weave;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spoor.boot.record.FileOperations;
import io.spoor.instrumentation.Descriptions;
import io.spoor.instrumentation.IndexFile;
import io.spoor.instrumentation.library.LibraryCompiler;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

class HookIndexTest {

  private static HookIndex index() {
    return HookIndex.of(IndexFile.of(Descriptions.compile()), null);
  }

  /** The public static methods of the bridge, read from its class file. */
  private static Set<String> hooks() throws IOException {
    Path file = Path.of(System.getProperty("spoor.test.bridge"), "java/lang/SpoorHooks.class");
    Set<String> hooks = new TreeSet<>();
    new ClassReader(Files.readAllBytes(file))
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public MethodVisitor visitMethod(
                  int access, String name, String descriptor, String signature, String[] thrown) {
                int wanted = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC;
                if ((access & wanted) == wanted) {
                  hooks.add(name + descriptor);
                }
                return null;
              }
            },
            ClassReader.SKIP_CODE);
    return hooks;
  }

  @Test
  void everyRuleCallsAHookThatExistsWithAsManyArgumentsAsItTakes() throws IOException {
    Set<String> hooks = hooks();
    assertTrue(hooks.contains("next(ZLjava/lang/SpoorState;)V"), hooks::toString);
    HookIndex index = index();
    List<String> wrong = new ArrayList<>();
    int rules = 0;
    for (String type : index.types()) {
      for (HookRule rule : index.rules(type)) {
        rules++;
        boolean exists = hooks.contains(rule.hook + rule.hookDescriptor);
        int taken = Type.getArgumentTypes(rule.hookDescriptor).length;
        if (!exists || taken != rule.kinds.length) {
          wrong.add(type + " " + rule + " " + rule.hookDescriptor);
        }
      }
    }
    assertEquals(List.of(), wrong);
    assertTrue(rules > 100, "only " + rules + " rules");
  }

  @Test
  void everyHookButTheBridgesOwnHelpersIsCalledBySomeRule() throws IOException {
    Set<String> unused = new TreeSet<>(hooks());
    HookIndex index = index();
    for (String type : index.types()) {
      for (HookRule rule : index.rules(type)) {
        unused.remove(rule.hook + rule.hookDescriptor);
      }
    }
    // Those with a number of a call are placed by CallWeaver, and CallWeaverTest runs them.
    assertEquals(
        Set.of(
            "adding(Ljava/lang/Object;Ljava/lang/Object;I)V",
            "atEnd(Ljava/lang/Runnable;)V",
            "emptied(Ljava/lang/Object;I)V",
            "made(Ljava/lang/Object;I)V",
            "state(Ljava/lang/Object;)Ljava/lang/SpoorState;",
            "using(Ljava/lang/Object;I)V",
            "using(Ljava/lang/Object;Ljava/lang/Object;I)V"),
        unused);
  }

  @Test
  void namesTheClassesOfTheJdkAndTheRolesOfLibraries() {
    Set<String> ofTheJdk = new TreeSet<>(index().types());
    ofTheJdk.removeIf(index()::isLibrary);
    assertEquals(
        Set.of(
            "=bulk",
            "=connection",
            "=driver",
            "=metadata",
            "=prepared",
            "=provider",
            "=results",
            "=pooled",
            "=resource",
            "=statement",
            "java/io/FileInputStream",
            "java/io/FileOutputStream",
            "java/io/RandomAccessFile",
            "java/io/UnixFileSystem",
            "java/io/WinNTFileSystem",
            "java/lang/ProcessBuilder",
            "java/lang/Shutdown",
            "java/lang/Thread",
            "java/nio/file/CopyMoveHelper",
            "java/util/TaskQueue",
            "java/util/TimerThread",
            "java/util/concurrent/ScheduledThreadPoolExecutor",
            "java/util/concurrent/ScheduledThreadPoolExecutor$ScheduledFutureTask",
            "java/util/logging/FileHandler",
            "sun/nio/ch/FileChannelImpl",
            "sun/nio/ch/SimpleAsynchronousFileChannelImpl",
            "sun/nio/ch/WindowsAsynchronousFileChannelImpl",
            "sun/nio/fs/UnixFileSystemProvider",
            "sun/nio/fs/UnixSecureDirectoryStream",
            "sun/nio/fs/WindowsFileSystemProvider"),
        ofTheJdk);
  }

  @Test
  void theBuildsIndexIsWhatTheDescriptionsSay() throws IOException {
    Path built = Path.of(System.getProperty("spoor.test.classes"), "io/spoor/boot/hooks.index");
    List<String> lines = new ArrayList<>(Descriptions.compile());
    lines.addAll(Descriptions.compileLibraries(new File("src/main/libraries")).gates());
    assertArrayEquals(IndexFile.of(lines), Files.readAllBytes(built));
  }

  @Test
  void rulesThatAlwaysHoldAndRulesOfUnitsAreNotMixed() {
    List<String> lines = List.of("a/B", " run|()|*|E|closed|()V|", "+a/B");
    assertThrows(IllegalArgumentException.class, () -> IndexFile.of(lines));
  }

  @Test
  void fileOperationsHaveTheFirstIds() {
    assertEquals(
        Collections.nCopies(FileOperations.COUNT, FileOperations.class.getName()),
        index().handlers());
  }

  @Test
  void namesClassesOfTheJdkWithRules() {
    HookIndex index = index();
    assertEquals(
        List.of(true, true, false, false),
        List.of(
            index.names("java.io.FileInputStream"),
            index.names("java.lang.Thread"),
            index.names("java.lang.String"),
            index.names("java/io/FileInputStream")));
  }

  /** Not what getters call themselves, nor what tells of columns: that is no value of the row. */
  @Test
  void gettersOfResultSetsAlone() {
    List<String> met = new ArrayList<>();
    for (String getter :
        List.of("getString", "getHugeint", "getInternal", "getFixedString", "getColumnName")) {
      for (HookRule rule : index().rules("=results")) {
        if (rule.matches(getter, "(I)Ljava/lang/String;")) {
          met.add(getter);
        }
      }
    }
    assertEquals(List.of("getString", "getHugeint"), met);
  }

  /** Such classes are not looked for among our own descriptions: only users describe them. */
  @Test
  void noLibraryLiesWithinADatabaseOfTheJob() throws IOException {
    Set<String> gates = Descriptions.compileLibraries(new File("src/main/libraries")).gates();
    List<String> within = new ArrayList<>();
    for (String gate : gates) {
      if (LibraryShape.isWithinDatabase(gate.substring("gate ".length()) + "Any")) {
        within.add(gate);
      }
    }
    assertTrue(gates.size() > 20, gates::toString);
    assertEquals(List.of(), within);
  }

  @Test
  void everyDescribedClassOfALibraryIsFound() throws IOException {
    LibraryCompiler libraries = Descriptions.compileLibraries(new File("src/main/libraries"));
    List<String> lines = new ArrayList<>(Descriptions.compile());
    lines.addAll(libraries.gates());
    String text = String.join("\n", libraries.lines()) + "\n";
    HookIndex index =
        HookIndex.of(IndexFile.of(lines), () -> text.getBytes(StandardCharsets.ISO_8859_1));
    List<String> types = new ArrayList<>(libraries.lines());
    types.removeIf(line -> line.indexOf(' ') >= 0 || line.endsWith("**"));
    assertTrue(types.size() > 50, types::toString);
    types.removeIf(index::isDescribed);
    assertEquals(List.of(), types);
    assertTrue(index.isDescribed("hex/genmodel/algos/gbm/GbmMojoModel"));
    assertFalse(index.isDescribed("org/acme/Model"));
  }

  /** However short the beginning of its name is. */
  @Test
  void describedByUsers() {
    HookIndex index = HookIndex.of(IndexFile.of(List.of()), () -> new byte[0]);
    String rule = "\n run|()|*|E|closed|(Ljava/lang/Object;)V|this\n";
    String text = "gate a/B\na/B" + rule + "gate org/h2/tools/Csv\norg/h2/tools/Csv" + rule;
    index.describe(text.getBytes(StandardCharsets.ISO_8859_1));
    assertEquals(
        List.of(true, true, false, false),
        List.of(
            index.isDescribed("a/B"),
            index.isDescribed("org/h2/tools/Csv"),
            index.isDescribed("a/C"),
            index.isDescribed("a")));
    byte[] csv = withMethodRun("org/h2/tools/Csv");
    ClassLoader loader = HookIndexTest.class.getClassLoader();
    SpoorTransformer transformer = new SpoorTransformer(index, true);
    assertNotNull(transformer.transform(loader, "org/h2/tools/Csv", null, null, csv));
    assertNull(transformer.transform(loader, "org/h2/tools/Shell", null, null, csv));
    assertEquals(0, transformer.failures());
  }

  private static byte[] withMethodRun(String name) {
    ClassWriter type = new ClassWriter(0);
    type.visit(Opcodes.V1_8, Opcodes.ACC_PUBLIC, name, null, "java/lang/Object", null);
    MethodVisitor run = type.visitMethod(Opcodes.ACC_PUBLIC, "run", "()V", null, null);
    run.visitCode();
    run.visitInsn(Opcodes.RETURN);
    run.visitMaxs(0, 1);
    run.visitEnd();
    return type.toByteArray();
  }
}
