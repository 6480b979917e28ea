package jobs;

import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.Arrays;

/**
 * Reads the prices of a list, by ways on which a reader sets its position before it reads, and
 * another list of which it makes nothing. Arguments: the way, the list, the other one, the output.
 */
public final class Rewinds {

  private Rewinds() {}

  public static void main(String[] args) throws IOException {
    String items = new String(read(args[0], args[1]), StandardCharsets.UTF_8);
    Files.readAllLines(Paths.get(args[2]));
    StringBuilder prices = new StringBuilder("name;price\n");
    for (String line : items.substring(items.indexOf('\n') + 1).split("\n")) {
      String[] item = line.split(",");
      prices.append(item[1]).append(';').append(item[2]).append('\n');
    }
    Files.createDirectories(Paths.get(args[3]).getParent());
    Files.write(Paths.get(args[3]), prices.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] read(String way, String file) throws IOException {
    switch (way) {
      case "positions":
        // As Apache Beam reads all files: from where a part begins, if it is the first.
        try (FileInputStream in = new FileInputStream(file);
            FileChannel channel = in.getChannel()) {
          channel.position(0);
          ByteBuffer block = ByteBuffer.allocate(1 << 16);
          while (channel.read(block) >= 0) {
            // more
          }
          return Arrays.copyOf(block.array(), block.position());
        }
      case "looks":
        // What kind of file it is, then the file.
        try (RandomAccessFile in = new RandomAccessFile(file, "r")) {
          byte[] first = new byte[20];
          in.readFully(first);
          in.seek(0);
          byte[] all = new byte[(int) in.length()];
          for (int n = 0; n < all.length; ) {
            n += in.read(all, n, Math.min(7, all.length - n));
          }
          return all;
        }
      case "looks-through-a-channel":
        try (FileInputStream in = new FileInputStream(file)) {
          in.read(new byte[20]);
          in.getChannel().position(0);
          return all(in);
        }
      default:
        throw new IllegalArgumentException(way);
    }
  }

  private static byte[] all(InputStream in) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] block = new byte[100];
    for (int n = in.read(block); n >= 0; n = in.read(block)) {
      all.write(block, 0, n);
    }
    return all.toByteArray();
  }
}
