package io.spoor.boot.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** Pools and frameworks hand calls on to a driver: nothing of theirs counts them once more. */
class WovenPoolsTest {

  private static final List<String> JARS =
      List.of(
          "HikariCP-",
          "commons-dbcp2-",
          "c3p0-",
          "mchange-commons-java-",
          "tomcat-jdbc-",
          "jooq-",
          "mybatis-",
          "druid-",
          "aws-advanced-jdbc-wrapper-",
          "log4jdbc-");

  /** The roles whose calls carry SQL and rows. */
  private static final int COUNTED =
      LibraryShape.CONNECTION
          | LibraryShape.STATEMENT
          | LibraryShape.PREPARED
          | LibraryShape.RESULTS;

  @Test
  void callsAreCountedInTheDriverAlone() throws IOException {
    List<String> counted = new ArrayList<>();
    int delegates = 0;
    for (String jar : JARS) {
      try (ZipFile zip = new ZipFile(path(jar))) {
        for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
          ZipEntry entry = all.nextElement();
          int shape = shape(zip, entry);
          if ((shape & LibraryShape.DELEGATE) != 0) {
            delegates++;
          } else if ((shape & COUNTED) != 0) {
            counted.add(entry.getName());
          }
        }
      }
    }
    assertEquals(List.of(), counted);
    assertTrue(delegates > 80, "only " + delegates);
  }

  /** As the transformer would find it. */
  private static int shape(ZipFile zip, ZipEntry entry) throws IOException {
    String type = entry.getName().replace(".class", "");
    if (!entry.getName().endsWith(".class") || !LibraryShape.isCandidate(type)) {
      return 0;
    }
    byte[] classFile = zip.getInputStream(entry).readAllBytes();
    return LibraryShape.of(WovenPoolsTest.class.getClassLoader(), classFile);
  }

  private static String path(String jar) {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(path -> new File(path).getName().startsWith(jar))
        .findFirst()
        .orElseThrow();
  }
}
