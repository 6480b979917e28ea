package io.spoor.boot.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  /** What the examiner is given. */
  private List<String> examined() {
    List<String> pieces = new ArrayList<>();
    if (recorder.content() != null) {
      recorder
          .content()
          .drain(
              (state, written, position, data, offset, length) ->
                  pieces.add(
                      (written ? "> " : "< ")
                          + state.about
                          + " "
                          + new String(data, offset, length, StandardCharsets.US_ASCII)));
    }
    return pieces;
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
    assertEquals(List.of("< in.csv 2345012"), examined());
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
    assertEquals(List.of("> out.csv 123012345678934", "< in.csv 7"), examined());
  }

  @Test
  void fewSingleBytesAreExaminedAtTheBeginning() {
    recorder.opened(stream, "in.csv", SpoorHooks.READ);
    recorder.readByte('a', stream);
    recorder.read(3, stream, bytes, 0);
    assertEquals(List.of("in.csv mode 1 reads 2/4 writes 0/0 ticks 101-0"), recording.files());
    for (int i = 0; i < 1001; i++) {
      recorder.readByte('b', stream);
    }
    // A thousand, no more: what is read byte by byte costs too much for each.
    assertEquals(List.of("< in.csv a012" + "b".repeat(999)), examined());
    recorder.read(3, stream, bytes, 0);
    assertEquals(List.of(), examined());
  }

  @Test
  void singleBytesAreWrittenBetweenOthers() {
    recorder.opened(stream, "out.zip", SpoorHooks.WRITE);
    recorder.wroteByte(stream, 'P');
    recorder.wroteByte(stream, 'K');
    recorder.wrote(stream, bytes, 0, 3);
    recorder.wroteByte(stream, 0x141);
    assertEquals(List.of("out.zip mode 2 reads 0/0 writes 4/6 ticks 0-100"), recording.files());
    assertEquals(List.of("> out.zip PK012A"), examined());
  }

  @Test
  void theStartOfAFileMayBeReadAgain() {
    recorder.opened(stream, "in.csv", SpoorHooks.READ);
    recorder.movedTo(stream, 0);
    recorder.read(4, stream, bytes, 0);
    recorder.movedTo(stream, 0);
    recorder.readByte('0', stream);
    recorder.read(2, stream, bytes, 1);
    recorder.read(5, stream, bytes, 3);
    recorder.movedTo(stream, 6);
    recorder.readBuffer(4, stream, ByteBuffer.wrap(bytes, 10, 0));
    // Bytes of the file, as far as it was read.
    assertEquals(List.of("in.csv mode 1 reads 5/10 writes 0/0 ticks 101-0"), recording.files());
    assertEquals(List.of("< in.csv 0123456789"), examined());
    recorder.movedTo(stream, 11);
    recorder.read(2, stream, bytes, 0);
    assertEquals(List.of(), examined());
  }

  @Test
  void aStreamIsMovedByItsChannel() {
    recorder.opened(stream, "in.csv", SpoorHooks.READ);
    recorder.read(2, stream, bytes, 0);
    recorder.channelOpened(other, "in.csv", true, false, stream);
    recorder.movedTo(other, 0);
    recorder.read(4, stream, bytes, 0);
    assertEquals(List.of("< in.csv 0123"), examined());
    recorder.readBuffer(2, other, ByteBuffer.wrap(bytes, 6, 0));
    recorder.read(2, stream, bytes, 6);
    assertEquals(List.of(), examined());
  }

  @Test
  void whereWritingGoesOnMayBeSaid() {
    recorder.opened(stream, "out.csv", SpoorHooks.READ | SpoorHooks.WRITE);
    recorder.wrote(stream, bytes, 0, 4);
    recorder.movedTo(stream, 4);
    recorder.wrote(stream, bytes, 4, 2);
    recorder.movedTo(stream, 0);
    recorder.wrote(stream, bytes, 6, 2);
    assertEquals(List.of("> out.csv 012345"), examined());
  }

  @Test
  void afterAMoveContentIsNotExaminedAnyMore() {
    recorder.opened(stream, "both", SpoorHooks.READ | SpoorHooks.WRITE);
    recorder.read(2, stream, bytes, 0);
    recorder.moved(stream);
    recorder.read(2, stream, bytes, 4);
    recorder.wrote(stream, bytes, 6, 2);
    recorder.moved(other);
    assertEquals(List.of("both mode 3 reads 2/4 writes 1/2 ticks 101-101"), recording.files());
    assertEquals(List.of("< both 01"), examined());
  }

  @ParameterizedTest
  @CsvSource({
    "TRUNCATE_EXISTING, 2, > out 0123",
    "CREATE, 2, > out 0123",
    "APPEND, 6, ''",
    "CREATE APPEND, 6, ''",
    ", 2, ''"
  })
  void aChannelsFirstPieceIsExaminedWhereItsOptionsSayThatItIsTheStart(
      String options, int mode, String examined) {
    recorder.channelOpened(stream, "out", false, true, null);
    if (options != null) {
      recorder.channelOptions(stream, options(options));
    }
    recorder.wroteBuffer(4, stream, ByteBuffer.wrap(bytes, 4, 6));
    assertEquals(
        List.of("out mode " + mode + " reads 0/0 writes 1/4 ticks 0-100"), recording.files());
    assertEquals(examined, String.join("", examined()));
  }

  private static Set<OpenOption> options(String names) {
    Set<OpenOption> options = new HashSet<>();
    options.add(StandardOpenOption.WRITE);
    for (String name : names.split(" ")) {
      options.add(StandardOpenOption.valueOf(name));
    }
    return options;
  }

  @Test
  void whatIsWrittenToAnInterruptedThreadsChannelLeavesItOpen(@TempDir Path folder)
      throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            folder.resolve("out"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      recorder.channelOpened(channel, "out", false, true, null);
      recorder.channelOptions(channel, options("CREATE"));
      Thread.currentThread().interrupt();
      recorder.wroteBuffer(4, channel, ByteBuffer.wrap(bytes, 4, 6));
      assertTrue(Thread.interrupted());
      assertTrue(channel.isOpen());
    }
    assertEquals(List.of("> out 0123"), examined());
  }

  @ParameterizedTest
  @CsvSource({"false, > out 0123", "true, ''"})
  void aChannelKnowsWhetherItsStreamAppends(boolean appends, String examined) {
    int append = appends ? SpoorHooks.APPEND : 0;
    recorder.opened(stream, "out", SpoorHooks.WRITE | append);
    recorder.channelOpened(other, null, false, true, stream);
    recorder.wroteBuffer(4, other, ByteBuffer.wrap(bytes, 4, 6));
    assertEquals(examined, String.join("", examined()));
  }

  @Test
  void aStreamAndItsChannelHaveOneBeginning() {
    recorder.opened(stream, "out", SpoorHooks.WRITE);
    recorder.channelOpened(other, null, false, true, stream);
    recorder.wrote(stream, bytes, 0, 2);
    recorder.wroteBuffer(4, other, ByteBuffer.wrap(bytes, 4, 6));
    recorder.wrote(stream, bytes, 2, 2);
    assertEquals(List.of("> out 01"), examined());
  }

  @Test
  void whatIsWrittenBehindWhatWasReadIsNotTheStart() {
    recorder.opened(stream, "both", SpoorHooks.READ | SpoorHooks.WRITE);
    recorder.read(2, stream, bytes, 0);
    recorder.wrote(stream, bytes, 2, 2);
    assertEquals(List.of("< both 01"), examined());
  }

  /** Positions of the pieces that come of one direction, as ranges. */
  private List<String> ranges() {
    List<String> ranges = new ArrayList<>();
    long[] last = {-1, -1};
    ContentRing.Examiner examiner =
        (state, written, position, data, offset, length) -> {
          for (int i = 0; i < length; i++) {
            assertEquals((byte) (position + i + 1), data[offset + i], "at " + (position + i));
          }
          if (position != last[1]) {
            if (last[1] >= 0) {
              ranges.add(last[0] + "-" + last[1]);
            }
            last[0] = position;
          }
          last[1] = position + length;
        };
    draining = () -> recorder.content().drain(examiner);
    passing.run();
    ranges.add(last[0] + "-" + last[1]);
    return ranges;
  }

  private Runnable draining;
  private Runnable passing;

  /** Bytes that are the last ones of their positions, counted from one: no binary file's. */
  private static byte[] from(long position, int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (position + i + 1);
    }
    return bytes;
  }

  private static final String RANGES =
      "[0-4194304, 16777216-16842752, 33554432-33619968, 50331648-50397184]";

  /** The first 4 MiB, then 64 KiB every 16 MiB, whatever is read at a time. */
  @ParameterizedTest
  @ValueSource(ints = {8192, 10_000, 1 << 16, 40_000_000})
  void rangesAreExaminedOfWhatIsRead(int size) {
    recorder.opened(stream, "big", SpoorHooks.READ);
    passing =
        () -> {
          for (long at = 0; at < 60_000_000; at += size) {
            recorder.read(size, stream, from(at, size), 0);
            draining.run();
          }
        };
    // A single read has more than there is room for.
    String expected = size > 1 << 20 ? "[0-1048576, 50331648-50397184" : RANGES;
    String ranges = ranges().toString();
    assertEquals(expected, ranges.substring(0, expected.length()));
  }

  @ParameterizedTest
  @ValueSource(ints = {8192, 10_000, 1 << 16})
  void rangesAreExaminedOfWhatIsWritten(int size) {
    recorder.opened(stream, "big", SpoorHooks.WRITE);
    recorder.channelOpened(other, "channel", false, true, null);
    recorder.channelOptions(other, options("CREATE"));
    passing =
        () -> {
          for (long at = 0; at < 60_000_000; at += size) {
            recorder.wrote(stream, from(at, size), 0, -1);
            draining.run();
          }
        };
    assertEquals(RANGES, ranges().toString());
    passing =
        () -> {
          for (long at = 0; at < 60_000_000; at += size) {
            ByteBuffer buffer = ByteBuffer.wrap(from(at, size));
            buffer.position(size);
            recorder.wroteBuffer(size, other, buffer);
            draining.run();
          }
        };
    assertEquals(RANGES, ranges().toString());
  }

  /** What is behind is left out up to the next block, and nobody waits. */
  @Test
  void whatFindsNoRoomFurtherOnIsLeftOutUpToTheNextBlock() {
    recorder.opened(stream, "big", SpoorHooks.READ);
    passing =
        () -> {
          for (long at = 0; at < 20_000_000; at += 8192) {
            recorder.read(8192, stream, from(at, 8192), 0);
            if (at > 3_000_000) {
              draining.run();
            }
          }
        };
    assertEquals(List.of("0-1048576", "16777216-16842752"), ranges());
    assertEquals(0, recorder.content().lost());
  }

  /** Of what is no text nothing is read there; gzip may have packed some. */
  @ParameterizedTest
  @CsvSource({"'a,b\n', 0-100000", "PK, 0-65536", "'\u001f\u008b', 0-100000"})
  void onlyTextIsExaminedFurther(String start, String expected) {
    for (boolean isWritten : new boolean[] {false, true}) {
      Object each = new Object();
      recorder.opened(each, "big" + isWritten, SpoorHooks.READ | SpoorHooks.WRITE);
      byte[] content = new byte[100_000];
      Arrays.fill(content, (byte) 'x');
      byte[] first = start.getBytes(StandardCharsets.ISO_8859_1);
      System.arraycopy(first, 0, content, 0, first.length);
      content[10] = (byte) (start.equals("a,b\n") ? 'x' : 0);
      if (isWritten) {
        recorder.wrote(each, content, 0, -1);
      } else {
        recorder.read(content.length, each, content, 0);
      }
      long[] end = {0};
      recorder.content().drain((state, written, at, data, offset, length) -> end[0] = at + length);
      assertEquals(expected, "0-" + end[0]);
    }
  }

  /** Behind a jump nothing is known of where the bytes are. */
  @Test
  void whoMovesIsExaminedNoMore() {
    recorder.opened(stream, "big", SpoorHooks.READ | SpoorHooks.WRITE);
    passing =
        () -> {
          recorder.read(100_000, stream, from(0, 100_000), 0);
          recorder.moved(stream);
          recorder.read(100_000, stream, from(0, 100_000), 0);
          recorder.opened(other, "both", SpoorHooks.READ | SpoorHooks.WRITE);
          recorder.read(70_000, other, from(0, 70_000), 0);
          recorder.wrote(other, from(0, 10), 0, 10);
          recorder.read(70_000, other, from(5, 70_000), 0);
          draining.run();
        };
    assertEquals(List.of("0-100000", "0-70000"), ranges());
  }

  @Test
  void aFullRingEndsAStreamsSampleInsteadOfWaiting() {
    List<Object> streams = new ArrayList<>();
    for (int i = 0; i < 258; i++) {
      Object each = new Object();
      streams.add(each);
      recorder.opened(each, "f" + i, SpoorHooks.READ);
      recorder.read(1, each, bytes, i % 10);
    }
    List<String> first = examined();
    recorder.read(1, streams.get(0), bytes, 5);
    recorder.read(1, streams.get(257), bytes, 5);
    assertEquals(256, first.size());
    assertEquals("< f0 0", first.get(0));
    assertEquals("< f255 5", first.get(255));
    assertEquals(List.of("< f0 5"), examined());
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
    assertEquals(List.of(), examined());
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
