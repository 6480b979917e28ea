package io.spoor.agent;

import io.spoor.ledger.Column;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What the first bytes of a file tell of its format and columns. Immutable. */
final class ContentSchema {

  private static final ContentSchema NOTHING =
      new ContentSchema(null, Collections.<Column>emptyList());

  private final String format;
  private final List<Column> columns;

  private ContentSchema(String format, List<Column> columns) {
    this.format = format;
    this.columns = columns;
  }

  /** By the content alone; null when it has no signature. */
  String format() {
    return format;
  }

  List<Column> columns() {
    return columns;
  }

  /** Whether more bytes would tell no more: of text, after so many lines. */
  static boolean isEnough(byte[] bytes) {
    int lines = 0;
    for (byte each : bytes) {
      if (each == 0) {
        return false;
      }
      lines += each == '\n' ? 1 : 0;
    }
    return lines > DelimitedText.SAMPLED_LINES;
  }

  /**
   * @param name of the file
   * @param bytes from its start
   */
  static ContentSchema of(String name, byte[] bytes) {
    Unpacked unpacked = Unpacked.of(name, bytes);
    if (unpacked != null) {
      return new ContentSchema(null, of(unpacked.name(), unpacked.bytes()).columns);
    }
    String signature = FileFormat.ofContent(bytes, 0, bytes.length);
    if ("avro".equals(signature)) {
      return new ContentSchema(signature, AvroHeader.columns(bytes));
    }
    if (signature != null) {
      return new ContentSchema(signature, Collections.<Column>emptyList());
    }
    String format = FileFormat.ofName(name);
    if ("csv".equals(format)) {
      return new ContentSchema(null, untyped(DelimitedText.header(bytes, 0, bytes.length)));
    }
    return "json".equals(format) ? new ContentSchema(null, untyped(JsonRows.keys(bytes))) : NOTHING;
  }

  private static List<Column> untyped(List<String> names) {
    List<Column> columns = new ArrayList<Column>(names.size());
    for (String name : names) {
      columns.add(new Column(name, null));
    }
    return columns;
  }
}
