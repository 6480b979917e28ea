package io.spoor.tests;

import java.util.Locale;

/** How often edges are right that are told with a confidence, in bins of a tenth. */
final class Calibration {

  private static final int BINS = 10;

  private final int[] right = new int[BINS];
  private final int[] all = new int[BINS];
  private final double[] claimed = new double[BINS];

  void add(double confidence, boolean isRight) {
    int bin = Math.min(BINS - 1, (int) (confidence * BINS));
    right[bin] += isRight ? 1 : 0;
    all[bin]++;
    claimed[bin] += confidence;
  }

  private double errorOf(int bin) {
    return Math.abs(claimed[bin] - right[bin]) / all[bin];
  }

  /**
   * The largest difference between what is claimed on average and how often it is right.
   *
   * @param least bins with fewer edges say nothing
   */
  double largestError(int least) {
    double error = 0;
    for (int i = 0; i < BINS; i++) {
      error = all[i] < least ? error : Math.max(error, errorOf(i));
    }
    return error;
  }

  /** A table in Markdown. */
  @Override
  public String toString() {
    StringBuilder table = new StringBuilder("| confidence | edges | right | claimed | error |\n");
    table.append("| --- | --- | --- | --- | --- |\n");
    for (int i = 0; i < BINS; i++) {
      if (all[i] > 0) {
        table.append(
            String.format(
                Locale.ROOT,
                "| %.1f to %.1f | %d | %.3f | %.3f | %.3f |%n",
                i / 10.0,
                (i + 1) / 10.0,
                all[i],
                (double) right[i] / all[i],
                claimed[i] / all[i],
                errorOf(i)));
      }
    }
    return table.toString();
  }
}
