package io.spoor.content;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spoor.boot.record.KeptRows;
import io.spoor.boot.record.RowRoom;
import io.spoor.boot.record.SampledRows;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read piece by piece has the rows that it has when it is read as a whole. */
class RowReaderTest {

  private static final int ROWS = 120;

  private static String rows(String begin, String row, String end) {
    StringBuilder text = new StringBuilder(begin);
    for (int i = 0; i < ROWS; i++) {
      text.append(
          row.replace("NAME", "name" + (10_000 + i * 37) + "é").replace("ID", "" + (1000 + i)));
    }
    return text + end;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(content);
    }
    return packed.toByteArray();
  }

  /** Of a file whose first bytes are known; null when no more of it is read. */
  private static RowReader reader(byte[] bytes, int known) {
    byte[] first = Arrays.copyOf(bytes, known);
    return ContentRows.reader(first, ContentRows.of("in.dat", first, false));
  }

  /** Reads a file in pieces, and compares what comes of it with its rows as a whole. */
  private static void same(byte[] bytes, int known) {
    FileRows whole = ContentRows.of("in.dat", bytes, true).get(0);
    for (int size : new int[] {1, 7, 1000, 100_000}) {
      RowReader reader = reader(bytes, known);
      SampledRows rows = new SampledRows(false, new RowRoom(), 64 << 10, 0);
      for (int at = 0; at < bytes.length; at += size) {
        assertTrue(reader.read(bytes, at, Math.min(size, bytes.length - at), rows));
      }
      assertTrue(reader.end(rows));
      KeptRows found = rows.rows();
      assertEquals(whole.total(), found.total);
      assertEquals(whole.total(), found.hashes.length, "so few are kept all");
      for (int i = 0; i < found.hashes.length; i++) {
        int width = whole.cells().hashes[i].length;
        assertArrayEquals(
            whole.cells().hashes[i], Arrays.copyOf(found.hashes[i], width), "row " + i);
        assertArrayEquals(
            whole.cells().values[i], Arrays.copyOf(found.values[i], width), "row " + i);
        assertEquals(found.ordinals[i], i);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id,name,note\n|ID,NAME,a b\n|",
        "id,name,note\r\n|ID,\"NAME, \"\"quoted\"\"\",\"two\nlines\r\n\n\"\r\n|",
        "\ufeffid;name\n|ID;NAME\n|1;last",
        "|ID\tNAME\t\n\n|",
        "|{\"id\":ID,\"name\":\"NAME\",\"of\":{\"a\":[1,{\"b\":\"}\"}],\"c\":ID}}\n|",
        "[|{\"id\":\"ID\",\"name\":\"NA\\\"}ME\\\\\"}\n  ,|{\"id\":1,\"name\":null}]\n",
        "|NAME   ID   12.50\n|"
      })
  void inPieces(String parts) throws IOException {
    String[] part = parts.split("\\|", -1);
    byte[] bytes = utf8(part[2].isEmpty() ? rows(part[0], part[1], "") : shortened(part));
    same(bytes, bytes.length / 2);
    same(gzip(bytes), gzip(bytes).length - 1);
  }

  /** The last row is another one. */
  private static String shortened(String[] part) {
    String text = rows(part[0], part[1], "");
    int last = text.lastIndexOf("1119");
    int start = text.lastIndexOf('\n', last);
    int row = part[0].equals("[") ? text.indexOf('{', start) : start + 1;
    return text.substring(0, row) + part[2];
  }

  /** What stands between quotes may end behind any number of pieces. */
  @Test
  void aCellOfManyLinesGoesOnBehindWhatIsKnown() {
    String cell = "\"" + "line, of a cell\n".repeat(500) + "\"";
    String text = rows("id,note\n", "ID,NAME\n", "").replaceFirst("name10777é", cell);
    byte[] bytes = utf8(text);
    int within = text.indexOf("line, of a cell") + 1000;
    same(bytes, within);
  }

  @Test
  void whatIsNoRowAnyMoreEndsIt() {
    byte[] json = utf8(rows("", "{\"id\":ID,\"name\":\"NAME\"}\n", "{\"id\":} {\n"));
    byte[] fixed = utf8(rows("", "NAME   ID   12.50\n", "this is another line than those\n"));
    byte[] zero = utf8(rows("id,name\n", "ID,NAME\n", "1\u0000,2\n"));
    byte[] endless = utf8(rows("id,name\n", "ID,NAME\n", "\"" + "x".repeat(70_000)));
    for (byte[] bytes : List.of(json, fixed, zero, endless)) {
      SampledRows rows = new SampledRows(false, new RowRoom(), 64 << 10, 0);
      RowReader reader = reader(bytes, 2000);
      assertFalse(reader.read(bytes, 0, bytes.length, rows));
      assertFalse(reader.end(rows));
      assertEquals(ROWS, rows.rows().total);
    }
  }

  @Test
  void whatBreaksOffIsNotAll() throws IOException {
    byte[] list = utf8(rows("[", "{\"id\":ID,\"name\":\"NAME\"},\n", ""));
    byte[] quoted = utf8(rows("id,name\n", "ID,NAME\n", "1,\"a"));
    byte[] packed = gzip(utf8(rows("id,name\n", "ID,NAME\n", "")));
    for (byte[] bytes : List.of(list, quoted, Arrays.copyOf(packed, packed.length - 8))) {
      SampledRows rows = new SampledRows(false, new RowRoom(), 64 << 10, 0);
      RowReader reader = reader(bytes, bytes.length - 100);
      assertTrue(reader.read(bytes, 0, bytes.length, rows));
      assertFalse(reader.end(rows));
      reader.close();
      assertFalse(reader.read(bytes, 0, 1, rows));
    }
    // Nor is it when another member follows.
    byte[] two = Arrays.copyOf(packed, 2 * packed.length);
    System.arraycopy(packed, 0, two, packed.length, packed.length);
    SampledRows rows = new SampledRows(false, new RowRoom(), 64 << 10, 0);
    RowReader reader = reader(two, packed.length - 10);
    assertFalse(reader.read(two, 0, two.length, rows));
    assertFalse(reader.end(rows));
    assertEquals(ROWS, rows.rows().total);
  }

  @Test
  void noMoreIsReadOfOtherFormatsOrOfVeryWideRows() throws IOException {
    byte[] xml = utf8(rows("<a>", "<r id=\"ID\">NAME</r>\n", "</a>"));
    assertNull(reader(xml, xml.length));
    String wide = ",1".repeat(SampledRows.WIDEST);
    byte[] csv = utf8(rows("", "ID" + wide + "\n", ""));
    assertNull(reader(csv, csv.length));
    assertEquals(1, ContentRows.of("in.csv", csv, true).size());
  }
}
