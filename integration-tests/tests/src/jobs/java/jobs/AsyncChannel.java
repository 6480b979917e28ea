package jobs;

import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.file.Paths;
import java.nio.file.StandardOpenOption;

/** Copies a file by asynchronous channels. Arguments: source, target. */
public final class AsyncChannel {

  private AsyncChannel() {}

  public static void main(String[] args) throws Exception {
    long position = 0;
    try (AsynchronousFileChannel in =
            AsynchronousFileChannel.open(Paths.get(args[0]), StandardOpenOption.READ);
        AsynchronousFileChannel out =
            AsynchronousFileChannel.open(
                Paths.get(args[1]), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      ByteBuffer buffer = ByteBuffer.allocate(4096);
      while (in.read(buffer, position).get() != -1) {
        buffer.flip();
        while (buffer.hasRemaining()) {
          position += out.write(buffer, position).get();
        }
        buffer.clear();
      }
    }
    System.out.println("copied " + position + " bytes");
  }
}
