package jobs;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Works on a file system in memory. Arguments: what to do, a file of the platform's file system,
 * and further files there.
 */
public final class OtherFileSystem {

  private OtherFileSystem() {}

  public static void main(String[] args) throws IOException {
    Path file = Paths.get(args[1]);
    try (FileSystem memory = Jimfs.newFileSystem("shop", Configuration.unix())) {
      Path folder = memory.getPath("/data");
      Files.createDirectory(folder);
      switch (args[0]) {
        case "copies":
          copies(file, Paths.get(args[2]), Paths.get(args[3]), folder);
          break;
        case "writes":
          writes(file, Paths.get(args[2]), folder);
          break;
        case "reads":
          reads(file, folder);
          break;
        default:
          throw new IllegalArgumentException(args[0]);
      }
    }
    System.out.println(args[0] + " done");
  }

  private static void copies(Path file, Path moved, Path target, Path folder) throws IOException {
    Path orders = folder.resolve("orders.csv");
    Files.copy(file, orders);
    Files.copy(orders, folder.resolve("same.csv"));
    Files.copy(orders, target);
    Files.move(moved, folder.resolve("customers.csv"));
  }

  private static void writes(Path file, Path target, Path folder) throws IOException {
    Path part = folder.resolve("renamed.part");
    upper(file, part, StandardOpenOption.CREATE);
    Files.move(part, folder.resolve("renamed.csv"), StandardCopyOption.REPLACE_EXISTING);

    Path appended = folder.resolve("appended.csv");
    Files.createFile(appended);
    upper(file, appended, StandardOpenOption.APPEND);

    Path temporary = folder.resolve("temporary.csv");
    upper(file, temporary, StandardOpenOption.CREATE);
    Files.copy(temporary, target);
    Files.delete(temporary);
  }

  private static void reads(Path target, Path folder) throws IOException {
    Path orders = folder.resolve("orders.csv");
    Files.createFile(orders);
    try (BufferedReader in = Files.newBufferedReader(orders, StandardCharsets.UTF_8)) {
      Files.write(target, String.valueOf(in.readLine()).getBytes(StandardCharsets.UTF_8));
    }
    try (FileChannel in = FileChannel.open(orders, StandardOpenOption.READ);
        SeekableByteChannel out =
            Files.newByteChannel(
                folder.resolve("size.txt"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      out.write(ByteBuffer.wrap(new byte[] {(byte) ('0' + in.size())}));
    }
  }

  /** Opens its target before it reads its source. */
  private static void upper(Path from, Path to, StandardOpenOption option) throws IOException {
    try (BufferedWriter out =
        Files.newBufferedWriter(to, StandardCharsets.UTF_8, option, StandardOpenOption.WRITE)) {
      for (String line : Files.readAllLines(from, StandardCharsets.UTF_8)) {
        out.write(line.toUpperCase() + "\n");
      }
    }
  }
}
