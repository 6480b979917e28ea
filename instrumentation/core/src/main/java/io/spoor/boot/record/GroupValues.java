package io.spoor.boot.record;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;

/**
 * Groups, the records of Parquet's own library. They make a new String whenever they are asked for
 * a text, so here one is made also of a row that is not kept.
 */
final class GroupValues extends RecordValues {

  private final ParquetColumn[] columns;
  private final MethodHandle count;

  /** Of each column the getter that fits its type; null where it has no values. */
  private final MethodHandle[] getters;

  private final char[] kinds;
  private final MethodHandle bytes;

  GroupValues(Object record, ParquetColumn[] columns) throws ReflectiveOperationException {
    super(record.getClass());
    Class<?> group = type;
    this.columns = columns;
    count = getter(group, "getFieldRepetitionCount", int.class);
    getters = new MethodHandle[columns.length];
    kinds = new char[columns.length];
    MethodHandle ofBytes = null;
    for (int i = 0; i < columns.length; i++) {
      getters[i] = getter(group, columns[i]);
      kinds[i] = kind(columns[i].type);
      boolean isDecimal = columns[i].meaning == ParquetColumn.Meaning.DECIMAL;
      if (isDecimal && kinds[i] == 'b') {
        Class<?> binary = group.getMethod("getBinary", int.class, int.class).getReturnType();
        ofBytes = handle(binary, "getBytes", MethodType.methodType(byte[].class, Object.class));
      }
    }
    bytes = ofBytes;
  }

  /** One letter for the types that have one getter. */
  private static char kind(String type) {
    switch (type) {
      case "int32":
        return 'i';
      case "int64":
        return 'l';
      case "float":
        return 'f';
      case "double":
        return 'd';
      case "boolean":
        return 'z';
      default:
        return type.equals("binary") || type.startsWith("fixed_len_byte_array(") ? 'b' : 0;
    }
  }

  private static MethodHandle getter(Class<?> group, ParquetColumn column)
      throws ReflectiveOperationException {
    if (column.meaning == ParquetColumn.Meaning.NONE) {
      return null;
    }
    switch (kind(column.type)) {
      case 'i':
        return getter(group, "getInteger", int.class, int.class);
      case 'l':
        return getter(group, "getLong", long.class, int.class);
      case 'f':
        return getter(group, "getFloat", float.class, int.class);
      case 'd':
        return getter(group, "getDouble", double.class, int.class);
      case 'z':
        return getter(group, "getBoolean", boolean.class, int.class);
      case 'b':
        boolean isText = column.meaning == ParquetColumn.Meaning.TEXT;
        return getter(group, isText ? "getString" : "getBinary", Object.class, int.class);
      default:
        return null;
    }
  }

  /** Of a field by its number, and of its values, of which the first is meant. */
  private static MethodHandle getter(Class<?> group, String name, Class<?> result, Class<?>... at)
      throws ReflectiveOperationException {
    return at.length == 0
        ? handle(group, name, MethodType.methodType(result, Object.class, int.class), int.class)
        : handle(
            group,
            name,
            MethodType.methodType(result, Object.class, int.class, int.class),
            int.class,
            int.class);
  }

  @Override
  void put(RowRing row, Object record) throws Throwable {
    for (int i = 0; i < getters.length; i++) {
      Object value = value(record, i);
      if (value != null) {
        row.put(i + 1, value);
      }
    }
  }

  @Override
  long hash(Object record, int i) throws Throwable {
    boolean isNumber = columns[i].meaning == ParquetColumn.Meaning.NUMBER;
    if (isNumber && getters[i] != null && (int) count.invokeExact(record, i) > 0) {
      // The usual key, without a box.
      switch (kinds[i]) {
        case 'i':
          return ValueHash.of((long) (int) getters[i].invokeExact(record, i, 0));
        case 'l':
          return ValueHash.of((long) getters[i].invokeExact(record, i, 0));
        default:
          break;
      }
    }
    return ValueHash.of(value(record, i));
  }

  /** Null when there is none. */
  private Object value(Object record, int i) throws Throwable {
    MethodHandle getter = getters[i];
    if (getter == null || (int) count.invokeExact(record, i) == 0) {
      return null;
    }
    ParquetColumn column = columns[i];
    switch (kinds[i]) {
      case 'i':
        return column.value((int) getter.invokeExact(record, i, 0));
      case 'l':
        return column.value((long) getter.invokeExact(record, i, 0));
      case 'f':
        return (float) getter.invokeExact(record, i, 0);
      case 'd':
        return (double) getter.invokeExact(record, i, 0);
      case 'z':
        return (boolean) getter.invokeExact(record, i, 0);
      default:
        Object value = (Object) getter.invokeExact(record, i, 0);
        boolean isText = column.meaning == ParquetColumn.Meaning.TEXT;
        return isText ? value : column.value((byte[]) bytes.invokeExact(value));
    }
  }
}
