package io.spoor.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spoor.boot.record.ValueHash;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;

/** Avro's container files, written here as its specification says. */
class AvroFormatTest {

  private static final String SCHEMA =
      ("{'type':'record','name':'a.R','doc':'{[','fields':["
              + "{'name':'id','type':'long'},{'name':'name','type':['null','string']},"
              + "{'name':'day','type':{'type':'int','logicalType':'date'},'default':0},"
              + "{'name':'x','type':{'type':'fixed','name':'F','size':2,'logicalType':'decimal',"
              + "'precision':4,'scale':1}},{'name':'y','type':'F'},"
              + "{'name':'m','type':{'type':'map','values':['null','double']}}]}")
          .replace('\'', '"');

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private AvroFormatTest number(long value) {
    long rest = value << 1 ^ value >> 63;
    while ((rest & ~0x7fL) != 0) {
      out.write((int) (rest & 0x7f | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
    return this;
  }

  private AvroFormatTest text(String text) {
    return bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  private AvroFormatTest bytes(byte[] bytes) {
    number(bytes.length);
    out.write(bytes, 0, bytes.length);
    return this;
  }

  private static byte[] record(int id, String name, int day) {
    AvroFormatTest one = new AvroFormatTest().number(id);
    if (name == null) {
      one.number(0);
    } else {
      one.number(1).text(name);
    }
    one.number(day);
    one.out.write(0);
    one.out.write(id);
    one.out.write(0);
    one.out.write(id + 1);
    // A map of one block with its size, then one without.
    one.number(-1).number(11).text("k").number(1);
    one.out.write(new byte[8], 0, 8);
    one.number(1).text("l").number(0).number(0);
    return one.out.toByteArray();
  }

  private static byte[] file(String codec, byte[]... blocks) {
    AvroFormatTest file = new AvroFormatTest();
    file.out.writeBytes("Obj\u0001".getBytes(StandardCharsets.US_ASCII));
    file.number(2).text("avro.codec").text(codec).text("avro.schema").text(SCHEMA).number(0);
    byte[] sync = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    file.out.writeBytes(sync);
    for (byte[] block : blocks) {
      byte[] packed = codec.equals("deflate") ? deflated(block) : block;
      file.number(2).bytes(packed);
      file.out.writeBytes(sync);
    }
    return file.out.toByteArray();
  }

  private static byte[] deflated(byte[] block) {
    Deflater deflater = new Deflater(6, true);
    deflater.setInput(block);
    deflater.finish();
    byte[] packed = new byte[1000];
    int length = deflater.deflate(packed);
    deflater.end();
    return Arrays.copyOf(packed, length);
  }

  private static byte[] two(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  private static byte[] file(String codec) {
    return file(
        codec,
        two(record(1, "Anna", 19753), record(2, null, 0)),
        two(record(-3, "Carl", -1), record(4, "Dora", 1)));
  }

  private static FileRows read(byte[] bytes, boolean whole) {
    List<FileRows> sides = ContentRows.of("x", bytes, whole);
    return sides.isEmpty() ? null : sides.get(0);
  }

  @Test
  void recordsWithAllKindsOfFields() {
    for (String codec : List.of("null", "deflate")) {
      FileRows rows = read(file(codec), true);
      List<String> names = new ArrayList<>();
      for (int i = 0; i < rows.width(); i++) {
        names.add(rows.name(i));
      }
      assertEquals(List.of("id", "name", "day", "x", "y"), names);
      assertEquals(4, rows.total());
      long[] first = {
        ValueHash.of(1),
        ValueHash.of("Anna"),
        ValueHash.of("2024-01-31"),
        ValueHash.of("0.1"),
        ValueHash.of("0.2")
      };
      assertEquals(Arrays.toString(first), Arrays.toString(rows.cells().hashes[0]));
      assertEquals(0, rows.cells().hashes[1][1]);
      assertEquals(ValueHash.of("1969-12-31"), rows.cells().hashes[2][2]);
    }
  }

  @Test
  void whatIsNotUnderstoodHasNoRows() {
    assertEquals(null, read(file("snappy"), true));
    byte[] longer = two(two(record(1, "Anna", 1), record(2, "B", 2)), new byte[] {0});
    assertEquals(null, read(file("null", longer, longer), true));
  }

  @Test
  void whateverBreaksOffOrIsDamaged() {
    for (String codec : List.of("null", "deflate")) {
      byte[] bytes = file(codec);
      for (int length = 0; length < bytes.length; length++) {
        FileRows rows = read(Arrays.copyOf(bytes, length), false);
        assertTrue(rows == null || rows.cells().hashes.length <= 4 && rows.total() < 0);
        for (int wrong : new int[] {1, 0x85, 0xff}) {
          byte[] damaged = bytes.clone();
          damaged[length] ^= (byte) wrong;
          read(damaged, true);
        }
      }
    }
    byte[] bytes = file("null");
    // The last block without the mark behind it: all of its records are there.
    assertEquals(4, read(Arrays.copyOf(bytes, bytes.length - 16), false).cells().hashes.length);
    assertEquals(3, read(Arrays.copyOf(bytes, bytes.length - 17), false).cells().hashes.length);
  }
}
