package io.spoor.boot.record;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
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
      (stream, written, data, offset, length) ->
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
      assertTrue(ring.offer(stream, false, bytes, at, size));
      assertTrue(ring.offer(stream, false, ByteBuffer.wrap(bytes), at + size, size));
      assertTrue(ring.offer(stream, false, bytes[at + 2 * size]));
      at += 2 * size + 1;
    }
    ring.drain(examiner);
    assertArrayEquals(java.util.Arrays.copyOf(bytes, at), seen.get(stream).toByteArray());
    assertEquals(0, ring.lost());
    assertTrue(ring.heapBytes() < 100000, () -> "" + ring.heapBytes());
  }

  @Test
  void streamsAndDirectionsAreKeptApart() {
    SpoorState one = stream();
    SpoorState other = stream();
    for (byte i = 0; i < 50; i++) {
      ring.offer(one, false, i);
      ring.offer(one, true, (byte) -i);
      ring.offer(other, false, (byte) (i + 100));
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
      assertTrue(ring.offer(stream(), false, bytes, 0, bytes.length));
    }
    assertFalse(ring.offer(stream(), false, bytes, 0, bytes.length));
    assertEquals(1, ring.lost());
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
                if (!ring.offer(stream, false, each)) {
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
    assertArrayEquals(
        java.util.Arrays.copyOf(bytes, offered.get()), seen.get(stream).toByteArray());
    assertEquals(bytes.length, offered.get());
  }
}
