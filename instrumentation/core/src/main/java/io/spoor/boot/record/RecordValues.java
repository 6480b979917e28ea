package io.spoor.boot.record;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Takes the values of one class's records, by handles of the library's own getters: nothing here
 * can name its classes. Only records whose getters do nothing else are read.
 */
abstract class RecordValues {

  /** The class whose records it reads. */
  final Class<?> type;

  RecordValues(Class<?> type) {
    this.type = type;
  }

  /**
   * What reads the values of such a record as this; null for one of a class that is not known.
   *
   * @param columns of the file
   * @param written whether they go into it
   */
  static RecordValues of(Object record, ParquetColumn[] columns, boolean written)
      throws ReflectiveOperationException {
    for (Class<?> each = record.getClass(); each != null; each = each.getSuperclass()) {
      switch (each.getName()) {
        case "org.apache.avro.generic.GenericData$Record":
        case "org.apache.avro.specific.SpecificRecordBase":
          return new AvroValues(record, columns, written);
        case "org.apache.parquet.example.data.simple.SimpleGroup":
          return new GroupValues(record, columns);
        default:
          break;
      }
    }
    return null;
  }

  /** Puts the values of a record into the open row. */
  abstract void put(RowRing row, Object record) throws Throwable;

  /** The hash of one of its values. */
  abstract long hash(Object record, int column) throws Throwable;

  /** A public method of a public class; handed out so that its call makes no boxes. */
  static MethodHandle handle(Class<?> of, String name, MethodType as, Class<?>... parameters)
      throws ReflectiveOperationException {
    return MethodHandles.publicLookup().unreflect(of.getMethod(name, parameters)).asType(as);
  }
}
