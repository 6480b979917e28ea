package jobs;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.zip.GZIPInputStream;

/**
 * Takes what was paid out of a long list of orders, which begins with many that were not; what else
 * it reads is of no use. Arguments: the file, and how fast it goes.
 */
public final class LongFiles {

  private LongFiles() {}

  public static void main(String[] args) throws Exception {
    System.out.println(Files.readAllLines(Paths.get("in/other.csv")).size());
    if (args[1].equals("atOnce")) {
      byte[] all = Files.readAllBytes(Paths.get(args[0]));
      System.out.println(all.length);
      return;
    }
    try (BufferedReader in = open(args[0]);
        Writer out =
            new BufferedWriter(
                new OutputStreamWriter(
                    new FileOutputStream("out/paid.csv"), StandardCharsets.UTF_8))) {
      in.readLine();
      out.write("order;sum;text\n");
      int rows = 0;
      for (String row = row(in); row != null; row = row(in)) {
        int note = row.indexOf(',');
        int amount = row.lastIndexOf(',');
        if (!row.endsWith(",0")) {
          String text = row.substring(note + 1, amount);
          out.write(row.substring(0, note) + ";" + row.substring(amount + 1) + ";" + text + "\n");
        }
        if (++rows % 100 == 0) {
          // What is done with a row takes its time.
          Thread.sleep(5);
        }
      }
      System.out.println(rows);
    }
  }

  private static BufferedReader open(String file) throws IOException {
    InputStream in = new FileInputStream(file);
    return new BufferedReader(
        new InputStreamReader(
            file.endsWith(".gz") ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8));
  }

  /** A row, which goes on while quotes are open. */
  private static String row(BufferedReader in) throws IOException {
    StringBuilder row = new StringBuilder();
    int quotes = 0;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      row.append(line);
      for (int i = 0; i < line.length(); i++) {
        quotes += line.charAt(i) == '"' ? 1 : 0;
      }
      if (quotes % 2 == 0) {
        return row.toString();
      }
      row.append('\n');
    }
    return null;
  }
}
