package acme;

import java.io.FileWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.Map;

/** The company's own kind of model. */
public final class Scorecard {
  private final double factor;

  private Scorecard(double factor) {
    this.factor = factor;
  }

  public static Scorecard fit(Rows rows, Map<String, Object> options) {
    double sum = 0;
    for (int i = 0; i < rows.size(); i++) {
      sum += rows.get(i)[1];
    }
    return new Scorecard(sum / rows.size() * ((Number) options.get("weight")).doubleValue());
  }

  public double gini(Rows rows) {
    return 1.0 / rows.size();
  }

  public void save(String path) throws IOException {
    try (Writer out = new FileWriter(path)) {
      out.write(Double.toString(factor));
    }
  }

  public static Scorecard load(String path) throws IOException {
    String text = new String(Files.readAllBytes(Paths.get(path)), StandardCharsets.UTF_8);
    return new Scorecard(Double.parseDouble(text));
  }

  public double score(double[] row) {
    return row[1] * factor;
  }
}
