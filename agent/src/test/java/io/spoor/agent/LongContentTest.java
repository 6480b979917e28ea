package io.spoor.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spoor.boot.record.ContentRing;
import io.spoor.boot.record.RowRoom;
import io.spoor.boot.record.SampledRows;
import io.spoor.content.ContentRows;
import io.spoor.content.FileRows;
import io.spoor.content.RowReader;
import io.spoor.flow.RowTable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows behind the first bytes of a stream are added to those that are in them. */
class LongContentTest {

  private static final int LINES = 100_000;

  /** Rows of the first bytes: a cell more would not fit. */
  private static final int FIRST = 4096;

  private final SampledRows sampled = new SampledRows(true, new RowRoom(), 48 << 10, FIRST);

  private static byte[] csv() {
    StringBuilder text = new StringBuilder("id,name\n");
    for (int i = 0; i < LINES; i++) {
      text.append(i + 100_000).append(",Anna\n");
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** All of it passes, but for a gap if there is one. */
  private LongContent passed(int gap) {
    byte[] bytes = csv();
    SpoorState stream = new SpoorState(SpoorState.FILE, null);
    stream.in = bytes.length;
    stream.nextIn = 16 << 20;
    stream.closed = true;
    byte[] first = Arrays.copyOf(bytes, ContentRing.LIMIT);
    List<FileRows> rows = ContentRows.of("in.csv", first, false);
    RowReader reader = ContentRows.reader(first, rows);
    reader.read(first, 0, first.length, sampled);
    LongContent content =
        new LongContent(
            stream, false, null, null, rows.get(0), reader, sampled, true, false, false);
    for (int at = first.length; at < bytes.length; at += 8192) {
      if (at != gap) {
        content.take(at, bytes, at, Math.min(8192, bytes.length - at));
      }
    }
    return content;
  }

  /** How many rows were sampled behind the first bytes; those in them take no room. */
  private int further() {
    long[] ordinals = sampled.rows().ordinals;
    assertTrue(ordinals[0] >= FIRST, () -> "" + ordinals[0]);
    return ordinals.length;
  }

  @Test
  void someOfAll() {
    LongContent content = passed(0);
    RowTable table = content.side().table();
    assertEquals(LINES, table.total());
    assertTrue(further() > 100, () -> "" + further());
    assertEquals(FIRST + further(), table.size(), "none twice");
    assertEquals(false, content.isInPart());
  }

  /** Where a row begins behind a gap is not certain. */
  @Test
  void noneBehindAGap() {
    LongContent content = passed(ContentRing.LIMIT + 8192);
    RowTable table = content.side().table();
    assertEquals(-1, table.total());
    assertEquals((ContentRing.LIMIT + 8192 - 8) / 12, sampled.rows().total);
    assertEquals(FIRST + further(), table.size());
    assertEquals(true, content.isInPart());
  }
}
