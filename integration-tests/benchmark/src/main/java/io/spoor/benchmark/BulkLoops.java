package io.spoor.benchmark;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What jobs do with files as a whole; an operation is all of it. */
final class BulkLoops implements AutoCloseable {

  private static final int BLOCK = 8192;
  private static final long GIBIBYTE = 1L << 30;
  private static final int WRITTEN_REGION = 64 << 20;
  private static final int LINES = 5_000_000;
  private static final int FILES = 20_000;
  private static final int COPIES = 500;

  private final Path folder;
  private final Path big;
  private final Path lines;
  private final Path bytes;
  private final Path written;
  private final List<Path> targets = new ArrayList<>();
  private final List<Path> many = new ArrayList<>();
  private final byte[] block = new byte[BLOCK];

  BulkLoops(Path parent) throws IOException {
    folder = Files.createDirectories(parent.resolve("bulk"));
    big = folder.resolve("big.bin");
    lines = folder.resolve("lines.txt");
    bytes = Files.write(folder.resolve("bytes.bin"), new byte[1 << 16]);
    written = folder.resolve("written.bin");
    try (RandomAccessFile file = new RandomAccessFile(big.toFile(), "rw")) {
      file.setLength(GIBIBYTE);
    }
    try (BufferedWriter out = Files.newBufferedWriter(lines)) {
      for (int i = 0; i < LINES; i++) {
        out.write("4711,");
        out.write(Integer.toString(i));
        out.write('\n');
      }
    }
    for (int i = 0; i < FILES; i++) {
      targets.add(folder.resolve("copy-of" + i));
      many.add(Files.write(folder.resolve("of" + i), new byte[] {1, 2, 3}));
    }
  }

  void addTo(Map<String, Loop> loops) {
    loops.put("1 GiB read, FileInputStream, 8 KiB", this::readBig);
    loops.put("1 GiB written, FileOutputStream, 8 KiB", this::writeBig);
    loops.put("1 GiB copied from file to file, 8 KiB", this::copyBig);
    loops.put("64 KiB read byte by byte, RandomAccessFile", this::readBytes);
    loops.put("5 million lines, BufferedReader.readLine", this::readLines);
    loops.put("20,000 files opened, read and closed", this::openMany);
    loops.put("20,000 files opened and copied, streams", this::copyAll);
    loops.put("500 files copied, Files.copy", this::copyMany);
    loops.put("8 MiB mapped and read", this::map);
  }

  private long readBig(int times) throws IOException {
    long sum = 0;
    for (int i = 0; i < times; i++) {
      try (FileInputStream in = new FileInputStream(big.toFile())) {
        int length;
        while ((length = in.read(block)) != -1) {
          sum += length;
        }
      }
    }
    return sum;
  }

  private long writeBig(int times) throws IOException {
    for (int i = 0; i < times; i++) {
      try (FileOutputStream out = new FileOutputStream(written.toFile())) {
        for (long done = 0; done < GIBIBYTE; done += BLOCK) {
          if (done % WRITTEN_REGION == 0) {
            // The cache holds that much: it is not the disk that is measured.
            out.getChannel().position(0);
          }
          out.write(block, 0, BLOCK);
        }
      }
    }
    return times;
  }

  private long copyBig(int times) throws IOException {
    long sum = 0;
    for (int i = 0; i < times; i++) {
      try (FileInputStream in = new FileInputStream(big.toFile());
          FileOutputStream out = new FileOutputStream(written.toFile())) {
        int length;
        while ((length = in.read(block)) != -1) {
          if (sum % WRITTEN_REGION == 0) {
            out.getChannel().position(0);
          }
          out.write(block, 0, length);
          sum += length;
        }
      }
    }
    return sum;
  }

  private long readBytes(int times) throws IOException {
    long sum = 0;
    for (int i = 0; i < times; i++) {
      try (RandomAccessFile file = new RandomAccessFile(bytes.toFile(), "r")) {
        for (int b = file.read(); b >= 0; b = file.read()) {
          sum += b;
        }
      }
    }
    return sum;
  }

  private long readLines(int times) throws IOException {
    long sum = 0;
    for (int i = 0; i < times; i++) {
      try (BufferedReader in = Files.newBufferedReader(lines)) {
        for (String line = in.readLine(); line != null; line = in.readLine()) {
          sum += line.length();
        }
      }
    }
    return sum;
  }

  private long openMany(int times) throws IOException {
    long sum = 0;
    for (int i = 0; i < times; i++) {
      for (Path each : many) {
        try (FileInputStream in = new FileInputStream(each.toFile())) {
          sum += in.read(block);
        }
      }
    }
    return sum;
  }

  private long copyAll(int times) throws IOException {
    long sum = 0;
    for (int i = 0; i < times; i++) {
      for (int k = 0; k < FILES; k++) {
        try (FileInputStream in = new FileInputStream(many.get(k).toFile());
            FileOutputStream out = new FileOutputStream(targets.get(k).toFile())) {
          int length;
          while ((length = in.read(block)) != -1) {
            out.write(block, 0, length);
            sum += length;
          }
        }
      }
    }
    return sum;
  }

  private long copyMany(int times) throws IOException {
    for (int i = 0; i < times; i++) {
      for (int k = 0; k < COPIES; k++) {
        Files.copy(many.get(k), folder.resolve("copy" + k), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    return times;
  }

  private long map(int times) throws IOException {
    long sum = 0;
    for (int i = 0; i < times; i++) {
      try (FileChannel channel = FileChannel.open(big, StandardOpenOption.READ)) {
        MappedByteBuffer map = channel.map(FileChannel.MapMode.READ_ONLY, 0, 8 << 20);
        for (int at = 0; at < map.limit(); at += 64) {
          sum += map.get(at);
        }
      }
    }
    return sum;
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      for (Path each : (Iterable<Path>) all::iterator) {
        Files.delete(each);
      }
    }
    Files.delete(folder);
  }
}
