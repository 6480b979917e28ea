package io.spoor.content;

import io.spoor.ledger.Column;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What the first bytes of a file tell of its format and columns. Immutable. */
public final class ContentSchema {

  private static final ContentSchema NOTHING =
      new ContentSchema(null, Collections.<Column>emptyList(), null);

  private final String format;
  private final List<Column> columns;
  private final RecordCount records;
  private final String serialisedClass;

  private ContentSchema(String format, List<Column> columns, RecordCount records) {
    this(format, columns, records, null);
  }

  private ContentSchema(
      String format, List<Column> columns, RecordCount records, String serialisedClass) {
    this.format = format;
    this.columns = columns;
    this.records = records;
    this.serialisedClass = serialisedClass;
  }

  /** By the content alone; null when it has no signature. */
  public String format() {
    return format;
  }

  public List<Column> columns() {
    return columns;
  }

  /** Name of the class of the object that Java has serialised there; null when there is none. */
  public String serialisedClass() {
    return serialisedClass;
  }

  /** Of text, without its header, as far as it was given; null of others. */
  public RecordCount records() {
    return records;
  }

  /**
   * @param name of the file
   * @param bytes from its start
   */
  public static ContentSchema of(String name, byte[] bytes) {
    Unpacked unpacked = Unpacked.of(name, bytes);
    if (unpacked != null) {
      ContentSchema inside = of(unpacked.name(), unpacked.bytes());
      return new ContentSchema(null, inside.columns, null, inside.serialisedClass);
    }
    String serialised = SerialisedObject.className(bytes);
    if (serialised != null) {
      return new ContentSchema(null, Collections.<Column>emptyList(), null, serialised);
    }
    String signature = FileFormat.ofContent(bytes, 0, bytes.length);
    if ("avro".equals(signature)) {
      return new ContentSchema(signature, AvroHeader.columns(bytes), null);
    }
    if (signature != null) {
      return new ContentSchema(signature, Collections.<Column>emptyList(), null);
    }
    String format = FileFormat.ofName(name);
    if ("csv".equals(format)) {
      List<String> header = DelimitedText.header(bytes, 0, bytes.length);
      return new ContentSchema(null, untyped(header), count(bytes, true, !header.isEmpty()));
    }
    if ("json".equals(format)) {
      RecordCount lines = count(bytes, false, false);
      boolean isLines = bytes.length > 0 && bytes[0] == '{' && lines.exact() > 1;
      List<String> keys = JsonRows.keys(bytes);
      return new ContentSchema(null, untyped(keys), isLines && !keys.isEmpty() ? lines : null);
    }
    return "text".equals(format)
        ? new ContentSchema(null, Collections.<Column>emptyList(), count(bytes, false, false))
        : NOTHING;
  }

  private static RecordCount count(byte[] bytes, boolean hasQuotes, boolean hasHeader) {
    RecordCount count = new RecordCount(hasQuotes, hasHeader);
    count.take(bytes, 0, bytes.length);
    return count;
  }

  private static List<Column> untyped(List<String> names) {
    List<Column> columns = new ArrayList<Column>(names.size());
    for (String name : names) {
      columns.add(new Column(name, null));
    }
    return columns;
  }
}
