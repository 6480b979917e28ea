package io.spoor.boot.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Which classes of drivers and pools are woven, and that they link on every JDK. */
class WovenDriversTest {

  private static final List<String> DRIVERS =
      List.of(
          "h2-",
          "hsqldb-",
          "sqlite-jdbc-",
          "derby-",
          "postgresql-",
          "mysql-connector-j-",
          "mariadb-java-client-",
          "HikariCP-",
          "commons-dbcp2-",
          "commons-pool2-");

  @TempDir Path folder;

  /** The jar of the class path whose name begins so. */
  private static String jar(String prefix) {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(path -> new File(path).getName().startsWith(prefix))
        .findFirst()
        .orElseThrow();
  }

  /** Every class that plays a part, with its roles. */
  private static List<String> roles(String jar) {
    TreeSet<String> lines = new TreeSet<>();
    ClassLoader loader = WovenDriversTest.class.getClassLoader();
    try (ZipFile zip = new ZipFile(jar(jar))) {
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        String type = entry.getName().replace(".class", "");
        if (entry.getName().endsWith(".class")
            && !type.startsWith("META-INF/")
            && LibraryShape.isCandidate(type)) {
          int shape = LibraryShape.of(loader, zip.getInputStream(entry).readAllBytes());
          if ((shape & LibraryShape.ROLES) != 0) {
            lines.add(type + ":" + words(shape));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(lines);
  }

  private static String words(int shape) {
    String[] words = {
      "connection", "statement", "prepared", "results", "driver", "delegate", "serializable"
    };
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words.length; i++) {
      if ((shape & 1 << i) != 0) {
        text.append(' ').append(words[i]);
      }
    }
    return text.toString();
  }

  /** Lines of a resource beside this class; lines that begin with # explain. */
  private static List<String> resource(String name) throws IOException {
    try (var in = WovenDriversTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    }
  }

  @Test
  void rolesAreReadFromHeadersAndPoolsOnlyDelegate() throws IOException {
    List<String> roles = new ArrayList<>();
    for (String driver : DRIVERS) {
      roles.addAll(roles(driver));
    }
    assertEquals(String.join("\n", resource("roles.txt")), String.join("\n", roles));
  }

  @TestFactory
  Stream<DynamicTest> wovenClassesLinkAndEveryHookOfTheJdkMeetsAMethod() throws IOException {
    Path classes = folder.resolve("classes");
    Sources.ofThisPackage(classes, "LinkWoven");
    return Jdk.found().stream()
        .map(
            jdk ->
                DynamicTest.dynamicTest(
                    jdk.toString(), () ->
                        assertEquals(
                            String.join("\n", resource("woven.txt")),
                            String.join("\n", link(jdk, classes)))));
  }

  private List<String> link(Jdk jdk, Path classes) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add("io.spoor.boot.weave.LinkWoven");
    command.add(folder.resolve("jdk" + jdk.version()).toString());
    for (String each : DRIVERS) {
      command.add(jar(each));
    }
    List<String> lines = new ArrayList<>(jdk.run(List.of(), List.of(), classes, command));
    lines.sort(null);
    return lines;
  }
}
