package io.spoor.boot.record;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;

/**
 * Records that libraries read from files and write into them, on the job's threads. Of each those
 * values are read first that tell whether its row is kept, and mostly no others.
 */
final class RecordCalls {

  private final RowRecorder recorder;
  private final RowStores stores;
  private final ThreadLocal<RowWindow> windows;

  RecordCalls(RowRecorder recorder, RowStores stores, ThreadLocal<RowWindow> windows) {
    this.recorder = recorder;
    this.stores = stores;
    this.windows = windows;
  }

  /**
   * A reader begins with a file.
   *
   * @param reader parquet-hadoop's InternalParquetRecordReader
   * @param fileReader what it reads it through
   */
  void reads(Object reader, Object fileReader) throws ReflectiveOperationException {
    SpoorState file = recorder.lookup(fileReader);
    if (file != null && file.about instanceof SpoorState) {
      Object schema = field(reader, "requestedSchema").get(reader);
      RecordRows rows = add(reader, (SpoorState) file.about, schema, false);
      if (rows != null) {
        MethodHandle getter = MethodHandles.lookup().unreflectGetter(field(reader, "currentValue"));
        rows.detail = getter.asType(MethodType.methodType(Object.class, Object.class));
      }
    }
  }

  private static Field field(Object of, String name) throws NoSuchFieldException {
    Field field = of.getClass().getDeclaredField(name);
    field.setAccessible(true);
    return field;
  }

  /**
   * A writer begins with a file.
   *
   * @param writer parquet-hadoop's InternalParquetRecordWriter
   * @param schema the file's MessageType
   * @param file null when it is not known
   */
  void writes(Object writer, Object schema, SpoorState file) throws ReflectiveOperationException {
    if (file != null) {
      add(writer, file, schema, true);
    }
  }

  private RecordRows add(Object of, SpoorState file, Object schema, boolean written)
      throws ReflectiveOperationException {
    if (!recorder.isSampling() || schema == null) {
      return null;
    }
    RecordRows rows = new RecordRows(of, file, ParquetColumn.of(schema), written, recorder.unit());
    recorder.table.put(rows);
    return rows;
  }

  /** A reader went on: to its next record, or to the end of its file. */
  void read(Object reader, boolean isNext) throws Throwable {
    RecordRows rows = rows(reader);
    RowRing ring = rows == null ? null : (RowRing) rows.row;
    if (ring == null) {
      return;
    }
    RowWindow window = ring.window(windows);
    if (!isNext) {
      window.rows = window.rows == rows.rows ? null : window.rows;
      rows.stop();
      return;
    }
    Object record = (Object) ((MethodHandle) rows.detail).invokeExact(reader);
    RecordValues values = values(rows, record);
    RowStore store = rows.rows;
    if (values != null && store != null) {
      long ordinal = store.ordinal();
      add(rows, ring, values, store, record, null, 0);
      if (window.rows != store) {
        window.rows = store;
      }
      window.row = ordinal;
    }
  }

  /** A record was written. */
  void wrote(Object writer, Object record) throws Throwable {
    RecordRows rows = rows(writer);
    RowRing ring = rows == null ? null : (RowRing) rows.row;
    if (ring == null) {
      return;
    }
    RecordValues values = values(rows, record);
    RowStore store = rows.rows;
    if (values != null && store != null) {
      RowWindow window = ring.window(windows);
      add(rows, ring, values, store, record, window.rows, window.row);
    }
  }

  /** A reader or a writer was closed. */
  void closed(Object of) {
    SpoorState known = recorder.lookup(of);
    if (known instanceof RecordRows) {
      ((RecordRows) known).stop();
      known.closed = true;
      known.clear();
      recorder.publish(known);
    }
  }

  /** Those of a reader or writer; null when its records are not looked at. */
  private RecordRows rows(Object of) {
    SpoorState known = recorder.lookup(of);
    if (!(known instanceof RecordRows) || known.row == null) {
      return null;
    }
    if (!recorder.isSampling()) {
      ((RecordRows) known).stop();
      return null;
    }
    return (RecordRows) known;
  }

  /**
   * What takes values from a record, the first of which makes room for its rows; null when nothing
   * does, and then no other record is looked at. When a unit of work is over, Spoor's thread may
   * take all of it away in between.
   */
  private RecordValues values(RecordRows rows, Object record) throws Throwable {
    RecordValues values = rows.values;
    if (values != null && record != null && values.type == record.getClass()) {
      return values;
    }
    RowStore store = rows.rows;
    try {
      values = record == null ? null : RecordValues.of(record, rows.columns, rows.written);
    } catch (Throwable e) {
      rows.stop();
      throw e;
    }
    if (values != null && store == null) {
      store = stores.create(!rows.written, rows.unit);
      rows.rows = store;
      recorder.publish(rows);
    }
    if (values == null || store == null) {
      rows.stop();
      return null;
    }
    rows.values = values;
    return values;
  }

  private static void add(
      RecordRows rows,
      RowRing ring,
      RecordValues values,
      RowStore store,
      Object record,
      RowStore source,
      long sourceOrdinal)
      throws Throwable {
    try {
      long deciding = store.deciding();
      boolean isWanted =
          deciding == RowStore.ALL_COLUMNS
              || (deciding == 0 ? store.wants(ring) : isWanted(values, store, record, deciding));
      if (!isWanted) {
        store.pass();
        return;
      }
      values.put(ring, record);
      store.end(ring, source, sourceOrdinal);
      ring.next();
    } catch (Throwable e) {
      // It would fail with the next one, too.
      rows.stop();
      throw e;
    }
  }

  /**
   * Nothing is stored of a row that is not kept: a reference in an old array to a young object
   * costs more than what is asked here.
   */
  private static boolean isWanted(RecordValues values, RowStore store, Object record, long deciding)
      throws Throwable {
    for (long left = deciding; left != 0; left &= left - 1) {
      int column = Long.numberOfTrailingZeros(left);
      if (store.wants(column, values.hash(record, column))) {
        return true;
      }
    }
    return false;
  }
}
