package io.spoor.boot.weave;

import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;

/**
 * A child's main (Java 8) in a JVM whose JDK classes are woven: uses files in all ways there are,
 * dies in one thread, exits. Prints which hooks were called.
 */
final class RecordJdk {

  private final Notes notes = new Notes();
  private final File folder;
  private boolean recording;

  private RecordJdk(File folder) {
    this.folder = folder;
  }

  /** Argument: an empty folder. */
  public static void main(String[] args) throws Exception {
    RecordJdk record = new RecordJdk(new File(args[0]));
    // Once without recording, so that no class is loaded from a jar in between.
    record.all();
    record.recording = true;
    record.all();
    for (String line : record.notes.lines()) {
      System.out.println(line);
    }
    record.end();
  }

  private void all() throws Exception {
    section("stream out");
    File file = new File(folder, "a");
    try (OutputStream out = new FileOutputStream(file)) {
      out.write(65);
      out.write(new byte[] {66, 67});
      out.write(new byte[] {1, 68, 69}, 1, 2);
    }
    try (OutputStream out = new FileOutputStream(file.getPath(), true)) {
      out.write(new byte[0]);
    }
    section("stream in");
    try (InputStream in = new FileInputStream(file)) {
      in.read();
      in.read(new byte[2]);
      in.read(new byte[4], 1, 3);
      in.read();
      in.skip(1);
    }
    section("failed open");
    try (InputStream in = new FileInputStream(new File(folder, "absent"))) {
      in.read();
    } catch (IOException e) {
      section("random access");
    }
    try (RandomAccessFile random = new RandomAccessFile(file, "rw")) {
      random.writeBytes("xy");
      random.write(7);
      random.write(new byte[] {8});
      random.write(new byte[] {8, 9}, 1, 1);
      random.seek(4);
      random.read();
      random.seek(4);
      random.read(new byte[1]);
      random.seek(4);
      random.read(new byte[3], 1, 1);
    }
    channels(file.toPath(), folder.toPath().resolve("b"));
    operations();
    dyingThread();
    section(null);
  }

  private void channels(Path file, Path other) throws Exception {
    section("channel");
    ByteBuffer buffer = notes.name("buffer", ByteBuffer.allocate(2));
    try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
      in.read(buffer);
      buffer.clear();
      in.read(new ByteBuffer[] {buffer});
      buffer.clear();
      in.read(buffer, 1);
      in.position(1);
    }
    section("positional write");
    try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
      buffer.clear();
      out.write(buffer, 1);
    }
    section("appending");
    try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.APPEND)) {
      out.write(7);
    }
    section("channel of a stream");
    try (FileInputStream stream = notes.name("stream", new FileInputStream(file.toFile()));
        FileChannel in = stream.getChannel()) {
      buffer.clear();
      in.read(buffer);
    }
    section("transfer");
    try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ);
        FileChannel out =
            notes.name(
                "out",
                FileChannel.open(other, StandardOpenOption.CREATE, StandardOpenOption.WRITE))) {
      in.transferTo(0, 2, out);
      buffer.clear();
      out.write(buffer);
    }
    section("map");
    try (FileChannel in = notes.name("in", FileChannel.open(file, StandardOpenOption.READ))) {
      in.map(FileChannel.MapMode.READ_ONLY, 0, 2);
    }
    section("asynchronous");
    try (AsynchronousFileChannel in =
        AsynchronousFileChannel.open(notes.name("path", file), StandardOpenOption.READ)) {
      buffer.clear();
      in.read(buffer, 0).get();
    }
  }

  private void operations() throws IOException {
    section("copy");
    Path a = notes.name("a", folder.toPath().resolve("a"));
    Path c = notes.name("c", folder.toPath().resolve("c"));
    Path d = notes.name("d", folder.toPath().resolve("d"));
    Files.copy(a, c);
    copyToAnotherFileSystem(a);
    section("move");
    Files.move(c, d);
    section("failed copy");
    try {
      Files.copy(c, d);
    } catch (IOException e) {
      section("rename");
    }
    File from = notes.name("fileD", d.toFile());
    File to = notes.name("fileE", new File(folder, "e"));
    from.renameTo(to);
    section("delete");
    to.delete();
    to.delete();
    Files.delete(a);
    Files.deleteIfExists(a);
  }

  /** It fails, because what a success does beneath differs from JDK to JDK. */
  private void copyToAnotherFileSystem(Path source) throws IOException {
    section(null);
    URI archive = URI.create("jar:" + new File(folder, "zip").toURI());
    try (FileSystem zip =
        FileSystems.newFileSystem(archive, Collections.singletonMap("create", "true"))) {
      Path target = notes.name("entry", zip.getPath("/a"));
      Files.write(target, new byte[1]);
      section("copy to another file system");
      try {
        Files.copy(source, target);
      } catch (FileAlreadyExistsException e) {
        section("move to another file system");
      }
      try {
        Files.move(source, target);
      } catch (FileAlreadyExistsException e) {
        section(null);
      }
    }
  }

  private void dyingThread() throws InterruptedException {
    section("uncaught");
    Thread thread =
        new Thread() {
          @Override
          public void run() {
            throw new IllegalStateException("over");
          }
        };
    thread.setUncaughtExceptionHandler(
        new Thread.UncaughtExceptionHandler() {
          @Override
          public void uncaughtException(Thread dead, Throwable e) {
            // Nothing is to be printed.
          }
        });
    notes.name("thread", thread);
    thread.start();
    thread.join();
  }

  private void section(String name) {
    SpoorHooks.recorder = null;
    if (recording && name != null) {
      notes.section(name);
      SpoorHooks.recorder = notes;
    }
  }

  private void end() {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread() {
              @Override
              public void run() {
                System.out.println("shutdown hook");
              }
            });
    SpoorHooks.atEnd(
        new Runnable() {
          @Override
          public void run() {
            System.out.println("at end");
          }
        });
    System.out.println("-- exit");
    notes.echoExits();
    SpoorHooks.recorder = notes;
    System.exit(3);
  }
}
