package jobs;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Copies a file by a loop over streams. Arguments: source, target. */
public final class FileCopyStreams {

  private FileCopyStreams() {}

  public static void main(String[] args) throws IOException {
    long total = 0;
    try (InputStream in = new FileInputStream(args[0]);
        OutputStream out = new FileOutputStream(args[1])) {
      byte[] buffer = new byte[8192];
      int length;
      while ((length = in.read(buffer)) != -1) {
        out.write(buffer, 0, length);
        total += length;
      }
    }
    System.out.println("copied " + total + " bytes");
  }
}
