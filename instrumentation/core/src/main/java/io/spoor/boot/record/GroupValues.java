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

  private final MethodHandle bytes;

  GroupValues(Object record, ParquetColumn[] columns) throws ReflectiveOperationException {
    super(record.getClass());
    Class<?> group = type;
    this.columns = columns;
    count = getter(group, "getFieldRepetitionCount", int.class);
    getters = new MethodHandle[columns.length];
    MethodHandle ofBytes = null;
    for (int i = 0; i < columns.length; i++) {
      getters[i] = getter(group, columns[i]);
      boolean isDecimal = columns[i].meaning == ParquetColumn.Meaning.DECIMAL;
      if (isDecimal && kind(columns[i].type) == 'b') {
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
  void put(RowRing row, Object record, long wanted, boolean kept) throws Throwable {
    for (int i = 0; i < getters.length; i++) {
      boolean isWanted = (wanted >>> i & 1) != 0 && getters[i] != null;
      if (isWanted && (int) count.invokeExact(record, i) > 0) {
        put(row, i, getters[i], record);
      }
    }
  }

  private void put(RowRing row, int i, MethodHandle getter, Object record) throws Throwable {
    ParquetColumn column = columns[i];
    boolean isPlain = column.meaning == ParquetColumn.Meaning.NUMBER;
    switch (kind(column.type)) {
      case 'i':
        number(row, i, (int) getter.invokeExact(record, i, 0), isPlain);
        break;
      case 'l':
        number(row, i, (long) getter.invokeExact(record, i, 0), isPlain);
        break;
      case 'f':
        row.put(i + 1, (Object) (float) getter.invokeExact(record, i, 0));
        break;
      case 'd':
        row.put(i + 1, (double) getter.invokeExact(record, i, 0));
        break;
      case 'z':
        row.put(i + 1, (Object) (boolean) getter.invokeExact(record, i, 0));
        break;
      default:
        Object value = (Object) getter.invokeExact(record, i, 0);
        boolean isText = column.meaning == ParquetColumn.Meaning.TEXT;
        row.put(i + 1, isText ? value : column.value((byte[]) bytes.invokeExact(value)));
        break;
    }
  }

  private void number(RowRing row, int i, long stored, boolean isPlain) {
    if (isPlain) {
      row.put(i + 1, stored);
    } else {
      row.put(i + 1, columns[i].value(stored));
    }
  }
}
