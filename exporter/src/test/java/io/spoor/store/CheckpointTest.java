package io.spoor.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spoor.log.MemoryLog;
import io.spoor.model.RunEvent;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {

  private static final UUID RUN = UUID.fromString("0195f3a0-7b1c-7d2e-8f3a-4b5c6d7e8f90");

  @TempDir Path folder;

  private final MemoryLog log = new MemoryLog();
  private File runs;

  @BeforeEach
  void open() {
    runs = folder.resolve("runs").toFile();
  }

  @Test
  void recordAsThePagesOfTheStoreSay() throws IOException {
    Checkpoint checkpoint = Checkpoint.create(runs, RUN, log);
    String event = fail("j\u00f6b");
    assertTrue(checkpoint.write(event));

    byte[] body = (event + "\n").getBytes(StandardCharsets.UTF_8);
    CRC32 crc = new CRC32();
    crc.update('1');
    crc.update(body);
    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    expected.writeBytes(
        "#spoor-checkpoint 1 1 %d %08x\n".formatted(body.length, crc.getValue()).getBytes());
    expected.writeBytes(body);
    Path path = checkpoint.file().toPath();
    assertEquals(RUN + ".checkpoint", checkpoint.file().getName());
    checkpoint.abandon();
    assertArrayEquals(expected.toByteArray(), Files.readAllBytes(path));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
    assertFalse(checkpoint.write(event), "nothing is written once the lock is given up");
  }

  @Test
  void rewrittenInPlaceAndTheNewestCounts() {
    Checkpoint checkpoint = Checkpoint.create(runs, RUN, log);
    String last = null;
    for (int i = 0; i < 500; i++) {
      last = fail("job" + "x".repeat(i * 37 % 101) + i);
      assertTrue(checkpoint.write(last));
    }
    checkpoint.abandon();

    assertTrue(checkpoint.file().length() < 4 * 700, "it does not grow with each state");
    assertEquals(last, only().eventLine());
  }

  @Test
  void endedRunLeavesNothing() {
    Checkpoint checkpoint = Checkpoint.create(runs, RUN, log);
    checkpoint.write(fail("a"));
    checkpoint.delete();
    checkpoint.delete();

    assertFalse(checkpoint.file().exists());
    assertEquals(List.of(), orphans());
  }

  /**
   * Every way a write can be torn: after each of its bytes, the state before is there or the new.
   */
  @Test
  void killInTheMiddleOfAWriteLeavesTheStateBefore() throws IOException {
    Checkpoint checkpoint = Checkpoint.create(runs, RUN, log);
    String[] states = {fail("first"), fail("second, longer"), fail("3"), fail("fourth, long too")};
    byte[] before = new byte[0];
    String good = null;
    for (String state : states) {
      assertTrue(checkpoint.write(state));
      byte[] after = Files.readAllBytes(checkpoint.file().toPath());
      int differences = 0;
      byte[] torn = Arrays.copyOf(before, after.length);
      for (int i = 0; i < after.length; i++) {
        if (torn[i] != after[i]) {
          // As the kernel may leave it: cut here where the file grew, else old bytes behind.
          byte[] cut = Arrays.copyOf(torn, Math.max(i, before.length));
          assertEquals(good, CheckpointRecord.newest(cut), "cut at " + i);
          differences++;
        }
        torn[i] = after[i];
      }
      assertTrue(differences > 0);
      assertEquals(state, CheckpointRecord.newest(after));
      before = after;
      good = state;
    }
    checkpoint.delete();
  }

  @Test
  void noDamagedByteIsTakenForAState() {
    byte[] record = CheckpointRecord.encode(12, fail("job"));
    int headerEnd = new String(record, StandardCharsets.ISO_8859_1).indexOf('\n');
    for (int i = 0; i < record.length; i++) {
      for (int bit = 0; bit < 8; bit++) {
        byte[] damaged = record.clone();
        damaged[i] ^= (byte) (1 << bit);
        // Only a digit of the checksum in upper case is the same state still.
        boolean digit = i >= headerEnd - 8 && i < headerEnd;
        boolean same = digit && damaged[i] >= 'A' && damaged[i] <= 'F';
        assertEquals(same, CheckpointRecord.newest(damaged) != null, "byte " + i + " bit " + bit);
      }
      assertNull(CheckpointRecord.newest(Arrays.copyOf(record, i)));
    }
  }

  @Test
  void liveRunIsNoOrphan() throws Exception {
    try (OtherJvm other = OtherJvm.start(HoldCheckpoint.class, runs.getPath(), RUN.toString())) {
      assertEquals("ready", other.line());
      assertEquals(List.of(), orphans());

      other.kill();
      Orphan orphan = only();
      assertEquals(HoldCheckpoint.EVENT, orphan.eventLine());
      assertEquals(RUN, orphan.head().runId());
      assertEquals(RunEvent.Type.FAIL, orphan.head().type());
      orphan.done();
      assertEquals(0, runs.list().length);
    }
  }

  /** Another JVM finds nothing while this one holds the orphan, and finds it when it is left. */
  @Test
  void oneOfTwoTakesTheOrphan() throws Exception {
    Checkpoint checkpoint = Checkpoint.create(runs, RUN, log);
    checkpoint.write(fail("a"));
    checkpoint.abandon();
    Orphan orphan = only();
    assertEquals("0", countElsewhere());
    orphan.close();
    assertEquals("1", countElsewhere());
    orphan = only();
    orphan.done();
    assertEquals("0", countElsewhere());
    assertEquals(List.of(), log.lines());
  }

  @Test
  void ownRunsAreLeftAlone() throws Exception {
    Checkpoint own = Checkpoint.create(runs, RUN, log);
    own.write(fail("a"));

    assertEquals(List.of(), Checkpoint.orphans(runs, List.of(own), log));
    assertEquals("0", countElsewhere(), "the lock is still held");
    own.delete();
  }

  @Test
  void fileWithoutAState() throws IOException {
    Files.createDirectories(runs.toPath());
    Path path = runs.toPath().resolve(RUN + ".checkpoint");
    Files.writeString(path, "#spoor-checkpoint 1 1 500 00000000\n{\"eventType\"");
    assertEquals(List.of(), orphans());
    assertTrue(Files.exists(path), "may be that of a JVM that just begins");

    Files.setLastModifiedTime(path, FileTime.fromMillis(System.currentTimeMillis() - 4000000));
    assertEquals(List.of(), orphans());
    assertFalse(Files.exists(path));
    assertEquals(
        List.of(
            "WARN The checkpoint "
                + path
                + " held no whole state and was deleted; how its run ended is not known."),
        log.lines());
  }

  @Test
  void folderThatCannotBeWritten() throws IOException {
    Files.writeString(runs.toPath(), "in the way");

    assertNull(Checkpoint.create(runs, RUN, log));
    assertEquals(1, log.lines().size());
    assertEquals(List.of(), orphans());
  }

  @Test
  void fullDisk() throws IOException {
    Files.createDirectories(runs.toPath());
    Files.createSymbolicLink(runs.toPath().resolve(RUN + ".checkpoint"), Path.of("/dev/full"));
    Checkpoint checkpoint = Checkpoint.create(runs, RUN, log);
    assertNotNull(checkpoint);

    assertFalse(checkpoint.write(fail("a")));
    assertFalse(checkpoint.write(fail("a")));
    assertEquals(
        List.of(
            "WARN The checkpoint "
                + checkpoint.file()
                + " could not be written: no space left on device."),
        log.lines());
    checkpoint.abandon();
  }

  private String countElsewhere() throws Exception {
    try (OtherJvm other = OtherJvm.start(CountOrphans.class, runs.getPath())) {
      return other.line();
    }
  }

  private List<Orphan> orphans() {
    return Checkpoint.orphans(runs, List.of(), log);
  }

  private Orphan only() {
    List<Orphan> orphans = orphans();
    assertEquals(1, orphans.size());
    return orphans.get(0);
  }

  private static String fail(String job) {
    return Lines.line(RunEvent.Type.FAIL, RUN, job);
  }

  /** A JVM with a live run. */
  public static final class HoldCheckpoint {

    static final String EVENT = fail("of another JVM");

    private HoldCheckpoint() {}

    public static void main(String[] args) throws Exception {
      Checkpoint checkpoint =
          Checkpoint.create(new File(args[0]), UUID.fromString(args[1]), new MemoryLog());
      checkpoint.write(EVENT);
      System.out.println("ready");
      System.in.read();
    }
  }

  /** A JVM that looks for orphans. */
  public static final class CountOrphans {

    private CountOrphans() {}

    public static void main(String[] args) {
      System.out.println(Checkpoint.orphans(new File(args[0]), List.of(), new MemoryLog()).size());
    }
  }
}
