package io.spoor.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import org.junit.jupiter.api.Test;

class UtcTimeTest {

  private static final DateTimeFormatter ISO =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter COMPACT =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

  @Test
  void sameAsTheFormattersOfTheJdk() {
    Random random = new Random(7);
    long last = Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();
    for (int i = 0; i < 20000; i++) {
      check(Math.floorMod(random.nextLong(), last));
    }
    for (int day = 0; day < 800 * 366; day++) {
      check(day * 86400000L);
    }
  }

  @Test
  void whatIsNoTime() {
    for (String text : new String[] {"", "2026", "2026-01-31", "x", "20260131T235959Z"}) {
      assertEquals(-1, UtcTime.parse(text), text);
    }
    assertEquals(1769903999123L, UtcTime.parse("20260131T235959.123Z-rest.jsonl"));
  }

  private static void check(long millis) {
    Instant instant = Instant.ofEpochMilli(millis);
    assertEquals(ISO.format(instant), UtcTime.iso(millis));
    assertEquals(COMPACT.format(instant), UtcTime.compact(millis));
    assertEquals(millis, UtcTime.parse(UtcTime.iso(millis)));
    assertEquals(millis, UtcTime.parse(UtcTime.compact(millis)));
  }
}
