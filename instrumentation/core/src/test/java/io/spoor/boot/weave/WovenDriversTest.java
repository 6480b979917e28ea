package io.spoor.boot.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spoor.instrumentation.Descriptions;
import io.spoor.instrumentation.IndexFile;
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
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
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

  /** Drivers that need a server which cannot be had here, or libraries that are not wanted here. */
  private static final List<String> OTHER_DRIVERS =
      List.of(
          "duckdb_jdbc-",
          "mssql-jdbc-",
          "ojdbc8-",
          "jcc-",
          "redshift-jdbc42-",
          "clickhouse-jdbc-",
          "trino-jdbc-",
          "jtds-",
          "derbyclient-",
          "mysql-connector-java-",
          "p6spy-");

  private static final HookIndex INDEX = HookIndex.of(IndexFile.of(Descriptions.compile()), null);

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
        if (entry.getName().endsWith(".class") && !type.startsWith("META-INF/")) {
          Integer known = INDEX.driver(type);
          int shape =
              known != null
                  ? known
                  : LibraryShape.isCandidate(type)
                      ? LibraryShape.of(loader, zip.getInputStream(entry).readAllBytes())
                      : 0;
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
      "connection",
      "statement",
      "prepared",
      "results",
      "driver",
      "delegate",
      "serializable",
      "provider",
      "inherits",
      "pooled",
      "resource",
      "bulk",
      "metadata"
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

  @Test
  void rolesOfDriversThatCannotBeRun() throws IOException {
    List<String> roles = new ArrayList<>();
    for (String driver : OTHER_DRIVERS) {
      roles.addAll(roles(driver));
    }
    assertEquals(String.join("\n", resource("other-roles.txt")), String.join("\n", roles));
  }

  /**
   * What the index says about classes by name may add to what their headers say, not contradict.
   */
  @Test
  void driversThatAreKnownByNameAreWhatTheirHeadersSay() throws IOException {
    ClassLoader loader = WovenDriversTest.class.getClassLoader();
    List<String> wrong = new ArrayList<>();
    int known = 0;
    for (String line : Descriptions.compile()) {
      String type = line.startsWith("driver ") ? line.split(" ")[1] : null;
      if (type != null) {
        known++;
        try (var in = loader.getResourceAsStream(type + ".class")) {
          int says = INDEX.driver(type);
          int is = in == null ? -1 : LibraryShape.of(loader, in.readAllBytes());
          if ((is & ~says) != 0) {
            wrong.add(type + ":" + words(says) + " but" + words(is));
          }
        }
      }
    }
    assertEquals(List.of(), wrong);
    assertTrue(known > 20, "only " + known);
  }

  @TestFactory
  Stream<DynamicTest> wovenClassesLinkAndEveryHookOfTheJdkMeetsAMethod() throws IOException {
    Path classes = folder.resolve("classes");
    Sources.ofThisPackage(classes, "LinkWoven");
    return Jdk.found().stream()
        .map(
            jdk ->
                DynamicTest.dynamicTest(
                    jdk.toString(),
                    () ->
                        assertEquals(
                            String.join("\n", resource("woven.txt")),
                            String.join("\n", link(jdk, classes, DRIVERS)))));
  }

  /** ClickHouse's has parents in other jars, which are not here. */
  @Test
  void wovenClassesOfDriversThatCannotBeRunLink() throws IOException, InterruptedException {
    Path classes = folder.resolve("classes");
    Sources.ofThisPackage(classes, "LinkWoven");
    List<Jdk> jdks = Jdk.found();
    List<String> drivers = new ArrayList<>(OTHER_DRIVERS);
    drivers.remove("clickhouse-jdbc-");
    List<String> bad = new ArrayList<>();
    int linked = 0;
    for (String line : link(jdks.get(jdks.size() - 1), classes, drivers)) {
      linked += line.startsWith("woven ") && line.endsWith(" linked") ? 1 : 0;
      if (!line.endsWith(" linked") && !line.startsWith("jdk ")) {
        bad.add(line);
      }
    }
    assertEquals(List.of("failures 0 null"), bad);
    assertTrue(linked > 70, "only " + linked);
  }

  private List<String> link(Jdk jdk, Path classes, List<String> drivers)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add("io.spoor.boot.weave.LinkWoven");
    command.add(folder.resolve("jdk" + jdk.version()).toString());
    for (String each : drivers) {
      command.add(jar(each));
    }
    List<String> lines = new ArrayList<>(jdk.run(List.of(), List.of(), classes, command));
    lines.sort(null);
    return lines;
  }
}
