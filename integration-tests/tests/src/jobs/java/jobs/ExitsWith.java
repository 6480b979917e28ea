package jobs;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Copies a file and ends the JVM itself. Arguments: source, target, "exit" or "halt", the exit
 * code.
 */
public final class ExitsWith {

  private ExitsWith() {}

  public static void main(String[] args) throws IOException {
    try (InputStream in = new FileInputStream(args[0]);
        OutputStream out = new FileOutputStream(args[1])) {
      byte[] buffer = new byte[8192];
      int length;
      while ((length = in.read(buffer)) != -1) {
        out.write(buffer, 0, length);
      }
    }
    System.out.println("ending by " + args[2]);
    int code = Integer.parseInt(args[3]);
    if (args[2].equals("halt")) {
      Runtime.getRuntime().halt(code);
    }
    System.exit(code);
  }
}
