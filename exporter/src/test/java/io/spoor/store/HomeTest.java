package io.spoor.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {

  @TempDir Path folder;

  @Test
  void createdForTheOwnerAlone() throws IOException {
    Home home = new Home(folder.resolve("a/b").toFile());

    assertNull(home.problem());
    assertEquals(
        "rwx------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("a/b"))));
    assertNull(home.problem());
  }

  @Test
  void inTheWay() throws IOException {
    Files.writeString(folder.resolve("file"), "");
    File root = folder.resolve("file/home").toFile();

    String problem = new Home(root).problem();
    assertTrue(problem.startsWith("The home folder " + root + " cannot be created: "), problem);
  }

  @Test
  void readOnlyFileSystem() {
    String problem = new Home(new File("/proc/spoor")).problem();

    assertTrue(problem.startsWith("The home folder /proc/spoor cannot be created: "), problem);
  }
}
