package jobs;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Copies a file, says so, and never ends. Arguments: source, target. */
public final class WaitsToBeKilled {

  private WaitsToBeKilled() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    try (InputStream in = new FileInputStream(args[0]);
        OutputStream out = new FileOutputStream(args[1])) {
      byte[] buffer = new byte[8192];
      int length;
      while ((length = in.read(buffer)) != -1) {
        out.write(buffer, 0, length);
      }
      System.out.println("copied");
      Thread.sleep(Long.MAX_VALUE);
    }
  }
}
