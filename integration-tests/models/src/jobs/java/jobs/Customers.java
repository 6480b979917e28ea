package jobs;

import java.io.BufferedReader;
import java.io.FileReader;
import java.io.FileWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** CSV files of numbers as the jobs use them; the first column is whether a customer left. */
final class Customers {

  private Customers() {}

  /** All rows, without the header where there is one. */
  static double[][] read(String path) throws IOException {
    List<double[]> rows = new ArrayList<>();
    try (BufferedReader in = new BufferedReader(new FileReader(path))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (!Character.isDigit(line.charAt(0))) {
          continue;
        }
        String[] cells = line.split(",");
        double[] row = new double[cells.length];
        for (int i = 0; i < row.length; i++) {
          row[i] = Double.parseDouble(cells[i]);
        }
        rows.add(row);
      }
    }
    return rows.toArray(new double[0][]);
  }

  /** A prediction a line. */
  static void write(String path, double[] predictions) throws IOException {
    try (PrintWriter out = new PrintWriter(new FileWriter(path))) {
      out.println("prediction");
      for (double prediction : predictions) {
        out.println(Math.round(prediction * 1000) / 1000.0);
      }
    }
  }
}
