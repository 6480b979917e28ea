package io.spoor.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** How many records there are is concluded from those that were seen from end to end. */
class RecordCountTest {

  private static final byte[] LINES =
      ("x".repeat(999) + "\n").repeat(20).getBytes(StandardCharsets.UTF_8);

  @Test
  void aLineThatIsCutIsNone() {
    RecordCount count = new RecordCount(false, false);
    count.take(LINES, 0, 2500);
    count.gap();
    count.take(LINES, 5990, 1010);
    count.gap();
    count.take(LINES, 8999, 3400);
    assertEquals(20, count.estimate(LINES.length));
  }

  @Test
  void nothingIsKnownBeforeTheFirstEnds() {
    RecordCount count = new RecordCount(true, false);
    count.take(LINES, 0, 900);
    assertEquals(-1, count.estimate(LINES.length));
    assertEquals(1, count.exact());
  }

  @Test
  void aHeaderIsNone() {
    RecordCount count = new RecordCount(true, true);
    count.take(LINES, 0, LINES.length);
    assertEquals(19, count.exact());
    assertEquals(39, count.estimate(2 * LINES.length));
  }
}
