package io.spoor.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.spoor.files.Refuge;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomesTest {

  @TempDir Path folder;

  private static File withUserHome(String userHome, String arguments) {
    String before = System.getProperty("user.home");
    System.setProperty("user.home", userHome);
    try {
      return Homes.choose(Options.parse(arguments));
    } finally {
      System.setProperty("user.home", before);
    }
  }

  @Test
  void theSettingThenTheUsersThenTheTemporaryFolder() {
    assertEquals(new File("/var/spoor"), withUserHome("/home/bob", "home=/var/spoor"));
    assertEquals(new File("spoor").getAbsoluteFile(), withUserHome("/home/bob", "home=spoor"));
    assertEquals(new File("/home/bob/.spoor"), withUserHome("/home/bob", ""));
    assertEquals(new File("/home/bob/.spoor"), withUserHome("/home/bob", "home="));
    assertEquals(
        new File(System.getProperty("java.io.tmpdir"), "spoor-" + System.getProperty("user.name")),
        withUserHome("?", ""));
  }

  @Test
  void theTemporaryFolderIsTheRefugeOfAllOfSpoor() {
    String before = System.getProperty("user.name");
    System.setProperty("user.name", "corp/bob?");
    try {
      assertEquals(Refuge.folder(), withUserHome("?", ""));
    } finally {
      System.setProperty("user.name", before);
    }
  }

  @Test
  void nobodysSettingsAreReadFromTheTemporaryFolder() throws IOException {
    String before = System.getProperty("java.io.tmpdir");
    System.setProperty("java.io.tmpdir", folder.toString());
    try {
      File home = withUserHome("?", "");
      Files.createDirectories(home.toPath());
      Files.writeString(home.toPath().resolve("spoor.properties"), "sink.path=/tmp/evil.jar\n");
      assertEquals(Map.of(), Homes.properties(home));
    } finally {
      System.setProperty("java.io.tmpdir", before);
    }
  }

  @Test
  void propertiesOfAHome() throws IOException {
    assertEquals(Map.of(), Homes.properties(folder.toFile()));
    Files.writeString(folder.resolve("spoor.properties"), "sink = console\n# no\nenabled:false\n");
    assertEquals(Map.of("sink", "console", "enabled", "false"), Homes.properties(folder.toFile()));
  }

  @Test
  void aBrokenEscapeIsToldWithoutContent() throws IOException {
    Files.writeString(folder.resolve("spoor.properties"), "token=secret\\u12");
    IOException e = assertThrows(IOException.class, () -> Homes.properties(folder.toFile()));
    assertEquals("a \\u escape in it is not four hexadecimal digits", e.getMessage());
  }
}
