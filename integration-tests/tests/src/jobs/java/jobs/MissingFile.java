package jobs;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.FileReader;
import java.io.IOException;
import java.io.PrintWriter;

/** Takes the second source because the first is missing. Arguments: missing, source, target. */
public final class MissingFile {

  private MissingFile() {}

  public static void main(String[] args) throws IOException {
    BufferedReader in;
    try {
      in = new BufferedReader(new FileReader(args[0]));
    } catch (FileNotFoundException e) {
      System.err.println("no such file, taking the other");
      in = new BufferedReader(new FileReader(args[1]));
    }
    try (PrintWriter out = new PrintWriter(args[2], "UTF-8")) {
      String line;
      while ((line = in.readLine()) != null) {
        out.print(line.length() + "\n");
      }
    } finally {
      in.close();
    }
  }
}
