package io.spoor.content;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Rows of Avro's container files, not packed or by deflate: records with fields of any type, of
 * which lists and maps are no columns.
 */
final class AvroFormat implements RowFormat {

  private static final int SYNC = 16;

  /** Records within records. */
  private static final int DEEPEST = 3;

  /** Bytes of a block that are looked at. */
  private static final int MOST = 65536;

  @Override
  public FileRows read(byte[] bytes, boolean whole) {
    AvroHeader header = AvroHeader.of(bytes);
    AvroSchema schema = header == null ? null : AvroSchema.parse(header.schema());
    boolean isPacked = header != null && "deflate".equals(header.codec());
    boolean isPlain = header != null && (header.codec() == null || "null".equals(header.codec()));
    if (schema == null || !schema.kind.equals("record") || !isPacked && !isPlain) {
      return null;
    }
    NamedRows rows = new NamedRows();
    Reader file = new Reader(bytes, header.end());
    boolean isWhole = true;
    while (!file.isBroken && file.at < bytes.length && isWhole && rows.hasRoom()) {
      long count = file.number();
      long size = file.number();
      int start = file.at;
      // The last block may be cut off: its records are whole as far as they go.
      int end = (int) Math.min(bytes.length, start + Math.max(0, size));
      isWhole = !file.isBroken && count >= 0 && size >= 0 && start + size + SYNC <= bytes.length;
      if (file.isBroken || count < 0 || size < 0) {
        return null;
      }
      if (isWhole && !isSync(bytes, header.end() - SYNC, end)) {
        return null;
      }
      Unpacked.Inflated inflated = isPacked ? new Unpacked.Inflated(bytes, start, end, MOST) : null;
      Reader block =
          isPacked
              ? new Reader(inflated.bytes, 0)
              : new Reader(Arrays.copyOfRange(bytes, start, end), 0);
      long read = 0;
      while (read < count && rows.hasRoom() && block.record(schema, "", 1, rows)) {
        rows.end();
        read++;
      }
      rows.drop();
      boolean isAll = read == count && (isPlain || inflated.whole);
      if (isWhole && isAll && block.at != block.bytes.length) {
        // Not what the schema says.
        return null;
      }
      isWhole &= isAll;
      file.at = Math.min(bytes.length, end + SYNC);
    }
    return rows.done(Collections.<String>emptySet(), whole && isWhole && !file.isBroken);
  }

  private static boolean isSync(byte[] bytes, int sync, int at) {
    for (int i = 0; i < SYNC; i++) {
      if (bytes[sync + i] != bytes[at + i]) {
        return false;
      }
    }
    return true;
  }

  /** Steps through binary data as its schema says. */
  private static final class Reader {
    private final byte[] bytes;
    private int at;
    private boolean isBroken;

    Reader(byte[] bytes, int at) {
      this.bytes = bytes;
      this.at = at;
    }

    /** Variable length, zig-zag. */
    long number() {
      long value = 0;
      for (int shift = 0; at < bytes.length && shift < 64; shift += 7) {
        byte b = bytes[at++];
        value |= (long) (b & 0x7f) << shift;
        if (b >= 0) {
          return value >>> 1 ^ -(value & 1);
        }
      }
      isBroken = true;
      return 0;
    }

    /** Puts what a record has into the open row; false when it breaks off. */
    boolean record(AvroSchema type, String prefix, int depth, NamedRows rows) {
      for (int i = 0; i < type.types.size() && !isBroken; i++) {
        value(type.types.get(i), prefix + type.names.get(i), depth, rows);
      }
      return !isBroken;
    }

    /**
     * @param name null when it is in no column
     */
    private void value(AvroSchema type, String name, int depth, NamedRows rows) {
      if (depth > 10 * DEEPEST) {
        isBroken = true;
        return;
      }
      if (type.kind.equals("union")) {
        long branch = number();
        if (isBroken || branch < 0 || branch >= type.types.size()) {
          isBroken = true;
          return;
        }
        value(type.types.get((int) branch), name, depth + 1, rows);
      } else if (type.kind.equals("record")) {
        boolean isColumn = name != null && depth <= DEEPEST;
        for (int i = 0; i < type.types.size() && !isBroken; i++) {
          String inner = isColumn ? name + '.' + type.names.get(i) : null;
          value(type.types.get(i), inner, depth + 1, rows);
        }
      } else if (type.kind.equals("array") || type.kind.equals("map")) {
        items(type, depth, rows);
      } else {
        Object value = value(type);
        if (name != null && !isBroken) {
          rows.put(name, value);
        }
      }
    }

    private void items(AvroSchema type, int depth, NamedRows rows) {
      if (type.types.isEmpty()) {
        isBroken = true;
        return;
      }
      for (long count = number(); count != 0 && !isBroken; count = number()) {
        if (count < 0) {
          // With the block's size in front.
          count = -count;
          number();
        }
        for (long i = 0; i < count && !isBroken; i++) {
          if (type.kind.equals("map")) {
            bytes(number());
          }
          int before = at;
          value(type.types.get(0), null, depth + 1, rows);
          // Of what takes no room there may be any number.
          isBroken |= at == before && i > bytes.length;
        }
      }
    }

    private byte[] bytes(long length) {
      if (isBroken || length < 0 || length > bytes.length - at) {
        isBroken = true;
        return new byte[0];
      }
      at += (int) length;
      return Arrays.copyOfRange(bytes, at - (int) length, at);
    }

    private long little(int size) {
      byte[] from = bytes(size);
      long value = 0;
      for (int i = from.length - 1; i >= 0; i--) {
        value = value << 8 | from[i] & 0xff;
      }
      return value;
    }

    private Object value(AvroSchema type) {
      switch (type.kind) {
        case "null":
          return null;
        case "boolean":
          return little(1);
        case "int":
        case "long":
          return integer(number(), type.logical);
        case "float":
          return Float.intBitsToFloat((int) little(4));
        case "double":
          return Double.longBitsToDouble(little(8));
        case "string":
          return new String(bytes(number()), StandardCharsets.UTF_8);
        case "bytes":
          return binary(bytes(number()), type);
        case "fixed":
          return binary(bytes(type.size), type);
        case "enum":
          return symbol(type.names, number());
        default:
          isBroken = true;
          return null;
      }
    }

    private Object symbol(List<String> symbols, long place) {
      boolean isOne = place >= 0 && place < symbols.size();
      isBroken |= !isOne;
      return isOne ? symbols.get((int) place) : null;
    }

    private static Object integer(long value, String logical) {
      if ("date".equals(logical)) {
        return JavaDates.day(value);
      }
      if ("timestamp-millis".equals(logical)) {
        return JavaDates.timestamp(value);
      }
      if ("timestamp-micros".equals(logical)) {
        return value % 1000 == 0 ? (Object) JavaDates.timestamp(value / 1000) : (Object) value;
      }
      return value;
    }

    private static Object binary(byte[] value, AvroSchema type) {
      boolean isDecimal = "decimal".equals(type.logical) && value.length > 0;
      return isDecimal && value.length <= 20 && type.scale >= 0 && type.scale <= 60
          ? new BigDecimal(new BigInteger(value), type.scale)
          : null;
    }
  }
}
