package jobs;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;

/**
 * Finishes its first output before it opens its second input. Arguments: first source, first
 * target, second source, second target.
 */
public final class TimePruned {

  private TimePruned() {}

  public static void main(String[] args) throws IOException {
    int first = countLines(args[0]);
    write(args[1], "lines," + first + "\n");
    int second = countLines(args[2]);
    write(args[3], "lines," + (first + second) + "\n");
    System.out.println(first + " and " + second + " lines");
  }

  private static int countLines(String file) throws IOException {
    int lines = 0;
    try (FileInputStream in = new FileInputStream(file)) {
      byte[] buffer = new byte[1024];
      int length;
      while ((length = in.read(buffer)) != -1) {
        for (int i = 0; i < length; i++) {
          if (buffer[i] == '\n') {
            lines++;
          }
        }
      }
    }
    return lines;
  }

  private static void write(String file, String text) throws IOException {
    try (FileOutputStream out = new FileOutputStream(file)) {
      out.write(text.getBytes("US-ASCII"));
    }
  }
}
