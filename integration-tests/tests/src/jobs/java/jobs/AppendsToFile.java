package jobs;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Appends one file to another, byte by byte. Arguments: source, target. */
public final class AppendsToFile {

  private AppendsToFile() {}

  public static void main(String[] args) throws IOException {
    int bytes = 0;
    try (InputStream in = new FileInputStream(args[0]);
        OutputStream out = new FileOutputStream(args[1], true)) {
      int b;
      while ((b = in.read()) != -1) {
        out.write(b);
        bytes++;
      }
    }
    System.out.println("appended " + bytes + " bytes");
  }
}
