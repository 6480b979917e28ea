package io.spoor.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateFilesTest {

  @TempDir Path folder;

  @BeforeEach
  void permissionsAreKnownHere() {
    assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private Path folder(String permissions) throws IOException {
    Path made = Files.createDirectory(folder.resolve("made"));
    return Files.setPosixFilePermissions(made, PosixFilePermissions.fromString(permissions));
  }

  /** In a folder that others may enter they could open the file before it has its permissions. */
  @ParameterizedTest
  @ValueSource(strings = {"rwx------", "rwxr-xr-x", "rwx--x--x", "rwxrwxrwx"})
  void onlyTheOwnerMayReadAFileWhoeverMayEnterItsFolder(String permissions) throws IOException {
    Path file = folder(permissions).resolve("f");
    assertTrue(PrivateFiles.createFile(file.toFile()));
    assertEquals("rw-------", permissions(file));
    assertEquals(0, Files.size(file));
  }

  /** Who opens it in between reads what is written later. */
  @Test
  void whereOthersMayEnterNobodySeesItWithOtherPermissions() throws Exception {
    Path open = folder("rwxr-xr-x");
    AtomicReference<Path> next = new AtomicReference<>(open.resolve("0"));
    AtomicReference<String> seen = new AtomicReference<>();
    Thread other =
        new Thread(
            () -> {
              for (Path file = next.get(); file != null; file = next.get()) {
                try {
                  String permissions = permissions(file);
                  if (!permissions.equals("rw-------")) {
                    seen.set(permissions);
                  }
                } catch (IOException e) {
                  // Not there yet.
                  Thread.onSpinWait();
                }
              }
            });
    other.start();
    for (int i = 0; i < 3000; i++) {
      next.set(open.resolve(Integer.toString(i)));
      assertTrue(PrivateFiles.createFile(next.get().toFile()));
    }
    next.set(null);
    other.join();
    assertNull(seen.get());
  }

  @ParameterizedTest
  @ValueSource(strings = {"rwx------", "rwxr-xr-x"})
  void whatIsThereStays(String permissions) throws IOException {
    Path file = folder(permissions).resolve("f");
    Files.writeString(file, "x");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertFalse(PrivateFiles.createFile(file.toFile()));
    assertEquals("x", Files.readString(file));
    assertEquals("rw-r--r--", permissions(file));
  }

  /** It may lead anywhere, and somebody may have put it there for that. */
  @ParameterizedTest
  @ValueSource(strings = {"rwx------", "rwxr-xr-x"})
  void aLinkToNothingIsNotFollowed(String permissions) throws IOException {
    Path link = folder(permissions).resolve("f");
    Path target = folder.resolve("target");
    Files.createSymbolicLink(link, target);
    assertFalse(PrivateFiles.createFile(link.toFile()));
    assertFalse(Files.exists(target));
  }

  @Test
  void aFolderThatIsNotThere() {
    assertThrows(
        IOException.class, () -> PrivateFiles.createFile(folder.resolve("none/f").toFile()));
  }

  @Test
  void foldersAboveAreMadeToo() throws IOException {
    Path deep = folder.resolve("a/b/c");
    PrivateFiles.createFolder(deep.toFile());
    for (Path each = deep; !each.equals(folder); each = each.getParent()) {
      assertEquals("rwx------", permissions(each));
    }
    PrivateFiles.createFolder(deep.toFile());
    Path file = Files.createFile(folder.resolve("file"));
    assertThrows(IOException.class, () -> PrivateFiles.createFolder(file.toFile()));
  }

  @Test
  void whatIsOpenedIsMadeAndKept() throws IOException {
    Path file = folder("rwx------").resolve("f");
    try (RandomAccessFile opened = PrivateFiles.open(file.toFile())) {
      opened.write(1);
    }
    try (RandomAccessFile opened = PrivateFiles.open(file.toFile())) {
      assertEquals(1, opened.length());
    }
    assertEquals("rw-------", permissions(file));
  }
}
