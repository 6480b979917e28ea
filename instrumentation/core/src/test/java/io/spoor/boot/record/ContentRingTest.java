package io.spoor.boot.record;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What streams are given arrives in order, whatever the size of its pieces. */
class ContentRingTest {

  private final ContentRing ring =
      new ContentRing(
          new Runnable() {
            @Override
            public void run() {
              // Nobody has to be woken.
            }
          });
  private final Map<Object, ByteArrayOutputStream> seen = new HashMap<>();

  private final ContentRing.Examiner examiner =
      (stream, written, position, data, offset, length) ->
          seen.computeIfAbsent(
                  written ? stream.hashCode() : stream, s -> new ByteArrayOutputStream())
              .write(data, offset, length);

  private static SpoorState stream() {
    return new SpoorState(SpoorState.FILE, null);
  }

  private static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    for (int i = 0; i < count; i++) {
      bytes[i] = (byte) (i * 31 + i / 256);
    }
    return bytes;
  }

  @Test
  void manySmallPiecesTakeFewPlaces() {
    SpoorState stream = stream();
    byte[] bytes = bytes(60000);
    int at = 0;
    for (int size = 1; at + 3 * size < bytes.length; size = size % 50 + 1) {
      assertTrue(ring.offer(stream, false, at, bytes, at, size));
      assertTrue(ring.offer(stream, false, at + size, ByteBuffer.wrap(bytes), at + size, size));
      assertTrue(ring.offer(stream, false, at + 2 * size, bytes[at + 2 * size]));
      at += 2 * size + 1;
    }
    ring.drain(examiner);
    assertArrayEquals(Arrays.copyOf(bytes, at), seen.get(stream).toByteArray());
    assertEquals(0, ring.lost());
    assertTrue(ring.heapBytes() < 100000, () -> "" + ring.heapBytes());
  }

  @Test
  void streamsAndDirectionsAreKeptApart() {
    SpoorState one = stream();
    SpoorState other = stream();
    for (byte i = 0; i < 50; i++) {
      ring.offer(one, false, i, i);
      ring.offer(one, true, i, (byte) -i);
      ring.offer(other, false, i, (byte) (i + 100));
      if (i % 7 == 0) {
        ring.drain(examiner);
      }
    }
    ring.drain(examiner);
    for (int i = 0; i < 50; i++) {
      assertEquals(i, seen.get(one).toByteArray()[i]);
      assertEquals(-i, seen.get(one.hashCode()).toByteArray()[i]);
      assertEquals((byte) (i + 100), seen.get(other).toByteArray()[i]);
    }
  }

  @Test
  void whatFindsNoPlaceIsCounted() {
    byte[] bytes = bytes(ContentRing.PIECE);
    for (int i = 0; i < 256; i++) {
      assertTrue(ring.offer(stream(), false, 0, bytes, 0, bytes.length));
    }
    assertFalse(ring.offer(stream(), false, 0, bytes, 0, bytes.length));
    assertEquals(1, ring.lost());
  }

  /** What large files have further on leaves half of the places to the first bytes of others. */
  @Test
  void firstBytesFindAPlaceWhereFurtherOnesFindNone() {
    byte[] bytes = bytes(2 << 20);
    SpoorState large = stream();
    assertFalse(ring.offer(large, false, ContentRing.LIMIT, bytes, 0, bytes.length));
    SpoorState small = stream();
    assertTrue(ring.offer(small, false, 0, bytes, 0, 100));
    ring.drain(examiner);
    assertArrayEquals(Arrays.copyOf(bytes, 1 << 20), seen.get(large).toByteArray());
    assertArrayEquals(Arrays.copyOf(bytes, 100), seen.get(small).toByteArray());
    assertEquals(0, ring.lost(), "first bytes only");
    assertEquals(129 * 8192, ring.heapBytes());
  }

  /** Places are used again and again; nothing comes twice or in another order. */
  @Test
  void morePassesThanThereIsRoomFor() {
    SpoorState stream = stream();
    byte[] bytes = bytes(9_000_000);
    for (int at = 0; at < bytes.length; at += 100_000) {
      assertTrue(ring.offer(stream, true, at, bytes, at, 100_000));
      ring.drain(examiner);
    }
    assertArrayEquals(bytes, seen.get(stream.hashCode()).toByteArray());
    assertTrue(ring.heapBytes() <= 16 * 8192, () -> "" + ring.heapBytes());
  }

  /** A place that has room takes only what follows of its stream without a gap. */
  @Test
  void aGapIsSeen() {
    SpoorState stream = stream();
    byte[] bytes = bytes(100);
    ring.offer(stream, false, 16 << 20, bytes, 0, 50);
    ring.offer(stream, false, (16 << 20) + 50, bytes, 50, 30);
    ring.offer(stream, false, 32 << 20, bytes, 80, 20);
    List<String> pieces = new ArrayList<>();
    ring.drain(
        (of, written, position, data, offset, length) -> pieces.add(position + " " + length));
    assertEquals(List.of((16 << 20) + " 80", (32 << 20) + " 20"), pieces);
  }

  /** While a thread adds to a piece another one takes what is there. */
  @Test
  void nothingIsLostBetweenThreads() throws InterruptedException {
    SpoorState stream = stream();
    byte[] bytes = bytes(200000);
    AtomicInteger offered = new AtomicInteger();
    Thread job =
        new Thread(
            () -> {
              for (byte each : bytes) {
                if (!ring.offer(stream, false, offered.get() % 60000, each)) {
                  return;
                }
                offered.incrementAndGet();
              }
            });
    job.start();
    while (job.isAlive()) {
      ring.drain(examiner);
    }
    job.join();
    ring.drain(examiner);
    assertArrayEquals(Arrays.copyOf(bytes, offered.get()), seen.get(stream).toByteArray());
    assertEquals(bytes.length, offered.get());
  }

  /** Several threads fill it, each with streams of its own, while another one empties it. */
  @Test
  void streamsOfSeveralThreadsAreWholeUpToWhereTheyBreakOff() throws InterruptedException {
    byte[] bytes = bytes(3 << 20);
    Map<SpoorState, Integer> offered = new ConcurrentHashMap<>();
    List<Thread> jobs = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      int size = 1000 + 7000 * i;
      Thread job =
          new Thread(
              () -> {
                for (int n = 0; n < 20; n++) {
                  SpoorState stream = stream();
                  int at = 0;
                  int more = size;
                  while (more > 0 && ring.offer(stream, false, at, bytes, at, more)) {
                    at += more;
                    more = Math.min(size, bytes.length - at);
                  }
                  offered.put(stream, at);
                }
              });
      jobs.add(job);
      job.start();
    }
    for (Thread job : jobs) {
      while (job.isAlive()) {
        ring.drain(examiner);
      }
      job.join();
    }
    ring.drain(examiner);
    assertEquals(80, offered.size());
    for (Map.Entry<SpoorState, Integer> each : offered.entrySet()) {
      byte[] came = seen.getOrDefault(each.getKey(), new ByteArrayOutputStream()).toByteArray();
      assertTrue(came.length >= each.getValue(), "all that found a place");
      assertArrayEquals(Arrays.copyOf(bytes, came.length), came);
    }
  }
}
