package io.spoor.boot.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which bytes of a stream or channel the examiner is given. */
class PassingContentTest {

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
  void fewSingleBytesAreExaminedAtTheBeginning() {
    recorder.opened(stream, "in.csv", SpoorHooks.READ);
    recorder.readByte('a', stream);
    recorder.read(3, stream, bytes, 0);
    assertEquals(List.of("in.csv mode 1 reads 2/4 writes 0/0 ticks 101-0"), recording.files());
    for (int i = 0; i < 1001; i++) {
      recorder.readByte('b', stream);
    }
    // A thousand, no more: what is read byte by byte costs too much for each.
    assertEquals(List.of("< in.csv a012" + "b".repeat(999)), recording.examined());
    recorder.read(3, stream, bytes, 0);
    assertEquals(List.of(), recording.examined());
  }

  @Test
  void singleBytesAreWrittenBetweenOthers() {
    recorder.opened(stream, "out.zip", SpoorHooks.WRITE);
    recorder.wroteByte(stream, 'P');
    recorder.wroteByte(stream, 'K');
    recorder.wrote(stream, bytes, 0, 3);
    recorder.wroteByte(stream, 0x141);
    assertEquals(List.of("out.zip mode 2 reads 0/0 writes 4/6 ticks 0-100"), recording.files());
    assertEquals(List.of("> out.zip PK012A"), recording.examined());
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
    assertEquals(List.of("< in.csv 0123456789"), recording.examined());
    recorder.movedTo(stream, 11);
    recorder.read(2, stream, bytes, 0);
    assertEquals(List.of(), recording.examined());
  }

  @Test
  void aStreamIsMovedByItsChannel() {
    recorder.opened(stream, "in.csv", SpoorHooks.READ);
    recorder.read(2, stream, bytes, 0);
    recorder.channelOpened(other, "in.csv", true, false, stream);
    recorder.movedTo(other, 0);
    recorder.read(4, stream, bytes, 0);
    assertEquals(List.of("< in.csv 0123"), recording.examined());
    recorder.readBuffer(2, other, ByteBuffer.wrap(bytes, 6, 0));
    recorder.read(2, stream, bytes, 6);
    assertEquals(List.of(), recording.examined());
  }

  @Test
  void whereWritingGoesOnMayBeSaid() {
    recorder.opened(stream, "out.csv", SpoorHooks.READ | SpoorHooks.WRITE);
    recorder.wrote(stream, bytes, 0, 4);
    recorder.movedTo(stream, 4);
    recorder.wrote(stream, bytes, 4, 2);
    recorder.movedTo(stream, 0);
    recorder.wrote(stream, bytes, 6, 2);
    assertEquals(List.of("> out.csv 012345"), recording.examined());
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
    assertEquals(List.of("< both 01"), recording.examined());
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
      recorder.channelOptions(stream, Recording.options(options));
    }
    recorder.wroteBuffer(4, stream, ByteBuffer.wrap(bytes, 4, 6));
    assertEquals(
        List.of("out mode " + mode + " reads 0/0 writes 1/4 ticks 0-100"), recording.files());
    assertEquals(examined, String.join("", recording.examined()));
  }

  @ParameterizedTest
  @CsvSource({"false, > out 0123", "true, ''"})
  void aChannelKnowsWhetherItsStreamAppends(boolean appends, String examined) {
    int append = appends ? SpoorHooks.APPEND : 0;
    recorder.opened(stream, "out", SpoorHooks.WRITE | append);
    recorder.channelOpened(other, null, false, true, stream);
    recorder.wroteBuffer(4, other, ByteBuffer.wrap(bytes, 4, 6));
    assertEquals(examined, String.join("", recording.examined()));
  }

  @Test
  void aStreamAndItsChannelHaveOneBeginning() {
    recorder.opened(stream, "out", SpoorHooks.WRITE);
    recorder.channelOpened(other, null, false, true, stream);
    recorder.wrote(stream, bytes, 0, 2);
    recorder.wroteBuffer(4, other, ByteBuffer.wrap(bytes, 4, 6));
    recorder.wrote(stream, bytes, 2, 2);
    assertEquals(List.of("> out 01"), recording.examined());
  }

  @Test
  void whatIsWrittenBehindWhatWasReadIsNotTheStart() {
    recorder.opened(stream, "both", SpoorHooks.READ | SpoorHooks.WRITE);
    recorder.read(2, stream, bytes, 0);
    recorder.wrote(stream, bytes, 2, 2);
    assertEquals(List.of("< both 01"), recording.examined());
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
    recorder.channelOptions(other, Recording.options("CREATE"));
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
    List<String> first = recording.examined();
    recorder.read(1, streams.get(0), bytes, 5);
    recorder.read(1, streams.get(257), bytes, 5);
    assertEquals(256, first.size());
    assertEquals("< f0 0", first.get(0));
    assertEquals("< f255 5", first.get(255));
    assertEquals(List.of("< f0 5"), recording.examined());
  }
}
