package io.spoor.boot.weave;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spoor.instrumentation.Descriptions;
import io.spoor.instrumentation.IndexFile;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Attribute;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.TypePath;

/**
 * The weaver writes the very classes that ASM would: both are read by ASM and written again, which
 * leaves nothing of how they were laid out, and compared byte by byte.
 */
class WeaverAgainstAsmTest {

  /** Entry, return and throw of every method, with all that can be handed over. */
  private static final HookRule[] EVERYTHING = Woven.handled("*");

  private static final HookIndex INDEX = HookIndex.of(IndexFile.of(Descriptions.compile()), null);

  /** Classes of old and new javac, of other compilers and of an obfuscator. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "h2-",
        "hsqldb-",
        "derby-",
        "postgresql-",
        "mssql-jdbc-",
        "jcc-",
        "jtds-",
        "sqlite-jdbc-",
        "mariadb-java-client-"
      })
  void everyMethodOfADriver(String prefix) throws IOException {
    int same = 0;
    int tooFar = 0;
    try (ZipFile jar = new ZipFile(jar(prefix))) {
      for (ZipEntry entry : jar.stream().filter(WeaverAgainstAsmTest::isClass).toList()) {
        byte[] classFile;
        try (InputStream in = jar.getInputStream(entry)) {
          classFile = in.readAllBytes();
        }
        if (isSame(classFile, EVERYTHING, true, false, false)) {
          same++;
        } else {
          tooFar++;
        }
      }
    }
    assertTrue(same > 40, "only " + same);
    assertTrue(tooFar * 100 <= same, tooFar + " would be too long, of " + same);
  }

  private static boolean isClass(ZipEntry entry) {
    return entry.getName().endsWith(".class") && !entry.getName().endsWith("module-info.class");
  }

  @Test
  void everyMethodOfTheJdkThatRunsThis() throws IOException {
    Path base = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules/java.base/java");
    List<Path> classes;
    try (Stream<Path> all = Files.walk(base)) {
      classes = all.filter(path -> path.toString().endsWith(".class")).toList();
    }
    int same = 0;
    for (Path each : classes) {
      same += isSame(Files.readAllBytes(each), EVERYTHING, false, false, false) ? 1 : 0;
    }
    assertTrue(same > 1500, "only " + same);
  }

  @Test
  void theJdksOwnHooks() throws IOException {
    int same = 0;
    for (String type : INDEX.types()) {
      try (InputStream in = ClassLoader.getSystemResourceAsStream(type + ".class")) {
        if (in != null) {
          assertTrue(isSame(in.readAllBytes(), INDEX.rules(type), false, false, false), type);
          same++;
        }
      }
    }
    assertTrue(same > 5, "only " + same);
  }

  @Test
  void theHooksOfAllRolesWithAndWithoutFieldAndWovenParent() throws IOException {
    List<HookRule> rules = new ArrayList<>();
    for (String type : INDEX.types()) {
      if (type.startsWith("=")) {
        rules.addAll(Arrays.asList(INDEX.rules(type)));
      }
    }
    HookRule[] all = rules.toArray(new HookRule[0]);
    try (ZipFile jar = new ZipFile(jar("h2-"))) {
      for (ZipEntry entry : jar.stream().filter(WeaverAgainstAsmTest::isClass).toList()) {
        if (entry.getName().startsWith("org/h2/jdbc")) {
          byte[] classFile = jar.getInputStream(entry).readAllBytes();
          assertTrue(isSame(classFile, all, true, false, false), entry.getName());
          assertTrue(isSame(classFile, all, false, true, true), entry.getName());
          assertTrue(isSame(classFile, all, false, false, false), entry.getName());
        }
      }
    }
  }

  private static String jar(String prefix) {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(path -> new File(path).getName().startsWith(prefix))
        .findFirst()
        .orElseThrow();
  }

  /** False where hooks make a method too long or a jump too far: both must say so then. */
  private static boolean isSame(
      byte[] classFile,
      HookRule[] rules,
      boolean addField,
      boolean superIsCarrier,
      boolean superIsWoven) {
    byte[] ours;
    try {
      ours = Weaver.weave(classFile, rules, addField, superIsCarrier, superIsWoven, false);
    } catch (IllegalStateException e) {
      assertTrue(e.getMessage().contains("would be too"), e.getMessage());
      return false;
    }
    byte[] asm;
    try {
      asm = AsmWeaver.weave(classFile, rules, addField, superIsCarrier, superIsWoven, false);
    } catch (MethodTooLargeException e) {
      return false;
    }
    if (asm == null) {
      assertNull(ours);
      return true;
    }
    String name = new ClassReader(classFile).getClassName();
    assertEquals(name, new ClassReader(ours).getClassName());
    assertArrayEquals(normal(asm), normal(ours), name);
    return true;
  }

  private static byte[] normal(byte[] classFile) {
    ClassWriter writer = new ClassWriter(0);
    new ClassReader(classFile).accept(new WithoutTypesInCode(writer), 0);
    return writer.toByteArray();
  }

  /** Annotations on types within code are left out by the weaver on purpose. */
  private static final class WithoutTypesInCode extends ClassVisitor {

    WithoutTypesInCode(ClassVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] thrown) {
      return new MethodVisitor(
          Opcodes.ASM9, super.visitMethod(access, name, descriptor, signature, thrown)) {
        @Override
        public AnnotationVisitor visitInsnAnnotation(int ref, TypePath path, String d, boolean v) {
          return null;
        }

        @Override
        public AnnotationVisitor visitTryCatchAnnotation(
            int ref, TypePath path, String d, boolean v) {
          return null;
        }

        @Override
        public AnnotationVisitor visitLocalVariableAnnotation(
            int ref, TypePath path, Label[] from, Label[] to, int[] at, String d, boolean v) {
          return null;
        }

        @Override
        public void visitAttribute(Attribute attribute) {}
      };
    }
  }
}
