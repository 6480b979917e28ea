package io.spoor.benchmark;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/** Loops over a file of 8 MiB that lies in the file cache. */
final class FileLoops implements AutoCloseable {

  private static final int BLOCK = 8192;
  private static final int BLOCKS = 1024;

  private final Path source;
  private final Path target;
  private final FileInputStream in;
  private final FileOutputStream out;
  private final FileChannel channel;
  private final byte[] block = new byte[BLOCK];
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BLOCK);

  FileLoops(Path folder) throws IOException {
    source = Files.write(folder.resolve("source.bin"), new byte[BLOCK * BLOCKS]);
    target = folder.resolve("target.bin");
    in = new FileInputStream(source.toFile());
    out = new FileOutputStream(target.toFile());
    channel = FileChannel.open(source, StandardOpenOption.READ);
  }

  void addTo(Map<String, Loop> loops) {
    loops.put("FileInputStream open, close", this::openAndClose);
    loops.put("FileInputStream.read, 8 KiB", this::readBlocks);
    loops.put("FileInputStream.read, one byte", this::readBytes);
    loops.put("FileChannel.read, 8 KiB direct", this::readBuffers);
    loops.put("FileOutputStream.write, 8 KiB", this::writeBlocks);
    loops.put("FileOutputStream.write, one byte", this::writeBytes);
    loops.put("copy of 8 MiB by 8 KiB", this::copy);
  }

  private long openAndClose(int times) throws IOException {
    long sum = 0;
    for (int i = 0; i < times; i++) {
      try (FileInputStream opened = new FileInputStream(source.toFile())) {
        sum += System.identityHashCode(opened);
      }
    }
    return sum;
  }

  private long readBlocks(int times) throws IOException {
    long sum = 0;
    for (int i = 0; i < times; i++) {
      if (i % BLOCKS == 0) {
        in.getChannel().position(0);
      }
      sum += in.read(block, 0, BLOCK);
    }
    return sum;
  }

  private long readBytes(int times) throws IOException {
    long sum = 0;
    in.getChannel().position(0);
    for (int i = 0; i < times; i++) {
      sum += in.read();
    }
    return sum;
  }

  private long readBuffers(int times) throws IOException {
    long sum = 0;
    for (int i = 0; i < times; i++) {
      if (i % BLOCKS == 0) {
        channel.position(0);
      }
      buffer.clear();
      sum += channel.read(buffer);
    }
    return sum;
  }

  private long writeBlocks(int times) throws IOException {
    for (int i = 0; i < times; i++) {
      if (i % BLOCKS == 0) {
        out.getChannel().position(0);
      }
      out.write(block, 0, BLOCK);
    }
    return times;
  }

  private long writeBytes(int times) throws IOException {
    out.getChannel().position(0);
    for (int i = 0; i < times; i++) {
      out.write(i);
    }
    return times;
  }

  private long copy(int times) throws IOException {
    long sum = 0;
    for (int i = 0; i < times; i++) {
      try (FileInputStream from = new FileInputStream(source.toFile());
          FileOutputStream to = new FileOutputStream(target.toFile())) {
        int length;
        while ((length = from.read(block)) != -1) {
          to.write(block, 0, length);
          sum += length;
        }
      }
    }
    return sum;
  }

  @Override
  public void close() throws IOException {
    in.close();
    out.close();
    channel.close();
    Files.delete(source);
    Files.delete(target);
  }
}
