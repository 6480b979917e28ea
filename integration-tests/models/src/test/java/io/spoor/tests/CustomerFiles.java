package io.spoor.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;

/**
 * Customers with their age, their visits, what they spend, and whether they left: those who come
 * seldom and spend little, with some chance. The same at each call.
 */
final class CustomerFiles {

  private static final String HEADER = "left,age,visits,spend\n";

  private CustomerFiles() {}

  /** Data to train with, to check with and to score, all with a header. */
  static void in(Path folder) throws IOException {
    write(folder, HEADER, ",", false);
  }

  /** The same without headers. */
  static void withoutHeaders(Path folder) throws IOException {
    write(folder, "", ",", false);
  }

  /** Data to train with in LIBSVM's format beside those to score. */
  static void asLibsvm(Path folder) throws IOException {
    withoutHeaders(folder);
    Files.writeString(folder.resolve("train.libsvm"), rows(1, 120, " ", true));
  }

  private static void write(Path folder, String header, String separator, boolean named)
      throws IOException {
    Files.writeString(folder.resolve("train.csv"), header + rows(1, 120, separator, named));
    Files.writeString(folder.resolve("valid.csv"), header + rows(2, 60, separator, named));
    Files.writeString(folder.resolve("score.csv"), header + rows(3, 20, separator, named));
  }

  private static String rows(long seed, int count, String separator, boolean named) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      int age = 20 + random.nextInt(60);
      int visits = random.nextInt(12);
      double spend = Math.round(random.nextDouble() * visits * 2000) / 100.0;
      boolean left = visits + spend / 20 + random.nextGaussian() * 2 < 8;
      Object[] cells = {left ? 1 : 0, age, visits, spend};
      for (int k = 0; k < cells.length; k++) {
        text.append(k == 0 ? "" : separator);
        text.append(named && k > 0 ? k + ":" : "");
        text.append(
            cells[k] instanceof Double
                ? String.format(Locale.ROOT, "%.2f", (Double) cells[k])
                : cells[k]);
      }
      text.append('\n');
    }
    return text.toString();
  }
}
