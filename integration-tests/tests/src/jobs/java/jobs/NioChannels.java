package jobs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Paths;
import java.nio.file.StandardOpenOption;

/** Copies a file by a loop over channels and a direct buffer. Arguments: source, target. */
public final class NioChannels {

  private NioChannels() {}

  public static void main(String[] args) throws IOException {
    long total = 0;
    try (FileChannel in = FileChannel.open(Paths.get(args[0]), StandardOpenOption.READ);
        FileChannel out =
            FileChannel.open(
                Paths.get(args[1]), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      ByteBuffer buffer = ByteBuffer.allocateDirect(4096);
      while (in.read(buffer) != -1) {
        buffer.flip();
        while (buffer.hasRemaining()) {
          total += out.write(buffer);
        }
        buffer.clear();
      }
    }
    System.out.println("copied " + total + " bytes");
  }
}
