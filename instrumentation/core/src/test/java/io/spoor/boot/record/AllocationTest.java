package io.spoor.boot.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** No hook on a path that repeats allocates anything, exactly. */
class AllocationTest {

  private static final int OPERATIONS = 100_000;

  private final Recording recording = new Recording();
  private final LiveRecorder recorder = recording.recorder;
  private final Object stream = new Object();
  private final byte[] bytes = new byte[64];
  private final ByteBuffer buffer = ByteBuffer.wrap(bytes);
  private final Recording.Carrier connection = new Recording.Carrier();
  private final Recording.Carrier statement = new Recording.Carrier();
  private final Recording.CarrierRows rows = new Recording.CarrierRows();
  private final Object value = "value";
  private FileChannel channel;
  @TempDir Path folder;

  @AfterEach
  void detach() throws IOException {
    if (channel != null) {
      channel.close();
    }
    recording.close();
  }

  @TestFactory
  Stream<DynamicTest> nothingIsAllocated() {
    return Stream.of(
        test("read", this::open, () -> SpoorHooks.read(16, stream, bytes, 0)),
        test("readByte", this::open, () -> SpoorHooks.readByte(1, stream)),
        test("readBuffer", this::open, () -> SpoorHooks.readBuffer(16, stream, buffer)),
        test("wrote", this::open, () -> SpoorHooks.wrote(stream, bytes, 0, 16)),
        test("wroteByte", this::open, () -> SpoorHooks.wroteByte(stream, 1)),
        test("wroteBuffer", this::write, () -> SpoorHooks.wroteBuffer(16, channel, buffer)),
        test("moved", this::open, () -> SpoorHooks.moved(stream)),
        test("readFrom", this::open, () -> SpoorHooks.readFrom(stream, 0)),
        test("next", this::query, () -> SpoorHooks.next(true, rows.spoor$state())),
        test(
            "get",
            this::query,
            () -> {
              SpoorHooks.get(value, rows.spoor$state(), 1);
              SpoorHooks.get(7L, rows.spoor$state(), 2);
              SpoorHooks.get(7.0, rows.spoor$state(), 3);
              SpoorHooks.get(value, rows.spoor$state(), value);
            }),
        test(
            "set",
            this::query,
            () -> {
              SpoorHooks.set(statement.spoor$state(), 1, value);
              SpoorHooks.set(statement.spoor$state(), 2, 7L);
              SpoorHooks.set(statement.spoor$state(), 3, 7.0);
            }),
        test(
            "executing and executed",
            this::query,
            () -> {
              SpoorHooks.executing(statement.spoor$state(), statement, null);
              SpoorHooks.executed(rows, statement.spoor$state(), statement);
            }),
        test(
            "executing and executedCount",
            this::query,
            () -> {
              SpoorHooks.executing(statement.spoor$state(), statement, null);
              SpoorHooks.executedCount(1, statement.spoor$state(), statement);
            }),
        test(
            "executing, executedCount and committed",
            this::manual,
            () -> {
              SpoorHooks.executing(statement.spoor$state(), statement, null);
              SpoorHooks.executedCount(1, statement.spoor$state(), statement);
              SpoorHooks.committed(connection.spoor$state(), connection);
            }),
        test(
            "transactions that read and write",
            this::manual,
            () -> {
              SpoorHooks.executing(statement.spoor$state(), statement, "SELECT 2");
              SpoorHooks.executed(rows, statement.spoor$state(), statement);
              SpoorHooks.executing(statement.spoor$state(), statement, "INSERT 3");
              SpoorHooks.executedCount(1, statement.spoor$state(), statement);
              SpoorHooks.committed(connection.spoor$state(), connection);
            }),
        test(
            "executing, executedCount and rolledBack",
            this::manual,
            () -> {
              SpoorHooks.executing(statement.spoor$state(), statement, null);
              SpoorHooks.executedCount(1, statement.spoor$state(), statement);
              SpoorHooks.rolledBack(connection.spoor$state(), connection, null);
            }),
        test(
            "addBatch",
            this::query,
            () -> SpoorHooks.addBatch(statement.spoor$state(), statement, null)),
        test(
            "executing the text of a statement that ran before",
            this::query,
            () -> {
              SpoorHooks.executing(statement.spoor$state(), statement, "SELECT 2");
              SpoorHooks.executed(rows, statement.spoor$state(), statement);
            }),
        test("streams that are no data", () -> stream, () -> SpoorHooks.readByte(1, value)));
  }

  private Object open() {
    recorder.opened(stream, "data", SpoorHooks.READ | SpoorHooks.WRITE);
    buffer.position(32);
    return stream;
  }

  /** A channel is asked where it stands, so it is a real one. */
  private Object write() {
    try {
      channel =
          FileChannel.open(
              folder.resolve("out"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      channel.write(ByteBuffer.allocate(16));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    recorder.opened(channel, "out", SpoorHooks.WRITE);
    buffer.position(32);
    return channel;
  }

  private Object query() {
    recorder.connected(connection, "jdbc:x:y", null);
    recorder.prepared(statement, connection.spoor$state(), connection, "SELECT 1");
    recorder.executing(statement.spoor$state(), statement, null);
    recorder.executed(rows, statement.spoor$state(), statement);
    return rows;
  }

  private Object manual() {
    query();
    recorder.autoCommit(connection.spoor$state(), connection, false);
    return rows;
  }

  private DynamicTest test(String name, Supplier<Object> preparation, Runnable operation) {
    return DynamicTest.dynamicTest(
        name,
        () -> {
          SpoorHooks.recorder = recorder;
          ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
          assumeTrue(threads.isThreadAllocatedMemorySupported());
          preparation.get();
          // Asking allocates, too, until it is warm.
          for (int i = 0; i < 5; i++) {
            allocated(threads, () -> {});
          }
          allocated(threads, operation);
          // The thread whose call makes C2 compile a method first makes all strings of that class's
          // constants (CompileBroker::compile_method, HotSpot): once a class, a few hundred bytes.
          // What a hook allocated would be in every loop.
          long least = Long.MAX_VALUE;
          for (int i = 0; i < 3; i++) {
            recording.take();
            least = Math.min(least, allocated(threads, operation));
          }
          assertEquals(0, least);
          assertEquals(0, recorder.failures());
          recorder.closed(stream);
        });
  }

  private static long allocated(ThreadMXBean threads, Runnable operation) {
    long id = Thread.currentThread().getId();
    long before = threads.getThreadAllocatedBytes(id);
    for (int i = 0; i < OPERATIONS; i++) {
      operation.run();
    }
    return threads.getThreadAllocatedBytes(id) - before;
  }
}
