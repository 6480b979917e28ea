package io.spoor.build;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

class AgentJarTest {

  @TempDir Path folder;

  private static byte[] type(String name, String superName) {
    return type(Opcodes.V1_8, name, superName);
  }

  private static byte[] type(int version, String name, String superName) {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(version, Opcodes.ACC_PUBLIC, name, null, superName, null);
    writer.visitEnd();
    return writer.toByteArray();
  }

  /**
   * A class with the methods that the JVM starts an agent by, and one more.
   *
   * @param more a flag of the former
   */
  private static byte[] premain(int more) {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(
        Opcodes.V1_8, Opcodes.ACC_PUBLIC, "io/spoor/boot/Premain", null, "java/lang/Object", null);
    int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC | Opcodes.ACC_NATIVE;
    String descriptor = "(Ljava/lang/String;Ljava/lang/instrument/Instrumentation;)V";
    writer.visitMethod(access | more, "premain", descriptor, null, null).visitEnd();
    writer.visitMethod(access | more, "agentmain", descriptor, null, null).visitEnd();
    writer.visitMethod(access, "start", descriptor, null, null).visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }

  private Path classes() throws IOException {
    Path classes = folder.resolve("classes");
    put(classes, "io/spoor/boot/Premain.class", premain(0));
    put(classes, "io/spoor/boot/hooks.index", "index".getBytes(StandardCharsets.UTF_8));
    put(classes, "io/spoor/boot/weave/W.class", type("io/spoor/boot/weave/W", "java/lang/Object"));
    put(
        classes,
        "io/spoor/boot/Later.class",
        type(Opcodes.V9, "io/spoor/boot/Later", "java/lang/Object"));
    put(classes, "io/spoor/agent/R.class", type("io/spoor/agent/R", "java/lang/Object"));
    put(classes, "io/spoor/build/B.class", type("io/spoor/build/B", "java/lang/Object"));
    put(classes, "java/lang/SpoorHooks.class", type("java/lang/SpoorHooks", "java/lang/Object"));
    put(classes, "java/lang/Shutdown.class", type("java/lang/Shutdown", "java/lang/Object"));
    put(classes, "sun/misc/SpoorDefiner.class", type("sun/misc/SpoorDefiner", "java/lang/Object"));
    put(classes, "sun/misc/Unsafe.class", type("sun/misc/Unsafe", "java/lang/Object"));
    put(
        classes,
        "jdk/internal/misc/Unsafe.class",
        type("jdk/internal/misc/Unsafe", "java/lang/Object"));
    put(classes, "module-info.class", new byte[] {1});
    return classes;
  }

  private static void put(Path root, String name, byte[] bytes) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  private Path library() throws IOException {
    Map<String, byte[]> entries = new TreeMap<>();
    entries.put("com/lib/L.class", type("com/lib/L", "java/lang/Object"));
    entries.put("META-INF/services/com.lib.S", new byte[] {'x'});
    entries.put("META-INF/LICENSE.txt", new byte[] {'l'});
    entries.put("META-INF/versions/9/com/lib/L.class", new byte[] {1});
    entries.put("META-INF/maven/x/pom.xml", new byte[] {1});
    entries.put("META-INF/MANIFEST.MF", new byte[] {1});
    Path jar = folder.resolve("lib-1.0.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        ZipOutputStream out = new ZipOutputStream(file)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        out.putNextEntry(new ZipEntry(entry.getKey()));
        out.write(entry.getValue());
        out.closeEntry();
      }
    }
    return jar;
  }

  private Path build(String name, Path... sources) throws IOException {
    Path jar = folder.resolve(name);
    List<String> paths = new ArrayList<>();
    for (Path source : sources) {
      paths.add(source.toString());
    }
    AgentJar.main(new String[] {jar.toString(), "1.2.3", String.join(File.pathSeparator, paths)});
    return jar;
  }

  @Test
  void theJvmFindsItsEntryPointsAndEverythingElseLiesInPacks() throws IOException {
    Path jar = build("agent.jar", classes(), library());
    try (JarFile file = new JarFile(jar.toFile())) {
      List<String> names = file.stream().map(ZipEntry::getName).toList();
      assertEquals(
          List.of(
              "META-INF/MANIFEST.MF",
              "spoor/boot.pack",
              "spoor/runtime.pack",
              "spoor/tools.pack",
              "META-INF/licenses/lib-1.0.jar/LICENSE.txt",
              "io/spoor/boot/Premain.class"),
          names);
      assertEquals(ZipEntry.STORED, file.getEntry("spoor/boot.pack").getMethod());
      assertArrayEquals(premain(Opcodes.ACC_VARARGS), read(file, "io/spoor/boot/Premain.class"));
      Map<String, byte[]> boot = pack(file, "spoor/boot.pack");
      assertEquals(
          List.of(
              "io.spoor.boot.Later",
              "io.spoor.boot.weave.W",
              "io/spoor/boot/hooks.index",
              "java/lang/SpoorHooks",
              "sun/misc/SpoorDefiner"),
          List.copyOf(boot.keySet()));
      assertArrayEquals(
          type("io/spoor/boot/Later", "java/lang/Object"), boot.get("io.spoor.boot.Later"));
      Map<String, byte[]> runtime = pack(file, "spoor/runtime.pack");
      assertEquals(List.of("io.spoor.agent.R", "version"), List.copyOf(runtime.keySet()));
      assertEquals("1.2.3", new String(runtime.get("version"), StandardCharsets.UTF_8));
      Map<String, byte[]> tools = pack(file, "spoor/tools.pack");
      assertEquals(
          List.of("META-INF/services/com.lib.S", "com.lib.L"), List.copyOf(tools.keySet()));
      var manifest = file.getManifest().getMainAttributes();
      assertEquals(
          List.of("io.spoor.boot.Premain", "io.spoor.boot.Premain", "io.spoor.boot.Main", "true"),
          List.of(
              manifest.getValue("Premain-Class"),
              manifest.getValue("Agent-Class"),
              manifest.getValue("Main-Class"),
              manifest.getValue("Can-Retransform-Classes")));
    }
  }

  private static Map<String, byte[]> pack(JarFile file, String name) throws IOException {
    Map<String, byte[]> parts = new TreeMap<>();
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(read(file, name)))) {
      in.skipNBytes(4L * in.readInt());
      while (in.available() > 0) {
        String part = new String(in.readNBytes(in.readUnsignedByte()), StandardCharsets.US_ASCII);
        parts.put(part, in.readNBytes(in.readInt()));
      }
    }
    return parts;
  }

  private static byte[] read(JarFile file, String name) throws IOException {
    return file.getInputStream(file.getEntry(name)).readAllBytes();
  }

  @Test
  void theSameInputGivesTheSameBytesInEveryTimeZone() throws Exception {
    byte[] here = Files.readAllBytes(build("a.jar", classes(), library()));
    for (String zone : List.of("Pacific/Auckland", "America/Los_Angeles")) {
      Path there = folder.resolve("b.jar");
      Process build =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Duser.timezone=" + zone,
                  "-cp",
                  System.getProperty("java.class.path"),
                  "io.spoor.build.AgentJar",
                  there.toString(),
                  "1.2.3",
                  folder.resolve("classes") + File.pathSeparator + folder.resolve("lib-1.0.jar"))
              .inheritIO()
              .start();
      assertEquals(0, build.waitFor());
      assertArrayEquals(here, Files.readAllBytes(there));
    }
  }

  @Test
  void twoFilesOfOneNameAreRefused() throws IOException {
    Path other = folder.resolve("other");
    put(other, "com/lib/L.class", type("com/lib/L", "java/lang/Object"));
    Path library = library();
    IllegalStateException e =
        assertThrows(IllegalStateException.class, () -> build("c.jar", library, other));
    assertEquals("two files would be com.lib.L in spoor/tools.pack", e.getMessage());
  }
}
