package io.spoor.benchmark;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The hooks of reading and writing called as woven code calls them, over open files but without the
 * system calls: those take microseconds and vary by more than a hook costs.
 */
final class HookLoops implements AutoCloseable {

  private static final int BLOCK = 8192;
  private static final MethodHandle READ_BYTE = hook("readByte", int.class, Object.class);
  private static final MethodHandle READ =
      hook("read", int.class, Object.class, Object.class, int.class);
  private static final MethodHandle WROTE_BYTE = hook("wroteByte", Object.class, int.class);
  private static final MethodHandle WROTE =
      hook("wrote", Object.class, Object.class, int.class, int.class);

  private final Path source;
  private final Path target;
  private final Object in;
  private final Object out;
  private final Object block = new byte[BLOCK];

  HookLoops(Path folder) throws IOException {
    source = Files.write(folder.resolve("hook-source.bin"), new byte[BLOCK]);
    target = folder.resolve("hook-target.bin");
    in = new FileInputStream(source.toFile());
    out = new FileOutputStream(target.toFile());
  }

  private static MethodHandle hook(String name, Class<?>... arguments) {
    try {
      return MethodHandles.publicLookup()
          .findStatic(
              Class.forName("java.lang.SpoorHooks"),
              name,
              MethodType.methodType(void.class, arguments));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("The agent has no hook " + name, e);
    }
  }

  void addTo(Map<String, Loop> loops) {
    loops.put("hook of read, one byte", this::readByte);
    loops.put("hook of read, 8 KiB", this::read);
    loops.put("hook of write, one byte", this::wroteByte);
    loops.put("hook of write, 8 KiB", this::wrote);
  }

  private long readByte(int times) throws Exception {
    try {
      for (int i = 0; i < times; i++) {
        READ_BYTE.invokeExact(i & 0xff, in);
      }
    } catch (Throwable t) {
      throw new IllegalStateException(t);
    }
    return times;
  }

  private long read(int times) throws Exception {
    try {
      for (int i = 0; i < times; i++) {
        READ.invokeExact(BLOCK, in, block, 0);
      }
    } catch (Throwable t) {
      throw new IllegalStateException(t);
    }
    return times;
  }

  private long wroteByte(int times) throws Exception {
    try {
      for (int i = 0; i < times; i++) {
        WROTE_BYTE.invokeExact(out, i);
      }
    } catch (Throwable t) {
      throw new IllegalStateException(t);
    }
    return times;
  }

  private long wrote(int times) throws Exception {
    try {
      for (int i = 0; i < times; i++) {
        WROTE.invokeExact(out, block, 0, BLOCK);
      }
    } catch (Throwable t) {
      throw new IllegalStateException(t);
    }
    return times;
  }

  @Override
  public void close() throws IOException {
    ((FileInputStream) in).close();
    ((FileOutputStream) out).close();
    Files.delete(source);
    Files.delete(target);
  }
}
