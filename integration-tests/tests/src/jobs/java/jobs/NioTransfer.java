package jobs;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;

/** Copies a file by transferTo between the channels of two streams. Arguments: source, target. */
public final class NioTransfer {

  private NioTransfer() {}

  public static void main(String[] args) throws IOException {
    try (FileInputStream source = new FileInputStream(args[0]);
        FileOutputStream target = new FileOutputStream(args[1])) {
      FileChannel in = source.getChannel();
      long done = 0;
      while (done < in.size()) {
        done += in.transferTo(done, in.size() - done, target.getChannel());
      }
      System.out.println("transferred " + done + " bytes");
    }
  }
}
