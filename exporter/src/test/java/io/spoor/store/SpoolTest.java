package io.spoor.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spoor.log.MemoryLog;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {

  private static final UUID RUN = UUID.fromString("0195f3a0-7b1c-7d2e-8f3a-4b5c6d7e8f90");

  @TempDir Path temp;

  private final MemoryLog log = new MemoryLog();
  private File folder;

  @BeforeEach
  void open() {
    folder = temp.resolve("spool/http").toFile();
  }

  @Test
  void keptUntilRemoved() throws IOException {
    Spool spool = spool(1000);
    File file = spool.put(RUN, "{\"\u00e4\":1}");

    assertTrue(
        file.getName().matches("\\d{8}T\\d{6}\\.\\d{3}Z-" + RUN + "-[0-9a-f]{8}\\.000000\\.json"));
    assertEquals("{\"\u00e4\":1}", spool.read(file));
    assertEquals(
        "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file.toPath())));
    assertEquals(List.of(), spool.adopt(), "what is one's own is not adopted");
    spool.remove(file);
    spool.close();
    assertEquals(0, folder.list().length);
  }

  @Test
  void whatIsLeftIsAdoptedInOrder() throws IOException {
    Spool first = spool(100000);
    Spool second = spool(100000);
    List<File> all = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      all.add((i % 3 == 0 ? second : first).put(new UUID(1, i % 3 == 0 ? 1 : 2), "e" + i));
    }
    first.close();
    second.close();
    Spool next = spool(100000);
    next.put(RUN, "own");

    List<File> adopted = next.adopt();
    all.sort(null);
    assertEquals(all, adopted);
    List<String> ofOneRun = new ArrayList<>();
    for (File file : adopted) {
      String event = next.read(file);
      if (Integer.parseInt(event.substring(1)) % 3 != 0) {
        ofOneRun.add(event);
      }
      next.remove(file);
    }
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      if (i % 3 != 0) {
        expected.add("e" + i);
      }
    }
    assertEquals(expected, ofOneRun);
    next.close();
    assertEquals(2, folder.list().length, "the event of its own and its owner");
  }

  @Test
  void liveJvmsAreLeftAlone() throws Exception {
    try (OtherJvm other = OtherJvm.start(HoldSpool.class, folder.getPath())) {
      assertEquals("ready", other.line());
      Spool spool = spool(100000);
      assertEquals(List.of(), spool.adopt());

      other.kill();
      List<File> adopted = spool.adopt();
      assertEquals(1, adopted.size());
      assertEquals("of another JVM", spool.read(adopted.get(0)));
      try (OtherJvm third = OtherJvm.start(CountAdopted.class, folder.getPath())) {
        assertEquals("0", third.line(), "adopted by one only");
      }
      spool.close();
      try (OtherJvm third = OtherJvm.start(CountAdopted.class, folder.getPath())) {
        assertEquals("1", third.line());
      }
    }
  }

  @Test
  void oldestGoWhenItIsFull() throws IOException {
    Spool spool = spool(50);
    List<File> files = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      files.add(spool.put(RUN, "ten bytes" + i));
    }

    assertEquals(3, spool.dropped());
    assertEquals(List.of(false, false, false, true, true, true, true, true), exist(files));
    assertEquals(
        List.of(
            "WARN The oldest undelivered events in "
                + folder
                + " are being dropped, because there is more than spool.max.mb allows; see why the"
                + " sink takes none, or raise the limit."),
        log.lines());
    assertThrows(IOException.class, () -> spool.put(RUN, "x".repeat(51)));
    spool.close();
  }

  @Test
  void removedOnesMakeRoom() throws IOException {
    Spool spool = spool(50);
    for (int i = 0; i < 100; i++) {
      spool.remove(spool.put(RUN, "ten bytes "));
    }

    assertEquals(0, spool.dropped());
    spool.close();
  }

  @Test
  void tooOldOnesAreNotSent() throws IOException {
    Spool before = spool(1000);
    File old = before.put(RUN, "old");
    File young = before.put(RUN, "young");
    before.close();
    Files.setLastModifiedTime(
        old.toPath(), FileTime.from(Instant.now().minus(31, ChronoUnit.DAYS)));
    Spool spool = spool(1000);

    assertEquals(List.of(young), spool.adopt());
    assertFalse(old.exists());
    assertEquals(1, spool.dropped());
    spool.close();
  }

  @Test
  void refusedOnesAreKeptApartAndBounded() throws IOException {
    Spool spool = spool(800);
    List<File> files = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      File file = spool.put(RUN, "ten bytes ");
      files.add(file);
      spool.refuse(file);
      assertFalse(file.exists());
    }
    String[] refused = new File(folder, "refused").list();
    Arrays.sort(refused);

    assertEquals(files.subList(10, 20).stream().map(File::getName).toList(), List.of(refused));
    spool.close();
    assertEquals(List.of(), spool(800).adopt(), "never sent again");
  }

  @Test
  void halfWrittenFilesOfADeadJvmGo() throws IOException {
    Files.createDirectories(folder.toPath());
    Path part =
        folder.toPath().resolve("20260101T000000.000Z-" + RUN + "-00c0ffee.000001.json.part");
    Files.writeString(part, "{\"ev");
    Spool spool = spool(1000);

    assertEquals(List.of(), spool.adopt());
    assertFalse(Files.exists(part));
    spool.close();
    assertEquals(0, folder.list().length);
  }

  @Test
  void folderThatCannotBeWritten() throws IOException {
    Files.writeString(temp.resolve("spool"), "in the way");

    assertThrows(IOException.class, () -> spool(1000).put(RUN, "x"));
    assertEquals(List.of(), spool(1000).adopt());
  }

  private Spool spool(long bytes) {
    return new Spool(folder, bytes, 30, log);
  }

  private static List<Boolean> exist(List<File> files) {
    return files.stream().map(File::exists).toList();
  }

  /** A JVM that has an event to send. */
  public static final class HoldSpool {

    private HoldSpool() {}

    public static void main(String[] args) throws Exception {
      new Spool(new File(args[0]), 1000, 30, new MemoryLog()).put(RUN, "of another JVM");
      System.out.println("ready");
      System.in.read();
    }
  }

  /** A JVM that looks for what others left. */
  public static final class CountAdopted {

    private CountAdopted() {}

    public static void main(String[] args) {
      System.out.println(new Spool(new File(args[0]), 1000, 30, new MemoryLog()).adopt().size());
    }
  }
}
