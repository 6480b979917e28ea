package io.spoor.boot.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What streams, channels and calls that are about files are counted as. */
class FileRecordingTest {

  private final Recording recording = new Recording();
  private final LiveRecorder recorder = recording.recorder;
  private final Object stream = new Object();
  private final Object other = new Object();
  private final byte[] bytes = "0123456789".getBytes(StandardCharsets.US_ASCII);

  @AfterEach
  void detach() {
    recording.close();
  }

  @Test
  void countsReadsAndHandsOverTheFirstBytes() {
    recorder.opened(stream, "in.csv", SpoorHooks.READ);
    assertEquals(List.of("in.csv mode 1 reads 0/0 writes 0/0 ticks 0-0"), recording.files());
    recorder.read(4, stream, bytes, 2);
    recorder.readBuffer(3, stream, ByteBuffer.wrap(bytes, 3, 7));
    recorder.read(-1, stream, bytes, 0);
    recorder.readByte(-1, stream);
    assertEquals(List.of("in.csv mode 33 reads 2/7 writes 0/0 ticks 101-0"), recording.files());
    assertEquals(List.of(), recording.files());
    recorder.closed(stream);
    assertEquals(
        List.of("in.csv mode 33 reads 2/7 writes 0/0 ticks 101-0 closed"), recording.files());
    recorder.read(4, stream, bytes, 2);
    assertEquals(List.of(), recording.files());
    assertEquals(List.of("< in.csv 2345012"), recording.examined());
  }

  @Test
  void countsWritesAtTheirTick() {
    recorder.opened(stream, "out.csv", SpoorHooks.WRITE);
    recorder.opened(other, "in.csv", SpoorHooks.READ);
    recorder.wrote(stream, bytes, 1, 3);
    recorder.wrote(stream, bytes, 0, -1);
    recorder.wrote(stream, bytes, 0, 0);
    recorder.readByte('7', other);
    recorder.wroteBuffer(2, stream, ByteBuffer.wrap(bytes, 5, 5));
    assertEquals(
        List.of(
            "out.csv mode 2 reads 0/0 writes 3/15 ticks 0-101",
            "in.csv mode 1 reads 1/1 writes 0/0 ticks 101-0"),
        recording.files());
    recorder.wroteText(stream, "text");
    recorder.wroteByte(stream, 'x');
    recorder.wrote(stream, bytes, 0, 1);
    assertEquals(List.of("out.csv mode 2 reads 0/0 writes 6/21 ticks 0-101"), recording.files());
    assertEquals(List.of("> out.csv 123012345678934", "< in.csv 7"), recording.examined());
  }

  @Test
  void whatIsWrittenToAnInterruptedThreadsChannelLeavesItOpen(@TempDir Path folder)
      throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            folder.resolve("out"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      recorder.channelOpened(channel, "out", false, true, null);
      recorder.channelOptions(channel, Recording.options("CREATE"));
      Thread.currentThread().interrupt();
      recorder.wroteBuffer(4, channel, ByteBuffer.wrap(bytes, 4, 6));
      assertTrue(Thread.interrupted());
      assertTrue(channel.isOpen());
    }
    assertEquals(List.of("> out 0123"), recording.examined());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/jdk/lib/modules",
        "/dev/null",
        "/proc/self/status",
        "/sys/x",
        "/a/lib.jar",
        "/a/B.class",
        "/a/native.so"
      })
  void pathsThatAreNoDataStartNothing(String path) {
    recorder.opened(stream, path, SpoorHooks.READ);
    recorder.read(4, stream, bytes, 0);
    assertEquals(List.of(), recording.files());
    assertNull(recorder.lookup(stream));
  }

  @Test
  void aChannelTakesItsPathFromItsStream() {
    recorder.opened(stream, "rw.bin", SpoorHooks.READ | SpoorHooks.WRITE);
    recorder.channelOpened(other, null, true, true, stream);
    recorder.readBuffer(4, other, ByteBuffer.wrap(bytes, 4, 6));
    assertEquals(
        List.of(
            "rw.bin mode 19 reads 0/0 writes 0/0 ticks 0-0",
            "rw.bin mode 3 reads 1/4 writes 0/0 ticks 101-0"),
        recording.files());
  }

  @Test
  void statesAreCountedWhileTheirObjectsAreOpen() {
    recorder.opened(stream, "a", SpoorHooks.READ);
    recorder.opened(other, "b", SpoorHooks.READ);
    assertEquals(4, recorder.states(), "two open, both waiting to be told");
    recording.files();
    assertEquals(2, recorder.states());
    recorder.closed(other);
    for (SpoorState closed : recording.take()) {
      recorder.release(closed);
    }
    assertEquals(1, recorder.states());
  }

  @Test
  void aPathThatIsNoTextIsNoFile() {
    recorder.opened(stream, null, SpoorHooks.READ);
    recorder.channelOpened(other, null, true, false, new Object());
    assertEquals(List.of(), recording.files());
  }

  @Test
  void copiesMovesAndDeletionsAreOneOperationEach() {
    Path a = Path.of("a");
    Path b = Path.of("b");
    recorder.enter(FileOperations.COPY, this, new Object[] {a, b, null});
    // What a copy opens beneath belongs to it.
    recorder.opened(stream, "a", SpoorHooks.READ);
    recorder.exit(FileOperations.COPY, this, null);
    recorder.enter(FileOperations.MOVE, this, new Object[] {b, a, null});
    recorder.exit(FileOperations.MOVE, this, null);
    recorder.enter(FileOperations.DELETE, this, new Object[] {a, true});
    recorder.exit(FileOperations.DELETE, this, true);
    recorder.enter(FileOperations.DELETE, this, new Object[] {a, false});
    recorder.exit(FileOperations.DELETE, this, false);
    File c = new File("c");
    recorder.enter(FileOperations.RENAME, this, new Object[] {c, new File("d")});
    recorder.exit(FileOperations.RENAME, this, true);
    recorder.enter(FileOperations.RENAME, this, new Object[] {c, new File("d")});
    recorder.exit(FileOperations.RENAME, this, false);
    recorder.enter(FileOperations.FILE_DELETE, this, new Object[] {c});
    recorder.exit(FileOperations.FILE_DELETE, this, true);
    recorder.opened(other, "after", SpoorHooks.READ);
    assertEquals(
        List.of(
            "operation 0 a -> b 0",
            "operation 1 b -> a 0",
            "operation 2 a -> null 0",
            "operation 1 c -> d 0",
            "operation 2 c -> null 0",
            "after mode 1 reads 0/0 writes 0/0 ticks 0-0"),
        recording.files());
  }

  @Test
  void whatThrewDidNotHappenAndMutesNothingAnyMore() {
    Path a = Path.of("a");
    recorder.enter(FileOperations.COPY, this, new Object[] {a, a, null});
    recorder.enter(FileOperations.DELETE, this, new Object[] {a, true});
    recorder.thrown(FileOperations.DELETE, new IllegalStateException());
    recorder.thrown(FileOperations.COPY, new IllegalStateException());
    recorder.opened(stream, "in", SpoorHooks.READ);
    assertEquals(List.of("in mode 1 reads 0/0 writes 0/0 ticks 0-0"), recording.files());
  }

  @Test
  void aMoveBetweenFileSystemsIsOneMove() {
    Path a = Path.of("a");
    Path b = Path.of("b");
    recorder.enter(FileOperations.MOVE, this, new Object[] {a, b, null});
    recorder.enter(FileOperations.COPY, this, new Object[] {a, b, null});
    recorder.exit(FileOperations.COPY, this, null);
    recorder.enter(FileOperations.DELETE, this, new Object[] {a, true});
    recorder.exit(FileOperations.DELETE, this, true);
    recorder.exit(FileOperations.MOVE, this, null);
    assertEquals(List.of("operation 1 a -> b 0"), recording.files());
  }

  @Test
  void aTransferIsCountedOnceWhateverItDoesBeneath() {
    recorder.opened(stream, "from", SpoorHooks.READ);
    recorder.opened(other, "to", SpoorHooks.WRITE);
    recording.files();
    Object[] args = {0L, 9L, other};
    recorder.enter(FileOperations.TRANSFER_TO, stream, args);
    recorder.readBuffer(9, stream, ByteBuffer.wrap(bytes));
    recorder.wroteBuffer(9, other, ByteBuffer.wrap(bytes));
    recorder.exit(FileOperations.TRANSFER_TO, stream, 9L);
    assertEquals(
        List.of(
            "operation 5 from -> to 9",
            "from mode 1 reads 1/9 writes 0/0 ticks 102-0",
            "to mode 2 reads 0/0 writes 1/9 ticks 0-102"),
        recording.files());
    recorder.enter(FileOperations.TRANSFER_TO, stream, args);
    recorder.thrown(FileOperations.TRANSFER_TO, new IllegalStateException());
    recorder.readBuffer(2, stream, ByteBuffer.wrap(bytes, 2, 8));
    assertEquals(List.of("from mode 1 reads 2/11 writes 0/0 ticks 102-0"), recording.files());
  }

  @Test
  void mapsAndAsynchronousChannelsCountWithoutContent() {
    recorder.channelOpened(stream, "map", true, true, null);
    recorder.enter(FileOperations.MAP, stream, new Object[] {"READ_ONLY", 0L, 40L});
    recorder.exit(FileOperations.MAP, stream, ByteBuffer.allocate(1));
    recorder.enter(FileOperations.MAP, stream, new Object[] {"READ_WRITE", 0L, 60L});
    recorder.exit(FileOperations.MAP, stream, ByteBuffer.allocate(1));
    recorder.enter(FileOperations.ASYNC_OPEN, this, new Object[] {Path.of("async"), null});
    recorder.exit(FileOperations.ASYNC_OPEN, this, other);
    recorder.enter(FileOperations.ASYNC_READ, other, new Object[0]);
    recorder.exit(FileOperations.ASYNC_READ, other, null);
    assertEquals(
        List.of(
            "map mode 3 reads 1/40 writes 1/60 ticks 101-101",
            "async mode 3 reads 1/0 writes 0/0 ticks 102-0"),
        recording.files());
    assertEquals(List.of(), recording.examined());
  }

  @Test
  void spoorsOwnThreadsAreNotRecorded() throws InterruptedException {
    List<ThreadGroup> groups = new ArrayList<>();
    LiveRecorder own =
        new LiveRecorder(
            () -> groups.add(Thread.currentThread().getThreadGroup()),
            "/jdk/",
            Thread.currentThread());
    SpoorHooks.recorder = own;
    own.opened(other, "data", SpoorHooks.READ);
    while (groups.isEmpty()) {
      Thread.onSpinWait();
    }
    SpoorState first = own.take();
    Thread thread =
        new Thread(groups.get(0), () -> own.opened(stream, "log", SpoorHooks.WRITE), "sender");
    thread.start();
    thread.join();
    assertEquals("data", first.about);
    assertNull(own.take());
  }

  /** A driver was loaded, and Spoor's thread started ahead of the first access: there was none. */
  @Test
  void theEndWaitsForSpoorOnlyWhereThereWasAnAccess() {
    LiveRecorder[] made = new LiveRecorder[1];
    made[0] =
        new LiveRecorder(
            () -> {
              while (!made[0].isEnding()) {
                LockSupport.parkNanos(1000000);
              }
              made[0].finished();
            },
            "/jdk/",
            Thread.currentThread());
    made[0].expectAccess();
    made[0].ended();
    assertFalse(made[0].isEnding());
    made[0].opened(stream, "data", SpoorHooks.READ);
    made[0].ended();
    assertTrue(made[0].isEnding());
  }

  @Test
  void closedAndCollectedPlacesAreFreed() {
    recorder.opened(stream, "a", SpoorHooks.READ);
    SpoorState state = recorder.lookup(stream);
    recorder.closed(stream);
    assertNull(recorder.lookup(stream));
    recorder.release(state);
    recorder.opened(stream, "b", SpoorHooks.READ);
    recorder.releaseAll();
    assertEquals("b", recorder.lookup(stream).about);
  }
}
