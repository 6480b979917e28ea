package jobs;

import java.io.BufferedReader;
import java.io.FileReader;
import java.io.FileWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.Map;

/** Joins two files in memory. Arguments: orders, customers, target. */
public final class TwoInputsOneOutput {

  private TwoInputsOneOutput() {}

  public static void main(String[] args) throws IOException {
    Map<String, String> names = new HashMap<String, String>();
    try (BufferedReader in = new BufferedReader(new FileReader(args[1]))) {
      String line;
      while ((line = in.readLine()) != null) {
        int comma = line.indexOf(',');
        names.put(line.substring(0, comma), line.substring(comma + 1));
      }
    }
    int joined = 0;
    try (BufferedReader in = new BufferedReader(new FileReader(args[0]));
        Writer out = new FileWriter(args[2])) {
      String line;
      while ((line = in.readLine()) != null) {
        String[] order = line.split(",");
        if (names.containsKey(order[1])) {
          out.write(names.get(order[1]) + "," + order[2] + "\n");
          joined++;
        }
      }
    }
    System.out.println(joined + " orders joined");
  }
}
