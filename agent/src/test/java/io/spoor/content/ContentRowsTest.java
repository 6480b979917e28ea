package io.spoor.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spoor.boot.record.ValueHash;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Rows are found in what programs write, and none in what only looks like them. */
class ContentRowsTest {

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(utf8(text));
    }
    return packed.toByteArray();
  }

  /**
   * @param namesAndTexts of the entries
   */
  private static byte[] zip(int method, String... namesAndTexts) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(packed)) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        ZipEntry entry = new ZipEntry(namesAndTexts[i]);
        byte[] text = utf8(namesAndTexts[i + 1]);
        if (method == ZipEntry.STORED) {
          java.util.zip.CRC32 crc = new java.util.zip.CRC32();
          crc.update(text);
          entry.setMethod(method);
          entry.setSize(text.length);
          entry.setCrc(crc.getValue());
        }
        zip.putNextEntry(entry);
        zip.write(text);
      }
    }
    return packed.toByteArray();
  }

  /** A side as {@code [names] total}, when its rows are those, written with commas. */
  private static String side(FileRows rows, String... expected) {
    long[][] hashes = rows.cells().hashes;
    assertEquals(expected.length, hashes.length);
    for (int row = 0; row < expected.length; row++) {
      String[] cells = expected[row].split(",", -1);
      for (int i = 0; i < cells.length; i++) {
        long hash = i < hashes[row].length ? hashes[row][i] : 0;
        assertEquals(ValueHash.of(cells[i]), hash, "row " + row + " column " + i + " " + cells[i]);
      }
      assertTrue(hashes[row].length <= cells.length);
    }
    List<String> names = new ArrayList<>();
    for (int i = 0; i < rows.width(); i++) {
      names.add(rows.name(i));
    }
    return names + " " + rows.total();
  }

  private static void one(String names, byte[] bytes, boolean whole, String... expected) {
    List<FileRows> sides = ContentRows.of("in.dat", bytes, whole);
    assertEquals(1, sides.size());
    assertEquals(names, side(sides.get(0), expected));
  }

  private static void none(byte[] bytes) {
    assertEquals(List.of(), ContentRows.of("in.dat", bytes, true));
  }

  /** However it breaks off or is damaged, there is no failure and no more than there was. */
  private static void breaksOff(byte[] bytes) {
    int most = rows(bytes);
    for (int length = 0; length < bytes.length; length++) {
      assertTrue(rows(Arrays.copyOf(bytes, length)) <= most);
      byte[] damaged = bytes.clone();
      damaged[length] ^= (byte) 0x85;
      ContentRows.of("in.dat", damaged, true);
      Arrays.fill(damaged, length, damaged.length, (byte) 0xff);
      ContentRows.of("in.dat", damaged, false);
    }
  }

  private static int rows(byte[] bytes) {
    int rows = 0;
    for (FileRows side : ContentRows.of("in.dat", bytes, false)) {
      rows += side.cells().hashes.length;
    }
    return rows;
  }

  private static final String LINES =
      "{\"id\":1,\"name\":\"An\\u006ea\",\"at\":{\"city\":\"Rome\",\"zip\":\"00118\"},\"tags\":[1,{\"a\":2}]}\n"
          + "{\"id\":2.0,\"name\":null,\"at\":{\"city\":\"Oslo\"},\"ok\":true}\n"
          + "{\"name\":\"null\",\"id\":3e2,\"at\":{\"city\":\"B\\\"n\\n\"},\"ok\":false}\n";

  @Test
  void jsonLines() {
    one(
        "[id, name, at.city, tags, ok] 3",
        utf8(LINES),
        true,
        "1,Anna,Rome,,",
        "2,,Oslo,,TRUE",
        "300,null,B\"n,,0");
    breaksOff(utf8(LINES));
  }

  @Test
  void jsonArrays() {
    String array = "[" + LINES.trim().replace("\n", ",\r\n ") + "]\n";
    one(
        "[id, name, at.city, tags, ok] 3",
        utf8(array),
        true,
        "1,Anna,Rome,,",
        "2,,Oslo,,1",
        "300,null,B\"n,,false");
    one("[a] -1", utf8("[{\"a\":1},{\"a\":2},{\"a\":3},{\"a\":"), false, "1", "2", "3");
    one("[a] -1", utf8("{\"a\":1}\n{\"a\":2}\n{\"a\":3}\nand more"), true, "1", "2", "3");
  }

  /** Keys of a map are data; so may those of one within rows be. */
  @Test
  void keysThatDifferAreNoColumns() {
    none(utf8("{\"Anna\":1}\n{\"Bert\":2}\n{\"Carl\":3}\n{\"Dora\":4}\n"));
    one(
        "[id] 3",
        utf8(
            "{\"id\":1,\"of\":{\"Anna\":1}}\n{\"id\":2,\"of\":{\"Bert\":2}}\n"
                + "{\"id\":3,\"of\":{\"Carl\":3}}\n"),
        true,
        "1",
        "2",
        "3");
  }

  @Test
  void delimitedText() {
    one(
        "[id, name] 3",
        utf8("id;name\n1;\"A\"\"n;na\"\n2;Bert\n3;Carl"),
        true,
        "1,A\"n;na",
        "2,Bert",
        "3,Carl");
    one("[null, null] -1", utf8("1\ta\n2\tb\n3\tc\n4"), false, "1,a", "2,b", "3,c");
    none(utf8("one\ntwo, and more\nthree\n"));
  }

  private static final String XML =
      "<?xml version='1.0' encoding=\"ISO-8859-1\"?>\n<!-- all -->\n<x:shop at=\"Rome\">"
          + "<x:items>\n <x:item id='1' xmlns:y='u'><x:name>A&amp;&#66;\u00e4</x:name><at><zip>7</zip></at>"
          + "<tag>a</tag><tag>b</tag></x:item>\n <x:item id='2'><x:name><![CDATA[<C>]]></x:name><at><zip/></at>"
          + "</x:item><!-- > -->\n <x:item  id = '3' ><x:name> </x:name><at><zip>8</zip></at></x:item>"
          + "</x:items></x:shop>\n";

  @Test
  void elementsThatAreRepeated() {
    byte[] bytes = XML.getBytes(StandardCharsets.ISO_8859_1);
    one("[id, name, at.zip] 3", bytes, true, "1,A&B\u00e4,7", "2,<C>,", "3,,8");
    breaksOff(bytes);
    one("[n] 3", utf8("<all><n>1</n><n>2</n><n>3</n></all>"), true, "1", "2", "3");
    one("[n] -1", utf8("<all><n>1</n><n>2</n><n>3</n><n>4"), false, "1", "2", "3");
  }

  @Test
  void noXmlThatIsNotCertain() {
    none(utf8("<all><n>1</n><n>2</n><n>3</n></other>"));
    none(utf8("<all><n>1</n><n>2</n><n>3</n>"));
    none(utf8("<!DOCTYPE all [<!ENTITY a 'b'>]><all><n>&a;</n><n>2</n><n>3</n><n>4</n></all>"));
    none(utf8("<all><n>&a;</n><n>2</n><n>3</n><n>4</n></all>"));
    none(utf8("<all><n>1</n><m>1</m><n>2</n><m>2</m><n>3</n><m>3</m></all>"));
    none(utf8("<?xml version='1.0' encoding='EBCDIC'?><all><n>1</n><n>2</n><n>3</n></all>"));
    // Elements that are called as the data are.
    none(utf8("<all><p><Anna>1</Anna></p><p><Bert>2</Bert></p><p><Carl>3</Carl></p></all>"));
  }

  private static String fixed(String format, int rows) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < rows; i++) {
      int number = i * 7919 % 1000;
      text.append(String.format(format, "item " + number, "a b".substring(i % 3), number * 3));
    }
    return text.toString();
  }

  @Test
  void columnsOfFixedWidth() {
    String header = String.format("%-10s%-4s%6s%n", "name", "kind", "price");
    String[] expected = new String[30];
    for (int i = 0; i < expected.length; i++) {
      int number = i * 7919 % 1000;
      expected[i] = "item " + number + "," + "a b".substring(i % 3) + "," + number * 3;
    }
    one("[name, kind, price] 30", utf8(header + fixed("%-10s%-4s%6s%n", 30)), true, expected);
    one("[null, null, null] 30", utf8(fixed("%-10s %-4s%6s  %n", 30)), true, expected);
  }

  @Test
  void otherTextIsNotOfFixedWidth() {
    none(utf8(fixed("%-10s%-4s%6s%n", 15)));
    // Words of one value, and values of any length.
    none(utf8("item 1\nitem 2\nitem 3\n".repeat(10)));
    none(utf8(fixed("%s %s of %s%n", 30)));
  }

  private static String numbered(String before, int from, int to, String behind) {
    StringBuilder lines = new StringBuilder();
    for (int i = from; i <= to; i++) {
      lines.append(before).append(i).append(behind);
    }
    return lines.toString();
  }

  /** Names with digits may be headers as well as values, so that there is none among them. */
  @Test
  void aValueInEachLine() {
    String[] mails = numbered("m", 1, 25, "@x.org\n").split("\n");
    one("[mail] 25", utf8("mail\n" + numbered("m", 1, 25, "@x.org\n")), true, mails);
    one("[mail] 25", utf8("mail\r\n" + numbered("\"m", 1, 25, "@x.org\"\r\n")), true, mails);
    one("[mail] -1", utf8("mail\n" + numbered("m", 1, 25, "@x.org\n") + "m2"), false, mails);
    String[] names = numbered("n", 1, 25, "\n").split("\n");
    one("[null] 25", utf8(numbered("n", 1, 25, "\n")), true, names);
  }

  @Test
  void otherLinesAreNoValues() {
    none(utf8(numbered("m", 1, 19, "@x.org\n")));
    none(utf8(numbered("m", 1, 25, " and three more\n")));
    none(utf8(numbered("m", 1, 5, "\n").repeat(5)));
    none(utf8(numbered("m".repeat(70), 1, 25, "\n")));
    none(utf8("{\n" + numbered("m", 1, 25, "@x.org\n") + "}"));
    none(utf8("<\n" + numbered("m", 1, 25, "@x.org\n")));
  }

  @Test
  void whatIsPackedByGzip() throws IOException {
    byte[] packed = gzip(LINES);
    one(
        "[id, name, at.city, tags, ok] 3",
        packed,
        true,
        "1,Anna,Rome,,",
        "2,,Oslo,,1",
        "300,null,B\"n,,0");
    breaksOff(packed);
    // A second member is not looked at, and it is known that it is there.
    byte[] two = Arrays.copyOf(gzip("1,a\n2,b\n3,c\n"), 100);
    one("[null, null] -1", two, true, "1,a", "2,b", "3,c");
  }

  @Test
  void entriesOfArchives() throws IOException {
    for (int method : new int[] {ZipEntry.DEFLATED, ZipEntry.STORED}) {
      byte[] packed =
          zip(
              method,
              "a.csv",
              "id,name\n1,Anna\n2,Bert\n3,Carl\n",
              "read me.txt",
              "no rows\n",
              "b.csv",
              "id,name\n4,Dora\n5,Ed\n6,Fritz\n",
              "c.json",
              "[{\"n\":1},{\"n\":2},{\"n\":3}]");
      List<FileRows> sides = ContentRows.of("all.zip", packed, true);
      assertEquals(2, sides.size());
      assertEquals(
          "[id, name] 6",
          side(sides.get(0), "1,Anna", "2,Bert", "3,Carl", "4,Dora", "5,Ed", "6,Fritz"));
      assertEquals("[null] 3", side(sides.get(1), "1", "2", "3"));
      breaksOff(packed);
    }
  }

  @Test
  void sheetsOfWorkbooks() throws IOException {
    String sheet =
        "<worksheet xmlns=\"u\"><sheetData>"
            + "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row>"
            + "<row r=\"2\"><c r=\"A2\"><v>1.0</v></c><c r=\"B2\" t=\"s\"><v>2</v></c></row>"
            + "<row r=\"3\"><c r=\"A3\" s=\"1\"><v>1.5E3</v></c></row>"
            + "<row r=\"4\"><c r=\"A4\"><v>3</v></c><c r=\"C4\" t=\"inlineStr\"><is><t>x</t></is></c></row>"
            + "<row r=\"5\"><c><v>4</v></c><c t=\"str\"><f>A1&amp;B1</f><v>y</v></c><c t=\"e\"><v>#N/A</v></c></row>"
            + "</sheetData></worksheet>";
    String shared =
        "<sst><si><t>id</t></si><si><t>na</t><rPh><t>spoken</t></rPh><r><t>me</t></r></si>"
            + "<si><t xml:space=\"preserve\"> Anna</t></si></sst>";
    byte[] packed =
        zip(
            ZipEntry.DEFLATED,
            "[Content_Types].xml",
            "<Types><Default/><Default/><Default/></Types>",
            "xl/worksheets/sheet1.xml",
            sheet,
            "xl/sharedStrings.xml",
            shared);
    one("[id, name, null] 4", packed, true, "1,Anna", "1500", "3,,x", "4,y,");
    breaksOff(packed);
    // Texts that are not known.
    none(zip(ZipEntry.DEFLATED, "xl/worksheets/sheet1.xml", sheet));
  }

  @Test
  void noMoreRowsThanThereIsRoomFor() {
    StringBuilder text = new StringBuilder("id,name,place\n");
    for (int i = 0; i < 4000; i++) {
      text.append(i).append(",n").append(i).append(",p\n");
    }
    FileRows rows = ContentRows.of("in.dat", utf8(text.toString()), true).get(0);
    assertEquals(FileRows.CELLS / 3, rows.cells().hashes.length);
    assertEquals(-1, rows.total());
  }

  @Test
  void anArchiveThatIsCutOffTellsNothing() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write("id,name\n1,Anna\n2,Bert\n".getBytes(StandardCharsets.UTF_8));
    }
    byte[] bytes = packed.toByteArray();
    for (int length = 0; length < bytes.length; length++) {
      byte[] part = Arrays.copyOf(bytes, length);
      Unpacked unpacked = Unpacked.of("a.csv.gz", part);
      if (unpacked != null) {
        assertTrue(unpacked.bytes().length <= 23);
      }
      part = part.clone();
      for (int i = 3; i < part.length; i++) {
        part[i] = (byte) 0xff;
      }
      ContentSchema.of("a.csv.gz", part);
    }
  }
}
