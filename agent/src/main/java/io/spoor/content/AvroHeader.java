package io.spoor.content;

import io.spoor.ledger.Column;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The fields of an Avro file, whose schema stands in its header: Avro 1.11 specification, Object
 * Container Files.
 */
final class AvroHeader {

  private final byte[] bytes;
  private int at = 4;

  private String schema;
  private String codec;

  private AvroHeader(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Null when it is no such header, or is longer than what is there. */
  static AvroHeader of(byte[] bytes) {
    if (!FileFormat.starts(bytes, 0, bytes.length, "Obj\u0001")) {
      return null;
    }
    AvroHeader header = new AvroHeader(bytes);
    header.read();
    return header.at < 0 || header.schema == null || header.end() > bytes.length ? null : header;
  }

  /** Empty when the schema is no record, or is longer than what is there. */
  static List<Column> columns(byte[] bytes) {
    AvroHeader header = new AvroHeader(bytes);
    header.read();
    return header.schema == null ? new ArrayList<Column>() : fields(new JsonScan(header.schema));
  }

  /** JSON. */
  String schema() {
    return schema;
  }

  /** How blocks are packed; null for not at all. */
  String codec() {
    return codec;
  }

  /** Where blocks begin, behind the mark that stands behind each. */
  int end() {
    return at + 16;
  }

  /** The metadata: blocks of pairs of key and value, the last block has none. */
  private void read() {
    for (long count = number(); count != 0 && at >= 0; count = number()) {
      if (count < 0) {
        // With the block's size in front.
        count = -count;
        number();
      }
      for (long i = 0; i < count && at >= 0; i++) {
        String key = text();
        String value = text();
        if ("avro.schema".equals(key)) {
          schema = value;
        } else if ("avro.codec".equals(key)) {
          codec = value;
        }
      }
    }
  }

  private String text() {
    long length = number();
    if (at < 0 || length < 0 || length > bytes.length - at) {
      at = -1;
      return null;
    }
    at += (int) length;
    return new String(bytes, at - (int) length, (int) length, StandardCharsets.UTF_8);
  }

  /** Variable length, zig-zag. */
  private long number() {
    long value = 0;
    for (int shift = 0; at >= 0 && at < bytes.length && shift < 64; shift += 7) {
      byte b = bytes[at++];
      value |= (long) (b & 0x7f) << shift;
      if (b >= 0) {
        return value >>> 1 ^ -(value & 1);
      }
    }
    at = -1;
    return 0;
  }

  private static List<Column> fields(JsonScan schema) {
    List<Column> columns = new ArrayList<Column>();
    if (!schema.skip('{')) {
      return columns;
    }
    do {
      String key = schema.string();
      if (key == null || !schema.skip(':')) {
        return columns;
      }
      if (key.equals("fields") && schema.skip('[')) {
        do {
          Column field = field(schema);
          if (field == null) {
            return columns;
          }
          columns.add(field);
        } while (schema.skip(','));
        return columns;
      }
      if (!schema.skipValue()) {
        return columns;
      }
    } while (schema.skip(','));
    return columns;
  }

  private static Column field(JsonScan schema) {
    String name = null;
    String type = null;
    if (!schema.skip('{')) {
      return null;
    }
    do {
      String key = schema.string();
      if (key == null || !schema.skip(':')) {
        return null;
      }
      boolean isText = schema.isNext('"');
      if (key.equals("name") && isText) {
        name = schema.string();
      } else if (key.equals("type") && isText) {
        type = schema.string();
      } else if (key.equals("type") && schema.isNext('[')) {
        type = union(schema);
      } else if (!schema.skipValue()) {
        return null;
      }
    } while (schema.skip(','));
    return name != null && schema.skip('}') ? new Column(name, type) : null;
  }

  /** Of {@code ["null","long"]} it is long; null of what has more to choose from. */
  private static String union(JsonScan schema) {
    String type = null;
    int types = 0;
    schema.skip('[');
    do {
      if (schema.isNext('"')) {
        String one = schema.string();
        if (!"null".equals(one)) {
          type = one;
          types++;
        }
      } else {
        types++;
        if (!schema.skipValue()) {
          return null;
        }
      }
    } while (schema.skip(','));
    schema.skip(']');
    return types == 1 ? type : null;
  }
}
