package io.spoor.content;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spoor.boot.record.ValueHash;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PackedRowsTest {

  private static final int ROOM = 10_000;

  private static RowCells again(Object... row) {
    return PackedRows.of(Collections.singletonList(row), ROOM).unpack();
  }

  private static String text(int length, char of) {
    char[] text = new char[length];
    Arrays.fill(text, of);
    return new String(text);
  }

  @Test
  void valuesComeBackAsTheyWere() {
    Object[] row = {
      null,
      "",
      "Zoë",
      "Łódź",
      text(64, 'x'),
      text(64, 'Ω'),
      true,
      false,
      -7L,
      Long.MIN_VALUE,
      0.1,
      Double.NaN,
      new BigDecimal("12345678901234567890.50")
    };
    RowCells cells = again(row);
    assertArrayEquals(row, cells.values[0]);
    for (int i = 0; i < row.length; i++) {
      assertEquals(ValueHash.of(row[i]), cells.hashes[0][i], "value " + i);
    }
  }

  /** Of the same value in a wider type nothing is lost that a comparison would see. */
  @Test
  void numbersComeBackInOneTypeOfTheirKind() {
    Object[] row = {(byte) 1, (short) 2, 3, 0.1f, new BigInteger("123456789012345678901")};
    RowCells cells = again(row);
    assertArrayEquals(
        new Object[] {1L, 2L, 3L, 0.1, new BigDecimal("123456789012345678901")}, cells.values[0]);
    for (int i = 0; i < row.length; i++) {
      assertEquals(ValueHash.of(row[i]), cells.hashes[0][i], "value " + i);
    }
  }

  @Test
  void onlyHashesOfWhatIsLong() {
    Object[] row = {
      text(65, 'x'), text(65, 'Ω'), BigInteger.ONE.shiftLeft(1000), new byte[] {1}, 'c'
    };
    PackedRows packed = PackedRows.of(Collections.singletonList(row), ROOM);
    // Also when they are packed once more, with others.
    RowCells cells = PackedRows.of(packed.rows(), ROOM).unpack();
    for (int i = 0; i < row.length; i++) {
      assertNull(cells.values[0][i], "value " + i);
      assertEquals(ValueHash.of(row[i]), cells.hashes[0][i], "value " + i);
    }
  }

  @Test
  void equalTextsAreOneObject() {
    List<Object[]> rows = new ArrayList<Object[]>();
    rows.add(new Object[] {"Oslo", "1"});
    rows.add(new Object[] {new String("Oslo"), "2"});
    Object[][] values = PackedRows.of(rows, ROOM).unpack().values;
    assertSame(values[0][0], values[1][0]);
  }

  /** Texts of random characters cannot be packed into less than they are. */
  @Test
  void noMoreRowsThanThereIsRoomFor() {
    Random random = new Random(7);
    List<Object[]> rows = new ArrayList<Object[]>();
    for (int i = 0; i < 1000; i++) {
      StringBuilder text = new StringBuilder();
      for (int c = 0; c < 60; c++) {
        text.append((char) (' ' + random.nextInt(200)));
      }
      rows.add(new Object[] {(long) i, text.toString()});
    }
    PackedRows packed = PackedRows.of(rows, ROOM);
    assertTrue(packed.bytes() <= ROOM, packed.bytes() + " bytes");
    assertTrue(packed.count() > 120 && packed.count() < 200, packed.count() + " rows");
    RowCells cells = packed.unpack();
    assertEquals(packed.count(), cells.hashes.length);
    for (int row = 0; row < packed.count(); row++) {
      assertArrayEquals(rows.get(row), cells.values[row], "row " + row);
    }
  }

  @Test
  void nothing() {
    RowCells cells = PackedRows.of(Collections.<Object[]>emptyList(), ROOM).unpack();
    assertEquals(0, cells.hashes.length);
  }
}
