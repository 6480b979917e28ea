package io.spoor.memory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spoor.boot.record.Effort;
import io.spoor.model.DatasetId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MemoryTextTest {

  private static final DatasetId IN = new DatasetId("file", "/in/a\tb\\n.csv");

  private static JobMemory memory(int outputs, int columns) {
    Map<DatasetId, RememberedOutput> all = new LinkedHashMap<>();
    for (int i = 0; i < outputs; i++) {
      List<RememberedColumn> remembered = new ArrayList<>();
      for (int k = 0; k < columns; k++) {
        long[] hashes = new long[RememberedColumn.MOST];
        java.util.Arrays.setAll(hashes, n -> -1L - n);
        java.util.Arrays.sort(hashes);
        remembered.add(new RememberedColumn("c" + k, hashes, Long.MAX_VALUE >>> 3, 0, true));
      }
      DatasetId id = new DatasetId("file", "/out/" + i);
      all.put(
          id,
          new RememberedOutput(
              id,
              1000 + i,
              Verdict.EXPLAINED,
              2,
              Effort.LESS,
              120,
              List.of(new String[] {"c0", "VARCHAR"}, new String[] {"c1", null}),
              Collections.singleton(IN),
              List.of(new RememberedFlow(IN, "x", "c0", List.of("row match", "agree 120/120"))),
              List.of("c1"),
              remembered));
    }
    Map<DatasetId, RememberedInput> inputs =
        Map.of(IN, new RememberedInput(IN, 5, List.<String[]>of(new String[] {"x\n", null})));
    return new JobMemory("default", "nightly\nload", -7, inputs, all);
  }

  @Test
  void isReadAsItWasWritten() {
    MemoryText.Written written = MemoryText.write(memory(2, 2));
    JobMemory read = MemoryText.read(written.bytes);

    assertEquals(0, written.leftOut);
    assertEquals("nightly\nload", read.name);
    assertEquals(-7, read.mark);
    assertEquals("x\n", read.inputs.get(IN).schema.get(0)[0]);
    assertArrayEquals(written.bytes, MemoryText.write(read).bytes);
  }

  @Test
  void damageIsFound() {
    byte[] good = MemoryText.write(memory(1, 1)).bytes;
    for (int i = 0; i < good.length; i += 7) {
      byte[] bad = good.clone();
      bad[i] ^= 1;
      assertThrows(IllegalArgumentException.class, () -> MemoryText.read(bad), "byte " + i);
      byte[] cut = java.util.Arrays.copyOf(good, i);
      assertThrows(RuntimeException.class, () -> MemoryText.read(cut), "cut at " + i);
    }
  }

  /** Verdicts stay where values have no room. */
  @Test
  void isBounded() {
    MemoryText.Written written = MemoryText.write(memory(300, 10));
    JobMemory read = MemoryText.read(written.bytes);

    assertTrue(written.bytes.length < MemoryText.MOST + 100, written.bytes.length + " bytes");
    assertEquals(300, read.outputs.size());
    int withValues = 0;
    for (RememberedOutput output : read.outputs.values()) {
      withValues += output.columns.isEmpty() ? 0 : 1;
    }
    assertTrue(withValues > 5 && withValues < 30, withValues + " outputs with values");
    String text = new String(written.bytes, StandardCharsets.UTF_8);
    assertTrue(text.indexOf("/out/299\t") < text.indexOf("/out/298\t"), "the last one first");
  }
}
