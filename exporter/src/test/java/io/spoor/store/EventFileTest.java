package io.spoor.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spoor.files.Reason;
import io.spoor.model.RunEvent;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventFileTest {

  private static final UUID RUN = UUID.fromString("0195f3a0-7b1c-7d2e-8f3a-4b5c6d7e8f90");
  private static final String START = Lines.line(RunEvent.Type.START, RUN, "nightly");
  private static final String FAIL = Lines.line(RunEvent.Type.FAIL, RUN, "n\u00e4chtlich");

  @TempDir Path folder;

  @Test
  void linesInOrderForTheOwnerAlone() throws IOException {
    Path path = folder.resolve("events/run.jsonl");
    EventFile file = new EventFile(path.toFile());
    file.append(START);
    assertFalse(file.ended(RUN));
    file.append(FAIL);

    assertEquals(START + "\n" + FAIL + "\n", Files.readString(path));
    assertTrue(file.ended(RUN));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
    assertEquals(
        "rwx------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(path.getParent())));
  }

  @Test
  void noFileHasNotEnded() throws IOException {
    assertFalse(new EventFile(folder.resolve("none").toFile()).ended(RUN));
  }

  /** The runs of units of work are in the file too: their ends are not its end. */
  @Test
  void theEndOfAnotherRunIsNone() throws IOException {
    EventFile file = new EventFile(folder.resolve("run.jsonl").toFile());
    file.append(START);
    file.append(Lines.line(RunEvent.Type.COMPLETE, new UUID(1, 2), "nightly.step"));
    assertFalse(file.ended(RUN));
  }

  /** A JVM died after each byte of a line; the next event leaves no broken line behind. */
  @Test
  void brokenLineOfADeadJvmGoesAndAWholeOneStays() throws IOException {
    byte[] fail = FAIL.getBytes(StandardCharsets.UTF_8);
    for (int length = 0; length <= fail.length; length++) {
      Path path = folder.resolve(length + ".jsonl");
      Files.writeString(path, START + "\n");
      byte[] begun = java.util.Arrays.copyOf(fail, length);
      Files.write(path, begun, java.nio.file.StandardOpenOption.APPEND);
      EventFile file = new EventFile(path.toFile());

      assertEquals(length == fail.length, file.ended(RUN));
      file.append(FAIL);
      String whole = length == fail.length ? FAIL + "\n" : "";
      assertEquals(START + "\n" + whole + FAIL + "\n", Files.readString(path));
    }
  }

  @Test
  void longBrokenLine() throws IOException {
    Path path = folder.resolve("long.jsonl");
    Files.writeString(path, START + "\n" + "x".repeat(30000));
    new EventFile(path.toFile()).append(FAIL);

    assertEquals(START + "\n" + FAIL + "\n", Files.readString(path));
  }

  @Test
  void failureHalfWayLeavesTheFileAsItWas() throws IOException {
    Path path = folder.resolve("half.jsonl");
    new EventFile(path.toFile()).append(START);
    EventFile full =
        new EventFile(path.toFile()) {
          @Override
          void write(RandomAccessFile out, byte[] bytes) throws IOException {
            out.write(bytes, 0, bytes.length / 2);
            throw new IOException("No space left on device");
          }
        };

    IOException failure = assertThrows(IOException.class, () -> full.append(FAIL));
    assertEquals("no space left on device", Reason.of(failure));
    assertEquals(START + "\n", Files.readString(path));
    new EventFile(path.toFile()).append(FAIL);
    assertEquals(START + "\n" + FAIL + "\n", Files.readString(path));
  }

  @Test
  void fullDevice() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("f.jsonl"), Path.of("/dev/full"));

    IOException failure =
        assertThrows(IOException.class, () -> new EventFile(link.toFile()).append(START));
    assertEquals("no space left on device", Reason.of(failure));
  }
}
