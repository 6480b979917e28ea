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

  private final SampledRows sampled = new SampledRows(true, new RowRoom());

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

  /** How many of the rows that were sampled are not in the first bytes. */
  private int further(LongContent content) {
    int further = 0;
    for (long ordinal : sampled.rows().ordinals) {
      further += ordinal < content.first().hashes().length ? 0 : 1;
    }
    return further;
  }

  @Test
  void someOfAll() {
    LongContent content = passed(0);
    RowTable table = content.rows();
    assertEquals(LINES, table.total());
    assertEquals(4096, content.first().hashes().length, "a cell more would not fit");
    assertTrue(further(content) > 100, () -> "" + further(content));
    assertEquals(4096 + further(content), table.size(), "none twice");
    assertEquals(false, content.isInPart());
  }

  /** Where a row begins behind a gap is not certain. */
  @Test
  void noneBehindAGap() {
    LongContent content = passed(ContentRing.LIMIT + 8192);
    RowTable table = content.rows();
    assertEquals(-1, table.total());
    assertEquals((ContentRing.LIMIT + 8192 - 8) / 12, sampled.rows().total);
    assertEquals(4096 + further(content), table.size());
    assertEquals(true, content.isInPart());
  }
}
