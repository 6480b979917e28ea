package io.spoor.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A type in the schema of an Avro file (Avro 1.11 specification). Immutable once it is parsed. */
final class AvroSchema {

  /** Types within types. */
  private static final int DEEPEST = 30;

  /** {@code int}, {@code record}, {@code union} and so on. */
  final String kind;

  /** {@code date}, {@code decimal} and so on; null for none. */
  String logical;

  /** Of a decimal. */
  int scale;

  /** Of a fixed type. */
  int size;

  /** Of the fields of a record, or the symbols of an enumeration. */
  final List<String> names = new ArrayList<String>();

  /** Of fields, branches of a union, or elements. */
  final List<AvroSchema> types = new ArrayList<AvroSchema>();

  private AvroSchema(String kind) {
    this.kind = kind;
  }

  /** Null when it is not understood. */
  static AvroSchema parse(String json) {
    return type(new JsonScan(json), new HashMap<String, AvroSchema>(), 0);
  }

  private static AvroSchema type(JsonScan scan, Map<String, AvroSchema> named, int depth) {
    if (depth > DEEPEST) {
      return null;
    }
    if (scan.isNext('"')) {
      String name = scan.string();
      AvroSchema known = name == null ? null : named.get(local(name));
      return known == null && name != null ? new AvroSchema(name) : known;
    }
    if (scan.skip('[')) {
      AvroSchema union = new AvroSchema("union");
      do {
        AvroSchema branch = type(scan, named, depth + 1);
        if (branch == null) {
          return null;
        }
        union.types.add(branch);
      } while (scan.skip(','));
      return scan.skip(']') ? union : null;
    }
    return scan.skip('{') ? object(scan, named, depth) : null;
  }

  private static AvroSchema object(JsonScan scan, Map<String, AvroSchema> named, int depth) {
    AvroSchema type = null;
    String name = null;
    String logical = null;
    int scale = 0;
    int size = 0;
    do {
      String key = scan.string();
      if (key == null || !scan.skip(':')) {
        return null;
      }
      boolean isDone = true;
      if (key.equals("type")) {
        // Not always before the fields, but in what libraries write.
        type = type(scan, named, depth + 1);
        isDone = type != null;
      } else if (key.equals("name") && scan.isNext('"')) {
        name = scan.string();
      } else if (key.equals("logicalType") && scan.isNext('"')) {
        logical = scan.string();
      } else if (key.equals("scale")) {
        scale = number(scan.value());
      } else if (key.equals("size")) {
        size = number(scan.value());
      } else if (type != null && key.equals("fields")) {
        if (name != null) {
          named.put(local(name), type);
        }
        isDone = type.readFields(scan, named, depth + 1);
      } else if (type != null && key.equals("symbols")) {
        isDone = type.readSymbols(scan);
      } else if (type != null && (key.equals("items") || key.equals("values"))) {
        AvroSchema of = type(scan, named, depth + 1);
        type.types.add(of);
        isDone = of != null;
      } else {
        isDone = scan.skipValue();
      }
      if (!isDone) {
        return null;
      }
    } while (scan.skip(','));
    if (type == null || !scan.skip('}')) {
      return null;
    }
    type.logical = logical == null ? type.logical : logical;
    type.scale = Math.max(type.scale, scale);
    type.size = Math.max(type.size, size);
    if (name != null) {
      named.put(local(name), type);
    }
    return type;
  }

  private boolean readFields(JsonScan scan, Map<String, AvroSchema> named, int depth) {
    if (!scan.skip('[')) {
      return false;
    }
    while (!scan.skip(']')) {
      if (!scan.skip('{')) {
        return false;
      }
      String name = null;
      AvroSchema type = null;
      do {
        String key = scan.string();
        if (key == null || !scan.skip(':')) {
          return false;
        }
        if (key.equals("name") && scan.isNext('"')) {
          name = scan.string();
        } else if (key.equals("type")) {
          type = type(scan, named, depth);
        } else if (!scan.skipValue()) {
          return false;
        }
      } while (scan.skip(','));
      if (name == null || type == null || !scan.skip('}')) {
        return false;
      }
      names.add(name);
      types.add(type);
      scan.skip(',');
    }
    return true;
  }

  private boolean readSymbols(JsonScan scan) {
    if (!scan.skip('[')) {
      return false;
    }
    while (!scan.skip(']')) {
      String symbol = scan.string();
      if (symbol == null) {
        return false;
      }
      names.add(symbol);
      scan.skip(',');
    }
    return true;
  }

  private static int number(String text) {
    try {
      return text == null ? -1 : Integer.parseInt(text);
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private static String local(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
