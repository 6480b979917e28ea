package io.spoor.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spoor.boot.record.ContentRing;
import io.spoor.boot.record.RowRoom;
import io.spoor.content.ContentSchema;
import io.spoor.flow.RowSide;
import io.spoor.instrumentation.jdk.FileNames;
import io.spoor.instrumentation.jdk.FileRules;
import io.spoor.instrumentation.jdk.FoldRules;
import io.spoor.ledger.Access;
import io.spoor.ledger.Ledger;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers are found; rows of data never pass for one: their values would leave the process. */
class ContentExaminerTest {

  private final Ledger ledger = new Ledger(300);
  private final FileNames names = new FileNames("/jobs", "file");
  private final FileRecords files =
      new FileRecords(
          new DataFiles(
              names,
              new FileRules("/home/.spoor", List.of(), List.of(), List.of()),
              new ForeignFiles(names, null)),
          ledger,
          new FileDatasets(names, ledger, new FoldRules(List.of()), "/tmp"),
          new FileVersions(names, false, new Misunderstood()));
  private final ContentExaminer examiner =
      new ContentExaminer(files, new ContentRoom(new RowRoom()));

  private static SpoorState stream(String path, int mode) {
    SpoorState state = new SpoorState(SpoorState.FILE, null);
    state.about = path;
    state.mode = mode;
    state.reads = 1;
    state.firstRead = 1;
    state.writes = 1;
    state.lastWrite = 1;
    return state;
  }

  private void examine(SpoorState stream, boolean written, byte[] bytes) {
    byte[] padded = new byte[bytes.length + 7];
    System.arraycopy(bytes, 0, padded, 7, bytes.length);
    examiner.examine(stream, written, 0, padded, 7, bytes.length);
  }

  private void examine(SpoorState stream, boolean written, String text) {
    examine(stream, written, text.getBytes(StandardCharsets.UTF_8));
  }

  /** What is known once the run is over. */
  private List<Access> inputs() {
    examiner.settle(true);
    return ledger.inputs();
  }

  private List<Access> outputs() {
    examiner.settle(true);
    return ledger.outputs();
  }

  private List<String> columns(List<Access> accesses) {
    return accesses.get(0).columns().stream()
        .map(c -> c.name() + (c.type() == null ? "" : " " + c.type()))
        .toList();
  }

  private List<String> columnsOf(String text) {
    SpoorState stream = stream("in.csv", SpoorHooks.READ);
    examine(stream, false, text);
    return columns(inputs());
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\u0001',
      delimiter = '!',
      textBlock =
          """
          id,name,amount\\n1,Anna,3.5\\n2,Bert,4\\n! [id, name, amount]
          id;name\\r\\n1;Anna\\r\\n2;Bert\\r\\n! [id, name]
          id\\tname\\n1\\tAnna\\n2\\tBert\\n! [id, name]
          id|first name|%\\n1|Anna|7\\n2|Bert|8\\n! []
          "id","first name"\\n"1","Anna, Bert"\\n"2","Carl"\\n! [id, first name]
          \uFEFFid,name\\n1,Anna\\n2,Bert\\n! [id, name]
          _id,größe\\n1,2\\n3,4\\n! [_id, größe]
          name,amount\\nAnna,\\nBert,4\\n! [name, amount]
          day,amount\\n2024-01-01,7\\n2024-01-02,8\\n! [day, amount]
          """)
  void aHeaderOverValuesOfAnotherKindIsFound(String text, String expected) {
    List<String> columns =
        columnsOf(text.replace("\\n", "\n").replace("\\r", "\r").replace("\\t", "\t"));
    // A column called % does not begin with a letter: the whole line is no header.
    assertEquals(expected, columns.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "id,name",
        "id,name\n",
        "Anna,Berlin\nBert,Paris\n",
        "1,Anna\n2,Bert\n",
        "Anna,1\nBert,2\n",
        "Anna,anna@example.org\nBert,5\n",
        "Anna,2024-01-01\nBert,2024-01-02\n",
        "id,name\n1,Anna\n",
        "Anna,Berlin\nBert,7\nCarl,Paris\n",
        "Anna,Berlin\n7,Paris\nBert,8\n",
        "id,id\n1,2\n3,4\n",
        "id,,name\n1,2,3\n4,5,6\n",
        "id,name\n1,Anna,extra\n2,Bert\n",
        "Dear Anna, we owe you: 5\n1,2\n3,4\n",
        "+49 30 1234,Anna\n1,2\n3,4\n",
        "'Anna',x\n1,2\n3,4\n",
      })
  void rowsOfDataAreNoHeader(String text) {
    assertEquals(List.of(), columnsOf(text));
  }

  @Test
  void aPieceFromTheMiddleOfAFileHasNoHeader() {
    SpoorState stream = stream("in.csv", SpoorHooks.READ);
    examine(stream, false, "1,Anna\n2,Bert\n");
    examine(stream, false, "Carl,Dora\n3,Eve\n4,Fritz\n");
    assertEquals(List.of(), columns(inputs()));
  }

  @Test
  void whatIsAppendedHasNoHeader() {
    SpoorState stream = stream("out.csv", SpoorHooks.WRITE | SpoorHooks.APPEND);
    examine(stream, true, "Carl,Dora\n3,4\n5,6\n");
    files.take(stream);
    assertEquals(List.of(), columns(outputs()));
  }

  @Test
  void aWrittenHeaderBelongsToTheOutput() {
    SpoorState stream = stream("out.csv", SpoorHooks.WRITE);
    stream.reads = 0;
    examine(stream, true, "id,name\n1,Anna\n2,Bert\n");
    assertEquals(List.of("id", "name"), columns(outputs()));
    assertEquals(List.of(), inputs());
  }

  @ParameterizedTest
  @ValueSource(strings = {"in.txt", "in.json", "in", "in.csv.d"})
  void otherTextIsNotLookedAt(String path) {
    SpoorState stream = stream(path, SpoorHooks.READ);
    examine(stream, false, "id,name\n1,Anna\n2,Bert\n");
    assertEquals(List.of(), columns(inputs()));
  }

  @Test
  void filesThatAreNoDataAreNotLookedAt() {
    SpoorState stream = stream("/etc/in.csv", SpoorHooks.READ);
    examine(stream, false, "id,name\n1,Anna\n2,Bert\n");
    assertEquals(List.of(), ledger.all());
  }

  @ParameterizedTest
  @CsvSource({"PAR1xx, parquet", "Obj\u0001xx, avro", "ORCxx, orc", "xx,"})
  void signaturesTellTheFormat(String content, String format) {
    SpoorState stream = stream("data.bin", SpoorHooks.READ);
    examine(stream, false, content.getBytes(StandardCharsets.ISO_8859_1));
    assertEquals(format, inputs().get(0).format());
  }

  @Test
  void compressedBytesAreNoHeader() {
    SpoorState stream = stream("in.csv.gz", SpoorHooks.READ);
    byte[] bytes = "xxid,name\n1,Anna\n2,Bert\n".getBytes(StandardCharsets.ISO_8859_1);
    bytes[0] = 0x1f;
    bytes[1] = (byte) 0x8b;
    examine(stream, false, bytes);
    assertEquals(List.of(), columns(inputs()));
  }

  @Test
  void aHeaderMayComeInPieces() {
    SpoorState stream = stream("out.csv", SpoorHooks.WRITE);
    for (String piece : List.of("id,na", "me\n1,", "Anna\n")) {
      examine(stream, true, piece);
    }
    stream.closed = true;
    examiner.settle(false);
    // The last piece was on its way when the stream was seen to be closed.
    examine(stream, true, "2,Bert\n");
    examiner.settle(false);
    assertEquals(List.of("id", "name"), columns(ledger.outputs()));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\u0001',
      delimiter = '!',
      textBlock =
          """
          {"id":1,"name":"Anna"}\\n{"id":2,"name":"Bert","tags":[{"x":"}"}]}\\n! [id, name, tags]
          [{"id": 1, "n": null},\\n {"id": 2, "n": {"a": [1, 2]}}]! [id, n]
          {"id":1}\\n{"id":2}\\n{"id":! [id]
          {"id":1,"pr\\u00e9nom":2}\\n{"id":2}\\n! [id, prénom]
          {"id":1,"first \\"name\\"":2}\\n{"id":2}\\n! []
          {"Anna":3}\\n{"Bert":4}\\n{"Carl":5}\\n! []
          {"anna@example.org":3,"a":1}\\n{"anna@example.org":4,"a":1}\\n! []
          {"id":1,"name":"Anna"}! []
          [1,2,3]! []
          "text"! []
          {"id" 1}{"id" 2}! []
          """)
  void keysOfRowsInJson(String text, String expected) {
    SpoorState stream = stream("in.jsonl", SpoorHooks.READ);
    examine(stream, false, text.replace("\\n", "\n"));
    assertEquals(expected, columns(inputs()).toString());
  }

  @Test
  void deepJsonIsPassedOver() {
    SpoorState stream = stream("in.json", SpoorHooks.READ);
    examine(stream, false, "{\"a\":" + "[".repeat(8000));
    assertEquals(List.of(), columns(inputs()));
  }

  @Test
  void whatIsPackedIsLookedInto() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write("id,name\n1,Anna\n2,Bert\n".getBytes(StandardCharsets.UTF_8));
    }
    examine(stream("in.csv.gz", SpoorHooks.READ), false, packed.toByteArray());
    assertEquals(List.of("id", "name"), columns(inputs()));
  }

  @Test
  void soIsTheFirstEntryOfAnArchive() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(packed)) {
      zip.putNextEntry(new ZipEntry("2026/orders.json"));
      zip.write("{\"id\":1}\n{\"id\":2}\n".getBytes(StandardCharsets.UTF_8));
    }
    examine(stream("out.zip", SpoorHooks.WRITE), true, packed.toByteArray());
    assertEquals(List.of("id"), columns(outputs()));
  }

  /** As avro-tools writes it: a map of codec and schema. */
  @Test
  void theSchemaOfAnAvroFile() throws IOException {
    String schema =
        "{\"type\":\"record\",\"name\":\"R\",\"doc\":\"{[\",\"fields\":["
            + "{\"name\":\"id\",\"type\":\"long\"},{\"type\":[\"null\",\"string\"],\"name\":\"name\"},"
            + "{\"name\":\"at\",\"type\":{\"type\":\"int\",\"logicalType\":\"date\"},\"default\":0}]}";
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write("Obj\u0001".getBytes(StandardCharsets.US_ASCII));
    out.write(4);
    for (String text : List.of("avro.codec", "null", "avro.schema", schema)) {
      int zigzag = text.length() * 2;
      if (zigzag > 127) {
        out.write(zigzag & 0x7f | 0x80);
        out.write(zigzag >> 7);
      } else {
        out.write(zigzag);
      }
      out.write(text.getBytes(StandardCharsets.US_ASCII));
    }
    byte[] bytes = out.toByteArray();
    examine(stream("in.bin", SpoorHooks.READ), false, bytes);
    assertEquals(List.of("id long", "name string", "at"), columns(inputs()));
    assertEquals("avro", inputs().get(0).format());
    for (int length = 0; length < bytes.length; length++) {
      ContentSchema.of("in.bin", Arrays.copyOf(bytes, length));
    }
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\u0001',
      delimiter = '!',
      textBlock =
          """
          in.csv! id,name\\n1,Anna\\n2,Bert\\n! 2
          in.csv! 1,Anna\\n2,Bert! 2
          in.csv! 1,"Anna\\nB"\\n\\n2,Bert\\n! 2
          in.jsonl! {"a":"one quote: '"}\\n{"a":2}\\n! 2
          in.json! [{"a":1},{"a":2}]! -1
          in.txt! one "word\\ntwo\\n! 2
          in.bin! 1\\n2\\n! -1
          """)
  void recordsOfWhatWasSeenWhole(String name, String text, int records) {
    byte[] bytes = text.replace("\\n", "\n").getBytes(StandardCharsets.UTF_8);
    SpoorState stream = stream(name, SpoorHooks.READ);
    stream.in = bytes.length;
    stream.closed = true;
    examine(stream, false, bytes);
    assertEquals(records, inputs().get(0).rows());
  }

  @Test
  void recordsOfWhatWasSeenInPartAreNotKnown() {
    SpoorState stream = stream("in.csv", SpoorHooks.READ);
    stream.in = 100;
    stream.closed = true;
    examine(stream, false, "1,2\n3,4\n");
    assertEquals(-1, inputs().get(0).rows());
    // A stream of the same file that was seen whole does not make it known.
    SpoorState other = stream("in.csv", SpoorHooks.READ);
    other.in = 8;
    other.closed = true;
    examine(other, false, "1,2\n3,4\n");
    assertEquals(-1, inputs().get(0).rows());
  }

  /** A stream passes whole, in pieces of 8 KiB, but those of a range. */
  private SpoorState pass(String name, byte[] bytes, int gap, int gapEnd) {
    SpoorState stream = stream(name, SpoorHooks.READ);
    stream.nextIn = ContentRing.LIMIT;
    stream.in = bytes.length;
    stream.closed = true;
    for (int at = 0; at < bytes.length; at += 8192) {
      if (at < gap || at >= gapEnd) {
        int length = Math.min(8192, bytes.length - at);
        examiner.examine(stream, false, at, bytes, at, length);
      }
    }
    return stream;
  }

  private static byte[] lines(String first, int count, String line) {
    StringBuilder text = new StringBuilder(first);
    for (int i = 0; i < count; i++) {
      text.append(line.replace("#", "" + (100000 + i)));
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private String records() {
    Access access = inputs().get(0);
    return access.rows() + " ~" + access.estimatedRecords() + " of " + access.examinedBytes();
  }

  @ParameterizedTest
  @CsvSource({
    "in.csv, 'id,name\n', '#,Anna\n', 40000 ~-1 of 0",
    "in.csv, '', '#,\"Anna\nBerta\"\n', 40000 ~-1 of 0",
    "in.txt, '', 'line #\n\n', 40000 ~-1 of 0",
    "in.jsonl, '', '{\"a\":#}\n', 40000 ~-1 of 0",
    "in.bin, '', '#\n', -1 ~-1 of 0"
  })
  void recordsOfLongTextAreCounted(String name, String first, String line, String expected) {
    pass(name, lines(first.replace("\\n", "\n"), 40000, line.replace("\\n", "\n")), 0, 0);
    assertEquals(expected, records());
  }

  /** With quotes behind a gap nobody knows what a line is. */
  @ParameterizedTest
  @CsvSource({
    "in.csv, 'id,name\n', '#,Anna\n', -1 ~40000 of 304129",
    "in.csv, '', '#,\"Anna\nBerta\"\n', -1 ~40000 of 624121",
    "in.txt, '', 'line #\n', -1 ~40000 of 304121"
  })
  void recordsOfWhatHasAGapAreEstimated(String name, String first, String line, String expected) {
    byte[] bytes = lines(first.replace("\\n", "\n"), 40000, line.replace("\\n", "\n"));
    pass(name, bytes, 10 * 8192, 12 * 8192);
    assertEquals(expected.substring(0, expected.indexOf(" of")), records().replaceAll(" of.*", ""));
    assertEquals(bytes.length - 2 * 8192, ledger.inputs().get(0).examinedBytes());
    assertEquals(name.endsWith(".csv") ? 1 : 0, examiner.inPart(), "text has no rows to miss");
  }

  @Test
  void ofAFolderAFewFilesAreLookedAtBehindTheirFirstBytes() {
    byte[] bytes = lines("id,name\n", 20000, "#,Anna\n");
    for (int i = 0; i < 10; i++) {
      SpoorState stream = pass("parts/part-" + i + ".csv", bytes, 0, 0);
      assertEquals(i >= 8, stream.nextIn == Long.MAX_VALUE);
    }
    examiner.settle(true);
    for (int i = 0; i < 10; i++) {
      Access access = ledger.inputs().get(i);
      assertEquals(i < 8 ? 20000 : -1, access.rows());
      assertEquals(i < 8 ? -1 : 20000, access.estimatedRecords(), 1);
    }
    assertEquals(2, examiner.inPart());
  }

  /** While the JVM waits, no more than first bytes are looked at, and that is told. */
  @Test
  void nothingMoreIsBegunInAHurry() {
    examiner.setHurried(true);
    SpoorState stream = pass("in.csv", lines("id,name\n", 20000, "#,Anna\n"), 0, 0);
    assertEquals(Long.MAX_VALUE, stream.nextIn);
    assertEquals(-1, inputs().get(0).rows());
    assertEquals(20000, inputs().get(0).estimatedRecords(), 1);
    assertEquals(1, examiner.inPart());
  }

  /** Also of texts that cannot be packed, and of rows of a few bytes. */
  @Test
  void aSideTakes64KilobytesAtMost() {
    Random random = new Random(7);
    StringBuilder wide = new StringBuilder("id,name\n");
    StringBuilder narrow = new StringBuilder("id,name\n");
    for (int i = 0; i < 60000; i++) {
      wide.append(i).append(',');
      for (int c = 0; c < 55; c++) {
        wide.append((char) ('0' + random.nextInt(75)));
      }
      wide.append('\n');
      narrow.append(i).append(',').append(i % 3).append('\n');
    }
    long before = 0;
    for (String text : new String[] {wide.toString(), narrow.toString()}) {
      for (int i = 0; i < 2; i++) {
        pass("of" + text.length() + i + "/in.csv", text.getBytes(StandardCharsets.US_ASCII), 0, 0);
        examiner.settle(true);
        long all = examiner.heapBytes() - examiner.copies().heapBytes();
        long side = all - before;
        assertTrue(side > 10_000 && side <= (64 << 10) + 1000, () -> side + " bytes");
        before = all;
      }
    }
  }

  /** Packed they take a tenth of what they will take once they are compared, all at a time. */
  @Test
  void roomIsKeptForRowsThatAreUnpacked() {
    byte[] bytes = lines("id,name\n", 6000, "#,Anna#\n");
    for (int i = 0; i < 60; i++) {
      pass("of" + i + "/in.csv", bytes, 0, 0);
      examiner.settle(true);
    }
    List<RowSide> sides = new ArrayList<>();
    examiner.addRows(sides, sides);
    assertTrue(sides.size() > 10 && sides.size() < 30, () -> sides.size() + " sides");
    assertTrue(examiner.heapBytes() < 2 << 20, () -> examiner.heapBytes() + " bytes");
  }

  /** Of any number of long files, one after the other, the rows have room. */
  @Test
  void nothingIsKeptOnceItIsReleased() {
    byte[] bytes = lines("id,name\n", 6000, "#,Anna#\n");
    for (int i = 0; i < 200; i++) {
      pass("of" + i + "/in.csv", bytes, 0, 0);
      examiner.settle(true);
      long all = examiner.heapBytes() - examiner.copies().heapBytes();
      assertTrue(all > 20_000 && all < 65_000, () -> "" + all);
      examiner.release();
      assertEquals(examiner.copies().heapBytes(), examiner.heapBytes());
    }
    assertEquals(0, examiner.inPart());
  }
}
