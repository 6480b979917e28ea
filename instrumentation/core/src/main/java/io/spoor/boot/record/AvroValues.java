package io.spoor.boot.record;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.lang.reflect.Modifier;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Avro's generic and generated records, as parquet-avro reads and writes them. */
final class AvroValues extends RecordValues {

  private static final String UTF8 = "org.apache.avro.util.Utf8";
  private static final String SYMBOL = "org.apache.avro.generic.GenericData$EnumSymbol";
  private static final String FIXED = "org.apache.avro.generic.GenericData$Fixed";

  private final ParquetColumn[] columns;

  /** The place of each column's value in a record; -1 where it has none. */
  private final int[] places;

  private final MethodHandle get;
  private final Utf8Text text = new Utf8Text();

  // Of Utf8, once the first one was met.
  private Class<?> utf8;
  private MethodHandle bytes;
  private MethodHandle length;

  /**
   * @param written whether they go into the file, which takes their values in its own order
   */
  AvroValues(Object record, ParquetColumn[] columns, boolean written)
      throws ReflectiveOperationException {
    super(record.getClass());
    this.columns = columns;
    ClassLoader loader = loader(type);
    // By its own class rather than the interface, for which each call would search.
    Class<?> owner =
        Modifier.isPublic(type.getModifiers())
            ? type
            : Class.forName("org.apache.avro.generic.IndexedRecord", false, loader);
    get =
        handle(
            owner, "get", MethodType.methodType(Object.class, Object.class, int.class), int.class);
    Class<?> container = Class.forName("org.apache.avro.generic.GenericContainer", false, loader);
    Object schema = container.getMethod("getSchema").invoke(record);
    Class<?> schemas = Class.forName("org.apache.avro.Schema", false, loader);
    List<?> fields = (List<?>) schemas.getMethod("getFields").invoke(schema);
    places = places(fields, columns, written);
  }

  /** That of Avro itself: a generated class may have another one. */
  private static ClassLoader loader(Class<?> type) {
    Class<?> each = type;
    while (!each.getName().startsWith("org.apache.avro.")) {
      each = each.getSuperclass();
    }
    return each.getClassLoader();
  }

  private static int[] places(List<?> fields, ParquetColumn[] columns, boolean written)
      throws ReflectiveOperationException {
    Map<String, Integer> byName = new HashMap<String, Integer>();
    for (int i = 0; i < fields.size(); i++) {
      byName.put((String) call(fields.get(i), "name"), i);
    }
    int[] places = new int[columns.length];
    int before = -1;
    for (int i = 0; i < places.length; i++) {
      Integer place = byName.get(columns[i].name);
      places[i] = place == null ? -1 : place;
      if (written && place != null && place <= before) {
        // Of another schema than the file's: its values go by their places, whatever the names.
        Arrays.fill(places, -1);
        return places;
      }
      before = place == null ? before : place;
    }
    return places;
  }

  private static Object call(Object of, String method) throws ReflectiveOperationException {
    return of.getClass().getMethod(method).invoke(of);
  }

  @Override
  void put(RowRing row, Object record) throws Throwable {
    for (int i = 0; i < places.length; i++) {
      Object value = places[i] < 0 ? null : (Object) get.invokeExact(record, places[i]);
      if (value != null) {
        row.put(i + 1, isUtf8(value) ? text(value) : plain(columns[i], value));
      }
    }
  }

  @Override
  long hash(Object record, int column) throws Throwable {
    Object value = places[column] < 0 ? null : (Object) get.invokeExact(record, places[column]);
    if (value == null) {
      return ValueHash.NONE;
    }
    if (isUtf8(value)) {
      text.of((byte[]) bytes.invokeExact(value), (int) length.invokeExact(value));
      return ValueHash.of(text, 0, text.length());
    }
    return ValueHash.of(plain(columns[column], value));
  }

  /** Not by toString, which would keep the text in the job's own object. */
  private String text(Object value) throws Throwable {
    byte[] utf = (byte[]) bytes.invokeExact(value);
    return new String(utf, 0, (int) length.invokeExact(value), StandardCharsets.UTF_8);
  }

  /** Null for what is no value: nothing of the job's own is held, nor asked. */
  private static Object plain(ParquetColumn column, Object value) throws Throwable {
    if (value instanceof String) {
      return value;
    }
    if (value instanceof Integer || value instanceof Long) {
      return column.meaning == ParquetColumn.Meaning.NUMBER
          ? value
          : column.value(((Number) value).longValue());
    }
    if (value instanceof ByteBuffer) {
      ByteBuffer stored = ((ByteBuffer) value).duplicate();
      byte[] copy =
          new byte[column.meaning == ParquetColumn.Meaning.DECIMAL ? stored.remaining() : 0];
      stored.get(copy);
      return column.value(copy);
    }
    Class<?> type = value.getClass();
    String name = type.getName();
    if (name.equals(FIXED)) {
      return column.value((byte[]) call(value, "bytes"));
    }
    if (name.equals(SYMBOL)) {
      return value.toString();
    }
    return name.startsWith("java.") && !(value instanceof Iterable) || value instanceof Enum
        ? value
        : null;
  }

  private boolean isUtf8(Object value) throws ReflectiveOperationException {
    Class<?> type = value.getClass();
    if (utf8 != null || !type.getName().equals(UTF8)) {
      return type == utf8;
    }
    bytes = handle(type, "getBytes", MethodType.methodType(byte[].class, Object.class));
    length = handle(type, "getByteLength", MethodType.methodType(int.class, Object.class));
    utf8 = type;
    return true;
  }
}
