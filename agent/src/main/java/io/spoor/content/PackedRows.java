package io.spoor.content;

import io.spoor.boot.record.ValueHash;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * Rows in a few bytes, from the end of their stream until they are compared with others: a text of
 * its own takes 48 bytes beside its characters, and a hash can be found again. Immutable.
 */
final class PackedRows {

  /** Longer texts are held as hashes only. */
  private static final int LONGEST = 64;

  private static final int NONE = 0;
  private static final int HASH = 1;
  private static final int FALSE = 2;
  private static final int TRUE = 3;
  private static final int INTEGER = 4;
  private static final int DOUBLE = 5;
  private static final int DECIMAL = 6;

  /** Plus the length of a text of which each character is one byte. */
  private static final int BYTES = 16;

  /** Plus the length of any other one. */
  private static final int CHARS = 128;

  /** What is held of a value that is not. */
  private static final class Hash {
    final long value;

    Hash(long value) {
      this.value = value;
    }
  }

  /** So many bytes are not deflated: a deflater clears more memory than that, for each file. */
  private static final int SMALL = 4096;

  private final byte[] packed;
  private final boolean isDeflated;
  private final int count;

  private PackedRows(byte[] packed, boolean isDeflated, int count) {
    this.packed = packed;
    this.isDeflated = isDeflated;
    this.count = count;
  }

  /**
   * Packs as many rows as there is room for.
   *
   * @param rows texts, numbers, or null for no value
   * @param room bytes that they may take
   */
  static PackedRows of(List<Object[]> rows, int room) {
    PackedRows packed = pack(rows);
    while (packed.packed.length > room) {
      int fewer = (int) ((long) packed.count * room / packed.packed.length * 15 / 16);
      packed = pack(rows.subList(0, fewer));
    }
    return packed;
  }

  private static PackedRows pack(List<Object[]> rows) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      for (Object[] row : rows) {
        out.writeShort(row.length);
        for (Object cell : row) {
          write(cell, out);
        }
      }
      boolean isDeflated = bytes.size() > SMALL;
      return new PackedRows(
          isDeflated ? deflated(bytes) : bytes.toByteArray(), isDeflated, rows.size());
    } catch (IOException e) {
      throw new IllegalStateException("Rows in memory cannot be packed", e);
    }
  }

  private static byte[] deflated(ByteArrayOutputStream bytes) throws IOException {
    ByteArrayOutputStream fewer = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    try (DeflaterOutputStream out = new DeflaterOutputStream(fewer, deflater, 4096)) {
      bytes.writeTo(out);
    } finally {
      deflater.end();
    }
    return fewer.toByteArray();
  }

  /** Whether a value is held itself, and not as its hash alone. */
  static boolean isHeld(Object cell) {
    return isShort(cell) || cell instanceof Number || cell instanceof Boolean;
  }

  private static boolean isShort(Object cell) {
    return cell instanceof String && ((String) cell).length() <= LONGEST;
  }

  private static void write(Object cell, DataOutputStream out) throws IOException {
    if (isShort(cell)) {
      write((String) cell, out);
    } else if (cell instanceof Boolean) {
      out.writeByte((Boolean) cell ? TRUE : FALSE);
    } else if (cell instanceof Double || cell instanceof Float) {
      out.writeByte(DOUBLE);
      // A float as it is written: its own digits, not those that its double has.
      out.writeDouble(cell instanceof Double ? (Double) cell : Double.parseDouble(cell.toString()));
    } else if (cell instanceof Long
        || cell instanceof Integer
        || cell instanceof Short
        || cell instanceof Byte) {
      out.writeByte(INTEGER);
      out.writeLong(((Number) cell).longValue());
    } else if (isDecimal(cell)) {
      out.writeByte(DECIMAL);
      out.writeUTF(cell.toString());
    } else {
      long hash = cell instanceof Hash ? ((Hash) cell).value : ValueHash.of(cell);
      out.writeByte(hash == ValueHash.NONE ? NONE : HASH);
      if (hash != ValueHash.NONE) {
        out.writeLong(hash);
      }
    }
  }

  private static boolean isDecimal(Object cell) {
    return cell instanceof BigDecimal && ((BigDecimal) cell).precision() <= LONGEST
        || cell instanceof BigInteger && ((BigInteger) cell).bitLength() <= 3 * LONGEST;
  }

  private static void write(String text, DataOutputStream out) throws IOException {
    boolean isNarrow = true;
    for (int i = 0; i < text.length(); i++) {
      isNarrow &= text.charAt(i) <= 0xFF;
    }
    out.writeByte((isNarrow ? BYTES : CHARS) + text.length());
    if (isNarrow) {
      out.writeBytes(text);
    } else {
      out.writeChars(text);
    }
  }

  /** How many rows there are. */
  int count() {
    return count;
  }

  /** Bytes that they take. */
  int bytes() {
    return packed.length;
  }

  /** The rows, with those values that fit beside their hashes. */
  RowCells unpack() {
    Object[][] values = rows().toArray(new Object[0][]);
    long[][] hashes = new long[count][];
    HeldValues held = new HeldValues();
    for (int row = 0; row < count; row++) {
      Object[] cells = values[row];
      hashes[row] = new long[cells.length];
      for (int i = 0; i < cells.length; i++) {
        boolean isHash = cells[i] instanceof Hash;
        hashes[row][i] = isHash ? ((Hash) cells[i]).value : ValueHash.of(cells[i]);
        cells[i] = isHash ? null : held.add(cells[i]);
      }
    }
    return new RowCells(hashes, values);
  }

  /** As they were given, except of what is not held. */
  List<Object[]> rows() {
    List<Object[]> rows = new ArrayList<Object[]>(count);
    Inflater inflater = isDeflated ? new Inflater(true) : null;
    InputStream bytes = new ByteArrayInputStream(packed);
    try (DataInputStream in =
        new DataInputStream(isDeflated ? new InflaterInputStream(bytes, inflater, 4096) : bytes)) {
      while (rows.size() < count) {
        Object[] row = new Object[in.readUnsignedShort()];
        for (int i = 0; i < row.length; i++) {
          row[i] = read(in.readUnsignedByte(), in);
        }
        rows.add(row);
      }
    } catch (IOException e) {
      throw new IllegalStateException("Rows in memory cannot be unpacked", e);
    } finally {
      if (isDeflated) {
        inflater.end();
      }
    }
    return rows;
  }

  private static Object read(int kind, DataInputStream in) throws IOException {
    switch (kind) {
      case NONE:
        return null;
      case HASH:
        return new Hash(in.readLong());
      case FALSE:
        return Boolean.FALSE;
      case TRUE:
        return Boolean.TRUE;
      case INTEGER:
        return in.readLong();
      case DOUBLE:
        return in.readDouble();
      case DECIMAL:
        return new BigDecimal(in.readUTF());
      default:
        return text(kind, in);
    }
  }

  private static String text(int kind, DataInputStream in) throws IOException {
    char[] text = new char[kind - (kind >= CHARS ? CHARS : BYTES)];
    for (int i = 0; i < text.length; i++) {
      text[i] = kind >= CHARS ? in.readChar() : (char) in.readUnsignedByte();
    }
    return new String(text);
  }
}
